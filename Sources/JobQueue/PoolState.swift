/// Which lanes of a pool sleep, and whether a wake-up came that nobody has acted on: no wake-up is lost, and one wakes one lane.
struct PoolState {
  private var sleeping: [Int] = []
  /// Counts the wake-ups that found no lane asleep; a lane that was about to sleep sees it change and claims again.
  private(set) var missed = 0
  private(set) var isStopping = false

  /// Whether a lane sleeps.
  var isIdle: Bool { !sleeping.isEmpty }

  /// A lane found nothing; it claims again (or stops) if it may not sleep.
  /// - Parameters:
  ///   - lane: Which lane.
  ///   - missedBefore: `missed` as it was before the lane's claim.
  /// - Returns: Whether it may sleep.
  mutating func sleep(lane: Int, missedBefore: Int) -> Bool {
    guard !isStopping, missed == missedBefore else { return false }
    sleeping.append(lane)
    return true
  }

  /// There may be work.
  ///
  /// Returns the lane to wake, if one sleeps.
  mutating func wake() -> Int? {
    if let lane = sleeping.popLast() { return lane }
    missed &+= 1
    return nil
  }

  /// A lane found as many jobs as it asked for, so there may be more.
  ///
  /// Returns another lane to wake; nobody claims again for it.
  mutating func wakeSibling() -> Int? {
    sleeping.popLast()
  }

  /// Something happened to one lane that the others should notice, too.
  ///
  /// Returns all sleeping lanes; nobody claims again for it.
  mutating func wakeAll() -> [Int] {
    defer { sleeping = [] }
    return sleeping
  }

  /// The end: returns all sleeping lanes, and lets none sleep again.
  mutating func stop() -> [Int] {
    isStopping = true
    return wakeAll()
  }
}
