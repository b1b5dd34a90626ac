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
  private static let columns =
    "id, priority, run_at, attempt, max_attempts, enqueued_at, coalesce_key, concurrency_key, state, args"
  private static let claimBehind = "select \(columns), place from queue.claim_behind($1, $2, $3, $4, $5)"
  private static let claimNumbers = "select \(columns), null::tid from queue.claim_ids($1, $2)"
  private static let claimSuspect = "select \(columns), null::tid from queue.claim_suspect($1, $2)"
  private static let priorities = (0..<ClaimCursor.priorities).map(Int16.init)

  // MARK: Claim

  /// Begins a transaction that holds the jobs, and sets the savepoint behind them.
  func claim(_ connection: borrowing Connection, _ plan: ClaimPlan) throws(PostgresError) -> Batch {
    let begun = ContinuousClock.now
    let results = try connection.pipeline { (pipeline) throws(PostgresError) in try addClaim(pipeline, plan) }
    return try ClaimReading(results[1]).batch(plan, begun: begun)
  }

  /// Ends a transaction that has changed nothing.
  func release(_ connection: borrowing Connection) throws(PostgresError) {
    try connection.prepared("commit", "commit")
  }

  /// Records the suspects among the claimed jobs, outside the savepoint: the mark stays when the rest is rolled back.
  func markSuspects(_ connection: borrowing Connection, _ ids: [Int64]) throws(PostgresError) {
    try connection.pipeline { (pipeline) throws(PostgresError) in
      try pipeline.prepared("release", "release savepoint w")
      try pipeline.prepared("mark_suspects", "select queue.mark_suspects($1)", [.int8Array(ids)])
      try pipeline.prepared("savepoint", "savepoint w")
    }
  }

  private func addClaim(_ pipeline: borrowing Pipeline, _ plan: ClaimPlan) throws(PostgresError) {
    try pipeline.prepared("begin", Self.begin)
    switch plan {
    case .behind(let keys, let limit):
      try pipeline.prepared(
        "claim", Self.claimBehind,
        [
          .text(kind), .int4(Int32(limit)), .int2Array(Self.priorities), .timestamptzArray(keys.map(\.runAt)),
          .int8Array(keys.map(\.id)),
        ])
    case .numbers(let ids): try pipeline.prepared("claim_ids", Self.claimNumbers, [.text(kind), .int8Array(ids)])
    case .suspect(let id): try pipeline.prepared("claim_suspect", Self.claimSuspect, [.text(kind), .int8(id)])
    }
    try pipeline.prepared("savepoint", "savepoint w")
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

  private func addFinish(_ pipeline: borrowing Pipeline, _ report: BatchReport) throws(PostgresError) {
    if let places = report.places {
      try pipeline.prepared(
        "finish_at", "select queue.finish($1, $2, $3)",
        [.int8Array(report.completed), .tidArray(places), .jsonb(report.others)])
    } else {
      try pipeline.prepared(
        "finish", "select queue.finish($1, $2)", [.int8Array(report.completed), .jsonb(report.others)])
    }
  }

  /// Finishes jobs and commits, and claims the next ones in the same round trip.
  /// - Throws: When nothing was committed and nothing can be recorded in this transaction any more, or `commitUnknown`.
  func finish(
    _ connection: borrowing Connection, _ report: BatchReport, ahead: ClaimPlan?
  ) throws(PostgresError) -> FinishEnd {
    let begun = ContinuousClock.now
    do throws(PostgresError) {
      let results = try connection.pipeline { (pipeline) throws(PostgresError) in
        try pipeline.prepared("constraints", "set constraints all immediate")
        try pipeline.prepared("release", "release savepoint w")
        try addFinish(pipeline, report)
        try pipeline.prepared("commit", "commit")
        if let ahead { try addClaim(pipeline, ahead) }
      }
      let enqueued = try results[2].text(0, 0).split(separator: " ").map(String.init)
      let next =
        if let ahead { try ClaimReading(results[5]).batch(ahead, begun: begun) } else { Batch?.none }
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
