internal import Observability
internal import Postgres
internal import Synchronization

/// The poll, and the work of each second and hour.
extension Control {
  private static let tickStatement = """
    select due, suspects, timeouts_ms, batch_limits, lanes, pids, ages_ms, reap_ms, channels, fired, cancels
    from queue.tick($1, $2, $3, $4, $5, $6)
    """

  /// Asks for due jobs, suspects and settings of all kinds; with upkeep also does the work of each second.
  func tick(_ connection: borrowing Connection, upkeep: Bool) throws(PostgresError) {
    let kinds = shared.pools.keys.sorted()
    let now = ContinuousClock.now
    let keys = kinds.map { kind in shared.pools[kind]?.cursor.withLock { $0.start(now: now) } ?? [] }
    let flat = keys.flatMap { $0 }
    let rows = try connection.prepared(
      "tick", Self.tickStatement,
      [
        .textArray(kinds),
        .textArray(kinds.flatMap { [String?](repeating: $0, count: ClaimCursor.priorities) }),
        .int2Array(kinds.flatMap { _ in (0..<ClaimCursor.priorities).map(Int16.init) }),
        .timestamptzArray(flat.map(\.runAt)), .int8Array(flat.map(\.id)), .bool(upkeep),
      ])
    backoff.reset()
    for kind in try rows.textArray(0, 1).compactMap({ $0 }) { shared.pools[kind]?.hasSuspects = true }
    try takeSettings(rows, kinds)
    for kind in try rows.textArray(0, 0).compactMap({ $0 }) { shared.pools[kind]?.isRefused = false }
    shared.wake(Set(try rows.textArray(0, 0).compactMap { $0 } + (try rows.textArray(0, 1)).compactMap { $0 }))
    guard upkeep else { return }
    try tellReaped(rows)
    if let rest = try rows.int8OrNil(0, 7) { clock.upkeep(within: .milliseconds(rest), now: .now) }
    let fired = try rows.int4(0, 9)
    if fired > 0 { shared.observe(.schedulesFired(jobs: Int(fired))) }
    // A notification may have been missed; the table is the truth.
    for job in try rows.int8Array(0, 10) { shared.cancelRequested(job) }
    try listenAgain(connection, try rows.textArray(0, 8))
  }

  private func takeSettings(_ rows: Rows, _ kinds: [String]) throws(PostgresError) {
    // Element by element: an unknown kind has none.
    let timeouts = try rows.int8Array(0, 2)
    let limits = try rows.int8Array(0, 3)
    for (index, kind) in kinds.enumerated() where timeouts[index] > 0 {
      let settings = KindSettings(timeout: .milliseconds(timeouts[index]), batchLimit: Int(limits[index]))
      shared.pools[kind]?.settings.withLock { $0 = settings }
    }
  }

  private func tellReaped(_ rows: Rows) throws(PostgresError) {
    let pids = try rows.int8Array(0, 5)
    let ages = try rows.int8Array(0, 6)
    for (reaped, lane) in try rows.textArray(0, 4).enumerated() {
      // dvkd/<boot>/<kind>/<lane>
      let parts = (lane ?? "").split(separator: "/", omittingEmptySubsequences: false)
      shared.observe(
        .laneReaped(
          kind: parts.count > 2 ? String(parts[2]) : "", backend: Int32(truncatingIfNeeded: pids[reaped]),
          ageMilliseconds: ages[reaped]))
    }
  }

  /// A LISTEN can be lost while the connection stays: by UNLISTEN, or by a pooler that hands the session out.
  private func listenAgain(_ connection: borrowing Connection, _ heard: [String?]) throws(PostgresError) {
    let missing = channels.filter { !heard.contains($0) }
    guard !missing.isEmpty else { return }
    for channel in missing { try connection.listen(channel) }
    shared.observe(.listenRestored(channels: missing.joined(separator: " ")))
  }

  // MARK: Maintenance

  /// Makes the partitions of the coming months, drops those past retention, and removes rows nobody needs; on one daemon at a time.
  ///
  /// What could not get its lock is tried again; readiness tells when next month is missing.
  func maintain(_ connection: borrowing Connection) throws(PostgresError) {
    do throws(PostgresError) {
      let rows = try connection.query("select ran, made, dropped, blocked, more from queue.maintain()")
      if try rows.bool(0, 0) {
        let (made, dropped) = (Int(try rows.int4(0, 1)), Int(try rows.int4(0, 2)))
        if made + dropped > 0 { shared.observe(.partitionsChanged(made: made, dropped: dropped)) }
        try judgeMaintenance(blocked: try rows.textArray(0, 3).compactMap { $0 }, more: try rows.bool(0, 4))
      }
    } catch {
      guard !error.isConnectionLost else { throw error }
      shared.observe(.maintenanceFailed(task: "maintain", sqlState: error.sqlState?.rawValue))
      clock.retryMaintenance(after: .seconds(60), now: .now, jitter: .random(in: 0...1))
    }
    if try !judgeReadiness(connection) {
      clock.retryMaintenance(after: .seconds(1), now: .now, jitter: .random(in: 0...1))
    }
  }

  /// Looks whether next month's partitions exist; only then the engine is ready.
  func judgeReadiness(_ connection: borrowing Connection) throws(PostgresError) -> Bool {
    let isReady = try connection.query("select queue.has_next_month()").bool(0, 0)
    shared.isControlReady.store(isReady, ordering: .releasing)
    return isReady
  }

  private func judgeMaintenance(blocked: [String], more: Bool) throws(PostgresError) {
    guard !blocked.isEmpty else {
      maintenanceFailures = 0
      if more { clock.retryMaintenance(after: .zero, now: .now, jitter: .random(in: 0...1)) }
      return
    }
    maintenanceFailures += 1
    // The first tries meet a lock now and then; the tenth is worth a person's attention, and each tenth after it.
    let isLock = blocked.allSatisfy { $0.contains("55P03") }
    if maintenanceFailures.isMultiple(of: 10) || !isLock {
      shared.observe(.maintenanceFailed(task: blocked.joined(separator: "; "), sqlState: isLock ? "55P03" : nil))
    }
    clock.retryMaintenance(after: .seconds(isLock ? 1 : 60), now: .now, jitter: .random(in: 0...1))
  }
}
