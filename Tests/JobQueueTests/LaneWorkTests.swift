import Testing

@testable import JobQueue

@Suite struct LaneWorkTests {
  private let now = ContinuousClock.now

  @Test("a request for a job in work is handed over at its end")
  func handsOver() {
    var work = LaneWork()
    work.begin([1, 2, 3])
    work.request(2, now: now)
    work.request(9, now: now)
    #expect(work.end() == [2])
    work.begin([2])
    #expect(work.end() == [])
  }

  @Test("a statement is interrupted a second after the request, and each second after that")
  func interruptsLate() {
    var work = LaneWork()
    work.begin([1])
    work.request(1, now: now)
    #expect(work.shouldInterrupt(now: now + .milliseconds(999)) == false)
    #expect(work.shouldInterrupt(now: now + .seconds(1)) == true)
    #expect(work.shouldInterrupt(now: now + .milliseconds(1500)) == false)
    #expect(work.shouldInterrupt(now: now + .seconds(2)) == true)
  }

  @Test("nothing is interrupted without a request, nor in COMMIT")
  func neverInCommit() {
    var work = LaneWork()
    work.begin([1])
    #expect(work.shouldInterrupt(now: now + .seconds(60)) == false)
    work.request(1, now: now)
    _ = work.end()
    work.request(1, now: now)
    #expect(work.shouldInterrupt(now: now + .seconds(60)) == false)
    #expect(work.isInterruptible == false)
  }
}
