import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// A primary gives way to its standby while lanes work.
@Suite("Staying alive: failover", .serialized) struct FailoverTests {
  private static let jobs: Int64 = 2000
  /// The handlers of the jobs after this one wait at the gate.
  private static let free: Int64 = 500

  @Test("of two hosts the engine takes the one that writes, follows a promotion, and each job has one effect")
  func promotion() throws {
    let pair = try Pair()
    let (recorder, gate) = (Recorder(), Gate())
    let engine = pair.engine(recorder, gate)
    engine.start()
    defer { if !engine.drain(within: .seconds(10)) { engine.abort() } }
    try gate.untilReached(by: 3)
    let before = try pair.number("select count(*) from queue.finished", on: pair.primary)
    #expect((1..<Self.jobs).contains(before))
    try pair.primary.shut()
    gate.open()
    try Self.untilLost(recorder, engine)

    try pair.standby.promote()
    // What was committed before has come along.
    #expect(try pair.number("select count(*) from queue.finished", on: pair.standby) >= before)
    try pair.untilDone(engine)
    Self.expectOneChange(recorder)
  }

  @Test("a primary that turns read-only and lives on is left by control and lanes, for the standby that is promoted")
  func switchover() throws {
    let pair = try Pair()
    let (recorder, gate) = (Recorder(), Gate())
    let engine = pair.engine(recorder, gate)
    engine.start()
    defer { if !engine.drain(within: .seconds(10)) { engine.abort() } }
    try gate.untilReached(by: 3)
    let primary = try pair.connect(pair.primary)
    try primary.query("alter system set default_transaction_read_only = on")
    try primary.query("select pg_reload_conf()")
    gate.open()
    try Self.untilLost(recorder, engine)
    try eventually(within: .seconds(30), "the last lane's leaving") { engine.lanesUp == 0 }
    let before = try primary.query("select count(*) from queue.finished").int8(0, 0)
    #expect((1..<Self.jobs).contains(before))

    let position = try primary.query("select pg_current_wal_flush_lsn()::text").text(0, 0)
    let standby = try pair.connect(pair.standby)
    try eventually(within: .seconds(30), "the standby's catching up") {
      try standby.query("select pg_last_wal_replay_lsn() >= $1::text::pg_lsn", [.text(position)]).bool(0, 0)
    }
    try pair.standby.promote()
    try pair.untilDone(engine)
    Self.expectOneChange(recorder)
    #expect(try primary.query("select count(*) from queue.finished").int8(0, 0) == before)
  }

  // MARK: Parts

  private static func untilLost(_ recorder: Recorder, _ engine: Engine) throws {
    try eventually(within: .seconds(30), "the loss") {
      recorder.losses("control").count == 1 && recorder.losses("noop").count == 1
    }
    #expect(!engine.isReady)
  }

  private static func expectOneChange(_ recorder: Recorder) {
    for component in ["control", "noop"] {
      #expect(recorder.losses(component).count == 1, "\(recorder.losses(component))")
      #expect(recorder.returns(component) == 1)
    }
  }

  /// Two clusters with a full queue, the second following the first.
  private final class Pair {
    let primary: ThrowAwayCluster
    let standby: ThrowAwayCluster

    init() throws {
      primary = try ThrowAwayCluster()
      try primary.makeMigrated("dvkd")
      let setUp = try Connection(ConnectionString(primary.url("dvkd")), applicationName: "dvkd-test")
      try setUp.script(
        """
        select queue.define_kind('noop', timeout => '10 s', batch_limit => 20,
          fields => '[{"name": "n", "type": "integer"}]');
        create table effect (job_id bigint not null, n bigint);
        delete from queue.schedule;
        """)
      try setUp.query(
        "select queue.enqueue('noop', jsonb_build_object('n', n)) from generate_series(1, $1) n",
        [.int8(FailoverTests.jobs)])
      standby = try ThrowAwayCluster(standbyOf: primary)
    }

    /// An engine of three lanes that is not started.
    ///
    /// The standby stands first: `target_session_attrs=read-write`, the engine's default, passes it over.
    func engine(_ recorder: Recorder, _ gate: Gate) -> Engine {
      Engine(
        configuration: EngineConfiguration(
          connection: ConnectionString(standby.conninfo("dvkd", or: primary)),
          pools: [
            PoolConfiguration(
              handler: KindHandler(kind: "noop") {
                { connection, jobs in
                  let outcomes = try QueueFixture.effects(connection, jobs)
                  if jobs.contains(where: { $0.id > FailoverTests.free }) { try gate.pass() }
                  return outcomes
                }
              }, lanes: 3)
          ], pollInterval: .milliseconds(50)),
        onEvent: { recorder.observe($0) })
    }

    func connect(_ cluster: ThrowAwayCluster) throws -> Connection {
      try Connection(ConnectionString(cluster.url("dvkd")), applicationName: "dvkd-test")
    }

    func number(_ sql: String, on cluster: ThrowAwayCluster) throws -> Int64 {
      try connect(cluster).query(sql).int8(0, 0)
    }

    /// Waits until the former standby's queue is empty, and looks at the effects.
    func untilDone(_ engine: Engine) throws {
      try eventually(within: .seconds(30), "readiness") { engine.isReady }
      let connection = try connect(standby)
      try eventually(within: .seconds(60), "an empty queue") {
        try connection.query("select count(*) from queue.job").int8(0, 0) == 0
      }
      let counts = try connection.query(
        """
        select (select count(*) from effect), (select count(distinct job_id) from effect),
               (select count(*) from queue.finished where outcome = 'completed')
        """)
      #expect(
        try [counts.int8(0, 0), counts.int8(0, 1), counts.int8(0, 2)]
          == [FailoverTests.jobs, FailoverTests.jobs, FailoverTests.jobs])
    }
  }
}
