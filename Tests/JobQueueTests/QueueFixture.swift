import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// A migrated database with test kinds and a table of effects, and engines on it.
final class QueueFixture: Sendable {
  let database: TestDatabase
  let recorder = Recorder()

  /// Makes the database, with the kinds `noop` and `other`, whose timeout is `timeout`.
  init(timeout: String = "10 s", maxAttempts: Int = 100, batchLimit: Int = 500, coalesceKey: String? = nil) throws {
    database = try TestDatabase.migrated()
    let connection = try database.connect()
    for kind in ["noop", "other"] {
      try connection.query(
        """
        select queue.define_kind($1, timeout => $2::text::interval, max_attempts => $3, batch_limit => $4, coalesce_key => $5,
          fields => '[{"name": "n", "type": "integer"}]')
        """,
        [.text(kind), .text(timeout), .int4(Int32(maxAttempts)), .int4(Int32(batchLimit)), .text(coalesceKey)])
    }
    try connection.script(
      "create table effect (job_id bigint not null, n bigint, at timestamptz default clock_timestamp())")
  }

  /// Enqueues `count` jobs with n = 1 … count; returns their numbers.
  @discardableResult
  func enqueue(_ count: Int = 1, kind: String = "noop") throws -> [Int64] {
    let rows = try database.connect().query(
      "select queue.enqueue($1, jsonb_build_object('n', n)) from generate_series(1, $2) n order by n",
      [.text(kind), .int4(Int32(count))])
    return try (0..<rows.count).map { try rows.int8($0, 0) }
  }

  /// Enqueues jobs with one transaction each, so that a coalesce key does not make them one.
  @discardableResult
  func enqueueSeparately(_ count: Int) throws -> [Int64] {
    try (0..<count).map { _ in try enqueue(1)[0] }
  }

  /// The number that a statement gives.
  func number(_ sql: String) throws -> Int64 {
    try database.connect().query(sql).int8(0, 0)
  }

  /// Waits until the queue is empty.
  func untilEmpty(within limit: Duration = .seconds(20)) throws {
    try eventually(within: limit, "an empty queue") { try number("select count(*) from queue.job") == 0 }
  }

  /// Runs an engine while the closure runs, and drains it at the end.
  func withEngine<R>(
    lanes: Int = 1, kinds: [String] = ["noop"], pollInterval: Duration = .milliseconds(50),
    through url: ConnectionString? = nil,
    _ work: @escaping @Sendable (borrowing Connection, [ClaimedJob]) throws -> [Int64: JobOutcome],
    _ body: (Engine) throws -> R
  ) throws -> R {
    try run(engine(lanes: lanes, kinds: kinds, pollInterval: pollInterval, through: url, work), body)
  }

  /// Runs an engine that is not started while the closure runs, and drains it at the end.
  func run<R>(_ engine: Engine, _ body: (Engine) throws -> R) throws -> R {
    engine.start()
    let result = Result { try body(engine) }
    if !engine.drain(within: .seconds(10)) { engine.abort() }
    return try result.get()
  }

  /// An engine that is not started.
  func engine(
    lanes: Int, kinds: [String] = ["noop"], pollInterval: Duration = .milliseconds(50),
    through url: ConnectionString? = nil, controlAnswerLimit: Duration = .seconds(14),
    laneAnswerGrace: Duration = .seconds(8),
    _ work: @escaping @Sendable (borrowing Connection, [ClaimedJob]) throws -> [Int64: JobOutcome]
  ) -> Engine {
    Engine(
      configuration: EngineConfiguration(
        connection: url ?? database.url,
        pools: kinds.map { PoolConfiguration(handler: KindHandler(kind: $0) { work }, lanes: lanes) },
        pollInterval: pollInterval, controlAnswerLimit: controlAnswerLimit, laneAnswerGrace: laneAnswerGrace),
      onEvent: { [recorder] in recorder.observe($0) })
  }

  /// Writes one effect a job and completes it.
  static func effects(_ connection: borrowing Connection, _ jobs: [ClaimedJob]) throws -> [Int64: JobOutcome] {
    try connection.query(
      "insert into effect (job_id, n) select id, (args ->> 'n')::bigint from unnest($1, $2) a (id, args)",
      [.int8Array(jobs.map(\.id)), .jsonbArray(jobs.map(\.args))])
    return completed(jobs)
  }

  /// Completes each job.
  static func completed(_ jobs: [ClaimedJob]) -> [Int64: JobOutcome] {
    Dictionary(uniqueKeysWithValues: jobs.map { ($0.id, .complete) })
  }
}

/// Keeps what the engine told.
final class Recorder: Sendable {
  private let told = Locked<[Observation]>([])

  func observe(_ observation: Observation) {
    told.withLock { $0.append(observation) }
  }

  /// What was told so far, in order.
  var observations: [Observation] { told.withLock { $0 } }

  /// What was told of a component's losses, in order.
  func losses(_ component: String) -> [String] {
    observations.compactMap { if case .databaseLost(component, _, let problem) = $0 { problem } else { nil } }
  }

  /// How often it was told that a component is back.
  func returns(_ component: String) -> Int {
    count { if case .databaseBack(component, _) = $0 { true } else { false } }
  }

  /// How many observations are of the wanted kind.
  func count(_ isWanted: (Observation) -> Bool) -> Int {
    observations.count(where: isWanted)
  }
}

/// A door that handlers wait at, so that a test can look at a running job.
final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var waiting = 0
  }
  private let state = Locked(State())

  /// Waits at the door until the test opens it, ten seconds at most.
  func pass() throws {
    state.withLock { $0.waiting += 1 }
    try eventually("the open gate") { state.withLock { $0.isOpen } }
  }

  /// Waits until so many have come to the door since the start.
  func untilReached(by count: Int = 1) throws {
    try eventually("\(count) at the gate") { state.withLock { $0.waiting >= count } }
  }

  func open() {
    state.withLock { $0.isOpen = true }
  }
}
