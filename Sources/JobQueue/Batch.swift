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
  /// Jobs that are locked and left: their last worker died.
  var suspects: [Int64] = []
  /// Jobs that are locked and left: their concurrency key, named here, is busy.
  var busy: [(id: Int64, key: String)] = []
  /// The greatest key of each priority among all rows, for the cursor.
  var keys: [(priority: Int, key: ClaimCursor.Key)] = []
  /// Whether it was asked for by number.
  var isByNumber = false
  /// Whether nothing was looked for, because the kind is paused or its limit is reached.
  var isRefused = false
  /// How long the claim took in the server.
  var took: Duration = .zero
  /// When the transaction began, about.
  let begun: ContinuousClock.Instant

  /// How many jobs the transaction claimed, to run or to cancel.
  let found: Int

  init(asked: Int, jobs: [ClaimedJob], cancelled: [ClaimedJob], begun: ContinuousClock.Instant) {
    self.asked = asked
    self.jobs = jobs
    self.cancelled = cancelled
    self.begun = begun
    found = jobs.count + cancelled.count
  }

  /// How many rows it locked and left.
  var passed: Int { suspects.count + busy.count }

  /// The concurrency keys that the transaction holds.
  var concurrencyKeys: Set<String> { Set(jobs.compactMap(\.concurrencyKey)) }

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
