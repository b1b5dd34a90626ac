internal import Observability
internal import Postgres

/// What a transaction says about its jobs: the arguments of `queue.finish`, and what is told once it is committed.
struct BatchReport {
  /// Counts of jobs by outcome.
  struct Counts: Equatable {
    var completed = 0
    var coalesced = 0
    var retried = 0
    var snoozed = 0
    var discarded = 0
    var cancelled = 0
  }

  private let kind: String
  private let tellsEachJob: Bool
  private var objects: [String] = []
  /// Jobs whose effects are written.
  private(set) var completed: [Int64] = []
  private var completedPlaces: [TupleID] = []
  private(set) var counts = Counts()
  /// For how long jobs are snoozed, each duration once.
  private(set) var snoozes: Set<Duration> = []
  /// What to tell of single jobs after the commit.
  private(set) var tellings: [Observation] = []

  init(kind: String, tellsEachJob: Bool) {
    self.kind = kind
    self.tellsEachJob = tellsEachJob
  }

  /// Where the rows of `completed` stand, in its order; nil when that is not known of each, or there are none.
  var places: [TupleID]? { !completed.isEmpty && completedPlaces.count == completed.count ? completedPlaces : nil }

  /// The last argument of `queue.finish`: a JSON array, or nil when all jobs completed.
  var others: String? { objects.isEmpty ? nil : "[" + objects.joined(separator: ",") + "]" }

  /// Takes a handler's outcome.
  /// - Parameters:
  ///   - job: The job.
  ///   - outcome: What the handler said.
  ///   - followers: Jobs of the same coalesce key that this run covers.
  ///   - jitter: Factor on the delay of a retry, 0.8...1.2; asked for only then, since a random number costs a system call.
  mutating func add(
    _ job: ClaimedJob, _ outcome: JobOutcome, followers: [Int64] = [], jitter: @autoclosure () -> Double
  ) {
    switch outcome {
    case .complete:
      completed.append(job.id)
      if let place = job.place { completedPlaces.append(place) }
      counts.completed += 1
      if tellsEachJob {
        tellings.append(.jobFinished(id: job.id, kind: kind, attempt: job.attempt, outcome: "completed"))
      }
    case .snooze(let duration, let reason):
      let delay = duration.wholeMilliseconds
      objects.append(#"{"id":\#(job.id),"outcome":"snooze","delay_ms":\#(delay),"reason":\#(jsonString(reason))}"#)
      counts.snoozed += 1
      snoozes.insert(duration)
      tellings.append(.jobSnoozed(id: job.id, kind: kind, delayMilliseconds: delay))
    case .discard(let reason):
      return discard(job, reason: reason, sqlState: nil)
    case .retry(let error, let sqlState):
      guard
        case .retry(let after) = failureOutcome(attempt: job.attempt, maxAttempts: job.maxAttempts, jitter: jitter())
      else { return discard(job, reason: error, sqlState: sqlState) }
      let delay = after.wholeMilliseconds
      let state = sqlState.map(jsonString) ?? "null"
      objects.append(
        #"{"id":\#(job.id),"outcome":"retry","delay_ms":\#(delay),"reason":\#(jsonString(error)),"sqlstate":\#(state)}"#
      )
      counts.retried += 1
      tellings.append(
        .jobRetried(
          id: job.id, kind: kind, attempt: job.attempt, maxAttempts: job.maxAttempts, delayMilliseconds: delay,
          sqlState: sqlState, problem: error))
    }
    coalesce(followers, into: job.id)
  }

  /// Takes the outcomes of jobs that the handler took beside those that were claimed.
  /// - Returns: How many of them are finished.
  @discardableResult
  mutating func addTaken(_ outcomes: [Int64: JobOutcome], claimed: [ClaimedJob]) -> Int {
    guard outcomes.count > claimed.count else { return 0 }
    let own = Set(claimed.map(\.id))
    let taken = outcomes.filter { $0.value == .complete && !own.contains($0.key) }.keys.sorted()
    completed += taken
    counts.completed += taken.count
    return taken.count
  }

  /// Takes a job that was cancelled before it had effects.
  ///
  /// Jobs it would have covered stay in the queue.
  mutating func addCancelled(_ job: ClaimedJob) {
    objects.append(#"{"id":\#(job.id),"outcome":"cancelled"}"#)
    counts.cancelled += 1
    tellings.append(.jobFinished(id: job.id, kind: kind, attempt: job.attempt, outcome: "cancelled"))
  }

  /// A discarded job covers nobody: the others of its key stay in the queue and one of them runs next.
  private mutating func discard(_ job: ClaimedJob, reason: String, sqlState: String?) {
    let state = sqlState.map(jsonString) ?? "null"
    objects.append(
      #"{"id":\#(job.id),"outcome":"discard","reason":\#(jsonString(reason)),"sqlstate":\#(state)}"#)
    counts.discarded += 1
    tellings.append(
      .jobDiscarded(
        id: job.id, kind: kind, attempt: job.attempt, sqlState: sqlState, problem: reason))
  }

  private mutating func coalesce(_ followers: [Int64], into leader: Int64) {
    for follower in followers {
      objects.append(#"{"id":\#(follower),"outcome":"coalesced","into":\#(leader)}"#)
    }
    counts.coalesced += followers.count
  }
}

extension Duration {
  /// Whole milliseconds, rounded down.
  var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }
}

/// A JSON string literal of at most 2,000 characters; NUL, which the server cannot store, is dropped.
func jsonString(_ text: String) -> String {
  var literal = "\""
  for scalar in text.prefix(2000).unicodeScalars where scalar != "\0" {
    switch scalar {
    case "\"": literal += "\\\""
    case "\\": literal += "\\\\"
    case "\n": literal += "\\n"
    case let control where control.value < 0x20:
      let digits = String(control.value, radix: 16)
      literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: literal.unicodeScalars.append(scalar)
    }
  }
  return literal + "\""
}
