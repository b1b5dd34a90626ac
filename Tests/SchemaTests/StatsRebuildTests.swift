import Postgres
import TestSupport
import Testing

/// stats.rebuild.sql: what plain inserts of all units at once give is what refreshes gave.
@Suite("stats.rebuild")
struct StatsRebuildTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
  }

  @Test(
    "every kind of place has the rows that a refresh gave it",
    arguments: [
      // With nothing below it: a leaf, a committee with blocks, one that hangs in two trees.
      "history.registration(7, 2020)", "history.registration(42, 2020)", "history.registration(60, 2020)",
      // With figures below it, with and without blocks.
      "history.registration(4, 2020), history.registration(9, 2020)",
      "history.registration(42, 2020), history.registration(46, 2020), history.registration(50, 2020)",
      // In periods of several years and of a part of one.
      "history.registration(7, 2019), history.registration(7, 2020), stats.track_periods('{2020-H1,2020-H2,2019-2020}')",
    ])
  func places(rows: String) throws {
    let connection = try database.connect()
    try connection.script("select \(rows); select stats.refresh()")
    #expect(try number(connection, "select history.differences()") == 0)
    #expect(try number(connection, "select count(*) from stats.total where measure = 'M07'") > 0)
    #expect(try number(connection, "select count(*) from stats.verify()") == 0)
  }

  @Test("it takes the waiting changes, keeps the keys, and a refresh goes on from there")
  func goesOn() throws {
    let connection = try database.connect()
    let keys =
      "select string_agg(c.relname, ' ' order by c.relname) from pg_index i join pg_class c on c.oid = i.indexrelid "
      + "where i.indrelid in ('stats.cell'::regclass, 'stats.rolled'::regclass, 'stats.path'::regclass) and i.indisvalid"
    try connection.script("select history.registration(7, 2020); select stats.rebuild(); select stats.rebuild()")
    #expect(try connection.query(keys).text(0, 0) == "cell_key path_ancestors path_key rolled_key")
    #expect(try number(connection, "select count(*) from stats.change") == 0)
    try connection.script("select history.registration(7, 2020); select stats.refresh()")
    #expect(try number(connection, "select stats.figure('M07', 'U1', '2020')::bigint") == 2)
    #expect(try number(connection, "select history.differences()") == 0)
  }

  private func number(_ connection: borrowing Connection, _ sql: String) throws -> Int64 {
    try connection.query(sql).int8(0, 0)
  }
}
