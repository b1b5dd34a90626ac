/// Decides for which kinds enqueue has to notify this process: those whose lanes sleep.
///
/// Polling is the truth and a notification a hint, asked for only while it is of use: a busy system never meets the lock that NOTIFY takes at commit.
struct Arming {
  /// What `queue.arm` answered.
  enum Answer: String {
    /// This process is told from now on.
    case armed
    /// Another process is, and so are we.
    case other
    /// Transactions that enqueue are under way.
    case busy
  }

  private enum State {
    case armed
    /// Not before `next`; `delay` led there.
    case later(next: ContinuousClock.Instant, delay: Duration)
  }

  private static let shortest: Duration = .milliseconds(5)
  private static let longest: Duration = .milliseconds(250)
  /// While another process is armed, it is asked again each second: it may have awoken.
  private static let pause: Duration = .seconds(1)

  private var states: [String: State] = [:]

  /// The kinds to ask for now.
  /// - Parameters:
  ///   - idle: Kinds with a lane asleep.
  ///   - now: The time.
  /// - Returns: Those that are neither armed nor have to wait.
  func wanted(idle: some Sequence<String>, now: ContinuousClock.Instant) -> [String] {
    idle.filter { kind in
      switch states[kind] {
      case nil: true
      case .armed: false
      case .later(let next, _): now >= next
      }
    }
  }

  /// When a kind that has to wait is to be asked for; nil when none waits.
  var nextDue: ContinuousClock.Instant? {
    states.values.compactMap { if case .later(let next, _) = $0 { next } else { nil } }.min()
  }

  /// Takes an answer.
  /// - Returns: Whether a lane is to claim once more: what was committed before is not notified.
  mutating func answered(_ kind: String, _ answer: Answer, now: ContinuousClock.Instant) -> Bool {
    switch answer {
    case .armed:
      states[kind] = .armed
      return true
    case .other:
      states[kind] = .later(next: now + Self.pause, delay: .zero)
      return false
    case .busy:
      var delay = Self.shortest
      if case .later(_, let last) = states[kind] { delay = min(max(last * 2, Self.shortest), Self.longest) }
      states[kind] = .later(next: now + delay, delay: delay)
      return true
    }
  }

  /// Lanes of a kind found work: when they sleep next, they go idle anew, and the pauses begin with the shortest.
  mutating func worked(_ kind: String) {
    if case .later(_, let delay) = states[kind], delay > .zero { states[kind] = nil }
  }

  /// A notification of a kind came: its lanes are awake.
  /// - Returns: Whether it has to be disarmed.
  mutating func woken(_ kind: String) -> Bool {
    defer { states[kind] = nil }
    if case .armed = states[kind] { return true }
    return false
  }
}
