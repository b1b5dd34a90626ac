internal import Observability
internal import Postgres

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
        let settings = try LaneSettings(connection, kind: pool.kind)
        if !settings.isKnown { shared.observe(.kindUnknown(kind: pool.kind)) }
        shared.connected(pool.kind, member: index)
        shared.observe(.laneUp(kind: pool.kind, lane: index))
        try serve(connection, settings)
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
      settings: ["client_connection_check_interval": "500ms", "jit": "off"]
    ) { notice in
      guard ["WARNING", "ERROR", "FATAL", "PANIC"].contains(notice.severity) else { return }
      observe(.serverNotice(severity: notice.severity, sqlState: notice.sqlState?.rawValue, message: notice.message))
    }
    let canceller = connection.canceller
    pool.slots[index].withLock { $0.canceller = canceller }
    return connection
  }

  // MARK: The loop

  /// Claims and works until the engine stops.
  ///
  /// Throws when the connection is of no more use.
  private func serve(_ connection: borrowing Connection, _ settings: LaneSettings) throws(PostgresError) {
    var loop = LaneLoop(batchLimit: settings.batchLimit, lanes: pool.lanes)
    let statements = LaneStatements(kind: pool.kind)
    let context = LaneContext(
      shared: shared, pool: pool, index: index, statements: statements, timeout: settings.timeout)
    var batch: Batch?
    var missed = pool.missed
    while true {
      switch loop.next(isStopping: shared.isStopping) {
      case .stop: return
      case .sleep:
        if batch != nil {
          try statements.release(connection)
          batch = nil
        }
        backoff.reset()
        pool.sleep(lane: index, missedBefore: missed)
        loop.woken()
      case .claim(let limit):
        missed = pool.missed
        batch = take(try statements.claim(connection, limit: limit), &loop)
      case .work(let singly):
        guard let claimed = batch.take() else { preconditionFailure("a lane works on what it has claimed") }
        missed = pool.missed
        let next = try BatchRun(context, work, claimed).run(connection, singly: singly, &loop)
        backoff.reset()
        loop.ended()
        batch = next.map { take($0, &loop) }
      }
    }
  }

  /// Reports a claim to the loop and, when it was filled, wakes a sibling for the rest.
  private func take(_ batch: Batch, _ loop: inout LaneLoop) -> Batch {
    loop.claimed(asked: batch.asked, found: batch.found)
    if batch.found >= batch.asked { pool.wakeSibling() }
    return batch
  }
}
