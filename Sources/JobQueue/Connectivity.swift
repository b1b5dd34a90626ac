/// Which members of a component are without a connection, so that a loss and its end are told once each.
struct Connectivity {
  enum Change: Equatable {
    case lost
    case back(after: Duration)
  }

  private var down: Set<Int> = []
  private var up: Set<Int> = []
  private var since: ContinuousClock.Instant?

  /// How many members are connected.
  var upCount: Int { up.count }

  /// A member lost its connection, or could not get one.
  mutating func lost(_ member: Int, at now: ContinuousClock.Instant) -> Change? {
    up.remove(member)
    down.insert(member)
    guard since == nil else { return nil }
    since = now
    return .lost
  }

  /// A member has a connection.
  ///
  /// The component is back when no member is without one.
  mutating func connected(_ member: Int, at now: ContinuousClock.Instant) -> Change? {
    up.insert(member)
    down.remove(member)
    guard down.isEmpty, let start = since else { return nil }
    since = nil
    return .back(after: now - start)
  }

  /// A member ended of its own will.
  mutating func left(_ member: Int) {
    up.remove(member)
    down.remove(member)
  }
}
