/// Requests to cancel jobs that this process has heard of lately.
struct CancelRequests {
  /// How long a request is remembered; the row in `queue.cancel_request` is the truth.
  private static let memory: Duration = .seconds(60)

  private var heard: [Int64: ContinuousClock.Instant] = [:]

  /// A request was heard.
  mutating func insert(_ job: Int64, at now: ContinuousClock.Instant) {
    heard = heard.filter { $0.value > now - Self.memory }
    heard[job] = now
  }

  /// Those of the jobs whose cancellation was asked for.
  func among(_ jobs: [Int64]) -> Set<Int64> {
    guard !heard.isEmpty else { return [] }
    return Set(jobs.filter { heard[$0] != nil })
  }

  /// A request was obeyed: a later retry of the job is not its concern.
  mutating func remove(_ jobs: Set<Int64>) {
    for job in jobs { heard[job] = nil }
  }
}
