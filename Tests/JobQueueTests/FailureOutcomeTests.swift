import Testing

@testable import JobQueue

@Suite struct FailureOutcomeTests {
  @Test(
    "delay doubles with each attempt and stops at 1024 s",
    arguments: [(1, 2.0), (2, 4.0), (9, 512.0), (10, 1024.0), (50, 1024.0)])
  func delayDoubles(attempt: Int, seconds: Double) {
    #expect(failureOutcome(attempt: attempt, maxAttempts: 100, jitter: 1) == .retry(after: .seconds(seconds)))
  }

  @Test("jitter scales the delay", arguments: [(0.8, 3.2), (1.2, 4.8)])
  func jitterScales(jitter: Double, seconds: Double) {
    #expect(failureOutcome(attempt: 2, maxAttempts: 3, jitter: jitter) == .retry(after: .seconds(seconds)))
  }

  @Test("the last allowed attempt gives the job up", arguments: [(3, 3), (4, 3), (1, 1)])
  func lastAttemptDiscards(attempt: Int, maxAttempts: Int) {
    #expect(failureOutcome(attempt: attempt, maxAttempts: maxAttempts, jitter: 1) == .discard)
  }
}
