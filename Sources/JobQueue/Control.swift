internal import Observability
internal import Postgres
internal import Synchronization

/// The control thread of an engine: one connection that hears cancel requests, polls for due jobs, reaps over-age lanes and makes partitions.
///
/// Made and used on its own serial queue's thread only.
final class Control {
  private static let component = "control"
  /// How long it sleeps on the socket at most, so that it sees the end of the engine and a statement to interrupt.
  private static let slice: Duration = .milliseconds(100)

  private let shared: EngineShared
  private let isEnded: () -> Bool
  private var backoff = Backoff()
  private var partitionFailures = 0

  /// - Parameters:
  ///   - shared: What the lanes share with it.
  ///   - isEnded: Whether the last lane has ended, so that nobody needs the control thread any more.
  init(_ shared: EngineShared, isEnded: @escaping () -> Bool) {
    self.shared = shared
    self.isEnded = isEnded
  }

  /// Works until the lanes have ended; connects again whenever the connection is lost.
  func run() {
    while !isEnded() {
      do throws(PostgresError) {
        try serve()
      } catch {
        shared.isControlReady.store(false, ordering: .releasing)
        shared.lost(Self.component, member: 0, error)
        pause(backoff.delay(jitter: .random(in: 0...1)))
      }
    }
    shared.isControlReady.store(false, ordering: .releasing)
  }

  private func serve() throws(PostgresError) {
    // A control connection that is cut off unnoticed does not stay for ever.
    let connection = try Connection(
      shared.configuration.connection, applicationName: "dvkd/\(shared.configuration.bootNonce)/control",
      settings: ["idle_session_timeout": "10s", "statement_timeout": "10s", "jit": "off"])
    try connection.listen("dvkd_cancel")
    shared.connected(Self.component, member: 0)
    var clock = ControlClock(pollInterval: shared.configuration.pollInterval, now: .now)
    while !isEnded() {
      if clock.partitions(now: .now) { try ensurePartitions(connection, &clock) }
      let due = clock.tick(now: .now, jitter: .random(in: -1...1))
      if due.poll { try tick(connection, upkeep: due.upkeep) }
      interruptStuckLanes()
      for notification in try connection.notifications(waitingUpTo: min(Self.slice, clock.idle(now: .now))) {
        if let job = Int64(notification.payload) { shared.cancelRequested(job) }
      }
    }
  }

  /// Sleeps before the next try to connect.
  private func pause(_ duration: Duration) {
    let end = ContinuousClock.now + duration
    while !isEnded(), case let rest = end - .now, rest > .zero { shared.nap(min(rest, Self.slice)) }
  }

  // MARK: The statements

  private func tick(_ connection: borrowing Connection, upkeep: Bool) throws(PostgresError) {
    let rows = try connection.prepared(
      "tick", "select due, lanes, pids, ages_ms from queue.tick($1, $2)",
      [.textArray(shared.pools.keys.sorted()), .bool(upkeep)])
    backoff.reset()
    shared.wake(try rows.textArray(0, 0).compactMap { $0 })
    guard upkeep else { return }
    let pids = try rows.int8Array(0, 2)
    let ages = try rows.int8Array(0, 3)
    for (reaped, lane) in try rows.textArray(0, 1).enumerated() {
      // dvkd/<boot>/<kind>/<lane>
      let parts = (lane ?? "").split(separator: "/", omittingEmptySubsequences: false)
      shared.observe(
        .laneReaped(
          kind: parts.count > 2 ? String(parts[2]) : "", backend: Int32(truncatingIfNeeded: pids[reaped]),
          ageMilliseconds: ages[reaped]))
    }
  }

  /// Makes the partitions of the coming months.
  ///
  /// A lock that is not free within 200 ms is tried for again; readiness tells when next month is missing.
  private func ensurePartitions(
    _ connection: borrowing Connection, _ clock: inout ControlClock
  ) throws(PostgresError) {
    do throws(PostgresError) {
      let made = try connection.query("select queue.ensure_partitions()").int4(0, 0)
      if made > 0 { shared.observe(.partitionsChanged(made: Int(made), dropped: 0)) }
      partitionFailures = 0
    } catch {
      guard !error.isConnectionLost else { throw error }
      partitionFailures += 1
      // The first tries meet a lock now and then; the tenth is worth a person's attention, and each tenth after it.
      if partitionFailures.isMultiple(of: 10) || error.sqlState != .lockNotAvailable {
        shared.observe(.maintenanceFailed(task: "partitions", sqlState: error.sqlState?.rawValue))
      }
      clock.retryPartitions(now: .now, jitter: .random(in: 0...1))
    }
    let isReady = try connection.query("select queue.has_next_month()").bool(0, 0)
    shared.isControlReady.store(isReady, ordering: .releasing)
  }

  /// Cancels this process's own statements that keep a job from being cancelled for more than a second.
  private func interruptStuckLanes() {
    let now = ContinuousClock.now
    for pool in shared.pools.values {
      for error in pool.interrupt(where: { $0.shouldInterrupt(now: now) }) {
        shared.observe(.maintenanceFailed(task: "cancel", sqlState: error.sqlState?.rawValue))
      }
    }
  }
}
