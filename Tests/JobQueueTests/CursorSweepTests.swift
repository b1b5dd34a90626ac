import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite struct CursorSweepTests {
  /// Puts the engine's cursor behind every job there can be.
  private func passEverything(_ engine: Engine) throws {
    let pool = try #require(engine.shared.pools["noop"])
    let end = ClaimCursor.Key(runAt: Timestamp(microsecondsSince2000: Int64.max / 2), id: .max)
    let answer = ClaimCursor.Answer(asked: 1, found: 1, passed: 1, keys: [(4, end)], took: .zero)
    _ = pool.cursor.withLock { $0.claimed(answer, now: .now) }
    #expect(pool.cursor.withLock { $0.isFollowing })
  }

  @Test("Claim rule 4: jobs that commit behind a cursor are found by the sweep")
  func findsLateJobs() throws {
    let queue = try QueueFixture()
    try queue.withEngine(lanes: 2, QueueFixture.effects) { engine in
      try eventually { engine.isReady }
      try passEverything(engine)
      try queue.enqueue(20)
      try queue.untilEmpty()
    }
    #expect(try queue.number("select count(distinct job_id) from effect") == 20)
    #expect(try queue.number("select count(*) from effect") == 20)
  }

  @Test("Claim rule 4.5: thousands of jobs behind a cursor lower it, and all are done once")
  func lowersCursor() throws {
    let queue = try QueueFixture()
    try queue.withEngine(lanes: 2, QueueFixture.effects) { engine in
      try eventually { engine.isReady }
      try passEverything(engine)
      try queue.enqueue(5000)
      try queue.untilEmpty()
      let pool = try #require(engine.shared.pools["noop"])
      let key = try #require(pool.cursor.withLock { $0.passed }.first)
      #expect(key.key.runAt < Timestamp(microsecondsSince2000: Int64.max / 2))
    }
    #expect(try queue.number("select count(distinct job_id) from effect") == 5000)
    #expect(try queue.number("select count(*) from effect") == 5000)
  }

  @Test("jobs that a lane lets go are claimed again although the cursor has passed them")
  func letGo() throws {
    let queue = try QueueFixture()
    let fails = Locked(true)
    try queue.enqueue(200)
    try queue.withEngine(lanes: 2) { connection, jobs in
      if jobs.count > 8, fails.withLock({ $0 }) { throw TestSupportError("a batch of \(jobs.count)") }
      return try QueueFixture.effects(connection, jobs)
    } _: { engine in
      try passEverything(engine)
      try queue.untilEmpty()
    }
    #expect(try queue.number("select count(*) from effect") == 200)
  }
}
