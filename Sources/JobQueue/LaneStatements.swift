internal import Postgres

/// The statements of a lane; the behaviour is in the functions of the schema `queue`.
struct LaneStatements {
  /// What came of a finish.
  enum FinishEnd {
    /// Committed. The kinds that the transaction enqueued (nil: unknown), the jobs claimed with it, and the error that kept it from claiming.
    case committed(enqueued: [String]?, next: Batch?, problem: PostgresError?)
    /// A constraint that was checked late failed, or the handler hid an error: the savepoint is still there.
    case effectsRefused(PostgresError)
  }

  let kind: String

  private static let begin = "begin isolation level read committed read write"
  private static let claim =
    "select id, attempt, max_attempts, enqueued_at, coalesce_key, cancel_requested, args from queue.claim($1, $2)"

  // MARK: Claim

  /// Begins a transaction that holds up to `limit` jobs, and sets the savepoint behind them.
  func claim(_ connection: borrowing Connection, limit: Int) throws(PostgresError) -> Batch {
    let begun = ContinuousClock.now
    let results = try connection.pipeline { (pipeline) throws(PostgresError) in try addClaim(pipeline, limit) }
    return try batch(results[1], asked: limit, begun: begun)
  }

  /// Ends a transaction that has changed nothing.
  func release(_ connection: borrowing Connection) throws(PostgresError) {
    try connection.prepared("commit", "commit")
  }

  private func addClaim(_ pipeline: borrowing Pipeline, _ limit: Int) throws(PostgresError) {
    try pipeline.prepared("begin", Self.begin)
    try pipeline.prepared("claim", Self.claim, [.text(kind), .int4(Int32(limit))])
    try pipeline.prepared("savepoint", "savepoint w")
  }

  private func batch(_ rows: Rows, asked: Int, begun: ContinuousClock.Instant) throws(PostgresError) -> Batch {
    var jobs: [ClaimedJob] = []
    var cancelled: [ClaimedJob] = []
    jobs.reserveCapacity(rows.count)
    for row in 0..<rows.count {
      let job = ClaimedJob(
        id: try rows.int8(row, 0), args: try rows.jsonb(row, 6), attempt: Int(try rows.int2(row, 1)) + 1,
        maxAttempts: Int(try rows.int2(row, 2)), enqueuedAt: try rows.timestamptz(row, 3),
        coalesceKey: try rows.textOrNil(row, 4))
      if try rows.bool(row, 5) { cancelled.append(job) } else { jobs.append(job) }
    }
    jobs.sort { $0.id < $1.id }
    return Batch(asked: asked, jobs: jobs, cancelled: cancelled, begun: begun)
  }

  /// Locks the jobs that one run of the claimed ones covers.
  func coalesced(_ connection: borrowing Connection, _ ids: [Int64]) throws(PostgresError) -> [(id: Int64, by: Int64)] {
    // Outside the savepoint, as the claim is: a rollback to it must not free them.
    let results = try connection.pipeline { (pipeline) throws(PostgresError) in
      try pipeline.prepared("release", "release savepoint w")
      try pipeline.prepared(
        "coalesced", "select id, coalesced_into from queue.claim_coalesced($1, $2)", [.text(kind), .int8Array(ids)])
      try pipeline.prepared("savepoint", "savepoint w")
    }
    let rows = results[1]
    var pairs: [(id: Int64, by: Int64)] = []
    for row in 0..<rows.count { pairs.append((try rows.int8(row, 0), try rows.int8(row, 1))) }
    return pairs
  }

  /// Those of the jobs whose cancellation is asked for, by the table.
  func cancelRequested(_ connection: borrowing Connection, _ ids: Set<Int64>) throws(PostgresError) -> Set<Int64> {
    let rows = try connection.prepared(
      "cancel_requested", "select job_id from queue.cancel_request where job_id = any ($1)",
      [.int8Array(ids.sorted())])
    var found: Set<Int64> = []
    for row in 0..<rows.count { found.insert(try rows.int8(row, 0)) }
    return found
  }

  // MARK: Savepoint

  /// Drops all effects since the claim (or the last kept job); the jobs' row locks stay.
  func rollBackEffects(_ connection: borrowing Connection) throws(PostgresError) {
    try connection.prepared("rollback_to", "rollback to savepoint w")
  }

  /// Checks late constraints and keeps the effects of one job, before the next one's begin.
  func keepEffects(_ connection: borrowing Connection) throws(PostgresError) {
    try connection.pipeline { (pipeline) throws(PostgresError) in
      try pipeline.prepared("constraints", "set constraints all immediate")
      try pipeline.prepared("release", "release savepoint w")
      try pipeline.prepared("savepoint", "savepoint w")
    }
  }

  // MARK: Finish

  /// Finishes jobs and commits, and claims the next ones in the same round trip.
  /// - Throws: When nothing was committed and nothing can be recorded in this transaction any more, or `commitUnknown`.
  func finish(
    _ connection: borrowing Connection, _ report: BatchReport, ahead: Int?
  ) throws(PostgresError) -> FinishEnd {
    let begun = ContinuousClock.now
    do throws(PostgresError) {
      let results = try connection.pipeline { (pipeline) throws(PostgresError) in
        try pipeline.prepared("constraints", "set constraints all immediate")
        try pipeline.prepared("release", "release savepoint w")
        try pipeline.prepared(
          "finish", "select queue.finish($1, $2)", [.int8Array(report.completed), .jsonb(report.others)])
        try pipeline.prepared("commit", "commit")
        if let ahead { try addClaim(pipeline, ahead) }
      }
      let enqueued = try results[2].text(0, 0).split(separator: " ").map(String.init)
      let next = if let ahead { try batch(results[5], asked: ahead, begun: begun) } else { Batch?.none }
      return .committed(enqueued: enqueued, next: next, problem: nil)
    } catch {
      switch error.serverError?.statementIndex {
      case .some(0), .some(1): if !error.isConnectionLost { return .effectsRefused(error) }
      case .some(let statement) where statement > 3: return .committed(enqueued: nil, next: nil, problem: error)
      default: break
      }
      throw error
    }
  }
}
