internal import Observability
internal import Postgres

/// Does one claimed batch, from the first cancel check to its commit; used on its lane's thread only.
///
/// A batch that fails is rolled back to the savepoint, which keeps its row locks, and its jobs are run one at a time: the bad one fails alone.
final class BatchRun {
  private let lane: LaneContext
  private let work: KindHandler.Work
  private var batch: Batch
  private var report: BatchReport
  /// Whether the next jobs are claimed in the round trip of the commit.
  private let claimsAhead: Bool

  init(_ lane: LaneContext, _ work: @escaping KindHandler.Work, _ batch: Batch, claimsAhead: Bool = true) {
    self.claimsAhead = claimsAhead
    self.lane = lane
    self.work = work
    self.batch = batch
    report = BatchReport(kind: lane.kind, tellsEachJob: lane.shared.configuration.tellsEachJob)
  }

  /// Does the batch and commits it.
  /// - Returns: What was claimed in the round trip of the commit; nil when nothing was asked for.
  /// - Throws: When the connection is of no more use, or nothing could be recorded.
  func run(
    _ connection: borrowing Connection, singly: Bool, _ loop: inout LaneLoop
  ) throws(PostgresError) -> Batch? {
    do throws(PostgresError) {
      try dropCancelled(connection)
      try coverCoalesced(connection)
      return singly ? try runSingly(connection, &loop) : try runWhole(connection, &loop)
    } catch {
      if case .commitUnknown = error {
        lane.shared.observe(.commitUnknown(kind: lane.kind, lane: lane.index, jobs: batch.found))
      } else {
        tellRolledBack(error)
      }
      throw error
    }
  }

  // MARK: Before any fact is read

  private func dropCancelled(_ connection: borrowing Connection) throws(PostgresError) {
    let ids = batch.jobs.map(\.id)
    let heard = lane.shared.cancelRequests.withLock { $0.among(ids) }
    // What was heard may be old: the job may have been put back since. The table knows.
    if !heard.isEmpty { batch.drop(try lane.statements.cancelRequested(connection, heard)) }
  }

  private func coverCoalesced(_ connection: borrowing Connection) throws(PostgresError) {
    let keyed = batch.jobs.filter { $0.coalesceKey != nil }.map(\.id)
    if !keyed.isEmpty { batch.cover(try lane.statements.coalesced(connection, keyed)) }
  }

  // MARK: The batch as a whole

  private func runWhole(
    _ connection: borrowing Connection, _ loop: inout LaneLoop
  ) throws(PostgresError) -> Batch? {
    switch try attempt(connection, batch.jobs) {
    case .aborted: return try rollBack(connection)
    case .failed(let failure): return try isolate(connection, failure, &loop)
    case .done(let outcomes):
      let empty = report
      // Some may have been cancelled meanwhile: those that are left have outcomes.
      for job in batch.jobs { add(job, outcomes[job.id]) }
      let taken = report.addTaken(outcomes, claimed: batch.jobs)
      loop.worked(jobs: batch.found + taken, took: .now - batch.begun)
      switch try finish(connection, ahead: ahead(loop)) {
      case .committed(let next): return next
      case .effectsRefused(let error):
        report = empty
        try lane.statements.rollBackEffects(connection)
        return try isolate(connection, FailedAttempt(error, reason: .failure), &loop)
      }
    }
  }

  /// Runs the jobs of a failed batch one at a time, in this transaction if there is time, else in the next ones.
  private func isolate(
    _ connection: borrowing Connection, _ failure: FailedAttempt, _ loop: inout LaneLoop
  ) throws(PostgresError) -> Batch? {
    if batch.jobs.count == 1, let job = batch.jobs.first {
      add(job, failure.outcome)
      loop.split(jobs: 0)
      return try finishSurely(connection, &loop)
    }
    lane.shared.observe(
      .batchSplit(kind: lane.kind, lane: lane.index, jobs: batch.jobs.count, sqlState: failure.sqlState))
    loop.split(jobs: batch.jobs.count)
    guard .now - batch.begun < Self.roomForOneMore else { return try rollBack(connection) }
    return try runSingly(connection, &loop)
  }

  // MARK: One at a time

  /// How old a transaction may be when one more job begins, which may take the whole timeout: the reaper comes 2 s after that.
  private static let roomForOneMore: Duration = .seconds(1)

  private func runSingly(
    _ connection: borrowing Connection, _ loop: inout LaneLoop
  ) throws(PostgresError) -> Batch? {
    var done = 0
    var handled: Set<Int64> = []
    for job in batch.jobs.prefix(LaneLoop.isolationLimit) {
      // A job may take the whole timeout: it then gets a transaction of its own.
      guard done == 0 || .now - batch.begun < Self.roomForOneMore else { break }
      try dropCancelled(connection)
      guard batch.jobs.contains(where: { $0.id == job.id }) else { continue }
      switch try attempt(connection, [job]) {
      case .aborted: return try rollBack(connection)
      case .failed(let failure): add(job, failure.outcome)
      case .done(let outcomes):
        guard batch.jobs.contains(where: { $0.id == job.id }) else { break }
        if let refusal = try keepEffects(connection) {
          add(job, refusal.outcome)
        } else {
          add(job, outcomes[job.id])
          report.addTaken(outcomes, claimed: [job])
        }
      }
      done += 1
      handled.insert(job.id)
    }
    loop.ranSingly(done)
    let rest = batch.jobs.filter { !handled.contains($0.id) }
    let next = try finishSurely(connection, &loop)
    lane.pool.release(rest.map(\.id))
    return next
  }

  private func keepEffects(_ connection: borrowing Connection) throws(PostgresError) -> FailedAttempt? {
    do throws(PostgresError) {
      try lane.statements.keepEffects(connection)
      return nil
    } catch {
      guard !error.isConnectionLost else { throw error }
      try lane.statements.rollBackEffects(connection)
      return FailedAttempt(error, reason: .failure)
    }
  }

  // MARK: The handler

  /// Calls the handler; again without the jobs whose cancellation was asked for meanwhile.
  ///
  /// Failed effects are rolled back.
  private func attempt(
    _ connection: borrowing Connection, _ wanted: [ClaimedJob]
  ) throws(PostgresError) -> Attempt {
    var jobs = wanted
    while !jobs.isEmpty {
      let started = ContinuousClock.now
      let result = try call(connection, jobs)
      let elapsed = .now - started
      if elapsed > lane.timeout / 2 { tellSlow(jobs[0], elapsed) }
      guard !connection.isBroken else { throw result.postgresError ?? .connection("the connection broke") }
      guard connection.transactionStatus == .inTransaction || connection.transactionStatus == .inError else {
        throw .usage("the handler of \(lane.kind) ended the lane's transaction")
      }
      guard lane.shared.phase != .aborting else { return .aborted }
      if !result.cancelled.isEmpty {
        try lane.statements.rollBackEffects(connection)
        batch.drop(result.cancelled)
        jobs.removeAll { result.cancelled.contains($0.id) }
        continue
      }
      guard let error = result.error else { return .done(result.outcomes) }
      let reason = interruption(
        of: error, isConnectionBroken: false, isAlone: jobs.count == 1, elapsed: elapsed, timeout: lane.timeout)
      if reason == .connectionLost { throw result.postgresError ?? .connection("the connection broke") }
      try lane.statements.rollBackEffects(connection)
      return .failed(FailedAttempt(error, reason: reason))
    }
    return .done([:])
  }

  /// Calls the handler while the lane may be interrupted.
  private func call(
    _ connection: borrowing Connection, _ jobs: [ClaimedJob]
  ) throws(PostgresError) -> HandlerResult {
    var result = HandlerResult()
    let ids = jobs.map(\.id)
    lane.pool.slots[lane.index].withLock { $0.work.begin(ids) }
    do {
      result.outcomes = try work(connection, jobs)
    } catch {
      result.error = error
    }
    result.cancelled = try lane.pool.endWork(lane: lane.index)
    return result
  }

  // MARK: The end

  private func add(_ job: ClaimedJob, _ outcome: JobOutcome?) {
    report.add(
      job, outcome ?? .retry(error: "the handler gave no outcome", sqlState: nil),
      followers: batch.followers[job.id] ?? [], jitter: .random(in: 0.8...1.2))
  }

  private enum FinishResult {
    case committed(next: Batch?)
    case effectsRefused(PostgresError)
  }

  private func ahead(_ loop: LaneLoop) -> ClaimPlan? {
    guard claimsAhead, lane.mayClaim else { return nil }
    return loop.ahead(isStopping: lane.shared.isStopping).map(lane.pool.plan)
  }

  private func finish(_ connection: borrowing Connection, ahead: ClaimPlan?) throws(PostgresError) -> FinishResult {
    for job in batch.cancelled { report.addCancelled(job) }
    switch try lane.statements.finish(connection, report, ahead: ahead) {
    case .effectsRefused(let error): return .effectsRefused(error)
    case .committed(let enqueued, let next, let problem):
      tellCommitted()
      for duration in report.snoozes { lane.pool.snooze(for: duration) }
      // Unknown follow-ups: every kind may have some.
      lane.shared.wake(enqueued ?? Array(lane.shared.pools.keys))
      if let problem { throw problem }
      return .committed(next: next)
    }
  }

  /// Finishes when all effects were checked already.
  private func finishSurely(
    _ connection: borrowing Connection, _ loop: inout LaneLoop
  ) throws(PostgresError) -> Batch? {
    switch try finish(connection, ahead: ahead(loop)) {
    case .committed(let next): return next
    case .effectsRefused(let error): throw error
    }
  }

  /// Lets all jobs go, undone.
  ///
  /// To the savepoint and then a commit: a transaction that is rolled back would make its jobs suspect, as a dead worker's are.
  private func rollBack(_ connection: borrowing Connection) throws(PostgresError) -> Batch? {
    try lane.statements.rollBackEffects(connection)
    try lane.statements.release(connection)
    lane.pool.release(batch.jobs.map(\.id) + batch.cancelled.map(\.id) + batch.followers.values.joined())
    if lane.shared.phase == .aborting { tellRolledBack(nil) }
    return nil
  }

  // MARK: Telling

  private func tellCommitted() {
    let counts = report.counts
    lane.shared.observe(
      .batch(
        kind: lane.kind, lane: lane.index, claimed: batch.found, completed: counts.completed,
        coalesced: counts.coalesced, retried: counts.retried, snoozed: counts.snoozed, discarded: counts.discarded,
        cancelled: counts.cancelled, milliseconds: (.now - batch.begun).wholeMilliseconds))
    for telling in report.tellings { lane.shared.observe(telling) }
  }

  private func tellRolledBack(_ error: PostgresError?) {
    lane.shared.observe(
      .batchRolledBack(
        kind: lane.kind, lane: lane.index, jobs: batch.found, sqlState: error?.sqlState?.rawValue))
  }

  private func tellSlow(_ job: ClaimedJob, _ elapsed: Duration) {
    lane.shared.observe(
      .jobSlow(
        id: job.id, kind: lane.kind, milliseconds: elapsed.wholeMilliseconds,
        timeoutMilliseconds: lane.timeout.wholeMilliseconds))
  }
}
