import TestSupport
import Testing

@testable import JobQueue

@Suite("Notices of refusal (N03)")
struct RefusalNoticeTests {
  private static let absent = JobOutcome.discard(
    reason: "the submission does not exist or was neither found invalid nor failed")

  private func args(_ id: Int64) -> String { #"{"notice":"N03","submission_id":\#(id)}"# }

  @Test("an invalid submission is told each error with rule, place and basis, and whom to turn to")
  func invalid() throws {
    let fixture = try NoticeCycleFixture(parameters: #"{"supplement_limit": 0, "contact": "Ban Dân vận, 0209"}"#)
    let id = try fixture.register("Trồng quế", state: "invalid")
    #expect(try fixture.draft(args(id), args(id)) == [1: .complete, 2: .complete])
    #expect(try fixture.draft(args(id)) == [1: .complete])
    #expect(try fixture.states("N03") == "draft")
    let page = try fixture.page("N03")
    #expect(page.contains("Về việc hồ sơ số \(id) không hợp lệ"))
    #expect(page.contains("mô hình “Trồng quế”, đợt CD-2021"))
    #expect(page.contains("1. [DK-001] Thiếu mục bắt buộc: Sản phẩm. (Mục: Sản phẩm, kết quả đầu ra.)"))
    #expect(page.contains("theo quy tắc của đợt CD-2021 (bộ quy tắc số 2)"))
    #expect(page.contains("có quyền kiến nghị về kết quả này với Huyện Chợ Đồn (liên hệ: Ban Dân vận, 0209)"))
    #expect(page.contains("Thời hạn và căn cứ kiến nghị: [cần bổ sung]."))
    let basis = try fixture.text("select basis from registry.rule where rule_set = 2 and code = 'DK-001'")
    #expect(basis.isEmpty || page.contains("Căn cứ: \(basis)."))
    #expect(
      try fixture.text("select string_agg(name, ', ') from notice.recipient").hasPrefix("Xã Nghĩa Tá, "))
  }

  @Test("a failed proposal is told the reason of the minutes for each model, with body and day")
  func failed() throws {
    let fixture = try NoticeCycleFixture()
    let id = try fixture.propose("Trồng quế", "Nuôi dê")
    _ = try fixture.appraise(id, "failed")
    #expect(try fixture.draft(args(id)) == [1: .complete])
    let page = try fixture.page("N03")
    #expect(page.contains("Về việc hồ sơ số \(id) không đạt"))
    #expect(page.contains("Căn cứ biên bản thẩm định ngày 10 tháng 11 năm 2021 của Ban Dân vận Huyện ủy Chợ Đồn"))
    #expect(page.contains("1. Mô hình “Trồng quế”: chưa rõ kết quả."))
    #expect(page.contains("2. Mô hình “Nuôi dê”: chưa rõ kết quả."))
    #expect(!page.contains("DK-001"))
  }

  @Test("what stands otherwise, or is not there, has no refusal")
  func otherwise() throws {
    let fixture = try NoticeCycleFixture()
    let valid = try fixture.register("Trồng quế")
    let waiting = try fixture.register("Nuôi dê", state: "needs_supplement")
    let passed = try fixture.propose("Trồng chè")
    _ = try fixture.appraise(passed, "passed")
    #expect(
      try fixture.draft(args(valid), args(waiting), args(passed), args(999_999))
        == [1: Self.absent, 2: Self.absent, 3: Self.absent, 4: Self.absent])
    for wrong in [
      #"{"notice":"N03"}"#, #"{"notice":"N03","appraisal_id":1}"#, #"{"notice":"N03","submission_id":"1"}"#,
    ] {
      guard case .discard(let reason)? = try fixture.draft(wrong)[1] else {
        Issue.record("\(wrong) was not discarded")
        continue
      }
      #expect(reason.contains("N03 (submission_id)"))
    }
    #expect(try fixture.states("N03") == "")
  }

  @Test("a failure without an appraisal says that its reason is missing, and never invents one")
  func unrecorded() throws {
    let fixture = try NoticeCycleFixture()
    let id = try fixture.propose("Trồng quế")
    try fixture.run("update registry.submission set state = 'failed' where id = \(id)")
    #expect(try fixture.draft(args(id)) == [1: .complete])
    let page = try fixture.page("N03")
    #expect(page.contains("[lý do: cần bổ sung]") && page.contains("[căn cứ: cần bổ sung]"))
  }

  @Test("a withdrawal cancels the draft, and no other is made")
  func withdrawn() throws {
    let fixture = try NoticeCycleFixture(parameters: #"{"supplement_limit": 0}"#)
    let id = try fixture.register("Trồng quế", state: "invalid")
    _ = try fixture.draft(args(id))
    try fixture.run("select registry.withdraw(\(id), 'nộp nhầm')")
    #expect(try fixture.states("N03") == "cancelled")
    #expect(try fixture.draft(args(id)) == [1: Self.absent])
  }

  @Test("arguments are checked when they are enqueued")
  func enqueued() throws {
    let fixture = try NoticeCycleFixture()
    let id = try fixture.register("Trồng quế", state: "invalid")
    #expect(try fixture.number("select queue.enqueue('commendation_notice', '\(args(id))')") > 0)
    for (args, state) in [
      (#"{"notice": "N03"}"#, "23502"), (#"{"notice": "N03", "submission_id": 987}"#, "23503"),
      (#"{"notice": "N05"}"#, "23502"), (#"{"notice": "N05", "appraisal_id": 987}"#, "23503"),
      (#"{"notice": "N11"}"#, "23502"), (#"{"notice": "N11", "document_id": 98765}"#, "23503"),
      (#"{"notice": "N11", "document_id": 0}"#, "22003"), (#"{"notice": "N09", "document_id": 1}"#, "22023"),
    ] {
      #expect(
        try fixture.text("select (queue.args_problem('commendation_notice', 1024, '\(args)'))[1]") == state, "\(args)")
      #expect(throws: (any Error).self, "\(args)") {
        try fixture.run("select queue.enqueue('commendation_notice', '\(args)')")
      }
    }
  }
}
