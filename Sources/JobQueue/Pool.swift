internal import Dispatch
internal import Postgres

/// The lanes of one kind: what wakes them and what may interrupt them.
final class Pool: Sendable {
  /// What others may do to a lane.
  struct Slot {
    var work = LaneWork()
    /// Cancels the lane's statement; nil while it has no connection.
    var canceller: Canceller?
  }

  let handler: KindHandler
  let lanes: Int
  /// One a lane.
  ///
  /// The lane's thread writes them; the control thread interrupts through them, holding the lock, so that a lane cannot go on to
  /// its COMMIT in between.
  let slots: [Locked<Slot>]
  private let state = Locked(PoolState())
  private let semaphores: [DispatchSemaphore]

  init(_ configuration: PoolConfiguration) {
    handler = configuration.handler
    lanes = configuration.lanes
    slots = (0..<lanes).map { _ in Locked(Slot()) }
    semaphores = (0..<lanes).map { _ in DispatchSemaphore(value: 0) }
  }

  var kind: String { handler.kind }

  /// Wake-ups that found no lane asleep; a lane notes it before it claims.
  var missed: Int { state.withLock { $0.missed } }

  /// There may be work: wakes a lane, if one sleeps.
  func wake() {
    if let lane = state.withLock({ $0.wake() }) { semaphores[lane].signal() }
  }

  /// There may be more work than one lane's.
  func wakeSibling() {
    if let lane = state.withLock({ $0.wakeSibling() }) { semaphores[lane].signal() }
  }

  /// One lane lost its connection: the sleeping ones look at theirs, so that all of them are back at the same time.
  func wakeAll() {
    for lane in state.withLock({ $0.wakeAll() }) { semaphores[lane].signal() }
  }

  /// Blocks the lane until it is woken; not at all when it was meanwhile.
  func sleep(lane: Int, missedBefore: Int) {
    if state.withLock({ $0.sleep(lane: lane, missedBefore: missedBefore) }) { semaphores[lane].wait() }
  }

  /// Blocks the lane for a time, or until the engine stops.
  func pause(lane: Int, for duration: Duration) {
    _ = semaphores[lane].wait(timeout: .now() + .milliseconds(Int(duration.wholeMilliseconds)))
  }

  /// The engine stops: wakes all lanes, from sleeps and pauses alike.
  func stop() {
    _ = state.withLock { $0.stop() }
    for semaphore in semaphores { semaphore.signal() }
  }

  /// Cancels the statements of lanes that should be interrupted.
  /// - Returns: Errors of the requests; a request that is lost is made again.
  func interrupt(where condition: (inout LaneWork) -> Bool) -> [PostgresError] {
    slots.compactMap { slot in
      slot.withLock { slot -> PostgresError? in
        guard let canceller = slot.canceller, condition(&slot.work) else { return nil }
        do throws(PostgresError) {
          try canceller.cancel()
          return nil
        } catch {
          return error
        }
      }
    }
  }
}
