import Testing

@testable import JobQueue

@Suite struct ControlClockTests {
  @Test("an idle daemon sends at most about one poll a second, most of them with the upkeep")
  func idleRate() {
    let start = ContinuousClock.now
    var clock = ControlClock(pollInterval: .seconds(1), now: start)
    var polls = 0
    var upkeeps = 0
    for millisecond in 0..<60_000 {
      let due = clock.tick(now: start + .milliseconds(millisecond), jitter: millisecond.isMultiple(of: 2) ? 0.3 : -0.3)
      if due.poll { polls += 1 }
      if due.upkeep { upkeeps += 1 }
    }
    #expect((57...63).contains(polls))
    #expect((40...63).contains(upkeeps))
  }

  @Test("faster polls leave the upkeep at one a second")
  func fastPoll() {
    let start = ContinuousClock.now
    var clock = ControlClock(pollInterval: .milliseconds(100), now: start)
    let dues = (0..<10_000).map { clock.tick(now: start + .milliseconds($0), jitter: 0) }
    #expect(dues.count { $0.poll } == 100)
    #expect((9...11).contains(dues.count { $0.upkeep }))
  }

  @Test("partitions are looked after a second after the start, each hour, and soon after a failure")
  func partitions() {
    let start = ContinuousClock.now
    var clock = ControlClock(pollInterval: .seconds(1), now: start)
    #expect(clock.maintenance(now: start) == false)
    #expect(clock.maintenance(now: start + .seconds(1)) == true)
    #expect(clock.maintenance(now: start + .seconds(3600)) == false)
    #expect(clock.maintenance(now: start + .seconds(3601)) == true)
    clock.retryMaintenance(after: .seconds(1), now: start + .seconds(3601), jitter: 0.5)
    #expect(clock.maintenance(now: start + .seconds(3602)) == false)
    #expect(clock.maintenance(now: start + .seconds(3603)) == true)
  }

  @Test("partitions that are missing at the start are made at once")
  func partitionsMissing() {
    let start = ContinuousClock.now
    var clock = ControlClock(pollInterval: .seconds(1), now: start)
    clock.retryMaintenance(after: .zero, now: start)
    #expect(clock.maintenance(now: start) == true)
  }
}
