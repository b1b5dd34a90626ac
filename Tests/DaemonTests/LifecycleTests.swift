import Testing

@testable import Daemon

@Suite("The life cycle")
struct LifecycleTests {
  /// Feeds (terminations, ready, drained) and collects what is done.
  private func actions(_ events: [(Int, Bool, Bool?)]) -> [Lifecycle.Action] {
    var lifecycle = Lifecycle()
    return events.map { lifecycle.next(terminations: $0.0, isReady: $0.1, drained: $0.2) }
  }

  @Test("tells ready once")
  func ready() {
    #expect(
      actions([(0, false, nil), (0, true, nil), (0, true, nil), (0, false, nil)]) == [.wait, .tellReady, .wait, .wait])
  }

  @Test("drains at the first signal and stops clean when all is finished")
  func drain() {
    #expect(
      actions([(0, true, nil), (1, true, nil), (1, true, nil), (1, true, true)])
        == [.tellReady, .drain, .wait, .stop(clean: true)])
  }

  @Test("drains before it was ready too")
  func early() {
    #expect(actions([(1, false, nil), (1, true, true)]) == [.drain, .stop(clean: true)])
  }

  @Test("rolls back at the second signal")
  func second() {
    #expect(
      actions([(1, true, nil), (2, true, nil), (2, true, nil)])
        == [.drain, .abort(reason: "second signal"), .stop(clean: false)])
  }

  @Test("drains first when two signals come at once")
  func both() {
    #expect(actions([(2, true, nil), (2, true, nil)]) == [.drain, .abort(reason: "second signal")])
  }

  @Test("rolls back at the drain limit")
  func limit() {
    #expect(
      actions([(1, true, nil), (1, true, false), (1, true, false)])
        == [.drain, .abort(reason: "drain limit"), .stop(clean: false)])
  }
}
