import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// A server that takes cancel requests and does not answer them: its first process is stopped, sessions that are open work on.
@Suite("Staying alive: cancel requests without an answer") struct SilentCancelTests {
  private let cluster: ThrowAwayCluster
  private let recorder = Recorder()

  init() throws {
    cluster = try ThrowAwayCluster()
    try cluster.makeMigrated("dvkd")
    try connect().script(
      """
      select queue.define_kind('stuck', timeout => '60 s'), queue.define_kind('noop');
      create table effect (job_id bigint not null);
      delete from queue.schedule;
      select queue.enqueue('stuck');
      """)
  }

  @Test("the control connection goes on; the lane waits for its request's answer, and the job is cancelled")
  func controlGoesOn() throws {
    let session = try connect()
    let id = try session.query("select id from queue.job").int8(0, 0)
    let engine = engine(sleep: 6)
    engine.start()
    defer { if !engine.drain(within: .seconds(10)) { engine.abort() } }
    try eventually("the stuck statement") { try Self.isAsleep(session) }
    try cluster.freeze()
    defer { #expect(throws: Never.self) { try cluster.thaw() } }
    try session.query("select queue.cancel($1, 'test')", [.int8(id)])
    // Longer than the second after which the request is made, with nothing but polls to find the jobs.
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(3) {
      try session.query("select queue.enqueue('noop')")
      try eventually("the other kind's job") {
        try session.query("select count(*) from queue.job where kind = 'noop'").int8(0, 0) == 0
      }
    }
    #expect(try Self.isAsleep(session))
    try cluster.thaw()
    try eventually("the cancelled job") {
      try session.query("select count(*) from queue.finished where id = $1 and outcome = 'cancelled'", [.int8(id)])
        .int8(0, 0) == 1
    }
    #expect(recorder.losses("stuck").isEmpty)
  }

  @Test("a lane whose request has no answer gives up its connection rather than let the request meet its COMMIT")
  func laneGivesUp() throws {
    let session = try connect()
    let id = try session.query("select id from queue.job").int8(0, 0)
    let engine = engine(sleep: 3)
    engine.start()
    defer { if !engine.drain(within: .seconds(10)) { engine.abort() } }
    try eventually("the stuck statement") { try Self.isAsleep(session) }
    try cluster.freeze()
    defer { #expect(throws: Never.self) { try cluster.thaw() } }
    try session.query("select queue.cancel($1, 'test')", [.int8(id)])
    try eventually(within: .seconds(20), "the loss") { !recorder.losses("stuck").isEmpty }
    #expect(recorder.losses("stuck").allSatisfy { $0.contains("a cancel request had no answer within 5.0 seconds") })
    #expect(try session.query("select count(*) from effect").int8(0, 0) == 0)
    try cluster.thaw()
    try eventually(within: .seconds(20), "the cancelled job") {
      try session.query("select count(*) from queue.finished where id = $1 and outcome = 'cancelled'", [.int8(id)])
        .int8(0, 0) == 1
    }
    #expect(try session.query("select count(*) from effect").int8(0, 0) == 0)
  }

  @Test("an abort ends within its limit")
  func abort() throws {
    let session = try connect()
    let engine = engine(sleep: 600)
    engine.start()
    try eventually("the stuck statement") { try Self.isAsleep(session) }
    try cluster.freeze()
    let start = ContinuousClock.now
    #expect(engine.abort(within: .seconds(1)) == false)
    #expect(ContinuousClock.now - start < .seconds(3))
    try cluster.thaw()
    #expect(engine.abort(within: .seconds(10)))
  }

  // MARK: Parts

  /// An engine whose jobs of the kind `stuck` sleep for so many seconds, the first time.
  private func engine(sleep seconds: Int32) -> Engine {
    let isFirst = Locked(true)
    let stuck = KindHandler(kind: "stuck") {
      { connection, jobs in
        if isFirst.withLock({ first in
          defer { first = false }; return first
        }) {
          try connection.query("select pg_sleep($1)", [.float8(Double(seconds))])
        }
        try connection.query("insert into effect select unnest($1::bigint[])", [.int8Array(jobs.map(\.id))])
        return QueueFixture.completed(jobs)
      }
    }
    let noop = KindHandler(kind: "noop") { { _, jobs in QueueFixture.completed(jobs) } }
    return Engine(
      configuration: EngineConfiguration(
        connection: ConnectionString(cluster.url("dvkd")),
        pools: [stuck, noop].map { PoolConfiguration(handler: $0, lanes: 1) }, pollInterval: .milliseconds(50)),
      onEvent: { [recorder] in recorder.observe($0) })
  }

  private static func isAsleep(_ session: borrowing Connection) throws -> Bool {
    try session.query("select count(*) from pg_stat_activity where wait_event = 'PgSleep'").int8(0, 0) == 1
  }

  private func connect() throws -> Connection {
    try Connection(ConnectionString(cluster.url("dvkd")), applicationName: "dvkd-test")
  }
}
