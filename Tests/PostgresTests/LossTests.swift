import Dispatch
import Postgres
import TestSupport
import Testing

@Suite("Losing the server")
struct LossTests {
  @Test("a COMMIT whose answer is lost is neither done nor not done")
  func lostCommit() throws {
    let database = try TestDatabase()
    let proxy = try FaultProxy()
    try database.connect().query("create table t (n int)")
    let url = try proxy.url(of: database.url)
    for isDone in [true, false] {
      let connection = try Connection(url, applicationName: "test")
      let error = #expect(throws: PostgresError.self) {
        try connection.transaction { (connection) throws(PostgresError) in
          try connection.query("insert into t values (1)")
          proxy.inject(isDone ? .dropAnswer(to: "COMMIT") : .dropRequest("COMMIT"))
        }
      }
      #expect(error?.kind == .commitUnknown)
      #expect(error?.isConnectionLost == true && error?.isTransient == false)
      #expect(connection.isBroken == true)
      #expect(throws: PostgresError.self) { try connection.query("select 1") }
      // The first COMMIT was done, the second never arrived.
      #expect(try database.connect().query("select count(*) from t").int8(0, 0) == 1)
    }
  }

  @Test("a COMMIT in a pipeline whose answer is lost is unknown; one that was not reached is not")
  func lostPipelineCommit() throws {
    let database = try TestDatabase()
    let proxy = try FaultProxy()
    try database.connect().query("create table t (n int)")
    let connection = try Connection(try proxy.url(of: database.url), applicationName: "test")
    try connection.query("begin")
    proxy.inject(.dropAnswer(to: "insert into t"))
    let lost = #expect(throws: PostgresError.self) {
      try connection.pipeline { (pipeline) throws(PostgresError) in
        try pipeline.query("insert into t values (1)")
        try pipeline.query("COMMIT")
      }
    }
    #expect(lost?.kind == .commitUnknown)
    #expect(try database.connect().query("select count(*) from t").int8(0, 0) == 1)

    let second = try database.connect()
    try second.query("begin")
    let killed = #expect(throws: PostgresError.self) {
      try second.pipeline { (pipeline) throws(PostgresError) in
        try pipeline.query("insert into t values (2)")
        try pipeline.query("select pg_terminate_backend(pg_backend_pid())")
        try pipeline.query("COMMIT")
      }
    }
    #expect(killed?.sqlState == .adminShutdown)
    #expect(killed?.serverError?.statementIndex == 1)
    #expect(killed?.isConnectionLost == true && killed?.isTransient == true)
    #expect(second.isBroken == true)
    #expect(try database.connect().query("select count(*) from t").int8(0, 0) == 1)
  }

  @Test("a backend that is terminated in mid-query ends the call and the connection")
  func terminated() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    let pid = connection.backendPID
    let killer = DispatchQueue(label: "killer")
    killer.async { @Sendable in
      #expect(throws: Never.self) {
        let other = try database.connect()
        try eventually("the query") {
          try other.query("select 1 from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'", [.int4(pid)])
            .count > 0
        }
        try other.query("select pg_terminate_backend($1)", [.int4(pid)])
      }
    }
    let error = #expect(throws: PostgresError.self) {
      try connection.transaction { (connection) throws(PostgresError) in try connection.query("select pg_sleep(60)") }
    }
    killer.sync {}
    #expect(error?.sqlState == .adminShutdown)
    #expect(error?.isConnectionLost == true && error?.isTransient == true)
    #expect(connection.isBroken == true && connection.transactionStatus != .inTransaction)
  }

  @Test("a server that vanishes without a word in mid-query ends the call, without a SQLSTATE")
  func vanished() throws {
    let database = try TestDatabase()
    let proxy = try FaultProxy()
    let connection = try Connection(try proxy.url(of: database.url), applicationName: "test")
    proxy.inject(.dropAnswer(to: "generate_series"))
    let error = #expect(throws: PostgresError.self) { try connection.query("select * from generate_series(1, 100000)") }
    #expect(error?.kind == .connection)
    #expect(error?.sqlState == nil && error?.isTransient == true)
    #expect(connection.isBroken == true)
    let again = #expect(throws: PostgresError.self) { try connection.notifications(waitingUpTo: .zero) }
    #expect(again?.isConnectionLost == true)
  }

  @Test("a statement timeout fails the statement and keeps the connection")
  func statementTimeout() throws {
    let database = try TestDatabase()
    let connection = try database.connect(settings: ["statement_timeout": "50ms"])
    let error = #expect(throws: PostgresError.self) { try connection.query("select pg_sleep(60)") }
    #expect(error?.sqlState == .queryCanceled)
    #expect(error?.isConnectionLost == false && error?.isTransient == true)
    #expect(try connection.query("select 1").int4(0, 0) == 1)
  }

  @Test("another thread cancels the statement; the canceller outlives the connection")
  func cancel() throws {
    let database = try TestDatabase()
    let canceller: Canceller
    do {
      let connection = try database.connect()
      canceller = connection.canceller
      let pid = connection.backendPID
      let other = DispatchQueue(label: "other")
      other.async { @Sendable in
        #expect(throws: Never.self) {
          let watcher = try database.connect()
          try eventually("the query") {
            try watcher.query("select 1 from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'", [.int4(pid)])
              .count > 0
          }
          try canceller.cancel()
        }
      }
      let error = #expect(throws: PostgresError.self) { try connection.query("select pg_sleep(60)") }
      other.sync {}
      #expect(error?.sqlState == .queryCanceled)
      #expect(try connection.query("select 1").int4(0, 0) == 1)
    }
    #expect(throws: Never.self) { try canceller.cancel() }
  }
}
