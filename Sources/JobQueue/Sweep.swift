/// Paces the walk through the heap that finds jobs behind the cursors: slice by slice, the whole heap twice a second, and never more than a tenth of the
/// time of one connection.
struct Sweep {
  /// Pages of one slice.
  static let slice = 250
  /// Jobs that one slice gives at most; a slice that is full lowers the cursors.
  static let most = 500
  private static let period: Duration = .milliseconds(500)
  /// So many times as long as a slice took, nothing is done.
  private static let rest = 9

  private var page = 0
  private var passBegan: ContinuousClock.Instant?
  private var next: ContinuousClock.Instant?
  /// How long the last whole pass took; nil before the first.
  private(set) var lastPass: Duration?
  /// From here on a pass is worth a line of health: the promised second does not hold.
  static let slow: Duration = .seconds(1)
  /// A slow pass is told again after this time.
  private static let newsInterval: Duration = .seconds(10)
  private var toldSlow: ContinuousClock.Instant?

  /// How long the last pass took, when that is to be told: it was slow, or is so no more.
  mutating func news(now: ContinuousClock.Instant) -> Duration? {
    guard page == 0, let lastPass else { return nil }
    if lastPass >= Self.slow {
      if let toldSlow, now - toldSlow < Self.newsInterval { return nil }
      toldSlow = now
      return lastPass
    }
    guard toldSlow != nil else { return nil }
    toldSlow = nil
    return lastPass
  }

  /// No cursor has passed anything: half a second after one does, the first pass begins.
  mutating func rest(now: ContinuousClock.Instant) {
    page = 0
    next = now + Self.period
  }

  /// The first page of the slice to look at now; nil when it is not time yet.
  mutating func begin(now: ContinuousClock.Instant) -> Int? {
    if let next, now < next { return nil }
    if page == 0 { passBegan = now }
    return page
  }

  /// When the next slice is due.
  var due: ContinuousClock.Instant? { next }

  /// A slice was looked at.
  /// - Parameters:
  ///   - pages: How many pages the heap has.
  ///   - took: How long it took.
  ///   - now: The time.
  mutating func swept(pages: Int, took: Duration, now: ContinuousClock.Instant) {
    page += Self.slice
    var due = now + took * Self.rest
    if page >= pages {
      page = 0
      let began = passBegan ?? now
      lastPass = now - began
      due = max(due, began + Self.period)
    }
    next = due
  }
}
