import Testing

@testable import Jobs

@Suite struct WaitingTimesTests {
  @Test("a wait doubles up to a second, each submission's for itself, and begins anew after a verdict")
  func doubles() {
    let waits = WaitingTimes()
    #expect(
      (0..<9).map { _ in waits.next(1) } == [10, 20, 40, 80, 160, 320, 640, 1000, 1000].map { .milliseconds($0) })
    #expect(waits.next(2) == .milliseconds(10))
    waits.end(1)
    #expect(waits.next(1) == .milliseconds(10))
    #expect(waits.next(2) == .milliseconds(20))
  }

  @Test("however many wait, memory is bounded")
  func bounded() {
    let waits = WaitingTimes()
    for id in 0..<10_000 { _ = waits.next(Int64(id)) }
    #expect(waits.next(5) == .milliseconds(20))
    #expect(waits.next(10_000) == .milliseconds(10))
    #expect(waits.next(5) == .milliseconds(10))
  }
}
