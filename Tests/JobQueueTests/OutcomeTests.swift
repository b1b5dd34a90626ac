import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite struct OutcomeTests {
  @Test("jobs of a batch come in id order, write their effects once, and are filed with their args")
  func completes() throws {
    let queue = try QueueFixture()
    try queue.enqueue(200)
    // Claimed in the opposite order.
    try queue.database.connect().query("update queue.job set run_at = run_at - id * interval '1 s'")
    let isSorted = Locked(true)
    try queue.withEngine { connection, jobs in
      if !zip(jobs, jobs.dropFirst()).allSatisfy({ $0.id < $1.id }) { isSorted.withLock { $0 = false } }
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      try queue.untilEmpty()
    }
    #expect(isSorted.withLock { $0 })
    #expect(
      try queue.number(
        """
        select count(*) from queue.finished f join effect e on e.job_id = f.id and e.n = (f.args ->> 'n')::bigint
        where f.outcome = 'completed' and f.attempt = 1 and f.started_at <= f.finished_at
        """) == 200)
    #expect(try queue.number("select count(*) from effect") == 200)
  }

  @Test("each outcome of a handler does what it says, in one batch")
  func outcomes() throws {
    let queue = try QueueFixture()
    let ids = try queue.enqueue(5)
    try queue.withEngine { connection, jobs in
      var outcomes: [Int64: JobOutcome] = [:]
      for job in jobs {
        outcomes[job.id] =
          switch job.id - ids[0] {
          case 0: .complete
          case 1: .discard(reason: "args cannot be understood")
          case 2: .snooze(for: .seconds(100), reason: "waits for another")
          case 3: .retry(error: "not now", sqlState: "22012")
          default: nil
          }
      }
      return outcomes
    } _: { _ in
      try eventually("all five done") {
        try queue.number("select count(*) from queue.job where run_at <= now()") == 0
      }
    }
    let connection = try queue.database.connect()
    let jobs = try connection.query(
      "select id, attempt, (run_at - now() between '50 s' and '100 s'), (run_at - now() between '0.5 s' and '2.4 s') from queue.job order by id"
    )
    #expect(jobs.count == 3)
    // Snoozed: no attempt used.
    #expect(try jobs.int8(0, 0) == ids[2] && jobs.int2(0, 1) == 0 && jobs.bool(0, 2))
    // Failed: 2^1 s, jittered, from the finish.
    #expect(try jobs.int8(1, 0) == ids[3] && jobs.int2(1, 1) == 1 && jobs.bool(1, 3))
    // Without an outcome: failed.
    #expect(try jobs.int8(2, 0) == ids[4] && jobs.int2(2, 1) == 1)
    let errors = try connection.query(
      "select job_id, attempt, sqlstate, error from queue.attempt_error order by job_id")
    #expect(errors.count == 3)
    #expect(try errors.int8(0, 0) == ids[1] && errors.text(0, 3) == "args cannot be understood")
    #expect(try errors.int8(1, 0) == ids[3] && errors.text(1, 2) == "22012" && errors.text(1, 3) == "not now")
    let finished = try connection.query("select id, outcome::text, reason from queue.finished order by id")
    #expect(try finished.text(0, 1) == "completed" && finished.text(1, 1) == "discarded")
    #expect(try finished.text(1, 2) == "args cannot be understood")
  }

  @Test("a job that fails each time is given up after its last attempt, with one error an attempt")
  func givesUp() throws {
    let queue = try QueueFixture(maxAttempts: 3)
    try queue.enqueue(1)
    try queue.withEngine { connection, _ in
      try connection.query("select 1 / 0")
      return [:]
    } _: { _ in
      try eventually("the end of the job") {
        // Delays are cut short: the clock is not what is tested.
        try queue.database.connect().query("update queue.job set run_at = now() where run_at > now()")
        return try queue.number("select count(*) from queue.finished") == 1
      }
    }
    let rows = try queue.database.connect().query(
      """
      select f.outcome::text, f.attempt, (select array_agg(e.attempt::bigint order by e.attempt) from queue.attempt_error e),
        (select min(e.sqlstate) from queue.attempt_error e), (select count(distinct lane) from queue.attempt_error)
      from queue.finished f
      """)
    #expect(try rows.text(0, 0) == "discarded" && rows.int2(0, 1) == 3)
    #expect(try rows.int8Array(0, 2) == [1, 2, 3])
    #expect(try rows.text(0, 3) == "22012" && rows.int8(0, 4) == 1)
  }

  @Test("jobs of a kind nobody here knows are left alone")
  func unknownKind() throws {
    let queue = try QueueFixture()
    try queue.database.connect().query(
      """
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      values (now(), now(), 0, 1, 1, 'stranger', '{}')
      """)
    try queue.enqueue(3)
    try queue.withEngine(kinds: ["noop", "absent"], QueueFixture.effects) { engine in
      try eventually { try queue.number("select count(*) from effect") == 3 }
      try eventually("readiness") { engine.isReady }
    }
    #expect(try queue.number("select count(*) from queue.job where kind = 'stranger' and attempt = 0") == 1)
    #expect(queue.recorder.count { $0 == .kindUnknown(kind: "absent") } == 1)
  }

  @Test("jobs that a lane enqueues wake the pool of their kind after the commit, without waiting for a poll")
  func followUps() throws {
    let queue = try QueueFixture()
    try queue.withEngine(kinds: ["noop", "other"], pollInterval: .seconds(1)) { connection, jobs in
      for job in jobs where job.args.contains("-1") {
        try connection.query("select queue.enqueue('other', jsonb_build_object('n', $1::bigint))", [.int8(job.id)])
      }
      return QueueFixture.completed(jobs)
    } _: { engine in
      try eventually("readiness") { engine.isReady }
      for count in 1...5 {
        try queue.database.connect().query("select queue.enqueue('noop', '{\"n\": -1}')")
        try eventually { try queue.number("select count(*) from queue.finished where kind = 'other'") == count }
      }
    }
    // By polls alone it would be half a second on average, each of the five.
    let late = try queue.number(
      """
      select count(*) from queue.finished o join queue.finished n on n.id = (o.args ->> 'n')::bigint
      where o.kind = 'other' and o.started_at - n.finished_at > '150 ms'
      """)
    #expect(late == 0)
  }
}
