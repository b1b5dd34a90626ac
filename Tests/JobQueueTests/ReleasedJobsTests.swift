import Testing

@testable import JobQueue

@Suite struct ReleasedJobsTests {
  private let now = ContinuousClock.now

  @Test("jobs are taken once, smallest numbers first, when they are due")
  func takesDue() {
    var jobs = ReleasedJobs()
    jobs.insert(5, due: now)
    jobs.insert(3, due: now)
    jobs.insert(4, due: now + .seconds(1))
    #expect(jobs.take(10, now: now) == [3, 5])
    #expect(jobs.take(10, now: now).isEmpty)
    #expect(jobs.nextDue == now + .seconds(1))
    #expect(jobs.take(10, now: now + .seconds(1)) == [4])
    #expect(jobs.nextDue == nil)
  }

  @Test("at most one job of a key is taken; the others become due when the key is free")
  func oneOfAKey() {
    var jobs = ReleasedJobs()
    for id in 1...3 { jobs.insert(Int64(id), key: "a", due: now + .seconds(9)) }
    jobs.insert(4, key: "b", due: now + .seconds(9))
    #expect(jobs.take(10, now: now).isEmpty)
    jobs.freed(["a"], now: now)
    #expect(jobs.take(10, now: now) == [1])
    #expect(jobs.take(10, now: now) == [2])
  }

  @Test("an answer that a key is busy holds for all jobs of the key")
  func busyKey() {
    var jobs = ReleasedJobs()
    for id in 1...3 { jobs.insert(Int64(id), key: "a", due: now) }
    #expect(jobs.take(1, now: now) == [1])
    jobs.postpone([(1, "a")], due: now + .milliseconds(100))
    #expect(jobs.take(10, now: now).isEmpty)
    #expect(jobs.nextDue == now + .milliseconds(100))
  }

  @Test("after a claim by number that found nothing a lane looks behind the cursor once")
  func barren() {
    var jobs = ReleasedJobs()
    for id in 1...4 { jobs.insert(Int64(id), due: now) }
    #expect(jobs.take(1, now: now) == [1])
    jobs.claimed(found: 0)
    #expect(jobs.take(1, now: now).isEmpty)
    #expect(jobs.take(1, now: now) == [2])
    jobs.claimed(found: 1)
    #expect(jobs.take(1, now: now) == [3])
  }

  @Test("it holds 1,000 jobs and no more: the sweep finds the rest")
  func bounded() {
    var jobs = ReleasedJobs()
    for id in 1...2000 { jobs.insert(Int64(id), due: now) }
    #expect(jobs.take(5000, now: now).count == ReleasedJobs.limit)
  }
}
