/// Decides when the control thread polls, and when a poll also does the upkeep of each second, so that an idle daemon sends one statement a
/// second for all of it.
struct ControlClock {
  /// Upkeep that is a little early travels with a poll rather than alone.
  private static let upkeepInterval: Duration = .milliseconds(950)
  private static let partitionInterval: Duration = .seconds(3600)

  private let pollInterval: Duration
  private var nextTick: ContinuousClock.Instant
  private var nextUpkeep: ContinuousClock.Instant
  private var nextPartitions: ContinuousClock.Instant

  init(pollInterval: Duration, now: ContinuousClock.Instant) {
    self.pollInterval = pollInterval
    nextTick = now
    nextUpkeep = now
    nextPartitions = now
  }

  /// How long nothing is due; not negative.
  func idle(now: ContinuousClock.Instant) -> Duration {
    max(.zero, nextTick - now)
  }

  /// Says whether to poll now, and then counts on it being done.
  /// - Parameters:
  ///   - now: The time.
  ///   - jitter: -1...1; a tenth of it moves the next poll, so that daemons do not poll in step.
  /// - Returns: Whether to poll; if so, whether with upkeep.
  mutating func tick(now: ContinuousClock.Instant, jitter: Double) -> (poll: Bool, upkeep: Bool) {
    guard now >= nextTick else { return (false, false) }
    let upkeep = now >= nextUpkeep
    if upkeep { nextUpkeep = now + Self.upkeepInterval }
    nextTick = now + min(pollInterval, .seconds(1)) * (1 + jitter / 10)
    return (true, upkeep)
  }

  /// Whether to look after the partitions now: at the start and each hour.
  mutating func partitions(now: ContinuousClock.Instant) -> Bool {
    guard now >= nextPartitions else { return false }
    nextPartitions = now + Self.partitionInterval
    return true
  }

  /// The partitions could not be made: tried again soon.
  /// - Parameters:
  ///   - now: The time.
  ///   - jitter: 0...1.
  mutating func retryPartitions(now: ContinuousClock.Instant, jitter: Double) {
    nextPartitions = now + .seconds(1 + jitter)
  }
}
