import Foundation
import JobQueue
import Jobs
import Postgres
import TestSupport

@testable import DanVanKheo

/// A migrated database with two campaigns of tỉnh Bắc Kạn, submissions made from the valid examples of the forms, and engines on it.
final class SubmissionValidationFixture: Sendable {
  /// A commune of Bắc Kạn until 2025.
  static let commune = "Xã Nông Thượng, thành phố Bắc Kạn, tỉnh Bắc Kạn"

  let database: TestDatabase

  init() throws {
    database = try TestDatabase.migrated()
    let connection = try database.connect()
    for year in [2020, 2021] {
      try connection.query(
        "select registry.define_campaign($1, $2, '06', $3, 'chuan_4', 'hanh_chinh')",
        [.text("BK-\(year)"), .text("Dân vận khéo tỉnh Bắc Kạn năm \(year)"), .text(String(year))])
    }
  }

  /// What a dossier without a flaw comes with: the confirmation, and evidence.
  static let attachments = """
    [{"name": "xac-nhan.pdf", "kind": "confirmation", "sha256": "\(String(repeating: "0a", count: 32))"},
     {"name": "anh.jpg", "kind": "photo", "sha256": "\(String(repeating: "0b", count: 32))"}]
    """

  /// The valid example of a form, with changes.
  static func content(_ kind: SubmissionKind, _ edits: [(path: [String], value: JSON?)] = []) throws -> JSON {
    let folder = URL(filePath: #filePath).appending(path: "../../../sql/reference/forms").standardized
    let text = try String(contentsOf: folder.appending(path: "\(kind.rawValue).v1.valid.json"), encoding: .utf8)
    return edits.reduce(try JSON(parsing: text)) { $0.edited($1.path[...], $1.value) }
  }

  /// Hands a submission in; returns its id.
  @discardableResult
  func submit(
    _ kind: SubmissionKind, key: String, year: Int = 2021, unit: String = commune, _ content: JSON,
    on connection: borrowing Connection
  ) throws -> Int64 {
    try connection.prepared(
      "submit", "select registry.submit('test', $1, $2, $3, $4, $5, $6)",
      [
        .text(key), .text(kind.rawValue), .text("BK-\(year)"), .text(unit), .jsonb(content.written),
        .jsonb(Self.attachments),
      ]
    ).int8(0, 0)
  }

  /// Hands a submission in; returns its id.
  @discardableResult
  func submit(
    _ kind: SubmissionKind, key: String, year: Int = 2021, unit: String = commune,
    _ edits: (path: [String], value: JSON?)...
  ) throws -> Int64 {
    let connection = try database.connect()
    return try submit(kind, key: key, year: year, unit: unit, try Self.content(kind, edits), on: connection)
  }

  /// Runs the validation jobs until none is left.
  func validateAll(lanes: Int = 1) throws {
    let engine = Engine(
      configuration: EngineConfiguration(
        connection: database.url, pools: [PoolConfiguration(handler: SubmissionValidation.handler(), lanes: lanes)],
        pollInterval: .milliseconds(20)),
      onEvent: { _ in })
    engine.start()
    defer { if !engine.drain(within: .seconds(10)) { engine.abort() } }
    try eventually(within: .seconds(60), "the last validation") {
      try number("select count(*) from queue.job where kind = 'submission_validation'") == 0
    }
  }

  func number(_ sql: String) throws -> Int64 { try database.connect().query(sql).int8(0, 0) }

  func text(_ sql: String) throws -> String { try database.connect().query(sql).textOrNil(0, 0) ?? "" }

  /// Everything that validation wrote, without surrogate keys and times.
  func canonicalRows() throws -> [String] {
    let connection = try database.connect()
    let rows = try connection.query(Self.dump)
    return try (0..<rows.count).map { try rows.text($0, 0) }
  }

  private static let dump = """
    select x.line from (
      select 'submission ' || concat_ws('|', s.id, s.state, s.version, u.path) as line
        from registry.submission s left join registry.unit u on u.id = s.unit_id
      union all select 'finding ' || concat_ws('|', f.submission_id, f.version, f.code, f.severity, f.path, f.message, f.data)
        from registry.finding f
      union all select 'model ' || concat_ws('|', m.code, m.name, m.name_key, u.path, f.code, m.first_year, m.state, m.submission_id)
        from registry.model m join registry.unit u on u.id = m.unit_id left join registry.field f on f.id = m.field_id
      union all select 'registration ' || concat_ws('|', r.submission_id, m.code, r.year, r.type, u.path, f.code, s.name, r.subject_kind,
                                                   o.code, r.starts_on, r.ends_on, r.registered_on)
        from registry.registration r join registry.model m on m.id = r.model_id join registry.unit u on u.id = r.unit_id
        left join registry.field f on f.id = r.field_id left join registry.subject s on s.id = r.subject_id
        left join registry.model o on o.id = r.source_model_id
      union all select 'subject ' || concat_ws('|', s.kind, s.name, u.path) from registry.subject s left join registry.unit u on u.id = s.unit_id
      union all select 'model_subject ' || concat_ws('|', m.code, s.name, x.role, x.position)
        from registry.model_subject x join registry.model m on m.id = x.model_id join registry.subject s on s.id = x.subject_id
      union all select 'model_place ' || concat_ws('|', m.code, p.place, p.position)
        from registry.model_place p join registry.model m on m.id = p.model_id
      union all select 'report ' || concat_ws('|', r.submission_id, m.code, r.year, r.narrative, r.indicators, r.held_on)
        from registry.report r left join registry.model m on m.id = r.model_id
      union all select 'recognition ' || concat_ws('|', r.submission_id, m.code, r.level, r.year, r.title, r.recognised_on)
        from registry.recognition r join registry.model m on m.id = r.model_id
      union all select 'commendation ' || concat_ws('|', d.submission_id, c.list_position, c.subject_name, c.level, c.form, c.commended_on)
        from registry.commendation c join registry.commendation_decision d on d.id = c.commendation_decision_id
      union all select 'inspection ' || concat_ws('|', i.submission_id, i.team, i.inspected_on, u.path)
        from registry.inspection i left join registry.inspection_unit x on x.inspection_id = i.id
        left join registry.unit u on u.id = x.unit_id) x
    order by x.line collate "C"
    """
}

extension JSON {
  /// The value with the one at a path replaced; nil removes it.
  ///
  /// Lists are addressed by number.
  func edited(_ path: ArraySlice<String>, _ value: JSON?) -> JSON {
    guard let name = path.first else { return value ?? .null }
    if case .array(var elements) = self, let index = Int(name) {
      elements[index] = elements[index].edited(path.dropFirst(), value)
      return .array(elements)
    }
    var members: [Member] = if case .object(let members) = self { members } else { [] }
    let at = members.firstIndex { $0.name == name }
    if path.count == 1, value == nil {
      if let at { members.remove(at: at) }
    } else if let at {
      members[at].value = members[at].value.edited(path.dropFirst(), value)
    } else {
      members.append(Member(name, JSON.object([]).edited(path.dropFirst(), value)))
    }
    return .object(members)
  }
}
