/// What a lane and the runs of its batches know.
struct LaneContext {
  let shared: EngineShared
  let pool: Pool
  /// Which lane of the pool, from 0.
  let index: Int
  let statements: LaneStatements
  /// Limit of one statement of the kind.
  let timeout: Duration

  var kind: String { pool.kind }
}
