import Postgres
import TestSupport
import Testing

@testable import Schema

@Suite("The gate between program and schema")
struct MigrateGateTests {
  @Test("opens for the known version and the next", arguments: [(3, false), (4, true), (5, true), (6, false)])
  func versions(found: Int, opens: Bool) {
    let verdict = SchemaGate.verdict(found: found, known: 4)
    #expect((verdict == .open(version: found, known: 4)) == opens)
  }

  @Test("says what to do")
  func advice() {
    #expect(
      SchemaGate.verdict(found: 6, known: 4)
        == .closed(
          reason: "the database has schema version 6, this program runs with 4 and 5; install the newer program"))
    #expect(
      SchemaGate.verdict(found: 3, known: 4)
        == .closed(reason: "the database has schema version 3, this program runs with 4 and 5; run dvkd migrate"))
  }

  @Test("names the role that is missing")
  func unprivileged() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    try connection.query("set role pg_monitor")
    let verdict = try SchemaGate.check(connection)
    #expect("\(verdict)".contains("grant dvk_daemon to pg_monitor"))
  }

  @Test("is closed for a database without the schema")
  func empty() throws {
    let database = try TestDatabase()
    #expect(
      try SchemaGate.check(database.connect()) == .closed(reason: "the database holds no dvkd schema; run dvkd migrate")
    )
  }
}
