import Postgres
import TestSupport
import Testing

@Suite("Transactions")
struct TransactionTests {
  private struct Mine: Error {}
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    try database.connect().query("create table t (n int primary key, constraint small check (n < 1000))")
  }

  private func numbers() throws -> [Int32] {
    let rows = try database.connect().query("select n from t order by n")
    return try (0..<rows.count).map { try rows.int4($0, 0) }
  }

  @Test("commit when the closure returns, roll back when it throws")
  func both() throws {
    let connection = try database.connect()
    let isolation = try connection.transaction { connection in
      try connection.query("insert into t values (1)")
      return try connection.query("select current_setting('transaction_isolation')").text(0, 0)
    }
    #expect(isolation == "read committed")
    #expect(throws: Mine.self) {
      try connection.transaction { connection in
        try connection.query("insert into t values (2)")
        throw Mine()
      }
    }
    #expect(connection.transactionStatus == .idle)
    let error = #expect(throws: PostgresError.self) {
      try connection.transaction { (connection) throws(PostgresError) in
        try connection.query("insert into t values (3)")
        try connection.query("insert into t values (1)")
      }
    }
    #expect(error?.sqlState == .uniqueViolation)
    #expect(connection.transactionStatus == .idle)
    #expect(try numbers() == [1])
  }

  @Test("the isolation does not depend on the server's default")
  func isolation() throws {
    let connection = try database.connect(settings: [
      "default_transaction_isolation": "repeatable read", "default_transaction_read_only": "on",
    ])
    try connection.transaction { connection in
      let rows = try connection.query(
        "select current_setting('transaction_isolation'), current_setting('transaction_read_only')")
      #expect(try rows.text(0, 0) == "read committed")
      #expect(try rows.text(0, 1) == "off")
    }
  }

  @Test("a failure that the closure hides is not a commit")
  func hidden() throws {
    let connection = try database.connect()
    let error = #expect(throws: PostgresError.self) {
      try connection.transaction { (connection) throws(PostgresError) in
        try connection.query("insert into t values (1)")
        do { try connection.query("select 1/0") } catch {}
      }
    }
    #expect(error?.kind == .rolledBack)
    #expect(connection.transactionStatus == .idle)
    #expect(try numbers() == [])
  }

  @Test("COMMIT as a statement that rolled back throws too")
  func plainCommit() throws {
    let connection = try database.connect()
    try connection.query("begin")
    #expect(throws: PostgresError.self) { try connection.query("select 1/0") }
    let error = #expect(throws: PostgresError.self) { try connection.query(" commit;") }
    #expect(error?.kind == .rolledBack)
    #expect(connection.transactionStatus == .idle)
  }

  @Test("a transaction in a transaction, or one that the closure ends, is refused")
  func misuse() throws {
    let connection = try database.connect()
    let nested = #expect(throws: PostgresError.self) {
      try connection.transaction { (connection) throws(PostgresError) in
        try connection.query("insert into t values (1)")
        try connection.transaction { (_) throws(PostgresError) in }
      }
    }
    #expect(nested?.kind == .usage)
    #expect(try numbers() == [])
    let ended = #expect(throws: PostgresError.self) {
      try connection.transaction { (connection) throws(PostgresError) in try connection.query("rollback") }
    }
    #expect(ended?.kind == .usage)
    #expect(connection.transactionStatus == .idle)
  }

  @Test("a deferred constraint fails the commit with the server's error")
  func deferred() throws {
    let connection = try database.connect()
    try connection.query("create table d (n int constraint once unique deferrable initially deferred)")
    let error = #expect(throws: PostgresError.self) {
      try connection.transaction { (connection) throws(PostgresError) in
        try connection.query("insert into d values (1), (1)")
      }
    }
    #expect(error?.sqlState == .uniqueViolation)
    #expect(connection.transactionStatus == .idle)
    #expect(connection.isBroken == false)
  }

  @Test("a savepoint undoes its own work only, also when its closure hides the failure")
  func savepoints() throws {
    let connection = try database.connect()
    try connection.transaction { connection in
      try connection.query("insert into t values (1)")
      #expect(throws: Mine.self) {
        try connection.savepoint("quoted \"name\"") { connection in
          try connection.query("insert into t values (2)")
          throw Mine()
        }
      }
      let failed = #expect(throws: PostgresError.self) {
        try connection.savepoint("w") { (connection) throws(PostgresError) in
          try connection.query("insert into t values (1000)")
        }
      }
      #expect(failed?.serverError?.constraint == "small")
      let hidden = #expect(throws: PostgresError.self) {
        try connection.savepoint("w") { (connection) throws(PostgresError) in
          do { try connection.query("select 1/0") } catch {}
        }
      }
      #expect(hidden?.kind == .rolledBack)
      let value = try connection.savepoint("w") { connection in
        try connection.query("insert into t values (3) returning n").int4(0, 0)
      }
      #expect(value == 3)
    }
    #expect(try numbers() == [1, 3])
    let outside = #expect(throws: PostgresError.self) {
      try connection.savepoint("w") { (_) throws(PostgresError) in }
    }
    #expect(outside?.kind == .usage)
  }
}
