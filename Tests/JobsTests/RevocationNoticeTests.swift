import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite("Notices of a revocation (N11)")
struct RevocationNoticeTests {
  private static let absent = JobOutcome.discard(reason: "the document does not exist or revoked nothing")

  private func args(_ id: Int64) -> String { #"{"notice":"N11","document_id":\#(id)}"# }

  private func document(_ fixture: NoticeCycleFixture, _ symbol: String) throws -> Int64 {
    try fixture.number("select id from registry.document where symbol = $1", [.text(symbol)])
  }

  @Test("one decision that revokes a recognition and a commendation names both with their own decisions and reasons")
  func both() throws {
    let fixture = try NoticeCycleFixture()
    _ = try fixture.register("Trồng quế")
    let recognition = try fixture.recognise("Trồng quế")
    let commendations = try fixture.commend()
    let decision = NoticeCycleFixture.decision("5-QĐ/HU", "2022-02-04")
    try fixture.run("select registry.revoke_recognition(\(recognition), $1, 'không duy trì')", [.jsonb(decision)])
    try fixture.run(
      "select registry.revoke_commendation(\(commendations[1]), $1, 'kê khai <sai>')", [.jsonb(decision)])
    let id = try document(fixture, "5-QĐ/HU")
    #expect(try fixture.draft(args(id), args(id)) == [1: .complete, 2: .complete])
    #expect(try fixture.draft(args(id)) == [1: .complete])
    #expect(try fixture.states("N11") == "draft")
    let page = try fixture.page("N11")
    #expect(page.contains("<h1>QUYẾT ĐỊNH</h1>") && page.contains("Số 05-QĐ/HU"))
    #expect(page.contains("ngày 04 tháng 02 năm 2022"))
    #expect(page.contains("Về việc thu hồi công nhận và hủy quyết định khen thưởng"))
    #expect(page.contains("Căn cứ Quyết định số 12-QĐ/HU ngày 15 tháng 12 năm 2021 của Huyện ủy Chợ Đồn;"))
    #expect(page.contains("Căn cứ Quyết định số 20-QĐ/HU ngày 15 tháng 12 năm 2021 của Huyện ủy Chợ Đồn,"))
    #expect(page.contains("01 (một) mô hình, 01 (một) cá nhân"))
    #expect(page.contains("<td>Trần Thị B</td>") && page.contains("<td>kê khai &lt;sai&gt;</td>"))
    #expect(!page.contains("<td>Chi bộ 1</td>"))
    #expect(page.contains("không còn được tính là mô hình được công nhận"))
    #expect(
      try fixture.text(
        "select string_agg(coalesce(r.subject_id is not null, false)::text || ' ' || r.name, '; ' order by r.position) from notice.recipient r"
      ) == "false Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn; true Trần Thị B")
    // Another act of the same decision makes a new version and cancels the old draft.
    try fixture.run("select registry.revoke_commendation(\(commendations[0]), $1, 'như trên')", [.jsonb(decision)])
    _ = try fixture.draft(args(id))
    #expect(try fixture.states("N11") == "cancelled draft")
  }

  @Test(
    "the law on commendations is cited as of the day, by a state body only; what it does not settle is a placeholder")
  func law() throws {
    let fixture = try NoticeCycleFixture()
    let commendations = try fixture.commend(symbol: "20/QĐ-UBND", issuer: "Ủy ban nhân dân huyện Chợ Đồn")
    try fixture.run(
      "select registry.revoke_commendation(\(commendations[0]), $1, 'sai')",
      [
        .jsonb(
          NoticeCycleFixture.decision("7/QĐ-UBND", "2024-03-04", issuer: "Ủy ban nhân dân huyện Chợ Đồn"))
      ])
    #expect(try fixture.draft(args(try document(fixture, "7/QĐ-UBND"))) == [1: .complete])
    let page = try fixture.page("N11")
    #expect(page.contains("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"))
    #expect(!page.contains("15/2003/QH11") && !page.contains("152/2025"))
    #expect(page.contains("nộp lại hiện vật khen thưởng và tiền thưởng đã nhận; mức và thời hạn: [cần bổ sung]"))
    #expect(page.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    #expect(!page.contains("công nhận"))
    #expect(
      try fixture.text("select bases::text from notice.notice").contains("06/2022/QH15")
        && fixture.text("select bases::text from notice.notice").contains("20/QĐ-UBND"))
  }

  @Test("a paper of type TB is a notice, not a decision")
  func notice() throws {
    let fixture = try NoticeCycleFixture()
    _ = try fixture.register("Trồng quế")
    let recognition = try fixture.recognise("Trồng quế")
    try fixture.run(
      "select registry.revoke_recognition(\(recognition), $1, 'không duy trì')",
      [.jsonb(NoticeCycleFixture.decision("9-TB/HU", "2022-02-04"))])
    #expect(try fixture.draft(args(try document(fixture, "9-TB/HU"))) == [1: .complete])
    let page = try fixture.page("N11")
    #expect(page.contains("<h1>THÔNG BÁO</h1>") && !page.contains("QUYẾT ĐỊNH:"))
    #expect(page.contains("Thông báo có hiệu lực kể từ ngày ký."))
    #expect(page.contains("[căn cứ: cần bổ sung]") && !page.contains("Luật Thi đua"))
  }

  @Test("a document that revoked nothing has no notice, and a withdrawal in error is no revocation")
  func nothing() throws {
    let fixture = try NoticeCycleFixture()
    _ = try fixture.register("Trồng quế")
    _ = try fixture.recognise("Trồng quế")
    try fixture.run(
      "select registry.withdraw(submission_id, 'ghi nhầm') from registry.recognition")
    let original = try document(fixture, "12-QĐ/HU")
    #expect(try fixture.draft(args(original), args(999_999)) == [1: Self.absent, 2: Self.absent])
  }
}
