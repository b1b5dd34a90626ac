import Foundation
import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite struct DrainTests {
  @Test("drain stops claiming, finishes the batch in hand and ends all sessions")
  func drains() throws {
    let queue = try QueueFixture()
    try queue.enqueue(50)
    let gate = Gate()
    let engine = queue.engine(lanes: 1) { connection, jobs in
      try gate.pass()
      return try QueueFixture.effects(connection, jobs)
    }
    engine.start()
    try gate.untilReached()
    let isClean = Locked(false)
    let end = Gate()
    Thread.detachNewThread { @Sendable in
      let result = engine.drain(within: .seconds(10))
      isClean.withLock { $0 = result }
      end.open()
    }
    // The drain waits for the batch in hand.
    try eventually { engine.isDraining }
    gate.open()
    try end.pass()
    #expect(isClean.withLock { $0 })
    // The first batch is one job.
    #expect(try queue.number("select count(*) from effect") == 1)
    #expect(try queue.number("select count(*) from queue.finished") == 1)
    #expect(try queue.number("select count(*) from queue.job") == 49)
    #expect(try queue.number("select count(*) from queue.running") == 0)
    #expect(
      try queue.number(
        "select count(*) from pg_stat_activity where datname = current_database() and application_name like 'dvkd/%'")
        == 0)
    #expect(queue.recorder.count { $0 == .laneDown(kind: "noop", lane: 0) } == 1)
  }

  @Test("a drain beyond its limit says so; abort then rolls the batch back and the job is there, without an attempt")
  func aborts() throws {
    let queue = try QueueFixture()
    try queue.enqueue(1)
    let gate = Gate()
    gate.open()
    let engine = queue.engine(lanes: 1) { connection, jobs in
      let outcomes = try QueueFixture.effects(connection, jobs)
      try gate.pass()
      try connection.query("select pg_sleep(8)")
      return outcomes
    }
    engine.start()
    try gate.untilReached()
    #expect(!engine.drain(within: .milliseconds(200)))
    #expect(engine.abort(within: .seconds(5)))
    #expect(try queue.number("select count(*) from effect") == 0)
    #expect(try queue.number("select count(*) from queue.job where attempt = 0 and run_at = enqueued_at") == 1)
    #expect(try queue.number("select count(*) from queue.attempt_error") == 0)
  }

  @Test("an engine under full load drains within a second, and what is left is whole")
  func underLoad() throws {
    let queue = try QueueFixture()
    try queue.enqueue(5000)
    let engine = queue.engine(lanes: 4, QueueFixture.effects)
    engine.start()
    try eventually { try queue.number("select count(*) from effect") > 200 }
    #expect(engine.drain(within: .seconds(5)))
    let done = try queue.number("select count(*) from effect")
    #expect(try queue.number("select count(*) from queue.finished") == done)
    #expect(try queue.number("select count(*) from queue.job") == 5000 - done)
  }

  @Test("an engine that has nothing to do sends one statement a second for all its kinds and lanes")
  func idle() throws {
    let queue = try QueueFixture()
    try queue.withEngine(lanes: 3, kinds: ["noop", "other"], pollInterval: .seconds(1), QueueFixture.effects) {
      engine in
      try eventually { engine.isReady }
      let connection = try queue.database.connect()
      // query_start of the busiest session moves with each statement; lanes must not move at all.
      let lanes =
        "select count(*), max(query_start)::text from pg_stat_activity where datname = current_database() and application_name like 'dvkd/%/%/%'"
      let control =
        "select count(distinct query_start) from pg_stat_activity where datname = current_database() and application_name like 'dvkd/%/control'"
      // Armed, they look once more; so they are asleep when they have been still for a while.
      try eventually("lanes asleep") {
        try connection.query(
          lanes + " and state = 'idle' and query = 'commit' and query_start < clock_timestamp() - interval '1 s'"
        ).int8(0, 0) == 6
      }
      // The upkeep of the start is over.
      try eventually("maintenance") {
        try connection.query("select ran_at is not null from queue.maintenance_state").bool(0, 0)
      }
      let before = try connection.query(lanes).text(0, 1)
      var seen: Set<String> = []
      let start = ContinuousClock.now
      try eventually(within: .seconds(5)) {
        let rows = try connection.query(control.replacing("count(distinct query_start)", with: "query_start::text"))
        if rows.count > 0 { seen.insert(try rows.text(0, 0)) }
        return ContinuousClock.now - start > .milliseconds(3300)
      }
      #expect((2...5).contains(seen.count))
      #expect(try connection.query(lanes).text(0, 1) == before)
    }
  }

  @Test("readiness needs every lane, the control connection and next month's partitions")
  func readiness() throws {
    let queue = try QueueFixture()
    try queue.database.connect().script(
      """
      do $$ declare t regclass; begin
        for t in select inhrelid::regclass from pg_inherits where inhparent in ('queue.finished'::regclass, 'queue.attempt_error'::regclass) loop
          execute 'drop table ' || t;
        end loop;
      end $$;
      """)
    let blocker = try queue.database.connect()
    try blocker.query("begin")
    try blocker.query("lock table queue.finished in access exclusive mode")
    try queue.withEngine(lanes: 2, QueueFixture.effects) { engine in
      try eventually { engine.lanesUp == 2 }
      #expect(!engine.isReady)
      try blocker.query("rollback")
      try eventually("readiness") { engine.isReady }
      #expect(queue.recorder.count { $0 == .partitionsChanged(made: 8, dropped: 0) } == 1)
    }
  }
}
