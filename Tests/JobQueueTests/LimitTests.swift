import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite struct LimitTests {
  /// Counts how many work at once, by name.
  private final class Crowd: Sendable {
    private let state = Locked<(now: [String: Int], most: [String: Int])>(([:], [:]))

    func enter(_ name: String) {
      state.withLock {
        $0.now[name, default: 0] += 1
        $0.most[name] = max($0.most[name] ?? 0, $0.now[name] ?? 0)
      }
    }

    func leave(_ name: String) { state.withLock { $0.now[name, default: 0] -= 1 } }

    func most(_ name: String) -> Int { state.withLock { $0.most[name] ?? 0 } }
  }

  /// Two daemons of three lanes each drain the queue; each job takes some 20 ms.
  private func drain(_ queue: QueueFixture, _ crowd: Crowd, name: @escaping @Sendable (ClaimedJob) -> String) throws {
    let work: @Sendable (borrowing Connection, [ClaimedJob]) throws -> [Int64: JobOutcome] = { connection, jobs in
      for job in jobs { crowd.enter(name(job)) }
      defer { for job in jobs { crowd.leave(name(job)) } }
      try connection.query("select pg_sleep(0.02)")
      return try QueueFixture.effects(connection, jobs)
    }
    try queue.withEngine(lanes: 3, work) { _ in
      try queue.withEngine(lanes: 3, work) { _ in try queue.untilEmpty(within: .seconds(40)) }
    }
  }

  @Test("Claim rule 10: a kind's limit counts lanes, over all daemons, and is reached")
  func laneLimit() throws {
    let queue = try QueueFixture(batchLimit: 1)
    _ = try queue.number("update queue.kind set lane_limit = 2 where name = 'noop' returning 1::bigint")
    try queue.enqueue(60)
    let crowd = Crowd()
    try drain(queue, crowd) { _ in "all" }
    #expect(crowd.most("all") == 2)
    #expect(try queue.number("select count(*) from effect") == 60)
  }

  @Test("Claim rule 10: jobs of one key run one at a time, over all daemons; other keys are not kept waiting")
  func oneOfAKey() throws {
    let queue = try QueueFixture()
    try queue.enqueue(90)
    try queue.database.connect().query("update queue.job set concurrency_key = 'key ' || (args ->> 'n')::int % 3")
    let crowd = Crowd()
    try drain(queue, crowd) { job in
      crowd.enter("all")
      crowd.leave("all")
      return job.concurrencyKey ?? ""
    }
    for key in 0...2 { #expect(crowd.most("key \(key)") == 1) }
    #expect(try queue.number("select count(*) from effect") == 90)
    #expect(try queue.number("select count(distinct job_id) from effect") == 90)
    #expect(try queue.number("select count(*) from queue.suspect") == 0)
  }

  @Test("Claim rule 10: thousands of jobs of a busy key keep nobody else waiting")
  func heldKey() throws {
    let queue = try QueueFixture()
    let holder = try queue.database.connect()
    try holder.script("begin; select pg_advisory_xact_lock(queue.key_lock('noop', 'held'))")
    try queue.enqueue(2000)
    try queue.database.connect().query("update queue.job set concurrency_key = 'held'")
    try queue.withEngine(lanes: 2, QueueFixture.effects) { engine in
      try eventually("the lanes to meet the key") {
        engine.shared.pools["noop"]?.released.withLock { $0.nextDue } != nil
      }
      try queue.enqueue(50)
      try eventually(within: .seconds(10), "the jobs without a key") {
        try queue.number("select count(*) from effect") == 50
      }
      try holder.query("rollback")
    }
    #expect(try queue.number("select count(*) from queue.suspect") == 0)
  }
}
