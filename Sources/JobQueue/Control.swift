internal import Observability
internal import Postgres
internal import Synchronization

/// The control thread of an engine: one connection that hears notifications, polls for due jobs, sweeps behind the cursors, counts the tries of suspects,
/// reaps over-age lanes, fires schedules and keeps the partitions.
///
/// Made and used on its own serial queue's thread only.
final class Control {
  static let component = "control"
  /// How long it sleeps at most, so that it sees the end of the engine and a statement to interrupt.
  private static let slice: Duration = .milliseconds(100)

  let shared: EngineShared
  private let isEnded: () -> Bool
  var backoff = Backoff()
  var clock: ControlClock
  var arming = Arming()
  var sweep = Sweep()
  var maintenanceFailures = 0

  /// - Parameters:
  ///   - shared: What the lanes share with it.
  ///   - isEnded: Whether the last lane has ended, so that nobody needs the control thread any more.
  init(_ shared: EngineShared, isEnded: @escaping () -> Bool) {
    self.shared = shared
    self.isEnded = isEnded
    clock = ControlClock(pollInterval: shared.configuration.pollInterval, now: .now)
  }

  /// Works until the lanes have ended; connects again whenever the connection is lost.
  func run() {
    while !isEnded() {
      do throws(PostgresError) {
        try serve()
      } catch {
        shared.lost(Self.component, member: 0, error)
        leave()
        pause(backoff.delay(jitter: .random(in: 0...1)))
      }
    }
    leave()
  }

  /// The channels it listens to.
  var channels: [String] { ["dvkd_cancel"] + (shared.configuration.usesNotify ? ["dvkd_job"] : []) }

  private func serve() throws(PostgresError) {
    // A control connection that is cut off unnoticed does not stay for ever.
    let connection = try Connection(
      shared.configuration.connection, applicationName: "dvkd/\(shared.configuration.bootNonce)/control",
      settings: [
        "idle_session_timeout": "10s", "statement_timeout": "10s", "jit": "off",
        // A default of the database must not make the sweep fail on rows that lanes have just finished.
        "default_transaction_isolation": "read committed",
      ], requiresWriting: true)
    connection.limitAnswers(to: shared.configuration.controlAnswerLimit)
    for channel in channels { try connection.listen(channel) }
    arming = Arming()
    sweep = Sweep()
    clock = ControlClock(pollInterval: shared.configuration.pollInterval, now: .now)
    shared.isControlUp.store(true, ordering: .releasing)
    shared.connected(Self.component, member: 0)
    if try !judgeReadiness(connection) { clock.retryMaintenance(after: .zero, now: .now) }
    while !isEnded() {
      guard !connection.isReadOnly else { throw .readOnlySession }
      if clock.maintenance(now: .now) { try maintain(connection) }
      let due = clock.tick(now: .now, jitter: .random(in: -1...1))
      if due.poll { try tick(connection, upkeep: due.upkeep) }
      interruptStuckLanes()
      try answerProbation(connection)
      try sweepSlice(connection)
      for pool in shared.pools.values { pool.wakeForDue(now: .now) }
      if shared.configuration.usesNotify { try arm(connection) }
      let notifications = try connection.notifications(waitingUpTo: idleTime, orUntil: shared.bell)
      for notification in notifications { try hear(notification, connection) }
    }
  }

  /// How long there is nothing to do.
  private var idleTime: Duration {
    let now = ContinuousClock.now
    let moments = [sweepDue, arming.nextDue] + shared.pools.values.map(\.nextWake)
    let rest = moments.compactMap { $0.map { $0 - now } }.min() ?? Self.slice
    return max(.zero, min(Self.slice, clock.idle(now: now), rest))
  }

  private func hear(
    _ notification: Notification, _ connection: borrowing Connection
  ) throws(PostgresError) {
    if notification.channel == "dvkd_cancel" {
      if let job = Int64(notification.payload) { shared.cancelRequested(job) }
    } else {
      shared.wake([notification.payload])
      try disarm(connection, notification.payload)
    }
  }

  /// There is no control connection: no lane claims, and who waits for it is told.
  private func leave() {
    shared.isControlReady.store(false, ordering: .releasing)
    shared.isControlUp.store(false, ordering: .releasing)
    shared.probation.forget()
    for pool in shared.pools.values { pool.wakeAll() }
  }

  /// Sleeps before the next try to connect.
  private func pause(_ duration: Duration) {
    let end = ContinuousClock.now + duration
    while !isEnded(), case let rest = end - .now, rest > .zero {
      shared.probation.take()?.fulfil(.unavailable)
      shared.nap(min(rest, Self.slice))
    }
  }

  /// Cancels this process's own statements that keep a job from being cancelled for more than a second.
  private func interruptStuckLanes() {
    let now = ContinuousClock.now
    for pool in shared.pools.values {
      pool.interrupt(where: { $0.shouldInterrupt(now: now) }) { [shared] error in
        shared.observe(.maintenanceFailed(task: "cancel", sqlState: error.sqlState?.rawValue))
      }
    }
  }
}
