internal import Dispatch
internal import Observability
internal import Postgres
internal import Synchronization

/// What the lanes and the control thread of one engine share.
final class EngineShared: Sendable {
  let configuration: EngineConfiguration
  let observe: @Sendable (Observation) -> Void
  let pools: [String: Pool]
  /// Requests to cancel that the control thread heard; lanes read them when they begin a batch.
  let cancelRequests = Locked(CancelRequests())
  /// Whether the control connection is up and next month's partitions exist; the control thread writes it.
  let isControlReady = Atomic(false)
  /// Wakes the control thread.
  let bell = Bell()
  /// Where the lane that runs suspects meets the control thread.
  let probation: ProbationDesk
  /// Whether the control connection is up: no control connection, no claim.
  let isControlUp = Atomic(false)
  private let phaseBox = Atomic(EnginePhase.running)
  private let connectivity = Locked<[String: Connectivity]>([:])

  init(_ configuration: EngineConfiguration, observe: @escaping @Sendable (Observation) -> Void) {
    self.configuration = configuration
    self.observe = observe
    probation = ProbationDesk(bell: bell)
    pools = Dictionary(
      uniqueKeysWithValues: configuration.pools.map { [bell] in ($0.handler.kind, Pool($0, bell: bell)) })
  }

  // MARK: Phase

  var phase: EnginePhase { phaseBox.load(ordering: .acquiring) }
  var isStopping: Bool { phase != .running }

  /// Goes on to a later phase and wakes every lane, so that it sees it.
  func enter(_ next: EnginePhase) {
    var current = phase
    while current.rawValue < next.rawValue {
      let (done, original) = phaseBox.compareExchange(
        expected: current, desired: next, ordering: .acquiringAndReleasing)
      if done { break }
      current = original
    }
    for pool in pools.values { pool.stop() }
  }

  /// Blocks the calling thread.
  func nap(_ duration: Duration) {
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(Int(duration.wholeMilliseconds)))
  }

  // MARK: Wake-ups

  /// Wakes one lane of each kind that is done here; the others are done elsewhere.
  func wake(_ kinds: some Sequence<String>) {
    for kind in kinds { pools[kind]?.wake() }
  }

  /// A cancel request was heard.
  func cancelRequested(_ job: Int64) {
    let now = ContinuousClock.now
    // First remembered, then looked for: a lane that begins meanwhile finds it in one place or the other.
    cancelRequests.withLock { $0.insert(job, at: now) }
    for pool in pools.values {
      for slot in pool.slots { slot.withLock { $0.work.request(job, now: now) } }
    }
  }

  // MARK: Connectivity

  /// A member of a component (a lane of a kind's pool, or the control thread) has no connection.
  func lost(_ component: String, member: Int, _ error: PostgresError) {
    let change = connectivity.withLock { $0[component, default: Connectivity()].lost(member, at: .now) }
    if change == .lost {
      observe(
        .databaseLost(component: component, sqlState: error.sqlState?.rawValue, problem: error.description))
    }
  }

  /// A member of a component has a connection.
  func connected(_ component: String, member: Int) {
    let change = connectivity.withLock { $0[component, default: Connectivity()].connected(member, at: .now) }
    if case .back(let after) = change {
      observe(.databaseBack(component: component, milliseconds: after.wholeMilliseconds))
    }
  }

  /// A member of a component ended.
  func left(_ component: String, member: Int) {
    connectivity.withLock { $0[component, default: Connectivity()].left(member) }
  }

  /// How many lanes have their connection.
  var lanesUp: Int {
    let counts = connectivity.withLock { $0.mapValues(\.upCount) }
    return pools.keys.reduce(0) { $0 + (counts[$1] ?? 0) }
  }

  /// Whether every lane has its connection.
  var areLanesUp: Bool {
    let counts = connectivity.withLock { $0.mapValues(\.upCount) }
    return pools.allSatisfy { counts[$0.key] == $0.value.lanes }
  }
}
