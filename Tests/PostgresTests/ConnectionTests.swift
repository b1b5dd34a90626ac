import Postgres
import TestSupport
import Testing

@Suite struct ConnectionTests {
  @Test func smoke() throws {
    let database = try TestDatabase()
    let connection = try database.connect(settings: ["lock_timeout": "200ms"])
    let rows = try connection.query(
      "select $1 + 1, $2, null::text, current_setting('lock_timeout')", [.int8(41), .text("Xã Nghĩa Tá")])
    #expect(try rows.int8(0, 0) == 42)
    #expect(try rows.text(0, 1) == "Xã Nghĩa Tá")
    #expect(try rows.textOrNil(0, 2) == nil)
    #expect(try rows.text(0, 3) == "200ms")
    let value = try connection.transaction { connection in
      try connection.prepared("x", "select $1", [.int4(7)]).int4(0, 0)
    }
    #expect(value == 7)
    let results = try connection.pipeline { pipeline in
      try pipeline.query("begin")
      try pipeline.prepared("y", "select $1", [.text("a")])
      try pipeline.prepared("y", "select $1", [.text("b")])
      try pipeline.query("commit")
    }
    #expect(try results[2].text(0, 0) == "b")
    struct Mine: Error {}
    #expect(throws: Mine.self) {
      try connection.transaction { connection in
        try connection.query("select 1")
        throw Mine()
      }
    }
    func typed() throws(PostgresError) -> Int64 {
      try connection.transaction { (c) throws(PostgresError) in
        try c.savepoint("s") { (c) throws(PostgresError) in try c.query("select 5::int8").int8(0, 0) }
      }
    }
    #expect(try typed() == 5)
  }
}
