/// What a lane is doing, for those who may have to interrupt it: only the statement of a batch whose work is under way may be cancelled,
/// never one in COMMIT.
struct LaneWork {
  private var jobs: [Int64] = []
  private var isWorking = false
  private var cancelled: Set<Int64> = []
  private var cancelDue: ContinuousClock.Instant?

  /// The work on these jobs begins.
  mutating func begin(_ jobs: [Int64]) {
    self.jobs = jobs
    isWorking = true
    cancelled = []
    cancelDue = nil
  }

  /// The work is over; nothing is interrupted any more.
  /// - Returns: Those of the jobs whose cancellation was asked for meanwhile.
  mutating func end() -> Set<Int64> {
    isWorking = false
    cancelDue = nil
    return cancelled
  }

  /// Somebody asks to cancel a job.
  ///
  /// The lane drops it by itself when its work ends; a second later its statement is cancelled.
  mutating func request(_ job: Int64, now: ContinuousClock.Instant) {
    guard isWorking, jobs.contains(job), cancelled.insert(job).inserted else { return }
    cancelDue = cancelDue ?? now + .seconds(1)
  }

  /// Whether the statement under way is to be cancelled now; asked again, it is so every second.
  mutating func shouldInterrupt(now: ContinuousClock.Instant) -> Bool {
    guard isWorking, let due = cancelDue, now >= due else { return false }
    cancelDue = now + .seconds(1)
    return true
  }

  /// Whether a statement may be interrupted at all, for an abort.
  var isInterruptible: Bool { isWorking }
}
