internal import Dispatch
internal import JobQueue
internal import Synchronization

/// A drain that runs beside the main thread, so that a second signal can cut it short.
final class Drain: Sendable {
  /// 0 while it runs or has not begun, 1 when all batches were finished, 2 when not.
  private let outcome = Atomic(0)

  /// Whether every batch was finished; nil until that is known.
  var result: Bool? {
    switch outcome.load(ordering: .acquiring) {
    case 0: nil
    case let code: code == 1
    }
  }

  /// Begins, and wakes the waiter when it ends; to be called once.
  func begin(_ engine: Engine, within limit: Duration, then signals: SignalWatch) {
    let counts = signals.counts
    DispatchQueue(label: "dvkd.drain").async { @Sendable in
      self.outcome.store(engine.drain(within: limit) ? 1 : 2, ordering: .releasing)
      counts.arrived.signal()
    }
  }
}
