/// Jobs of one kind that stand behind the cursor and are to be claimed by number: let go by a lane, passed over because their key was busy, or found
/// by the sweep.
///
/// Bounded; what does not fit is found by the sweep again.
struct ReleasedJobs {
  private struct Entry {
    let key: String?
    var due: ContinuousClock.Instant
  }

  static let limit = 1000
  /// How long a job whose key is busy elsewhere waits before it is tried again.
  static let busyPause: Duration = .milliseconds(100)

  private var entries: [Int64: Entry] = [:]
  /// Whether the last claim by number found nothing to run: then a lane looks behind the cursor first.
  private var isBarren = false

  /// Remembers a job, to be claimed from `due` on.
  /// - Parameters:
  ///   - id: The job's number.
  ///   - key: Its concurrency key, when that was busy.
  ///   - due: When to try it.
  mutating func insert(_ id: Int64, key: String? = nil, due: ContinuousClock.Instant) {
    guard entries.count < Self.limit || entries[id] != nil else { return }
    entries[id] = Entry(key: key, due: due)
  }

  /// Remembers jobs whose keys are busy: nobody who waits for these keys is tried before `due`.
  mutating func postpone(_ jobs: [(id: Int64, key: String)], due: ContinuousClock.Instant) {
    let keys = Set(jobs.map(\.key))
    for (id, entry) in entries where entry.key.map(keys.contains) ?? false { entries[id]?.due = due }
    for job in jobs { insert(job.id, key: job.key, due: due) }
  }

  /// A claim by number was answered.
  mutating func claimed(found: Int) {
    isBarren = found == 0
  }

  /// A lane of this process let go of these keys: the jobs that waited for them are due.
  mutating func freed(_ keys: Set<String>, now: ContinuousClock.Instant) {
    for (id, entry) in entries where entry.key.map(keys.contains) ?? false { entries[id]?.due = now }
  }

  /// Takes jobs out that are due, at most one of each key, smallest numbers first; none right after a claim by number that found nothing.
  mutating func take(_ limit: Int, now: ContinuousClock.Instant) -> [Int64] {
    guard !entries.isEmpty, !isBarren else {
      isBarren = false
      return []
    }
    var keys: Set<String> = []
    var taken: [Int64] = []
    for (id, entry) in entries.sorted(by: { $0.key < $1.key }) where entry.due <= now {
      guard taken.count < limit else { break }
      if let key = entry.key, !keys.insert(key).inserted { continue }
      taken.append(id)
      entries[id] = nil
    }
    return taken
  }

  /// When the next job is due; nil when there is none.
  var nextDue: ContinuousClock.Instant? { entries.values.lazy.map(\.due).min() }
}
