/// Decides when the control thread polls, and when a poll also does the upkeep of each second, so that an idle daemon sends one statement a
/// second for all of it.
struct ControlClock {
  /// Upkeep that is a little early travels with a poll rather than alone.
  private static let upkeepInterval: Duration = .milliseconds(950)
  /// What has no hurry leaves the first second to the lanes.
  private static let maintenanceDelay: Duration = .seconds(1)
  private static let maintenanceInterval: Duration = .seconds(3600)

  private let pollInterval: Duration
  private var nextTick: ContinuousClock.Instant
  private var nextUpkeep: ContinuousClock.Instant
  private var nextMaintenance: ContinuousClock.Instant

  init(pollInterval: Duration, now: ContinuousClock.Instant) {
    self.pollInterval = pollInterval
    nextTick = now
    nextUpkeep = now
    nextMaintenance = now + Self.maintenanceDelay
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

  /// A lane will be over age in `rest`: the upkeep that ends it comes in time.
  mutating func upkeep(within rest: Duration, now: ContinuousClock.Instant) {
    let due = now + max(rest, .milliseconds(10))
    guard due < nextUpkeep else { return }
    nextUpkeep = due
    nextTick = min(nextTick, due)
  }

  /// Whether to do the maintenance now: a second after the start and each hour.
  mutating func maintenance(now: ContinuousClock.Instant) -> Bool {
    guard now >= nextMaintenance else { return false }
    nextMaintenance = now + Self.maintenanceInterval
    return true
  }

  /// A part of the maintenance could not be done: tried again after a while.
  /// - Parameters:
  ///   - delay: How long to wait at least.
  ///   - now: The time.
  ///   - jitter: 0...1 seconds are added.
  mutating func retryMaintenance(after delay: Duration, now: ContinuousClock.Instant, jitter: Double = 0) {
    nextMaintenance = min(nextMaintenance, now + delay + .seconds(jitter))
  }
}
