import Postgres
import TestSupport
import Testing

/// A migrated database with one campaign of huyện Chợ Đồn in 2021, and short ways to submit and to judge.
final class RegistryFixture {
  let database: TestDatabase
  private let connection: Connection

  static let unit = "Xã Nghĩa Tá, huyện Chợ Đồn, tỉnh Bắc Kạn"

  /// Makes a database of its own.
  convenience init() throws {
    try self.init(Self.prepared())
  }

  /// Opens a session on a database that all tests share which only read, or whose statements fail.
  static func reading() throws -> RegistryFixture {
    try RegistryFixture(shared.get())
  }

  private static let shared = Result { try prepared() }

  private init(_ database: TestDatabase) throws {
    self.database = database
    connection = try database.connect()
  }

  private static func prepared() throws -> TestDatabase {
    let database = try TestDatabase.migrated()
    try database.connect().query(
      """
      select registry.define_campaign('CD-' || year, 'Đợt ' || year, '064', year::text, 'chuan_4', 'hanh_chinh')
      from generate_series(2020, 2021) year
      """)
    return database
  }

  /// Runs a statement for its effect.
  func run(_ sql: String, _ parameters: [Parameter] = []) throws {
    try connection.query(sql, parameters)
  }

  /// The rows of a statement as texts, members of a row joined by `|`, nulls as `–`.
  func rows(_ sql: String, _ parameters: [Parameter] = []) throws -> [String] {
    let rows = try connection.query(
      "select array_to_string(array(select value from json_each_text(row_to_json(q)) with ordinality order by ordinality), '|', '–') from (\(sql)) q",
      parameters)
    return try (0..<rows.count).map { try rows.text($0, 0) }
  }

  /// The text of a statement that gives one row with one text.
  func text(_ sql: String, _ parameters: [Parameter] = []) throws -> String? {
    try connection.query(sql, parameters).textOrNil(0, 0)
  }

  /// Submits and gives the id.
  @discardableResult
  func submit(
    _ key: String, kind: String = "registration", campaign: String = "CD-2021", unit: String = unit, _ content: String
  ) throws -> Int64 {
    let id = try text(
      "select registry.submit('test', $1, $2, $3, $4, $5)::text",
      [.text(key), .text(kind), .text(campaign), .text(unit), .jsonb(content)])
    return try #require(id.flatMap { Int64($0) })
  }

  /// Content of a registration.
  static func registration(
    _ name: String, year: Int = 2021, type: String = "new", subject: String = "Chi bộ 1", extra: String = ""
  )
    -> String
  {
    """
    {"filed_on": "\(year)-03-02", "year": \(year), "type": "\(type)",
     "model": {"name": "\(name)", "field": "Kinh tế", "places": ["Thôn 1"]},
     "subjects": [{"kind": "collective", "name": "\(subject)", "role": "lead"}]\(extra)}
    """
  }

  /// Judges submissions without rules: each becomes `state`, with the one alive unit that its facts name.
  func judge(_ ids: [Int64]? = nil, state: String = "valid") throws {
    try run(
      """
      select registry.validation_apply((
        select jsonb_agg(jsonb_build_object('id', f.submission_id, 'version', f.facts::jsonb -> 'version', 'rule_set', 1, 'state', $2::text,
          'findings', jsonb_build_array(jsonb_build_object('code', 'VB-002', 'severity', 'G', 'path', '', 'message', 'm')),
          'unit_id', (select c -> 'id' from jsonb_array_elements(f.facts::jsonb #> '{unit,candidates}') c
                      where coalesce(c ->> 'valid_until', '9999') >= f.facts::jsonb ->> 'filed_on' limit 1)))::text
        from registry.validation_facts(coalesce($1, array(select id from registry.submission where state = 'submitted'))) f))
      """,
      [.int8Array(ids), .text(state)])
  }

  /// One member of a submission's facts, as JSON text.
  func facts(_ id: Int64, _ path: String) throws -> String? {
    try text(
      "select (facts::jsonb #> $2::text[])::text from registry.validation_facts($1)",
      [.int8Array([id]), .text("{\(path)}")])
  }
}

/// Runs a body that must fail on the server, and gives the error.
func serverError(_ body: () throws -> Void) throws -> ServerError {
  do {
    try body()
  } catch let error as PostgresError {
    if case .server(let server) = error { return server }
    throw error
  }
  throw TestSupportError("no error came")
}
