import Testing

@testable import JobQueue

@Suite struct ConnectivityTests {
  private let now = ContinuousClock.now

  @Test("a loss and its end are told once, however many lanes lose their connections")
  func once() {
    var lanes = Connectivity()
    #expect(lanes.connected(0, at: now) == nil)
    #expect(lanes.connected(1, at: now) == nil)
    #expect(lanes.lost(0, at: now) == .lost)
    #expect(lanes.lost(1, at: now) == nil)
    #expect(lanes.lost(0, at: now) == nil)
    #expect(lanes.connected(1, at: now + .seconds(1)) == nil)
    #expect(lanes.upCount == 1)
    #expect(lanes.connected(0, at: now + .seconds(2)) == .back(after: .seconds(2)))
    #expect(lanes.lost(1, at: now) == .lost)
  }
}
