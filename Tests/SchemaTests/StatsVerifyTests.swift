import Postgres
import TestSupport
import Testing

/// stats.verify.sql, and the triggers of 0012_periods.sql that log what it would find.
@Suite("stats.verify")
struct StatsVerifyTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
  }

  @Test("nothing differs after a refresh, and a change that waits for one shows")
  func pending() throws {
    let connection = try database.connect()
    try connection.query("select history.registration(7, 2021)")
    try connection.query("select stats.refresh()")
    #expect(try found(connection, "null, null") == [])
    try connection.query("select history.registration(7, 2021)")
    #expect(
      try found(connection, "'U7', '2021'").contains(#"hanh_chinh U7 2021 M07 {"registration_type": "new"} 1 2"#))
    #expect(try found(connection, "'U8', '2021'") == [])
    #expect(try found(connection, "'U7', '2018-2020'") == [])
  }

  @Test(
    "a wrong figure is named with what it should be",
    arguments: [
      (
        "update stats.rolled set value = 9 where measure = 'M10' and unit_id = history.u(4)",
        "hanh_chinh U4 2021 M10 {} 9 0"
      ),
      ("delete from stats.rolled where measure = 'M11Y' and unit_id = history.u(1)", "hanh_chinh U1 2021 M11Y {} 0 5"),
      ("update stats.cell set row_count = 2 where measure = 'M07'", "- U7 2021 M07 {} 1 1"),
      ("update stats.rolled set unit_id = history.u(5) where unit_id = history.u(4)", "hanh_chinh U5 2021 M07 {} 1 0"),
      (
        "update stats.path set ancestors = '{1}', blocks = '{null}'; delete from stats.rolled",
        "hanh_chinh U1 2021 M07 {} 0 1"
      ),
    ])
  func wrong(change: String, line: String) throws {
    let connection = try database.connect()
    try connection.query("select history.registration(7, 2021)")
    try connection.query("select stats.refresh()")
    try connection.script(change)
    #expect(try found(connection, "null, '2021'").contains(line))
  }

  @Test("a member that ends and a first block change the figures above without another hint")
  func organisation() throws {
    let connection = try database.connect()
    try connection.script(
      "select history.registration(7, 2021), history.registration(47, 2021); select stats.refresh()")
    try connection.script("update registry.unit set valid = daterange(null, '2021-07-01') where id = history.u(6)")
    try connection.query("select stats.refresh()")
    #expect(try found(connection, "null, null") == [])
    #expect(try connection.query("select stats.figure('M11Y', 'U1', '2021')::bigint").int8(0, 0) == 4)
    try connection.script(
      """
      insert into registry.block (committee_id, code, name, name_key)
      select id, 'B', 'B', 'b' from history.unit where n in (41, 43, 45);
      select stats.refresh()
      """)
    #expect(try found(connection, "null, null") == [])
    let unassigned = "select count(*) from stats.total where block_id = 0 and measure = 'M07'"
    #expect(try connection.query(unassigned).int8(0, 0) > 0)
  }

  @Test(
    "an unknown unit, and a period that is not kept, are refused", arguments: ["'NOPE'", "null, '2031'", "null, 'x'"])
  func refused(arguments: String) throws {
    let connection = try database.connect()
    let error = #expect(throws: PostgresError.self) { try connection.query("select stats.verify(\(arguments))") }
    #expect(error?.sqlState == "22023")
  }

  private func found(_ connection: borrowing Connection, _ arguments: String) throws -> [String] {
    let rows = try connection.query(
      """
      select format('%s %s %s %s %s %s %s', coalesce(tree, '-'), unit_code, period_code, measure, dimensions, stored, counted)
      from stats.verify(\(arguments))
      """)
    return try (0..<rows.count).map { try rows.text($0, 0) }
  }
}
