import TestSupport
import Testing

@testable import Schema

@Suite("The gate between program and schema")
struct MigrateGateTests {
  @Test("opens for the known version only", arguments: [(3, false), (4, true), (5, false)])
  func versions(found: Int, opens: Bool) {
    let verdict = SchemaGate.verdict(found: found, known: 4)
    #expect((verdict == .open(version: found)) == opens)
  }

  @Test("says what to do")
  func advice() {
    #expect(
      SchemaGate.verdict(found: 5, known: 4)
        == .closed(reason: "the database has schema version 5, this program needs 4; install the newer program"))
    #expect(
      SchemaGate.verdict(found: 3, known: 4)
        == .closed(reason: "the database has schema version 3, this program needs 4; run dvkd migrate"))
  }

  @Test("is closed for a database without the schema")
  func empty() throws {
    let database = try TestDatabase()
    #expect(
      try SchemaGate.check(database.connect()) == .closed(reason: "the database holds no dvkd schema; run dvkd migrate")
    )
  }
}
