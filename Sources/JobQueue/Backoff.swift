/// Delays between tries to connect: 50 ms, doubling, at most 2 s, so that a database that is back is used soon.
struct Backoff {
  private var failures = 0

  /// The delay before the next try.
  /// - Parameter jitter: 0...1; spreads the lanes of all daemons over the second half of the delay.
  /// - Returns: 25 ms ... 2 s.
  mutating func delay(jitter: Double) -> Duration {
    let whole = Duration.milliseconds(50 * (1 << min(failures, 6)))
    failures += 1
    return min(whole, .seconds(2)) * (0.5 + jitter / 2)
  }

  /// A try succeeded.
  mutating func reset() {
    failures = 0
  }
}
