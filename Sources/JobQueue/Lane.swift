internal import Observability
internal import Postgres
internal import Synchronization

/// One lane: a blocking loop with its own connection on its own serial queue.
///
/// Made and used on that queue's thread only. One round trip a batch: the finish of a batch and the claim of the next travel together.
final class Lane {
  private let shared: EngineShared
  private let pool: Pool
  private let index: Int
  private let work: KindHandler.Work
  private var backoff = Backoff()

  init(_ shared: EngineShared, _ pool: Pool, _ index: Int) {
    self.shared = shared
    self.pool = pool
    self.index = index
    work = pool.handler.make()
  }

  /// Works until the engine stops; connects again whenever the connection is lost.
  func run() {
    while !shared.isStopping {
      do throws(PostgresError) {
        let connection = try open()
        let settings = try LaneSettings(
          connection, kind: pool.kind, grace: shared.configuration.laneAnswerGrace)
        if settings.isKnown {
          pool.settings.withLock { $0 = settings.kind }
        } else {
          shared.observe(.kindUnknown(kind: pool.kind))
        }
        shared.connected(pool.kind, member: index)
        shared.observe(.laneUp(kind: pool.kind, lane: index))
        try serve(connection, settings.kind)
      } catch {
        shared.lost(pool.kind, member: index, error)
        pool.wakeAll()
        if !shared.isStopping { pool.pause(lane: index, for: backoff.delay(jitter: .random(in: 0...1))) }
      }
      pool.slots[index].withLock { $0 = Pool.Slot() }
    }
    shared.left(pool.kind, member: index)
    shared.observe(.laneDown(kind: pool.kind, lane: index))
  }

  // MARK: Connecting

  private func open() throws(PostgresError) -> Connection {
    let observe = shared.observe
    let connection = try Connection(
      shared.configuration.connection,
      applicationName: "dvkd/\(shared.configuration.bootNonce)/\(pool.kind)/\(index + 1)",
      settings: [
        "client_connection_check_interval": "500ms", "jit": "off", "queue.is_lane": "on",
        "default_transaction_isolation": "read committed",
      ],
      requiresWriting: true
    ) { notice in
      guard ["WARNING", "ERROR", "FATAL", "PANIC"].contains(notice.severity) else { return }
      observe(.serverNotice(severity: notice.severity, sqlState: notice.sqlState?.rawValue, message: notice.message))
    }
    let canceller = connection.canceller
    pool.slots[index].withLock { $0.canceller = canceller }
    return connection
  }

  // MARK: The loop

  /// How long the lane waits before it asks again whether it may claim.
  private static let pauseWithoutControl: Duration = .milliseconds(4)

  /// Claims and works until the engine stops.
  ///
  /// Throws when the connection is of no more use.
  private func serve(_ connection: borrowing Connection, _ settings: KindSettings) throws(PostgresError) {
    var loop = LaneLoop(batchLimit: settings.batchLimit, lanes: pool.lanes)
    var context = LaneContext(
      shared: shared, pool: pool, index: index, statements: LaneStatements(kind: pool.kind), settings: settings,
      keyedLimit: BatchSize.keyedLimit(locks: try LaneSettings.lockRoom(connection), lanes: pool.lanes))
    var batch: Batch?
    var missed = pool.missed
    while true {
      switch loop.next(isStopping: shared.isStopping) {
      case .stop: return
      case .sleep:
        if batch.take() != nil { try context.statements.release(connection) }
        backoff.reset()
        pool.sleep(lane: index, missedBefore: missed)
        loop.woken()
      case .release:
        if batch.take() != nil { try context.statements.release(connection) }
        loop.ended()
      case .claim(let limit):
        missed = pool.missed
        guard try prepare(connection, &context, &loop) else { continue }
        batch = try take(connection, try context.statements.claim(connection, pool.plan(limit: limit)), context, &loop)
      case .work(let singly):
        guard let claimed = batch.take() else { preconditionFailure("a lane works on what it has claimed") }
        missed = pool.missed
        let next = try run(connection, BatchRun(context, work, claimed), claimed, singly: singly, &loop)
        backoff.reset()
        loop.ended()
        batch = if let next { try take(connection, next, context, &loop) } else { nil }
      }
    }
  }

  /// Does what comes before a claim outside of a transaction: takes over changed settings, and runs the suspects.
  /// - Returns: Whether the lane may claim now.
  private func prepare(
    _ connection: borrowing Connection, _ context: inout LaneContext, _ loop: inout LaneLoop
  ) throws(PostgresError) -> Bool {
    guard shared.isControlUp.load(ordering: .acquiring) else {
      // Both may have been lost at once: notice it now, with the other lanes, not at the next claim.
      _ = try connection.notifications(waitingUpTo: .zero)
      pool.pause(lane: index, for: Self.pauseWithoutControl)
      return false
    }
    let settings = pool.settings.withLock { $0 }
    if settings != context.settings {
      context.settings = try LaneSettings(
        connection, settings, grace: shared.configuration.laneAnswerGrace
      ).kind
      loop = LaneLoop(batchLimit: settings.batchLimit, lanes: pool.lanes)
      return false
    }
    if index == 0, pool.hasSuspects { try runSuspects(connection, context, &loop) }
    return !shared.isStopping
  }

  /// Runs a batch; whatever comes of it, the concurrency keys it held are free then.
  private func run(
    _ connection: borrowing Connection, _ batchRun: BatchRun, _ batch: Batch, singly: Bool, _ loop: inout LaneLoop
  ) throws(PostgresError) -> Batch? {
    let keys = batch.concurrencyKeys
    defer { if !keys.isEmpty { pool.free(keys) } }
    do throws(PostgresError) {
      return try batchRun.run(connection, singly: singly, &loop)
    } catch {
      // They may be claimable already; if the server still holds them, the sweep finds them.
      pool.release(batch.jobs.map(\.id))
      throw error
    }
  }

  /// Reports a claim to the cursor and the loop; when it was filled, wakes a sibling for the rest.
  private func take(
    _ connection: borrowing Connection, _ batch: Batch, _ context: LaneContext, _ loop: inout LaneLoop
  ) throws(PostgresError) -> Batch {
    guard !connection.isReadOnly else {
      // Our transactions may write all the same, but who made the server read-only wants its clients to go elsewhere.
      try context.statements.release(connection)
      pool.release(batch.jobs.map(\.id))
      throw .readOnlySession
    }
    if batch.isByNumber {
      pool.released.withLock { $0.claimed(found: batch.found) }
      loop.claimed(asked: batch.asked, found: batch.found, isByNumber: true)
    } else {
      let answer = ClaimCursor.Answer(
        asked: batch.asked, found: batch.found + batch.passed, passed: batch.passed, keys: batch.keys, took: batch.took)
      let looksAgain = pool.cursor.withLock { $0.claimed(answer, now: .now) }
      loop.claimed(asked: batch.asked, found: batch.found, passed: batch.passed, looksAgain: looksAgain)
      if batch.found + batch.passed >= batch.asked { pool.wakeSibling() }
    }
    pool.isRefused = batch.isRefused
    if batch.found > 0 { pool.noteWork() }
    if !batch.busy.isEmpty || batch.jobs.first?.concurrencyKey != nil { loop.keyed(limit: context.keyedLimit) }
    if !batch.busy.isEmpty { pool.postpone(batch.busy) }
    if !batch.suspects.isEmpty {
      try context.statements.markSuspects(connection, batch.suspects)
      pool.hasSuspects = true
      shared.observe(.suspectsFound(kind: pool.kind, lane: index, jobs: batch.suspects.count))
      pool.wake()
    }
    return batch
  }

  // MARK: Suspects

  /// Runs the suspects of the kind, each alone in its transaction, after the control connection has counted the try.
  private func runSuspects(
    _ connection: borrowing Connection, _ context: LaneContext, _ loop: inout LaneLoop
  ) throws(PostgresError) {
    guard shared.probation.enter() else { return }
    defer { shared.probation.leave() }
    while !shared.isStopping {
      switch shared.probation.ask(kind: pool.kind) {
      case .unavailable: return
      case .nobody:
        pool.hasSuspects = false
        return
      case .suspect(let id):
        let batch = try context.statements.claim(connection, .suspect(id))
        if batch.found == 0 {
          // Somebody holds it, its key or the last place of its kind: the others are not kept waiting for it.
          try context.statements.release(connection)
          shared.probation.giveBack()
          pool.postponeSuspects()
          return
        } else {
          let alone = BatchRun(context, work, batch, claimsAhead: false)
          _ = try run(connection, alone, batch, singly: true, &loop)
        }
      }
    }
  }
}
