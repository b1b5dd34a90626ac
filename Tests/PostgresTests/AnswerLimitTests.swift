import Foundation
import Postgres
import TestSupport
import Testing

/// A server that falls silent in mid-answer keeps nobody longer than `limitAnswers`.
@Suite("The limit of answers") struct AnswerLimitTests {
  private let database: TestDatabase
  /// A megabyte of rows is on its way before the server sleeps.
  private static let slow =
    "select repeat('x', 1000) from generate_series(1, 1000) union all select 'y' from pg_sleep(600)"

  init() throws {
    database = try TestDatabase()
    try database.connect().query("create table t (n int)")
  }

  @Test("a server process that is stopped in mid-answer", arguments: [false, true])
  func stopped(inPipeline: Bool) throws {
    let connection = try database.connect()
    connection.limitAnswers(to: .seconds(3))
    let pid = connection.backendPID
    let stopper = DispatchQueue(label: "stopper")
    stopper.async { @Sendable [database] in
      #expect(throws: Never.self) {
        let watcher = try database.connect()
        try eventually("the sleep") {
          try watcher.query("select 1 from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'", [.int4(pid)])
            .count > 0
        }
        #expect(kill(pid, SIGSTOP) == 0)
      }
    }
    defer { kill(pid, SIGCONT) }
    let error = #expect(throws: PostgresError.self) {
      if inPipeline {
        try connection.pipeline { (pipeline) throws(PostgresError) in
          try pipeline.query("select 1")
          try pipeline.query(Self.slow)
        }
      } else {
        try connection.query(Self.slow)
      }
    }
    stopper.sync {}
    #expect(error?.description == "connection: no answer within 3.0 seconds")
    #expect(connection.isBroken == true)
  }

  @Test(
    "a pipeline whose results are all there but for the end: a COMMIT among them is unknown", arguments: [false, true])
  func withoutEnd(commits: Bool) throws {
    let proxy = try FaultProxy()
    let connection = try Connection(try proxy.url(of: database.url), applicationName: "test")
    connection.limitAnswers(to: .seconds(1))
    proxy.inject(.stallBeforeReady(after: "insert into t"))
    let error = #expect(throws: PostgresError.self) {
      try connection.pipeline { (pipeline) throws(PostgresError) in
        try pipeline.query("begin")
        try pipeline.query("insert into t values (1)")
        if commits { try pipeline.query("commit") }
      }
    }
    #expect(error?.kind == (commits ? .commitUnknown : .connection))
    #expect(error?.description.hasSuffix("no answer within 1.0 seconds") == true)
    #expect(connection.isBroken == true)
    #expect(try database.connect().query("select count(*) from t").int8(0, 0) == (commits ? 1 : 0))
  }

  @Test("COPY that is not let begin")
  func copy() throws {
    let proxy = try FaultProxy()
    let connection = try Connection(try proxy.url(of: database.url), applicationName: "test")
    connection.limitAnswers(to: .seconds(1))
    proxy.inject(.stall("copy t"))
    let error = #expect(throws: PostgresError.self) { try connection.copyIn("copy t from stdin", Array("1\n".utf8)) }
    #expect(error?.description == "connection: no answer within 1.0 seconds")
  }
}
