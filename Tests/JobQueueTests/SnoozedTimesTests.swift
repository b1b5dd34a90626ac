import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite struct SnoozedTimesTests {
  private let now = ContinuousClock.now

  @Test("times are taken once, when they have come, the nearest first")
  func takesDue() {
    var times = SnoozedTimes()
    times.insert(now + .milliseconds(30), now: now)
    times.insert(now + .milliseconds(10), now: now)
    #expect(times.nextDue == now + .milliseconds(10))
    let early = times.take(now: now)
    #expect(!early)
    let first = times.take(now: now + .milliseconds(10))
    #expect(first)
    #expect(times.nextDue == now + .milliseconds(30))
    let second = times.take(now: now + .seconds(1))
    #expect(second)
    #expect(times.nextDue == nil)
  }

  @Test("there are no more than a hundred: the poll finds the others")
  func bounded() {
    var times = SnoozedTimes()
    for number in 1...1000 { times.insert(now + .milliseconds(number), now: now) }
    let early = times.take(now: now + .milliseconds(99))
    #expect(early)
    #expect(times.nextDue == now + .milliseconds(100))
    let last = times.take(now: now + .milliseconds(100))
    #expect(last)
    #expect(times.nextDue == nil)
  }

  @Test("times that came while all lanes were busy keep none out that are to come")
  func come() {
    var times = SnoozedTimes()
    for number in 1...100 { times.insert(now + .milliseconds(number), now: now) }
    let later = now + .seconds(1)
    times.insert(later + .milliseconds(10), now: later)
    #expect(times.nextDue == now + .milliseconds(100))
    let taken = times.take(now: later)
    #expect(taken)
    #expect(times.nextDue == later + .milliseconds(10))
  }

  @Test("a job that is snoozed for milliseconds runs again then, not at the next poll")
  func runsAgain() throws {
    let queue = try QueueFixture()
    try queue.enqueue(1)
    let runs = Locked(0)
    let began = ContinuousClock.now
    try queue.withEngine(pollInterval: .seconds(1)) { _, jobs in
      let run = runs.withLock {
        $0 += 1
        return $0
      }
      return [jobs[0].id: run < 30 ? .snooze(for: .milliseconds(20), reason: "waits") : .complete]
    } _: { _ in
      try queue.untilEmpty(within: .seconds(60))
    }
    // Thirty polls would take half a minute.
    #expect(.now - began < .seconds(15))
  }

  @Test("jobs that are snoozed again and again keep nobody from claiming others")
  func noStarvation() throws {
    let queue = try QueueFixture(batchLimit: 2)
    // The first fifty wait for the last one.
    let ids = try queue.enqueue(60)
    let isDone = Locked(false)
    try queue.withEngine(lanes: 4, pollInterval: .seconds(1)) { _, jobs in
      var outcomes: [Int64: JobOutcome] = [:]
      for job in jobs {
        if job.id == ids[59] { isDone.withLock { $0 = true } }
        let waits = job.id < ids[50] && !isDone.withLock { $0 }
        outcomes[job.id] = waits ? .snooze(for: .zero, reason: "waits for the last") : .complete
      }
      return outcomes
    } _: { _ in
      try queue.untilEmpty(within: .seconds(30))
    }
    #expect(isDone.withLock { $0 })
  }
}
