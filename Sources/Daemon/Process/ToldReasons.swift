/// Which reasons were told of late, so that one that lasts is told once a minute and a new one at once.
struct ToldReasons {
  /// How long a reason stays told.
  static let interval = Duration.seconds(60)

  private var told: [String: ContinuousClock.Instant] = [:]

  /// Whether to tell a reason now.
  mutating func tells(_ reason: String, at now: ContinuousClock.Instant) -> Bool {
    told = told.filter { now - $0.value < Self.interval }
    guard told[reason] == nil else { return false }
    told[reason] = now
    return true
  }
}
