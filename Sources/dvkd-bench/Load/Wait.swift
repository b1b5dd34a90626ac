import Foundation

/// Waiting for what another thread or process does.
enum Wait {
  /// Looks again and again until it is true.
  /// - Returns: The seconds it took.
  /// - Throws: `BenchError` when it is not within `limit`; what the closure throws.
  @discardableResult
  static func until(
    _ what: String, within limit: Duration, every pause: Duration = .milliseconds(2), _ isTrue: () throws -> Bool
  ) throws -> Double {
    let start = ContinuousClock.now
    while true {
      if try isTrue() { return start.duration(to: .now) / .seconds(1) }
      guard start.duration(to: .now) < limit else { throw BenchError("not within \(limit): \(what)") }
      nap(pause)
    }
  }

  /// Blocks this thread.
  static func nap(_ duration: Duration) { Thread.sleep(forTimeInterval: duration / .seconds(1)) }

  /// Blocks this thread until then; not at all when it is past.
  static func nap(until instant: ContinuousClock.Instant) {
    let rest = ContinuousClock.now.duration(to: instant)
    if rest > .zero { nap(rest) }
  }
}
