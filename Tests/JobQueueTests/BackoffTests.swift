import Testing

@testable import JobQueue

@Suite struct BackoffTests {
  @Test("delays double from 50 ms to 2 s, of which the jitter takes up to half, and start anew after a success")
  func delays() {
    var backoff = Backoff()
    let delays = (0..<8).map { _ in backoff.delay(jitter: 1) }
    #expect(delays == [50, 100, 200, 400, 800, 1600, 2000, 2000].map { .milliseconds($0) })
    #expect(backoff.delay(jitter: 0) == .seconds(1))
    backoff.reset()
    #expect(backoff.delay(jitter: 0) == .milliseconds(25))
  }
}
