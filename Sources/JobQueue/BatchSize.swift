/// Decides how many jobs a lane asks for, so that nobody's jobs are held hostage by a slow batch.
///
/// A claimed, unstarted job is invisible to everyone: it waits for its batch. So a lane starts with one job, doubles while a batch takes under a quarter
/// of the budget, and never asks for more than half a budget's worth by the measured time of a job.
struct BatchSize {
  /// What one transaction may take.
  static let budget: Duration = .milliseconds(250)
  /// The part of the server's lock table that the keys of one pool's batches may fill: the portal's transactions need it, too.
  private static let shareOfLocks = 8
  /// Weight of the newest measurement.
  private static let weight = 0.3

  /// The kind's limit, or less when its jobs have concurrency keys.
  private var limit: Int
  private let lanes: Int
  private var secondsPerJob: Double?
  private var isScarce = false
  /// How many jobs to ask for; 1...limit.
  private(set) var next = 1

  /// - Parameters:
  ///   - limit: The kind's limit; 1 or more.
  ///   - lanes: Lanes that share the kind's jobs in this process; 1 or more.
  init(limit: Int, lanes: Int) {
    self.limit = max(1, limit)
    self.lanes = max(1, lanes)
  }

  /// Takes a claim's answer into account: when jobs are few, the other lanes get their share; when all were passed over, more are looked at.
  mutating func claimed(asked: Int, found: Int, passed: Int = 0) {
    isScarce = found + passed < asked
    if isScarce {
      next = min(limit, max(1, (found + lanes - 1) / lanes))
    } else if found == 0 {
      next = min(limit, next * 2)
    }
  }

  /// Takes the measured time of a batch of `jobs` (1 or more) into account.
  mutating func finished(jobs: Int, took: Duration) {
    let sample = took / .seconds(1) / Double(max(1, jobs))
    let average = secondsPerJob.map { $0 + Self.weight * (sample - $0) } ?? sample
    secondsPerJob = average
    let fitting = Int(min(Self.budget / .seconds(1) / 2 / max(average, 1e-9), 1e6))
    let wanted = !isScarce && took < Self.budget / 4 ? next * 2 : next
    next = max(1, min(limit, wanted, fitting))
  }

  /// Most jobs with keys that a batch takes.
  /// - Parameters:
  ///   - locks: How many locks the server's table has room for, one a key.
  ///   - lanes: Lanes that share the kind's jobs in this process; 1 or more.
  /// - Returns: 1 or more.
  static func keyedLimit(locks: Int, lanes: Int) -> Int {
    max(1, locks / shareOfLocks / max(1, lanes))
  }

  /// The kind's jobs have concurrency keys: each is a lock in the server, and holds its key for the whole batch.
  mutating func keyed(limit most: Int) {
    limit = min(limit, most)
    next = min(next, limit)
  }

  /// Starts anew, after a batch failed or the connection was lost.
  mutating func reset() {
    next = 1
    isScarce = false
    secondsPerJob = nil
  }
}
