internal import Postgres

/// Where the lanes of one kind look for their next jobs, so that a claim does not walk dead index entries again and again.
///
/// A claim begins at the head while that is cheap. Dead entries pile up there while an old snapshot or an open transaction lives; then claims begin
/// behind the greatest key claimed so far, priority by priority. What commits behind a cursor is found by the overlap at the live edge or by the sweep.
struct ClaimCursor {
  /// The place of a job among those of its kind and priority.
  struct Key: Comparable {
    let runAt: Timestamp
    let id: Int64

    static let head = Key(runAt: .negativeInfinity, id: 0)

    static func < (left: Key, right: Key) -> Bool { (left.runAt, left.id) < (right.runAt, right.id) }
  }

  /// What a claim found.
  struct Answer {
    let asked: Int
    /// Rows locked, those that are passed over included.
    let found: Int
    /// Rows passed over: suspects, and those whose key is busy.
    let passed: Int
    /// The greatest key found of each priority.
    let keys: [(priority: Int, key: Key)]
    /// How long it took in the server.
    let took: Duration
  }

  /// Priorities are 0...7.
  static let priorities = 8
  /// A claim that takes longer, besides what its rows cost, walks dead entries.
  private static let slow: Duration = .milliseconds(2)
  /// The same for a claim of many rows: in a backlog even a short walk, paid by each claim, outweighs a cursor.
  private static let slowInBacklog: Duration = .microseconds(300)
  private static let manyRows = 100
  private static let costOfRow: Duration = .nanoseconds(1500)
  private static let widestOverlap: Duration = .milliseconds(500)
  private static let narrowestOverlap: Duration = .milliseconds(1)
  /// After so long without a job the head is tried again.
  private static let idleLimit: Duration = .seconds(60)

  private var keys = [Key?](repeating: nil, count: priorities)
  /// One slow claim may be the machine's fault.
  private var slowInARow = 0
  /// Whether claims begin at the cursor.
  private(set) var isFollowing = false
  /// Whether the last claim found fewer than it asked for.
  private var isAtEdge = true
  private var overlap = widestOverlap
  private var lastFound: ContinuousClock.Instant?

  /// Where a claim begins, for each priority.
  mutating func start(now: ContinuousClock.Instant) -> [Key] {
    if let lastFound, now - lastFound > Self.idleLimit { self = ClaimCursor() }
    guard isFollowing else { return [Key](repeating: .head, count: Self.priorities) }
    return keys.map { key in
      guard let key else { return .head }
      return isAtEdge ? Key(runAt: key.runAt - overlap, id: 0) : key
    }
  }

  /// Takes a claim's answer into account.
  /// - Returns: Whether to claim again before sleeping: this claim came to the live edge behind a strict cursor, so it has not looked at the overlap.
  @discardableResult
  mutating func claimed(_ answer: Answer, now: ContinuousClock.Instant) -> Bool {
    let cameToEdge = isFollowing && !isAtEdge && answer.found < answer.asked
    for (priority, key) in answer.keys { keys[priority] = max(keys[priority] ?? .head, key) }
    if answer.found > 0 { lastFound = now }
    isAtEdge = answer.found < answer.asked
    let limit = isAtEdge || answer.found < Self.manyRows ? Self.slow : Self.slowInBacklog
    let isSlow = answer.took - Self.costOfRow * answer.found > limit
    slowInARow = isSlow ? slowInARow + 1 : 0
    if !isFollowing {
      // Rows that are passed over would be met again at the head.
      isFollowing = slowInARow > 1 || answer.passed > 0
      if isFollowing { lastFound = now }
    } else if isAtEdge {
      overlap = isSlow ? max(overlap / 2, Self.narrowestOverlap) : min(overlap * 2, Self.widestOverlap)
    }
    return cameToEdge
  }

  /// Many jobs stand behind the cursor: claims begin before the smallest of them.
  mutating func lower(priority: Int, to key: Key) {
    guard let current = keys[priority] else { return }
    keys[priority] = min(current, Key(runAt: key.runAt, id: key.id - 1))
  }

  /// What the claims have passed, for the sweep; empty while they begin at the head.
  var passed: [(priority: Int, key: Key)] {
    guard isFollowing else { return [] }
    return keys.enumerated().compactMap { priority, key in key.map { (priority, $0) } }
  }
}

extension Timestamp {
  /// So much earlier; an infinity stays.
  static func - (moment: Timestamp, duration: Duration) -> Timestamp {
    guard moment != .infinity, moment != .negativeInfinity else { return moment }
    return Timestamp(microsecondsSince2000: moment.microsecondsSince2000 - duration.wholeMicroseconds)
  }
}

extension Duration {
  /// Whole microseconds, rounded down.
  var wholeMicroseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
  }
}
