/// When the jobs that this process snoozed for a short while are due, so that a lane looks then and not at the next poll.
///
/// Only times are kept: the jobs are found behind the cursor, in their order, so that jobs which are snoozed again and again keep nobody from
/// claiming others. Bounded; what does not fit is found by the poll.
struct SnoozedTimes {
  static let limit = 100
  /// Longer ones are left to the poll.
  static let longest: Duration = .seconds(1)

  /// In order.
  private var times: [ContinuousClock.Instant] = []

  /// Remembers a time; while lanes are busy nobody takes those that have come, so of these one is enough.
  mutating func insert(_ time: ContinuousClock.Instant, now: ContinuousClock.Instant) {
    if times.count >= Self.limit {
      let come = times.firstIndex { now < $0 } ?? times.endIndex
      times.removeFirst(max(0, come - 1))
    }
    guard times.count < Self.limit else { return }
    times.insert(time, at: times.firstIndex { time < $0 } ?? times.endIndex)
  }

  /// Forgets the times that have come.
  /// - Returns: Whether there were any.
  mutating func take(now: ContinuousClock.Instant) -> Bool {
    let rest = times.firstIndex { now < $0 } ?? times.endIndex
    times.removeFirst(rest)
    return rest > 0
  }

  /// The next time; nil when there is none.
  var nextDue: ContinuousClock.Instant? { times.first }
}
