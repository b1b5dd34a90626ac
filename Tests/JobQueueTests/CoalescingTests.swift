import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// Claim rule 8: enqueue always inserts; the lane that claims a job takes all due jobs of its key before it reads facts.
@Suite struct CoalescingTests {
  @Test("one run covers all due jobs of a key; the others are filed with the number of the one that ran")
  func oneRun() throws {
    let queue = try QueueFixture(coalesceKey: "all")
    let ids = try queue.enqueueSeparately(30)
    try queue.withEngine(QueueFixture.effects) { _ in try queue.untilEmpty() }
    #expect(try queue.number("select count(*) from effect") == 1)
    #expect(try queue.number("select job_id from effect") == ids[0])
    #expect(
      try queue.number("select count(*) from queue.finished where outcome = 'coalesced' and coalesced_into = \(ids[0])")
        == 29)
  }

  @Test("4 busy lanes: no change is lost, however its enqueue and the runs overlap, and runs are fewer than jobs")
  func busyLanes() throws {
    let queue = try QueueFixture(batchLimit: 1, coalesceKey: "all")
    // Each transaction makes a change and enqueues; a run marks what it sees.
    try queue.database.connect().script("create table change (n bigint, seen boolean default false)")
    let enqueued = 300
    try queue.withEngine(lanes: 4) { connection, jobs in
      try connection.query("select pg_sleep(0.005)")
      // As a handler does: it locks its subjects.
      try connection.query(
        "update change set seen = true where ctid = any (array(select ctid from change where not seen order by n for update))"
      )
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      let connection = try queue.database.connect()
      for n in 1...enqueued {
        try connection.query("begin")
        try connection.query("insert into change values ($1)", [.int8(Int64(n))])
        try connection.query("select queue.enqueue('noop', jsonb_build_object('n', $1::bigint))", [.int8(Int64(n))])
        try connection.query("commit")
      }
      try queue.untilEmpty()
    }
    #expect(try queue.number("select count(*) from change where not seen") == 0)
    #expect(try queue.number("select count(*) from queue.finished") == Int64(enqueued))
    let runs = try queue.number("select count(*) from effect")
    #expect(runs == (try queue.number("select count(*) from queue.finished where outcome = 'completed'")))
    #expect(runs < Int64(enqueued))
    // Each covered job was covered by a run that started after it was there.
    #expect(
      try queue.number(
        """
        select count(*) from queue.finished f left join queue.finished r on r.id = f.coalesced_into and r.outcome = 'completed'
        where f.outcome = 'coalesced' and (r.id is null or r.finished_at < f.enqueued_at)
        """) == 0)
  }

  @Test("a job that is given up covers nobody: the next of its key runs")
  func givenUp() throws {
    let queue = try QueueFixture(coalesceKey: "all")
    let ids = try queue.enqueueSeparately(3)
    try queue.withEngine { connection, jobs in
      guard jobs.contains(where: { $0.id == ids[0] }) else { return try QueueFixture.effects(connection, jobs) }
      return [ids[0]: .discard(reason: "undecodable")]
    } _: { _ in
      try queue.untilEmpty()
    }
    #expect(try queue.number("select job_id from effect") == ids[1])
    #expect(try queue.number("select count(*) from queue.finished where coalesced_into = \(ids[1])") == 1)
    #expect(try queue.number("select count(*) from queue.finished where id = \(ids[0]) and outcome = 'discarded'") == 1)
  }

  @Test("a failing refresh is one failing job, not one a request")
  func failing() throws {
    let queue = try QueueFixture(coalesceKey: "all")
    try queue.enqueueSeparately(20)
    try queue.withEngine { _, jobs in
      Dictionary(uniqueKeysWithValues: jobs.map { ($0.id, .retry(error: "no", sqlState: nil)) })
    } _: { _ in
      try eventually { try queue.number("select count(*) from queue.job") == 1 }
    }
    #expect(try queue.number("select count(*) from queue.attempt_error") == 1)
  }
}
