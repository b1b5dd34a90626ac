internal import Dispatch
internal import Postgres
internal import Synchronization

/// The lanes of one kind: what wakes them and what may interrupt them.
final class Pool: Sendable {
  /// What others may do to a lane.
  struct Slot {
    var work = LaneWork()
    /// Cancels the lane's statement; nil while it has no connection.
    var canceller: Canceller?
    /// The cancel request on its way: entered under the slot's lock while the work may be interrupted, and waited for by the lane before it goes on,
    /// so that no request meets its COMMIT.
    ///
    /// Each connection has a group of its own: a request that hangs concerns the old one only.
    let request = DispatchGroup()
  }

  let handler: KindHandler
  let lanes: Int
  /// One a lane.
  ///
  /// The lane's thread writes them; the control thread interrupts through them.
  let slots: [Locked<Slot>]
  /// Where the lanes claim; written by lanes after a claim, by the control thread after a sweep.
  let cursor = Locked(ClaimCursor())
  /// Jobs to claim by number; written by lanes and the control thread.
  let released = Locked(ReleasedJobs())
  /// When snoozed jobs are due; written by lanes, read by the control thread.
  private let snoozed = Locked(SnoozedTimes())
  /// As the control thread last read them.
  let settings = Locked(KindSettings())
  private let suspects = Atomic(false)
  private let suspectsFrom = Locked<ContinuousClock.Instant?>(nil)
  private let refused = Atomic(false)
  private let hasWorked = Atomic(false)
  private let bell: Bell
  private let state = Locked(PoolState())
  private let semaphores: [DispatchSemaphore]

  /// - Parameters:
  ///   - configuration: The kind and its lanes.
  ///   - bell: Rings when a lane falls asleep.
  init(_ configuration: PoolConfiguration, bell: Bell) {
    self.bell = bell
    handler = configuration.handler
    lanes = configuration.lanes
    slots = (0..<lanes).map { _ in Locked(Slot()) }
    semaphores = (0..<lanes).map { _ in DispatchSemaphore(value: 0) }
  }

  var kind: String { handler.kind }

  /// Wake-ups that found no lane asleep; a lane notes it before it claims.
  var missed: Int { state.withLock { $0.missed } }

  /// Whether a lane sleeps.
  var isIdle: Bool { state.withLock { $0.isIdle } }

  // MARK: What to claim

  /// How a lane asks for its next jobs: first what was let go, then behind the cursor.
  func plan(limit: Int) -> ClaimPlan {
    let now = ContinuousClock.now
    let ids = released.withLock { $0.take(limit, now: now) }
    if !ids.isEmpty { return .numbers(ids) }
    return .behind(cursor.withLock { $0.start(now: now) }, limit: limit)
  }

  /// Jobs that a transaction of this process held and has let go, undone: to be claimed by number.
  func release(_ ids: some Sequence<Int64>) {
    let now = ContinuousClock.now
    released.withLock { for id in ids { $0.insert(id, due: now) } }
  }

  /// Jobs whose concurrency key is busy.
  func postpone(_ jobs: [(id: Int64, key: String)]) {
    let due = ContinuousClock.now + ReleasedJobs.busyPause
    released.withLock { $0.postpone(jobs, due: due) }
  }

  /// A lane let go of these concurrency keys.
  func free(_ keys: Set<String>) {
    let now = ContinuousClock.now
    released.withLock { $0.freed(keys, now: now) }
  }

  /// Whether jobs of the kind are suspect and may be run; set by whoever sees one, cleared by the lane that finds none left to run.
  var hasSuspects: Bool {
    get { suspects.load(ordering: .acquiring) }
    set { suspects.store(newValue && suspectsFrom.withLock { $0.map { $0 <= .now } ?? true }, ordering: .releasing) }
  }

  /// The suspect that was given could not be run: none of the kind is asked for in the next second.
  func postponeSuspects() {
    suspectsFrom.withLock { $0 = .now + .seconds(1) }
    hasSuspects = false
  }

  /// Whether the last claim was refused, because the kind is paused or all places of its limit are taken.
  var isRefused: Bool {
    get { refused.load(ordering: .acquiring) }
    set { refused.store(newValue, ordering: .releasing) }
  }

  /// A lane has found work.
  func noteWork() { hasWorked.store(true, ordering: .releasing) }

  /// Whether a lane has found work since this was asked last.
  func takeWork() -> Bool { hasWorked.exchange(false, ordering: .acquiringAndReleasing) }

  // MARK: Waking

  /// A job was snoozed: a lane is woken when it is due.
  func snooze(for duration: Duration) {
    guard duration <= SnoozedTimes.longest else { return }
    let now = ContinuousClock.now
    snoozed.withLock { $0.insert(now + duration, now: now) }
  }

  /// When the control thread has to wake a sleeping lane; nil while none sleeps: whoever works claims again anyway.
  var nextWake: ContinuousClock.Instant? {
    guard isIdle else { return nil }
    return [released.withLock { $0.nextDue }, snoozed.withLock { $0.nextDue }].compactMap { $0 }.min()
  }

  /// Wakes a lane if jobs of this process are due: to be claimed by number, or snoozed.
  func wakeForDue(now: ContinuousClock.Instant) {
    guard let due = nextWake, due <= now else { return }
    _ = snoozed.withLock { $0.take(now: now) }
    wake()
  }

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
    guard state.withLock({ $0.sleep(lane: lane, missedBefore: missedBefore) }) else { return }
    bell.ring()
    semaphores[lane].wait()
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

  // MARK: Interrupting

  /// How long a lane waits for a cancel request of its own: the server answers in milliseconds, and a host that is silent answers the lane neither.
  private static let requestLimit: Duration = .seconds(5)

  /// Cancels the statements of lanes that should be interrupted; does not wait for the server, which may be silent.
  /// - Parameters:
  ///   - condition: Whether a lane's statement is to be cancelled; not asked while an earlier request is on its way.
  ///   - onFailure: Gets the errors of the requests, on another thread; a request that is lost is to be made again.
  func interrupt(
    where condition: (inout LaneWork) -> Bool, onFailure: @escaping @Sendable (PostgresError) -> Void = { _ in }
  ) {
    for (index, slot) in slots.enumerated() {
      let asked = slot.withLock { slot -> (Canceller, DispatchGroup)? in
        guard slot.request.wait(timeout: .now()) == .success, let canceller = slot.canceller, condition(&slot.work)
        else { return nil }
        slot.request.enter()
        return (canceller, slot.request)
      }
      guard let (canceller, request) = asked else { continue }
      DispatchQueue(label: "dvkd.cancel.\(kind).\(index + 1)").async { @Sendable in
        defer { request.leave() }
        do throws(PostgresError) { try canceller.cancel() } catch { onFailure(error) }
      }
    }
  }

  /// A lane's work is over; waits for the cancel request on its way, if there is one.
  /// - Returns: Those of the jobs whose cancellation was asked for meanwhile.
  /// - Throws: `connection` when the request is not answered: it may still come and must not meet the COMMIT.
  func endWork(lane: Int) throws(PostgresError) -> Set<Int64> {
    let (cancelled, request) = slots[lane].withLock { ($0.work.end(), $0.request) }
    let limit = DispatchTime.now() + .milliseconds(Int(Self.requestLimit.wholeMilliseconds))
    guard request.wait(timeout: limit) == .success else {
      throw .connection("a cancel request had no answer within \(Self.requestLimit)")
    }
    return cancelled
  }
}
