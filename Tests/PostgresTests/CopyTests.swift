import Postgres
import TestSupport
import Testing

@Suite("COPY FROM STDIN")
struct CopyTests {
  private struct Mine: Error {}
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    try database.connect().query("create table t (n int8, name text)")
  }

  @Test("rows arrive as they are, whatever they hold")
  func rows() throws {
    let connection = try database.connect()
    let names = ["Xã Nghĩa Tá", "", "a\tb\nc\rd\\e", "\\N", "\\.", nil]
    let count = try connection.copyIn("copy t from stdin") { writer in
      for (index, name) in names.enumerated() { try writer.row([String(index), name]) }
    }
    #expect(count == names.count)
    let rows = try connection.query("select name from t order by n")
    #expect(try (0..<rows.count).map { try rows.textOrNil($0, 0) } == names)
  }

  @Test("many rows go in pieces")
  func many() throws {
    let connection = try database.connect()
    let count = try connection.copyIn("copy t from stdin") { writer in
      for index in 0..<50_000 { try writer.row([String(index), "mô hình \(index)"]) }
    }
    #expect(count == 50_000)
    #expect(try connection.query("select sum(n)::int8 from t").int8(0, 0) == 50_000 * 49_999 / 2)
    #expect(try connection.copyIn("copy t (name) from stdin (format csv)", Array("\"a,b\"\nc\n".utf8)) == 2)
  }

  @Test("nothing is stored when the closure throws or the server refuses, and the connection stays usable")
  func failures() throws {
    let connection = try database.connect()
    #expect(throws: Mine.self) {
      try connection.copyIn("copy t from stdin") { writer in
        // More than one piece, so that the server has some of it.
        for index in 0..<50_000 { try writer.row([String(index), "a"]) }
        throw Mine()
      }
    }
    let refused = #expect(throws: PostgresError.self) {
      try connection.copyIn("copy t from stdin", Array("x\ty\n".utf8))
    }
    #expect(refused?.sqlState == "22P02")
    let nul = #expect(throws: PostgresError.self) {
      try connection.copyIn("copy t from stdin") { writer in try writer.row(["1", "a\0b"]) }
    }
    #expect(nul?.kind == .usage)
    let missing = #expect(throws: PostgresError.self) { try connection.copyIn("copy nowhere from stdin", []) }
    #expect(missing?.sqlState == .undefinedTable)
    #expect(try connection.query("select count(*) from t").int8(0, 0) == 0)
    #expect(connection.transactionStatus == .idle)
  }

  @Test("other statements in copyIn and COPY in query are refused, and the connection stays usable")
  func misuse() throws {
    let connection = try database.connect()
    for sql in ["select 1", "copy t to stdout"] {
      let error = #expect(throws: PostgresError.self) { try connection.copyIn(sql, []) }
      #expect(error?.kind == .usage)
    }
    for sql in ["copy t from stdin", "copy (select generate_series(1, 1000)) to stdout"] {
      let error = #expect(throws: PostgresError.self) { try connection.query(sql) }
      #expect(error?.kind == .usage)
    }
    #expect(try connection.query("select 1").int4(0, 0) == 1)
  }
}
