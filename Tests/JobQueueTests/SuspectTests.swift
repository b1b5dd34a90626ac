import Dispatch
import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite struct SuspectTests {
  @Test("Claim rule 5: jobs whose worker died run alone, once, and are no suspects any more")
  func runAlone() throws {
    let queue = try QueueFixture()
    let ids = try queue.enqueue(3)
    let worker = try queue.database.connect(applicationName: "dvkd/0badcafe/noop/1")
    try worker.query("begin")
    try worker.query("select id from queue.claim('noop', 3)")
    try queue.database.connect().query("select pg_terminate_backend($1)", [.int4(worker.backendPID)])
    let sizes = Locked<[Int]>([])
    try queue.withEngine(lanes: 2) { connection, jobs in
      sizes.withLock { $0.append(jobs.count) }
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      try queue.untilEmpty()
    }
    #expect(sizes.withLock { $0 } == [1, 1, 1])
    #expect(try queue.number("select count(*) from queue.suspect") == 0)
    #expect(try queue.number("select count(*) from effect") == 3)
    for id in ids {
      // A try that found the row in another lane's hands is made again; it is not counted.
      let first = Observation.suspectTried(id: id, kind: "noop", tries: 1, isGivenUp: false)
      let second = Observation.suspectTried(id: id, kind: "noop", tries: 2, isGivenUp: false)
      #expect(queue.recorder.count { $0 == first } >= 1)
      #expect(queue.recorder.count { $0 == second } == 0)
    }
  }

  @Test("Claim rule 5: a job that kills its worker is discarded after three deaths alone; its neighbours are done")
  func poison() throws {
    let queue = try QueueFixture()
    let ids = try queue.enqueue(40)
    let poison = ids[20]
    let deaths = Locked(0)
    try queue.withEngine(lanes: 2) { connection, jobs in
      if jobs.contains(where: { $0.id == poison }) {
        deaths.withLock { $0 += 1 }
        try connection.query("select pg_terminate_backend(pg_backend_pid())")
      }
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      try queue.untilEmpty()
    }
    #expect(try queue.number("select count(*) from effect") == 39)
    let rows = try queue.database.connect().query(
      "select id, reason, attempt from queue.finished where outcome = 'discarded'")
    #expect(rows.count == 1)
    #expect(try rows.int8(0, 0) == poison && rows.text(0, 1).contains("crashed the worker"))
    #expect(try queue.number("select count(*) from queue.attempt_error") == 1)
    #expect(try queue.number("select count(*) from queue.suspect") == 0)
    // Once in a batch, three times alone; a try that finds the row in another lane's hands is told, but not counted.
    #expect(deaths.withLock { $0 } == 4)
    #expect(
      queue.recorder.count { $0 == .suspectTried(id: poison, kind: "noop", tries: 3, isGivenUp: false) } >= 1)
    #expect(queue.recorder.count { $0 == .suspectTried(id: poison, kind: "noop", tries: 3, isGivenUp: true) } == 1)
  }

  @Test("Claim rule 5: a worker that began and died while a claim was under way is seen by that claim")
  func deathMeanwhile() throws {
    let queue = try QueueFixture()
    let id = try queue.enqueue()[0]
    let gate = try queue.database.connect()
    try gate.query("select pg_advisory_lock(7)")
    let answer = Locked<Bool?>(nil)
    let group = DispatchGroup()
    DispatchQueue(label: "claim").async(group: group) { @Sendable in
      // The statement's snapshot is taken before it waits; the row is locked after the worker's death.
      let sql = """
        select queue.has_died(j.xmax) from (select pg_advisory_lock_shared(7)::text as gate offset 0) g,
          lateral (select q.xmax from queue.job q where q.id = $1 and g.gate is not null for update skip locked) j
        """
      #expect(throws: Never.self) {
        let rows = try queue.database.connect(applicationName: "claim").query(sql, [.int8(id)])
        let died = try rows.bool(0, 0)
        answer.withLock { $0 = died }
      }
    }
    try eventually("the claim under way") {
      try queue.number(
        "select count(*) from pg_stat_activity where application_name = 'claim' and wait_event = 'advisory'") == 1
    }
    let worker = try queue.database.connect()
    try worker.script("begin; select id from queue.claim('noop', 1); rollback")
    try gate.query("select pg_advisory_unlock(7)")
    #expect(group.wait(timeout: .now() + .seconds(10)) == .success)
    #expect(answer.withLock { $0 } == true)
  }

  @Test("Claim rule 5: what a living lane lets go is not suspect")
  func notSuspect() throws {
    let queue = try QueueFixture()
    try queue.enqueue(40)
    try queue.withEngine(lanes: 2) { connection, jobs in
      if jobs.count > 1 { throw TestSupportError("a batch") }
      return try QueueFixture.effects(connection, jobs)
    } _: { _ in
      try queue.untilEmpty()
    }
    #expect(queue.recorder.count { if case .suspectsFound = $0 { true } else { false } } == 0)
  }

  @Test("Claim rule 5: no control connection, no claim")
  func noControl() throws {
    let queue = try QueueFixture()
    try queue.withEngine(lanes: 2, QueueFixture.effects) { engine in
      try eventually { engine.isReady }
      // Nobody may connect any more; the lanes stay.
      let admin = try TestServer.connect()
      try admin.query("alter database \"\(queue.database.name)\" with allow_connections false")
      defer { reopen(admin, queue.database.name) }
      try admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like '%/control'",
        [.text(queue.database.name)])
      try eventually { !engine.isReady }
      #expect(engine.lanesUp == 2)
      let context = try #require(engine.shared.pools["noop"])
      let lane = LaneContext(
        shared: engine.shared, pool: context, index: 1, statements: LaneStatements(kind: "noop"),
        settings: context.settings.withLock { $0 }, keyedLimit: 1)
      #expect(!lane.mayClaim)
      reopen(admin, queue.database.name)
      try queue.enqueue(5)
      try queue.untilEmpty()
      #expect(lane.mayClaim)
    }
  }

  /// A suspect that no daemon has run yet.
  private func suspect(_ queue: QueueFixture, kind: String = "noop") throws -> Int64 {
    let id = try queue.enqueue(kind: kind)[0]
    try queue.database.connect().query(
      "insert into queue.suspect (job_id, kind) values ($1, $2)", [.int8(id), .text(kind)])
    return id
  }

  @Test("Claim rule 5: suspects that may not run now wait, uncounted, and keep no other suspect waiting")
  func notNow() throws {
    let queue = try QueueFixture()
    let paused = try suspect(queue, kind: "other")
    _ = try queue.number("select 1::bigint from queue.pause('other', 'test')")
    let later = try suspect(queue)
    try queue.database.connect().query(
      "update queue.job set run_at = now() + interval '1 h' where id = $1", [.int8(later)])
    let busy = try suspect(queue)
    try queue.database.connect().query("update queue.job set concurrency_key = 'held' where id = $1", [.int8(busy)])
    let holder = try queue.database.connect()
    try holder.script("begin; select pg_advisory_xact_lock(queue.key_lock('noop', 'held'))")
    let able = try suspect(queue)
    try queue.withEngine(kinds: ["noop", "other"], QueueFixture.effects) { _ in
      try eventually { try queue.number("select count(*) from effect where job_id = \(able)") == 1 }
      try queue.enqueue(20)
      try eventually { try queue.number("select count(*) from effect") == 21 }
      #expect(try queue.number("select count(*) from queue.suspect where tries = 0") == 3)
      try holder.query("rollback")
      try eventually { try queue.number("select count(*) from effect where job_id = \(busy)") == 1 }
      #expect(try queue.number("select count(*) from queue.suspect") == 2)
      #expect(try queue.number("select count(*) from queue.job where id in (\(paused), \(later))") == 2)
    }
    #expect(queue.recorder.count { if case .suspectTried = $0 { true } else { false } } <= 4)
  }

  @Test("Claim rule 5: a suspect that is claimed while its key is busy stays one")
  func claimedWhileBusy() throws {
    let queue = try QueueFixture()
    let id = try suspect(queue)
    try queue.database.connect().query("update queue.job set concurrency_key = 'held'")
    let holder = try queue.database.connect()
    try holder.script("begin; select pg_advisory_xact_lock(queue.key_lock('noop', 'held'))")
    let rows = try queue.database.connect().query("select state from queue.claim_suspect('noop', $1)", [.int8(id)])
    #expect(try rows.int2(0, 0) == 3)
    #expect(try queue.number("select count(*) from queue.suspect") == 1)
    try holder.query("rollback")
  }

  @Test(
    "Claim rule 5: a verb that changes a dead worker's job keeps it suspect",
    arguments: [
      "queue.set_priority($1, 0)", "queue.reschedule($1, now() + interval '1 h')", "queue.retry($1)",
    ])
  func verbs(call: String) throws {
    let queue = try QueueFixture()
    let id = try queue.enqueue()[0]
    let worker = try queue.database.connect()
    try worker.script("begin; select id from queue.claim('noop', 1); rollback")
    try queue.database.connect().query("select \(call)", [.int8(id)])
    #expect(try queue.number("select count(*) from queue.suspect") == 1)
  }

  private func reopen(_ admin: borrowing Connection, _ name: String) {
    #expect(throws: Never.self) { try admin.query("alter database \"\(name)\" with allow_connections true") }
  }
}
