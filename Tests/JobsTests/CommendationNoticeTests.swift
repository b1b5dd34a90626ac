import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite("Commendation notices")
struct CommendationNoticeTests {
  private let handler: KindHandler

  init() throws {
    handler = try CommendationNotice.handler(
      templateDirectory: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../config/templates").standardized.path)
  }

  /// Runs jobs with these arguments, numbered from 1, in one batch.
  private func run(_ fixture: CommendationFixture, _ args: [String]) throws -> [Int64: JobOutcome] {
    let jobs = args.enumerated().map { ClaimedJob(id: Int64($0.offset + 1), args: $0.element) }
    return try handler.make()(try fixture.database.connect(), jobs)
  }

  private func pages(_ fixture: CommendationFixture, state: String = "draft") throws -> [String] {
    let rows = try fixture.database.connect().query(
      "select html from notice.notice where state = $1 order by id", [.text(state)])
    return try (0..<rows.count).map { try rows.text($0, 0) }
  }

  @Test("a decision and its notices are drafted with their list and recipients")
  func drafts() throws {
    let fixture = try CommendationFixture()
    let (decision, commendations) = try fixture.decide(
      issuer: "Ủy ban nhân dân huyện Thử", symbol: "5/QĐ-UBND", issuedOn: "2024-02-04", form: "giay_khen",
      recipients: [("collective", "Chi hội A"), ("individual", "Người thứ hai")])
    let outcomes = try run(
      fixture,
      [#"{"notice":"N07","commendation_decision_id":\#(decision)}"#]
        + commendations.map { #"{"notice":"N08","commendation_id":\#($0)}"# })
    #expect(outcomes == [1: .complete, 2: .complete, 3: .complete])
    let pages = try pages(fixture)
    #expect(pages.count == 3)
    let page = try #require(pages.first)
    #expect(page.contains("Số: 05/QĐ-UBND"))
    #expect(page.contains("ngày 04 tháng 02 năm 2024"))
    #expect(page.contains("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"))
    #expect(!page.contains("15/2003/QH11") && !page.contains("152/2025"))
    #expect(page.contains("Tặng Giấy khen cho 01 (một) tập thể, 01 (một) cá nhân"))
    #expect(page.contains("DỮ LIỆU MÔ PHỎNG – BẢN DỰ THẢO"))
    let recipients = try fixture.database.connect().query(
      "select n.kind, r.name from notice.recipient r join notice.notice n on n.id = r.notice_id order by n.id, r.position"
    )
    #expect(recipients.count == 4)
  }

  @Test("what the record lacks is printed as missing, not guessed")
  func missing() throws {
    let fixture = try CommendationFixture()
    let (decision, _) = try fixture.decide(issuer: "UBND huyện", recipients: [("collective", "Chi hội A")])
    #expect(try run(fixture, [#"{"notice":"N07","commendation_decision_id":\#(decision)}"#]) == [1: .complete])
    let page = try #require(try pages(fixture).first)
    #expect(page.contains("[căn cứ: cần bổ sung]"))
    #expect(page.contains("khen (hình thức chưa nêu)"))
    #expect(!page.contains("Luật Thi đua"))
  }

  @Test("drafting again changes nothing; a changed list makes a new version and cancels the old draft")
  func again() throws {
    let fixture = try CommendationFixture()
    let (decision, commendations) = try fixture.decide(
      issuer: "UBND huyện", recipients: [("collective", "Chi hội A"), ("collective", "Chi hội B")])
    let args = [#"{"notice":"N07","commendation_decision_id":\#(decision)}"#]
    _ = try run(fixture, args + args)
    _ = try run(fixture, args)
    #expect(try pages(fixture).count == 1)
    try fixture.database.connect().query(
      "update registry.commendation set revoked_at = now() where id = $1", [.int8(commendations.last)])
    _ = try run(fixture, args)
    let drafts = try pages(fixture)
    #expect(drafts.count == 1)
    #expect(try #require(drafts.first).contains("Chi hội B") == false)
    #expect(try pages(fixture, state: "cancelled").count == 1)
  }

  @Test("names are escaped")
  func escaping() throws {
    let fixture = try CommendationFixture()
    let (_, commendations) = try fixture.decide(
      issuer: "Huyện ủy Thử", recipients: [("collective", #"<script>alert("x")</script> & A'B"#)])
    let id = try #require(commendations.first)
    #expect(try run(fixture, [#"{"notice":"N08","commendation_id":\#(id)}"#]) == [1: .complete])
    let page = try #require(try pages(fixture).first)
    #expect(!page.contains("<script>"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(page.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && !page.contains("CỘNG HÒA"))
  }

  @Test("only simulated data is watermarked")
  func watermark() throws {
    let fixture = try CommendationFixture()
    let (decision, _) = try fixture.decide(
      issuer: "UBND huyện", source: "portal", recipients: [("collective", "Chi hội A")])
    _ = try run(fixture, [#"{"notice":"N07","commendation_decision_id":\#(decision)}"#])
    #expect(try #require(try pages(fixture).first).contains("DỮ LIỆU MÔ PHỎNG") == false)
  }

  @Test("bad arguments and withdrawn decisions are discarded, and spoil nothing for their neighbours")
  func discarded() throws {
    let fixture = try CommendationFixture()
    let (decision, commendations) = try fixture.decide(issuer: "UBND huyện", recipients: [("collective", "Chi hội A")])
    let gone = try fixture.decide(issuer: "UBND huyện", recipients: [("collective", "Chi hội B")])
    try fixture.database.connect().query(
      "update registry.commendation_decision set withdrawn_at = now() where id = $1", [.int8(gone.decision)])
    let outcomes = try run(
      fixture,
      [
        #"{"notice":"N07","commendation_decision_id":\#(decision)}"#, "[]", #"{"notice":"N08"}"#,
        #"{"notice":"N09","commendation_id":1}"#, #"{"notice":"N08","commendation_id":999999}"#,
        #"{"notice":"N07","commendation_decision_id":\#(gone.decision)}"#,
        #"{"notice":"N08","commendation_id":\#(try #require(gone.commendations.first))}"#,
        #"{"notice":"N08","commendation_id":\#(try #require(commendations.first))}"#,
      ])
    #expect(outcomes[1] == .complete && outcomes[8] == .complete)
    for id in Int64(2)...7 {
      guard case .discard = try #require(outcomes[id]) else {
        Issue.record("job \(id) was not discarded")
        continue
      }
    }
    #expect(try pages(fixture).count == 2)
  }

  @Test("templates that cannot be read are an error at the start")
  func templates() throws {
    #expect(throws: TemplateError.unreadableDirectory(path: "/nonexistent")) {
      _ = try CommendationNotice.handler(templateDirectory: "/nonexistent")
    }
  }
}
