import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// Claim rule 3: one bad job never fails its neighbours.
@Suite struct IsolationTests {
  private struct BadJob: Error {}

  /// Enqueues jobs before the engine runs and lets the pool claim them in one batch: the sizes grow on `warm` good jobs first.
  @discardableResult
  private func backlog(_ queue: QueueFixture, _ count: Int) throws -> [Int64] {
    try queue.enqueue(127)
    return try queue.enqueue(count)
  }

  @Test(
    "a bad job in a batch fails alone: the others complete once, it has one attempt and its error, in the same transaction"
  )
  func badJobAlone() throws {
    let queue = try QueueFixture()
    let ids = try backlog(queue, 100)
    let bad = ids[60]
    try queue.withEngine { connection, jobs in
      if jobs.contains(where: { $0.id == bad }) { try connection.query("select 1 / 0") }
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      try eventually { try queue.number("select count(*) from queue.job where run_at <= now()") == 0 }
    }
    #expect(try queue.number("select count(*) from queue.finished where outcome = 'completed'") == 226)
    #expect(try queue.number("select count(*) from effect") == 226)
    #expect(try queue.number("select count(distinct job_id) from effect") == 226)
    let rows = try queue.database.connect().query("select job_id, attempt, sqlstate from queue.attempt_error")
    #expect(rows.count == 1)
    #expect(try rows.int8(0, 0) == bad && rows.int2(0, 1) == 1 && rows.text(0, 2) == "22012")
    #expect(queue.recorder.count { if case .batchSplit = $0 { true } else { false } } == 1)
  }

  @Test("at most 32 jobs are run singly in one transaction; then it commits and goes on")
  func atMost32() throws {
    let queue = try QueueFixture()
    let ids = try backlog(queue, 100)
    try queue.withEngine { connection, jobs in
      if jobs.count > 1, jobs.contains(where: { $0.id == ids[99] }) { throw BadJob() }
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      try queue.untilEmpty()
    }
    // The last of them is in the failed batch, so every batch that has it with others is run singly.
    let most = try queue.number(
      """
      select max(n) from (select count(*) as n from queue.finished where id >= \(ids[90]) group by started_at) t
      """)
    #expect(most <= 32)
    #expect(try queue.number("select count(*) from effect") == 227)
    #expect(try queue.number("select count(*) from queue.attempt_error") == 0)
  }

  @Test("a constraint that is checked late fails its own job, inside the transaction, not the COMMIT of all")
  func deferredConstraint() throws {
    let queue = try QueueFixture()
    try queue.database.connect().script(
      "create table late (n bigint, constraint late_once unique (n) deferrable initially deferred); insert into late values (150)"
    )
    try backlog(queue, 60)
    let bad = try queue.number("select id from queue.job where args ->> 'n' = '50' order by id limit 1")
    try queue.withEngine { connection, jobs in
      try connection.query(
        "insert into late select case id when $2 then 150 else id + 1000 end from unnest($1::bigint[]) id",
        [.int8Array(jobs.map(\.id)), .int8(bad)])
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      try eventually { try queue.number("select count(*) from queue.job where run_at <= now()") == 0 }
    }
    #expect(try queue.number("select count(*) from effect") == 186)
    let rows = try queue.database.connect().query("select job_id, sqlstate from queue.attempt_error")
    #expect(rows.count == 1)
    #expect(try rows.int8(0, 0) == bad && rows.text(0, 1) == "23505")
  }

  @Test("a rollback that a neighbour caused is not an attempt", arguments: ["40001", "40P01", "57014"])
  func neighbours(state: String) throws {
    let queue = try QueueFixture()
    try queue.enqueue(40)
    let failures = Locked(6)
    try queue.withEngine { connection, jobs in
      let isVictim = failures.withLock { left in
        left -= 1
        return left >= 0
      }
      _ = try QueueFixture.effects(connection, jobs)
      if isVictim { try connection.query("do $$ begin raise exception using errcode = '\(state)'; end $$") }
      return QueueFixture.completed(jobs)
    } _: { _ in
      try queue.untilEmpty()
    }
    #expect(try queue.number("select count(*) from effect") == 40)
    #expect(try queue.number("select count(*) from queue.finished where outcome = 'completed' and attempt = 1") == 40)
    #expect(try queue.number("select count(*) from queue.attempt_error") == 0)
  }

  @Test("a job that alone takes its kind's whole timeout has failed")
  func ownTimeout() throws {
    let queue = try QueueFixture(timeout: "1 s")
    try queue.enqueue(1)
    try queue.withEngine { connection, jobs in
      try connection.query("select pg_sleep(5)")
      return QueueFixture.completed(jobs)
    } _: { _ in
      try eventually { try queue.number("select count(*) from queue.attempt_error where sqlstate = '57014'") == 1 }
    }
    #expect(try queue.number("select attempt from queue.job") == 1)
  }

  @Test("an error that a handler hides does not commit a half-done batch")
  func hiddenError() throws {
    let queue = try QueueFixture()
    try queue.enqueue(1)
    try queue.withEngine { connection, jobs in
      do { try connection.query("select 1 / 0") } catch {}
      return QueueFixture.completed(jobs)
    } _: { _ in
      try eventually { try queue.number("select count(*) from queue.attempt_error where sqlstate = '25P02'") == 1 }
    }
    #expect(try queue.number("select count(*) from queue.finished") == 0)
  }
}
