import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// Claim rule 7: a cancel is a request that the daemon obeys; it never costs the neighbours an attempt.
@Suite struct CancelTests {
  private func cancel(_ queue: QueueFixture, _ id: Int64) throws -> String {
    try queue.database.connect().query("select queue.cancel($1, 'duplicate')", [.int8(id)]).text(0, 0)
  }

  @Test("a running job is dropped before its effects are committed; its neighbours complete")
  func running() throws {
    let queue = try QueueFixture()
    try queue.enqueue(63)
    let ids = try queue.enqueue(20)
    let gate = Gate()
    try queue.withEngine { connection, jobs in
      let outcomes = try QueueFixture.effects(connection, jobs)
      if jobs.contains(where: { $0.id == ids[5] }) { try gate.pass() }
      return outcomes
    } _: { engine in
      try gate.untilReached()
      #expect(try cancel(queue, ids[5]).hasPrefix("đã yêu cầu hủy, đang chạy tại dvkd/"))
      try eventually("the request to be heard") {
        engine.shared.cancelRequests.withLock { $0.among([ids[5]]) } == [ids[5]]
      }
      gate.open()
      try queue.untilEmpty()
    }
    #expect(try queue.number("select count(*) from effect") == 82)
    #expect(try queue.number("select count(*) from effect where job_id = \(ids[5])") == 0)
    let rows = try queue.database.connect().query(
      "select outcome::text, reason, attempt from queue.finished where id = $1", [.int8(ids[5])])
    #expect(try rows.text(0, 0) == "cancelled" && rows.text(0, 1) == "duplicate" && rows.int2(0, 2) == 0)
    #expect(try queue.number("select count(*) from queue.finished where outcome = 'completed' and attempt = 1") == 82)
    #expect(try queue.number("select count(*) from queue.cancel_request") == 0)
  }

  @Test("a statement that is stuck is cancelled by its own process after a second; not an attempt of its neighbours")
  func stuck() throws {
    let queue = try QueueFixture(timeout: "60 s")
    try queue.enqueue(63)
    let ids = try queue.enqueue(10)
    let gate = Gate()
    gate.open()
    let start = ContinuousClock.now
    try queue.withEngine { connection, jobs in
      if jobs.contains(where: { $0.id == ids[3] }) {
        try gate.pass()
        try connection.query("select pg_sleep(30)")
      }
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      try gate.untilReached()
      _ = try cancel(queue, ids[3])
      try queue.untilEmpty()
    }
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(try queue.number("select count(*) from effect") == 72)
    #expect(try queue.number("select count(*) from queue.finished where outcome = 'cancelled' and id = \(ids[3])") == 1)
    #expect(try queue.number("select count(*) from queue.attempt_error") == 0)
  }

  @Test("a request whose notification nobody heard is found in the table within a second or two")
  func unheard() throws {
    let queue = try QueueFixture(timeout: "60 s")
    let id = try queue.enqueue()[0]
    let gate = Gate()
    gate.open()
    let start = ContinuousClock.now
    try queue.withEngine { connection, jobs in
      try gate.pass()
      try connection.query("select pg_sleep(30)")
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      try gate.untilReached()
      // What queue.cancel writes, without its notification.
      try queue.database.connect().query(
        "insert into queue.cancel_request (job_id, requested_by) values ($1, 'test')", [.int8(id)])
      try queue.untilEmpty()
    }
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(try queue.number("select count(*) from queue.finished where outcome = 'cancelled' and id = \(id)") == 1)
  }

  @Test("a request that came too late for this run is obeyed in the finish statement: the job is not run again")
  func tooLateForTheRun() throws {
    let queue = try QueueFixture()
    let id = try queue.enqueue(1)[0]
    try queue.withEngine { connection, jobs in
      // As if requested after the last look: the row is there, nobody was notified.
      try queue.database.connect().query(
        "insert into queue.cancel_request (job_id, requested_by, reason) values ($1, 'x', 'late')", [.int8(id)])
      return [id: .retry(error: "not now", sqlState: nil)]
    } _: { _ in
      try queue.untilEmpty()
    }
    let rows = try queue.database.connect().query("select outcome::text, reason, attempt from queue.finished")
    #expect(try rows.text(0, 0) == "cancelled" && rows.text(0, 1) == "late" && rows.int2(0, 2) == 1)
    #expect(try queue.number("select count(*) from queue.cancel_request") == 0)
  }

  @Test("a request for a job whose worker died is drained within a second, or obeyed by the next claim")
  func orphaned() throws {
    let queue = try QueueFixture()
    let id = try queue.enqueue(1)[0]
    do {
      let worker = try queue.database.connect()
      try worker.query("begin")
      try worker.query("select id from queue.claim('noop', 1)")
      #expect(try cancel(queue, id).contains("requested"))
    }
    try queue.withEngine(QueueFixture.effects) { _ in try queue.untilEmpty() }
    #expect(try queue.number("select count(*) from effect") == 0)
    #expect(try queue.number("select count(*) from queue.finished where outcome = 'cancelled'") == 1)
    #expect(try queue.number("select count(*) from queue.cancel_request") == 0)
  }
}
