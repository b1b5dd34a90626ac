internal import Postgres

/// Reads the answer to a claim: the jobs, what to do with each, and a last row that is no job.
struct ClaimReading {
  private enum State {
    static let run: Int16 = 0
    static let cancelled: Int16 = 1
    static let suspect: Int16 = 2
    /// Of the last row: the claim was answered; less than that, it was refused.
    static let answered: Int16 = -1
  }

  private let rows: Rows

  init(_ rows: Rows) {
    self.rows = rows
  }

  /// The batch that the claim's transaction holds.
  /// - Throws: `decoding` when the answer is not that of `queue.claim`.
  func batch(_ plan: ClaimPlan, begun: ContinuousClock.Instant) throws(PostgresError) -> Batch {
    let count = rows.count - 1
    guard count >= 0 else { throw .usage("a claim was answered without its last row") }
    var jobs: [ClaimedJob] = []
    var cancelled: [ClaimedJob] = []
    var suspects: [Int64] = []
    var busy: [(id: Int64, key: String)] = []
    var taken: Set<String> = []
    jobs.reserveCapacity(count)
    for row in 0..<count {
      let id = try rows.int8(row, 0)
      let key = try rows.textOrNil(row, 7)
      switch try rows.int2(row, 8) {
      case State.run:
        // One transaction holds a key for all its jobs, so it may run only one of them.
        if let key, !taken.insert(key).inserted { busy.append((id, key)) } else { jobs.append(try job(row, id, key)) }
      case State.cancelled: cancelled.append(try job(row, id, key))
      case State.suspect: suspects.append(id)
      default: busy.append((id, key ?? ""))
      }
    }
    jobs.sort { $0.id < $1.id }
    var batch = Batch(asked: plan.asked, jobs: jobs, cancelled: cancelled, begun: begun)
    batch.isByNumber = plan.isByNumber
    batch.suspects = suspects
    batch.busy = busy
    batch.keys = try greatestKeys(count)
    batch.took = .microseconds(try rows.int8(count, 0))
    batch.isRefused = try rows.int2(count, 8) < State.answered
    return batch
  }

  private func job(_ row: Int, _ id: Int64, _ key: String?) throws(PostgresError) -> ClaimedJob {
    var job = ClaimedJob(
      id: id, args: try rows.jsonb(row, 9), attempt: Int(try rows.int2(row, 3)) + 1,
      maxAttempts: Int(try rows.int2(row, 4)), enqueuedAt: try rows.timestamptz(row, 5),
      coalesceKey: try rows.textOrNil(row, 6), concurrencyKey: key)
    job.place = try rows.tidOrNil(row, 10)
    return job
  }

  /// The last row of each priority: the rows come by priority and key.
  private func greatestKeys(_ count: Int) throws(PostgresError) -> [(priority: Int, key: ClaimCursor.Key)] {
    var keys: [(priority: Int, key: ClaimCursor.Key)] = []
    var row = count - 1
    while row >= 0 {
      let priority = Int(try rows.int2(row, 1))
      keys.append((priority, ClaimCursor.Key(runAt: try rows.timestamptz(row, 2), id: try rows.int8(row, 0))))
      // Priorities ascend, so the rest of this one is skipped by halving.
      var low = -1
      var high = row
      while high - low > 1 {
        let middle = (low + high) / 2
        if Int(try rows.int2(middle, 1)) < priority { low = middle } else { high = middle }
      }
      row = low
    }
    return keys
  }
}
