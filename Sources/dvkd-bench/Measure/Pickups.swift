/// When jobs were committed and when their handler began, by the clock of this process.
final class Pickups: Sendable {
  private struct State {
    var committed: [Int64: ContinuousClock.Instant] = [:]
    var started: [Int64: ContinuousClock.Instant] = [:]
  }

  private let state = Locked(State())

  /// The enqueuer's COMMIT returned.
  func committed(_ ids: [Int64], at instant: ContinuousClock.Instant = .now) {
    state.withLock { for id in ids { $0.committed[id] = instant } }
  }

  /// The handler begins a job; the first time counts.
  func started(_ id: Int64, at instant: ContinuousClock.Instant = .now) {
    state.withLock { if $0.started[id] == nil { $0.started[id] = instant } }
  }

  var enqueued: Int { state.withLock { $0.committed.count } }

  /// Committed jobs that were not begun yet.
  var waiting: Int { state.withLock { s in s.committed.keys.count { s.started[$0] == nil } } }

  /// From commit to start in milliseconds; 0 for a job that began before the enqueuer heard of its own commit.
  var milliseconds: Series {
    state.withLock { state in
      Series(
        state.committed.compactMap { id, committed in
          state.started[id].map { max(0, committed.duration(to: $0) / .milliseconds(1)) }
        })
    }
  }
}
