import Postgres
import TestSupport
import Testing

@Suite("Pipeline")
struct PipelineTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    try database.connect().query("create table t (n int8)")
  }

  @Test("results come in order, over a commit and into the next transaction")
  func order() throws {
    let connection = try database.connect()
    try connection.query("begin")
    for round in Int64(1)...3 {
      let results = try connection.pipeline { pipeline in
        try pipeline.prepared("put", "insert into t values ($1) returning n", [.int8(round)])
        try pipeline.query("COMMIT")
        try pipeline.query("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        try pipeline.prepared("all", "select n from t where n <= any($1) order by n", [.int8Array([round])])
        try pipeline.query("SAVEPOINT w")
      }
      #expect(results.map { $0.commandTag } == ["INSERT 0 1", "COMMIT", "BEGIN", "SELECT \(round)", "SAVEPOINT"])
      #expect(try results[0].int8(0, 0) == round)
      #expect(try results[3].int8(Int(round) - 1, 0) == round)
      #expect(connection.transactionStatus == .inTransaction)
    }
    #expect(try connection.query("select count(*) from pg_prepared_statements").int8(0, 0) == 2)
    try connection.query("ROLLBACK")
    #expect(try database.connect().query("select count(*) from t").int8(0, 0) == 3)
    #expect(try connection.pipeline { _ in }.isEmpty)
  }

  @Test("an error names its statement, skips the rest and keeps the savepoint")
  func failure() throws {
    let connection = try database.connect()
    try connection.query("begin")
    try connection.query("insert into t values (1)")
    try connection.query("savepoint w")
    let error = #expect(throws: PostgresError.self) {
      try connection.pipeline { (pipeline) throws(PostgresError) in
        try pipeline.prepared("put", "insert into t values ($1)", [.int8(2)])
        try pipeline.prepared("divide", "select 1 / $1", [.int4(0)])
        try pipeline.query("COMMIT")
      }
    }
    #expect(error?.sqlState == "22012")
    #expect(error?.serverError?.statementIndex == 1)
    #expect(connection.transactionStatus == .inError && connection.isBroken == false)
    try connection.query("rollback to w")
    let results = try connection.pipeline { pipeline in
      try pipeline.prepared("divide", "select 1 / $1", [.int4(1)])
      try pipeline.query("COMMIT")
    }
    #expect(results.count == 2)
    #expect(try connection.query("select count(*) from t").int8(0, 0) == 1)
  }

  @Test("a statement that cannot be prepared is the one that failed, and can be prepared later")
  func unprepared() throws {
    let connection = try database.connect()
    func run() throws -> [Rows] {
      try connection.pipeline { pipeline in
        try pipeline.query("select 1")
        try pipeline.prepared("late", "select * from late")
      }
    }
    let error = #expect(throws: PostgresError.self) { _ = try run() }
    #expect(error?.sqlState == .undefinedTable && error?.serverError?.statementIndex == 1)
    #expect(connection.transactionStatus == .idle)
    try connection.query("create table late (n int8)")
    #expect(try run()[1].columnCount == 1)
    // Stale now: this run fails, the next one prepares anew.
    try connection.query("alter table late add column m int8")
    #expect(throws: PostgresError.self) { _ = try run() }
    #expect(try run()[1].columnCount == 2)
  }

  @Test("a closure that throws sends nothing")
  func nothing() throws {
    struct Mine: Error {}
    let connection = try database.connect()
    #expect(throws: Mine.self) {
      try connection.pipeline { pipeline in
        try pipeline.query("insert into t values (1)")
        throw Mine()
      }
    }
    #expect(try connection.query("select count(*) from t").int8(0, 0) == 0)
  }

  @Test("a COMMIT that rolled back throws")
  func rolledBack() throws {
    let connection = try database.connect()
    try connection.query("begin")
    #expect(throws: PostgresError.self) { try connection.query("select 1/0") }
    let error = #expect(throws: PostgresError.self) {
      try connection.pipeline { (pipeline) throws(PostgresError) in
        try pipeline.query("COMMIT")
        try pipeline.query("BEGIN")
      }
    }
    #expect(error?.kind == .rolledBack)
    #expect(connection.isBroken == false)
  }

  @Test("megabytes in both directions do not block")
  func large() throws {
    let connection = try database.connect()
    let text = String(repeating: "dân vận khéo ", count: 80_000)
    let results = try connection.pipeline { pipeline in
      for _ in 0..<40 { try pipeline.query("select $1", [.text(text)]) }
    }
    #expect(try results.allSatisfy { try $0.text(0, 0) == text })
  }

  @Test("COPY in a pipeline breaks the connection, with an error")
  func copy() throws {
    let connection = try database.connect()
    #expect(throws: PostgresError.self) {
      try connection.pipeline { pipeline in try pipeline.query("copy t from stdin") }
    }
    #expect(connection.isBroken == true)
  }
}
