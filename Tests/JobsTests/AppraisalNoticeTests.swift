import TestSupport
import Testing

@testable import JobQueue

@Suite("Notices of an appraisal's result (N05)")
struct AppraisalNoticeTests {
  private static let absent = JobOutcome.discard(
    reason: "the appraisal does not exist, or a later one, a new version or a withdrawal took its place")
  private static let scores =
    #"[{"model": 0, "novelty": 20.5, "skill": 20, "practicality": 20, "effectiveness": 22}]"#

  private func args(_ id: Int64) -> String { #"{"notice":"N05","appraisal_id":\#(id)}"# }

  @Test("it names campaign, body, day and the result of each model, and keeps scores to itself unless they are public")
  func result() throws {
    let fixture = try NoticeCycleFixture()
    let proposal = try fixture.propose("Trồng quế")
    let id = try fixture.appraise(proposal, "passed", scores: Self.scores)
    #expect(try fixture.draft(args(id), args(id)) == [1: .complete, 2: .complete])
    #expect(try fixture.draft(args(id)) == [1: .complete])
    #expect(try fixture.states("N05") == "draft")
    let page = try fixture.page("N05")
    #expect(page.contains("Kết quả thẩm định hồ sơ số \(proposal)"))
    #expect(page.contains("BAN DÂN VẬN HUYỆN ỦY CHỢ ĐỒN") && page.contains("ĐẢNG CỘNG SẢN VIỆT NAM"))
    #expect(page.contains("đợt CD-2021") && page.contains("ngày 10 tháng 11 năm 2021"))
    #expect(page.contains("Kết luận: Đạt."))
    #expect(
      page.contains("<td>1</td><td>Trồng quế</td><td>Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn</td><td>Đạt</td></tr>"))
    #expect(!page.contains("82"))
    #expect(try fixture.text("select data #>> '{items,0,total}' from notice.notice") == "")
  }

  @Test("a campaign that publishes its scores has them printed, with a decimal comma")
  func scores() throws {
    let fixture = try NoticeCycleFixture(parameters: #"{"publish_scores": true}"#)
    let scored = try fixture.appraise(try fixture.propose("Trồng quế"), "passed", scores: Self.scores)
    let unscored = try fixture.appraise(try fixture.propose("Nuôi dê"), "passed")
    _ = try fixture.draft(args(scored), args(unscored))
    let pages = try fixture.text("select string_agg(html, '' order by object_id) from notice.notice")
    #expect(pages.contains("<th scope=\"col\">Điểm</th>"))
    #expect(pages.contains("<td>82,5</td>") && pages.contains("<td>không chấm điểm</td>"))
  }

  @Test("the reason of a failure or return is printed; a proposal without models lists its recipients")
  func recipients() throws {
    let fixture = try NoticeCycleFixture()
    let proposal = try fixture.submit(
      "k", "commendation_proposal", unit: NoticeCycleFixture.district,
      """
      {"filed_on": "2021-11-01", "level": "HUYEN", "form": "giay_khen", "movement": "Dân vận khéo", "period": "2021", "reason": "x",
       "recipients": [{"kind": "collective", "name": "Chi bộ <1>", "unit": "\(NoticeCycleFixture.unit)"}]}
      """)
    let id = try fixture.appraise(proposal, "returned", reason: "thiếu biên bản")
    #expect(try fixture.draft(args(id)) == [1: .complete])
    let page = try fixture.page("N05")
    #expect(page.contains("Kết luận: Trả lại. Lý do: thiếu biên bản."))
    #expect(page.contains("Tập thể, cá nhân</th>") && page.contains("<td>Chi bộ &lt;1&gt;</td>"))
  }

  @Test("only the last appraisal of what still stands is announced")
  func superseded() throws {
    let fixture = try NoticeCycleFixture()
    let proposal = try fixture.propose("Trồng quế")
    let first = try fixture.appraise(proposal, "returned")
    _ = try fixture.draft(args(first))
    // As after a returned proposal was judged anew.
    try fixture.run("update registry.submission set state = 'valid' where id = \(proposal)")
    #expect(try fixture.draft(args(first)) == [1: Self.absent])
    let second = try fixture.appraise(proposal, "passed")
    #expect(try fixture.draft(args(first), args(second), args(999)) == [1: Self.absent, 2: .complete, 3: Self.absent])
    let gone = try fixture.propose("Nuôi dê")
    let returned = try fixture.appraise(gone, "returned")
    _ = try fixture.draft(args(returned))
    try fixture.run("select registry.withdraw(\(gone), 'nộp nhầm')")
    #expect(try fixture.text("select state from notice.notice where object_id = \(returned)") == "cancelled")
    #expect(try fixture.draft(args(returned)) == [1: Self.absent])
  }
}
