import Dispatch
import Postgres
import Testing

@testable import TestSupport

/// stats.refresh.sql, stats.apply.sql, stats.climb.sql, stats.touch.sql.
@Suite("stats.refresh")
struct StatsRefreshTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
  }

  @Test("refreshes of a random life give the rows of a rebuild", arguments: [0.11, 0.52, -0.73])
  func equalsRebuild(seed: Double) throws {
    let connection = try database.connect()
    try connection.query("select history.run(120, $1)", [.float8(seed)])
    #expect(try number(connection, "select history.differences()") == 0, "seed \(seed)")
    try connection.query("select history.run(60, $1)", [.float8(seed / 2)])
    #expect(try number(connection, "select history.differences()") == 0, "seed \(seed), second part")
    #expect(try number(connection, "select count(*) from stats.total") > 500)
  }

  @Test("a change that commits after a refresh looked is in the next one")
  func lateCommit() throws {
    let late = try database.connect()
    let other = try database.connect()
    try late.query("begin")
    try late.query("select history.registration(7, 2021)")
    try other.query("select history.registration(8, 2021)")
    try other.query("select stats.refresh()")
    #expect(try number(other, Self.models) == 1)
    try late.query("commit")
    #expect(try number(other, Self.models) == 1)
    try other.query("select stats.refresh()")
    #expect(try number(other, Self.models) == 2)
  }

  @Test("writers of one unit do not wait for each other or for a refresh")
  func writersDoNotWait() throws {
    let first = try database.connect()
    let second = try database.connect()
    let third = try database.connect()
    try first.query("begin")
    try first.query("select stats.touch(array[history.u(7)], array[2021])")
    try second.query("begin")
    try second.query("select stats.refresh()")
    try third.query("set lock_timeout = '1s'")
    try third.query("select stats.touch(array[history.u(7)], array[2021])")
    try second.query("commit")
    try first.query("commit")
    #expect(try number(third, "select count(*) from stats.change") == 2)
  }

  @Test("four sessions that change and refresh at once lose nothing and wait for no deadlock")
  func concurrent() throws {
    let failures = Locked<[String]>([])
    let database = self.database
    DispatchQueue.concurrentPerform(iterations: 4) { session in
      do {
        let connection = try database.connect()
        for step in 0..<15 {
          try connection.query(
            "select history.registration($1, $2)",
            [.int4(Int32(7 + (session + step) % 6)), .int4(Int32(2019 + step % 3))])
          if step % 5 == 4 {
            try connection.query(
              "update registry.unit_parent set parent_id = history.u(\(2 + session)) where unit_id = history.u(7)")
          }
          try connection.query("select stats.refresh()")
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    let connection = try database.connect()
    try connection.query("select stats.refresh()")
    #expect(
      try number(
        connection, "select stats.figure('M06', 'U1', '2018-2020')::bigint + stats.figure('M06', 'U1', '2021')::bigint")
        == 60)
    #expect(try number(connection, "select count(*) from stats.verify()") == 0)
    #expect(try number(connection, "select history.differences()") == 0)
  }

  @Test("a refresh that is rolled back leaves the changes and the figures as they were")
  func rolledBack() throws {
    let connection = try database.connect()
    try connection.query("select stats.refresh()")
    try connection.query("select history.registration(7, 2021)")
    try connection.query("begin")
    try connection.query("select stats.refresh()")
    #expect(try number(connection, Self.models) == 1)
    try connection.query("rollback")
    #expect(try number(connection, Self.models) == 0)
    try connection.query("select stats.refresh()")
    #expect(try number(connection, Self.models) == 1)
  }

  @Test("a unit that moves takes its figures to the new parent")
  func moves() throws {
    let connection = try database.connect()
    try connection.query("select history.registration(7, 2021)")
    try connection.query("select stats.refresh()")
    let parents =
      "select string_agg(h.n::text, ',' order by h.n) from stats.total t join history.unit h on h.id = t.unit_id "
      + "where t.measure = 'M07' and t.registration_type is null and t.field_id is null and t.subject_kind is null"
    #expect(try connection.query(parents).text(0, 0) == "1,4,7")
    try connection.query("update registry.unit_parent set parent_id = history.u(5) where unit_id = history.u(7)")
    try connection.query("select stats.refresh()")
    #expect(try connection.query(parents).text(0, 0) == "1,5,7")
  }

  @Test("a period that a campaign uses for the first time is filled from earlier rows")
  func newPeriod() throws {
    let connection = try database.connect()
    try connection.query("select history.registration(7, 2020)")
    try connection.query("select stats.refresh()")
    #expect(try number(connection, "select count(*) from stats.cell where period = '2020-2021'") == 0)
    try connection.query("select stats.refresh(null, '2020-2021')")
    #expect(try number(connection, "select stats.figure('M07', 'U1', '2020-2021')::bigint") == 1)
    #expect(try number(connection, "select count(*) from stats.cell where period = '2020-2021'") > 0)
  }

  @Test("an unknown unit or period is refused", arguments: ["'NOPE'", "null, '2021-13'"])
  func refused(arguments: String) throws {
    let connection = try database.connect()
    let error = #expect(throws: PostgresError.self) { try connection.query("select stats.refresh(\(arguments))") }
    #expect(error?.sqlState == "22023")
  }

  private static let models = """
    select coalesce(sum(t.value), 0)::bigint from stats.total t
    where t.unit_id = history.u(1) and t.tree = 'hanh_chinh' and t.period = '2021' and t.measure = 'M07'
      and t.field_id is null and t.subject_kind is null and t.registration_type is null
    """

  private func number(_ connection: borrowing Connection, _ sql: String) throws -> Int64 {
    try connection.query(sql).int8(0, 0)
  }
}
