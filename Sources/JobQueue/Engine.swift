internal import Dispatch
public import Observability
internal import Postgres
internal import Synchronization

/// Runs the jobs of a PostgreSQL queue: pools of lanes that claim, work and finish in one transaction a batch, and one control connection.
///
/// It survives the loss of the database at any moment and goes on when it is back. Database effects happen exactly once, because a job's effects and
/// its completion are committed together.
public final class Engine: Sendable {
  let shared: EngineShared
  private let lanes = DispatchGroup()
  private let control = DispatchGroup()
  private let runningLanes = Atomic(0)
  private let isStarted = Atomic(false)

  /// Makes an engine; nothing is connected yet.
  /// - Parameters:
  ///   - configuration: The database, the kinds and their lanes.
  ///   - onEvent: Gets what happens, after it became true; called on any thread, so it must be quick and must not call the engine.
  public init(configuration: EngineConfiguration, onEvent: @escaping @Sendable (Observation) -> Void) {
    shared = EngineShared(configuration, observe: onEvent)
  }

  /// Whether every lane and the control connection are up, and next month's partitions exist.
  public var isReady: Bool { shared.areLanesUp && shared.isControlReady.load(ordering: .acquiring) }

  /// How many lanes have their connection.
  public var lanesUp: Int { shared.lanesUp }

  /// Whether it was told to end.
  public var isDraining: Bool { shared.isStopping }

  /// Starts the lanes and the control thread, and returns at once; they connect when they can.
  ///
  /// To be called once.
  public func start() {
    precondition(!isStarted.exchange(true, ordering: .acquiringAndReleasing), "an engine is started once")
    runningLanes.store(shared.pools.values.reduce(0) { $0 + $1.lanes }, ordering: .releasing)
    for pool in shared.pools.values {
      for index in 0..<pool.lanes {
        // A serial queue gets a thread of its own; a concurrent or global one starves when its blocks block.
        let queue = DispatchQueue(label: "dvkd.\(pool.kind).\(index + 1)")
        queue.async(group: lanes) { @Sendable [shared, self] in
          Lane(shared, pool, index).run()
          runningLanes.subtract(1, ordering: .acquiringAndReleasing)
        }
      }
    }
    DispatchQueue(label: "dvkd.control").async(group: control) { @Sendable [shared, self] in
      Control(shared) { self.runningLanes.load(ordering: .acquiring) == 0 }.run()
    }
  }

  /// Stops claiming, lets the batches in hand finish, and ends all threads; blocks until then.
  /// - Parameter limit: How long to wait.
  /// - Returns: Whether every batch was finished within the limit. If not, `abort` rolls the rest back.
  @discardableResult
  public func drain(within limit: Duration) -> Bool {
    shared.enter(.draining)
    let deadline = DispatchTime.now() + .milliseconds(Int(limit.wholeMilliseconds))
    let isDone = lanes.wait(timeout: deadline) == .success && control.wait(timeout: deadline) == .success
    return isDone && shared.phase == .draining
  }

  /// Rolls back what is in hand: cancels the statements of all lanes and ends them.
  ///
  /// May be called from another thread while `drain` waits. A handler that computes cannot be interrupted; its transaction ends with the process.
  /// - Parameter limit: How long to wait for the lanes.
  /// - Returns: Whether all threads ended.
  @discardableResult
  public func abort(within limit: Duration = .seconds(1)) -> Bool {
    shared.enter(.aborting)
    let deadline = ContinuousClock.now + limit
    repeat {
      for pool in shared.pools.values {
        // A request that is lost is made again in the next round.
        pool.interrupt(where: { $0.isInterruptible })
      }
      if lanes.wait(timeout: .now() + .milliseconds(50)) == .success {
        return control.wait(timeout: .now() + .milliseconds(500)) == .success
      }
    } while ContinuousClock.now < deadline
    return false
  }
}
