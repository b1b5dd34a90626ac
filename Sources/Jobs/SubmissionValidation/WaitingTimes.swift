/// How long submissions wait for those in front of them: a few milliseconds at first, twice as long each time; used on one lane's thread only.
///
/// Whoever is in front is nearly always in a batch that another lane is about to commit; when it is not, its job waits for another try, and
/// asking again and again would be of no use.
final class WaitingTimes {
  static let first = Duration.milliseconds(10)
  static let longest = Duration.seconds(1)
  /// More than wait at one time; beyond it all begin anew.
  private static let limit = 10_000

  private var times: [Int64: Duration] = [:]

  /// How long a submission waits this time.
  func next(_ submission: Int64) -> Duration {
    if times.count >= Self.limit, times[submission] == nil { times.removeAll() }
    let time = times[submission].map { min($0 * 2, Self.longest) } ?? Self.first
    times[submission] = time
    return time
  }

  /// A submission waits no longer.
  func end(_ submission: Int64) { times[submission] = nil }
}
