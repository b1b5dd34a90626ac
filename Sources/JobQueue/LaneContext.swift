internal import Synchronization

/// What a lane and the runs of its batches know.
struct LaneContext {
  let shared: EngineShared
  let pool: Pool
  /// Which lane of the pool, from 0.
  let index: Int
  let statements: LaneStatements
  /// The kind's settings, as the session has them.
  var settings: KindSettings
  /// Most jobs with concurrency keys that a batch takes.
  let keyedLimit: Int

  /// Limit of one statement of the kind.
  var timeout: Duration { settings.timeout }

  var kind: String { pool.kind }

  /// Whether the lane may claim at once: the control connection is up, nobody has changed the kind's settings, and this lane has no suspects to run.
  var mayClaim: Bool {
    shared.isControlUp.load(ordering: .acquiring) && !(index == 0 && pool.hasSuspects)
      && pool.settings.withLock { $0 } == settings
  }
}
