import Foundation
import Jobs
import Postgres
import TestSupport

@testable import JobQueue

/// A migrated database with the campaign of huyện Chợ Đồn in 2021, short ways through the acts of officers, and the notices drafted.
final class NoticeCycleFixture {
  static let unit = "Xã Nghĩa Tá, huyện Chợ Đồn, tỉnh Bắc Kạn"
  static let district = "Huyện Chợ Đồn, tỉnh Bắc Kạn"

  let database: TestDatabase
  private let connection: Connection
  private let handler: KindHandler

  init(parameters: String = "{}") throws {
    database = try TestDatabase.migrated()
    connection = try database.connect()
    handler = try CommendationNotice.handler(
      templateDirectory: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../config/templates").standardized.path)
    try run(
      "select registry.define_campaign('CD-2021', 'Đợt 2021', '064', '2021', 'chuan_4', 'hanh_chinh', $1)",
      [.jsonb(parameters)])
  }

  /// Runs a statement for its effect.
  func run(_ sql: String, _ parameters: [Parameter] = []) throws { try connection.query(sql, parameters) }

  /// The number that a statement gives.
  func number(_ sql: String, _ parameters: [Parameter] = []) throws -> Int64 {
    try connection.query(sql, parameters).int8(0, 0)
  }

  /// The text that a statement gives; empty for null.
  func text(_ sql: String, _ parameters: [Parameter] = []) throws -> String {
    try connection.query(sql, parameters).textOrNil(0, 0) ?? ""
  }

  /// Hands a submission in and judges it without rules; gives its id.
  func submit(_ key: String, _ kind: String, unit: String = unit, _ content: String, state: String = "valid") throws
    -> Int64
  {
    let id = try number(
      "select registry.submit('test', $1, $2, 'CD-2021', $3, $4)",
      [.text(key), .text(kind), .text(unit), .jsonb(content)])
    try judge(id, state: state)
    return id
  }

  /// Judges a submission without rules; one that is refused has an error of rule DK-001.
  func judge(_ id: Int64, state: String) throws {
    let severity = state == "valid" ? "G" : "L"
    try run(
      """
      select registry.validation_apply((
        select jsonb_agg(jsonb_build_object('id', f.submission_id, 'version', f.facts::jsonb -> 'version', 'rule_set', 2, 'state', $2::text,
          'findings', jsonb_build_array(jsonb_build_object('code', 'DK-001', 'severity', $3::text, 'path', '/outputs',
            'message', 'Thiếu mục bắt buộc: Sản phẩm.')),
          'unit_id', (select c -> 'id' from jsonb_array_elements(f.facts::jsonb #> '{unit,candidates}') c
                      where coalesce(c ->> 'valid_until', '9999') >= f.facts::jsonb ->> 'filed_on' limit 1)))::text
        from registry.validation_facts(array[$1::bigint]) f))
      """, [.int8(id), .text(state), .text(severity)])
  }

  /// A registration of a model.
  func register(_ name: String, state: String = "valid") throws -> Int64 {
    try submit(
      "s \(name)", "registration",
      """
      {"filed_on": "2021-03-02", "year": 2021, "type": "new", "model": {"name": "\(name)", "field": "Kinh tế", "places": ["Thôn 1"]},
       "subjects": [{"kind": "collective", "name": "Chi hội", "role": "lead"}]}
      """, state: state)
  }

  /// Registers models and proposes them for recognition by the district; the proposal is valid.
  func propose(_ names: String...) throws -> Int64 {
    for name in names { _ = try register(name) }
    let models = names.map { #"{"unit": "\#(Self.unit)", "name": "\#($0)"}"# }.joined(separator: ",")
    return try submit(
      "p \(names[0])", "recognition_proposal", unit: Self.district,
      #"{"filed_on": "2021-11-01", "level": "HUYEN", "year": 2021, "title": "mo_hinh", "models": [\#(models)]}"#)
  }

  /// Appraises a proposal; gives the appraisal's id.
  func appraise(_ id: Int64, _ conclusion: String, scores: String = "[]", reason: String = "chưa rõ kết quả") throws
    -> Int64
  {
    try number(
      "select registry.appraise($1, $2, '[{\"name\": \"Nguyễn Văn A\"}]', $3, $4)",
      [
        .int8(id), .jsonb(scores),
        .jsonb(#"{"body": "Ban Dân vận Huyện ủy Chợ Đồn", "held_on": "2021-11-10", "reason": "\#(reason)"}"#),
        .text(conclusion),
      ])
  }

  /// Recognises a model of the fixture's unit; gives the recognition's id.
  func recognise(_ name: String, symbol: String = "12-QĐ/HU") throws -> Int64 {
    let id = try number(
      "select registry.record_recognition('CD-2021', $1, $2, 'HUYEN', 2021, 'mo_hinh', $3)",
      [
        .text(Self.district), .jsonb(Self.decision(symbol, "2021-12-15")),
        .jsonb(#"[{"unit": "\#(Self.unit)", "name": "\#(name)"}]"#),
      ])
    try judge(id, state: "valid")
    return try number("select id from registry.recognition where submission_id = \(id)")
  }

  /// Commends a collective and a person; gives the commendations' ids.
  func commend(symbol: String = "20-QĐ/HU", issuer: String = "Huyện ủy Chợ Đồn") throws -> [Int64] {
    let id = try number(
      "select registry.record_commendation('CD-2021', $1, $2, $3, $4)",
      [
        .text(Self.district), .jsonb(Self.decision(symbol, "2021-12-15", issuer: issuer)),
        .jsonb(
          #"{"level": "HUYEN", "form": "giay_khen", "movement": "Dân vận khéo", "period": "2021", "reason": "Có thành tích"}"#
        ),
        .jsonb(
          #"[{"kind": "collective", "name": "Chi bộ 1", "unit": "\#(Self.unit)"}, {"kind": "individual", "name": "Trần Thị B", "unit": "\#(Self.unit)"}]"#
        ),
      ])
    try judge(id, state: "valid")
    let rows = try connection.query(
      """
      select k.id from registry.commendation k join registry.commendation_decision d on d.id = k.commendation_decision_id
      where d.submission_id = $1 order by k.list_position
      """, [.int8(id)])
    return try (0..<rows.count).map { try rows.int8($0, 0) }
  }

  /// Head of a decision.
  static func decision(_ symbol: String, _ day: String, issuer: String = "Huyện ủy Chợ Đồn") -> String {
    #"{"symbol": "\#(symbol)", "issued_on": "\#(day)", "issuer": "\#(issuer)"}"#
  }

  /// Runs notice jobs with these arguments, numbered from 1, in one batch.
  func draft(_ args: String...) throws -> [Int64: JobOutcome] {
    let jobs = args.enumerated().map { ClaimedJob(id: Int64($0.offset + 1), args: $0.element) }
    return try handler.make()(connection, jobs)
  }

  /// The one page of a kind that is a draft, its markup included.
  func page(_ kind: String) throws -> String {
    try text("select html from notice.notice where kind = $1 and state = 'draft'", [.text(kind)])
  }

  /// States of the notices of a kind, oldest first.
  func states(_ kind: String) throws -> String {
    try text("select string_agg(state, ' ' order by id) from notice.notice where kind = $1", [.text(kind)])
  }
}
