import DanVanKheo
import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// The rule book through the queue: campaigns with parameters, confirmations, requests for supplements.
@Suite("The rule book end to end")
struct RuleBookEndToEndTests {
  private func define(_ fixture: SubmissionValidationFixture, _ parameters: String) throws {
    try fixture.database.connect().query(
      "select registry.define_campaign('BK-2021', 'Đợt', '06', '2021', 'chuan_4', 'hanh_chinh', $1)",
      [.jsonb(parameters)])
  }

  private func submit(
    _ fixture: SubmissionValidationFixture, _ content: JSON, _ kind: SubmissionKind = .registration, key: String = "1",
    unit: String = SubmissionValidationFixture.commune, attachments: String = "[]"
  ) throws -> Int64 {
    try fixture.database.connect().query(
      "select registry.submit('test', $1, $2, 'BK-2021', $3, $4, $5)",
      [.text(key), .text(kind.rawValue), .text(unit), .jsonb(content.written), .jsonb(attachments)]
    ).int8(0, 0)
  }

  private func codes(_ fixture: SubmissionValidationFixture, _ version: Int = 1) throws -> String {
    try fixture.text(
      "select string_agg(severity || ' ' || code || ' ' || path, ', ' order by code) from registry.finding where version = \(version)"
    )
  }

  @Test("a campaign's deadline and its weight of a rule decide")
  func parameters() throws {
    let fixture = try SubmissionValidationFixture()
    try define(fixture, #"{"registration_deadline": "trước ngày 02/3/2021", "severity": {"DK-012": "C"}}"#)
    _ = try submit(fixture, try SubmissionValidationFixture.content(.registration))
    try fixture.validateAll()
    #expect(try codes(fixture) == "L DK-005 /filed_on, C DK-012 /attachments")
    #expect(try fixture.text("select rule_set::text from registry.submission") == "2")
  }

  @Test("a supplement after the deadline counts from its first version, and keeps the confirmation")
  func supplement() throws {
    let fixture = try SubmissionValidationFixture()
    try define(fixture, #"{"registration_deadline": "2021-03-02"}"#)
    let id = try submit(
      fixture, try SubmissionValidationFixture.content(.registration, [(["outputs"], nil)]),
      attachments: SubmissionValidationFixture.attachments)
    try fixture.validateAll()
    #expect(try codes(fixture) == "L DK-001 /outputs")
    let again = try submit(
      fixture, try SubmissionValidationFixture.content(.registration, [(["filed_on"], "2021-04-20")]))
    #expect(again == id)
    try fixture.validateAll()
    #expect(try codes(fixture, 2) == "")
    #expect(try fixture.text("select state || version from registry.submission") == "valid2")
  }

  @Test("a report needs the registration of its year, and is not made twice")
  func reports() throws {
    let fixture = try SubmissionValidationFixture()
    let content = try SubmissionValidationFixture.content(.report)
    let files = SubmissionValidationFixture.attachments
    _ = try submit(fixture, content, .report, key: "too early", attachments: files)
    _ = try submit(
      fixture, try SubmissionValidationFixture.content(.registration), key: "registration", attachments: files)
    let first = try submit(fixture, content, .report, key: "first", attachments: files)
    _ = try submit(fixture, content, .report, key: "second", attachments: files)
    try fixture.validateAll(lanes: 3)
    #expect(
      try fixture.text(
        "select string_agg(s.key || ' ' || f.code || coalesce(' ' || (f.data ->> 'id'), ''), ', ' order by s.id) from registry.finding f join registry.submission s on s.id = f.submission_id"
      ) == "too early BC-001, second BC-014 \(first)")
    #expect(try fixture.number("select count(*) from registry.report") == 1)
  }

  @Test("a submission held back for its unit gives its rows once a person chose one")
  func chosenUnit() throws {
    let fixture = try SubmissionValidationFixture()
    let id = try submit(
      fixture, try SubmissionValidationFixture.content(.registration), unit: "Châu Thành",
      attachments: SubmissionValidationFixture.attachments)
    try fixture.validateAll()
    #expect(try codes(fixture) == "C DV-003 /unit")
    #expect(try fixture.number("select count(*) from registry.registration") == 0)
    let unit = try fixture.number(
      "select f.unit_id from registry.find_unit('huyện Châu Thành, tỉnh Bến Tre', '2021-03-02') f where alive")
    let connection = try fixture.database.connect()
    try connection.query(
      "select registry.confirm_finding($1, 'DV-003', '/unit', 'của Bến Tre', $2)", [.int8(id), .int8(unit)])
    try fixture.validateAll()
    #expect(try fixture.text("select state from registry.submission") == "valid")
    #expect(try fixture.number("select unit_id from registry.registration") == unit)
    #expect(try codes(fixture) == "C DV-003 /unit")
    #expect(try fixture.number("select count(*) from registry.finding where confirmed_unit_id = \(unit)") == 1)
  }

  @Test("the request for a supplement is drafted where the campaign wants it, and cancelled by the answer")
  func request() throws {
    let fixture = try SubmissionValidationFixture()
    try define(fixture, #"{"request_supplements": true, "supplement_days": 10, "contact": "Ban Dân vận"}"#)
    let content = try SubmissionValidationFixture.content(.registration, [(["outputs"], nil)])
    let id = try submit(fixture, content)
    try fixture.validateAll()
    #expect(
      try fixture.text("select string_agg(args::text, ' ') from queue.job where kind = 'commendation_notice'")
        == #"{"notice": "N02", "submission_id": \#(id)}"#)
    #expect(try draft(fixture, #"{"notice":"N02","submission_id":\#(id)}"#) == .complete)
    let page = try fixture.text("select html from notice.notice where kind = 'N02' and state = 'draft'")
    #expect(page.contains("Về việc yêu cầu bổ sung hồ sơ số \(id)"))
    #expect(page.contains("[DK-001] Thiếu mục bắt buộc: Sản phẩm, kết quả đầu ra."))
    #expect(page.contains("[DK-012] Thiếu xác nhận"))
    #expect(page.contains("Người liên hệ: Ban Dân vận."))
    #expect(page.contains("lần thứ 1"))
    #expect(page.contains("Thời hạn bổ sung: đến hết ngày"))
    #expect(try fixture.text("select name from notice.recipient").hasPrefix("Xã Nông Thượng, "))
    _ = try submit(
      fixture, try SubmissionValidationFixture.content(.registration),
      attachments: SubmissionValidationFixture.attachments)
    #expect(try fixture.text("select string_agg(state, ' ') from notice.notice") == "cancelled")
    #expect(
      try draft(fixture, #"{"notice":"N02","submission_id":\#(id)}"#)
        == .discard(reason: "the submission does not exist or waits for no supplement"))
  }

  @Test("no campaign gets a request drafted unasked, and arguments are checked when they are enqueued")
  func unasked() throws {
    let fixture = try SubmissionValidationFixture()
    let id = try submit(fixture, try SubmissionValidationFixture.content(.registration))
    try fixture.validateAll()
    #expect(try fixture.number("select count(*) from queue.job where kind = 'commendation_notice'") == 0)
    let connection = try fixture.database.connect()
    try connection.query(
      "select queue.enqueue('commendation_notice', jsonb_build_object('notice', 'N02', 'submission_id', $1::bigint))",
      [.int8(id)])
    #expect { try connection.query("select queue.enqueue('commendation_notice', '{\"notice\": \"N02\"}')") } throws: {
      ($0 as? PostgresError)?.sqlState?.rawValue == "23502"
    }
    #expect {
      try connection.query(
        "select queue.enqueue('commendation_notice', '{\"notice\": \"N02\", \"submission_id\": 987}')")
    } throws: {
      ($0 as? PostgresError)?.sqlState?.rawValue == "23503"
    }
  }

  private func draft(_ fixture: SubmissionValidationFixture, _ args: String) throws -> JobOutcome? {
    let handler = try CommendationNotice.handler(
      templateDirectory: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../config/templates").standardized.path)
    return try handler.make()(try fixture.database.connect(), [ClaimedJob(id: 1, args: args)])[1]
  }
}
