/// Jobs that the lane's open transaction holds; the savepoint `w` is set behind their claim.
struct Batch {
  /// How many were asked for.
  let asked: Int
  /// In id order.
  var jobs: [ClaimedJob]
  /// Jobs whose cancellation was asked for before they were claimed, or while they were worked on.
  var cancelled: [ClaimedJob]
  /// By the job that runs for them: jobs of the same coalesce key.
  var followers: [Int64: [Int64]] = [:]
  /// When the transaction began, about.
  let begun: ContinuousClock.Instant

  /// How many jobs the transaction claimed.
  let found: Int

  init(asked: Int, jobs: [ClaimedJob], cancelled: [ClaimedJob], begun: ContinuousClock.Instant) {
    self.asked = asked
    self.jobs = jobs
    self.cancelled = cancelled
    self.begun = begun
    found = jobs.count + cancelled.count
  }

  /// Takes jobs out that are to be cancelled.
  mutating func drop(_ ids: Set<Int64>) {
    guard !ids.isEmpty else { return }
    cancelled += jobs.filter { ids.contains($0.id) }
    jobs.removeAll { ids.contains($0.id) }
  }

  /// Takes jobs out that another one runs for.
  mutating func cover(_ pairs: [(id: Int64, by: Int64)]) {
    // A job to be cancelled is locked by this transaction too; it ends as cancelled, not as covered.
    let doomed = Set(cancelled.map(\.id))
    let pairs = pairs.filter { !doomed.contains($0.id) }
    guard !pairs.isEmpty else { return }
    let covered = Set(pairs.map(\.id))
    jobs.removeAll { covered.contains($0.id) }
    for pair in pairs { followers[pair.by, default: []].append(pair.id) }
  }
}
