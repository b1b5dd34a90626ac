import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// Claim rule 6: a stopped worker is bounded by every daemon's reaper.
@Suite struct ReaperTests {
  @Test(
    "a lane that claimed and stopped is ended 2 s after its kind's timeout, and its job runs at once; young ones stay")
  func reaps() throws {
    let queue = try QueueFixture(timeout: "1 s")
    let id = try queue.enqueue(1)[0]
    let stopped = try queue.database.connect(applicationName: "dvkd/0badcafe/noop/1")
    let pid = stopped.backendPID
    try stopped.query("begin")
    #expect(try stopped.query("select id from queue.claim('noop', 1)").int8(0, 0) == id)
    // Of another kind, whose timeout is longer: not over age.
    try queue.database.connect().query("select queue.define_kind('slow', timeout => '60 s')")
    let young = try queue.database.connect(applicationName: "dvkd/0badcafe/slow/1")
    try young.query("begin")
    // Not a lane at all.
    let portal = try queue.database.connect(applicationName: "portal")
    try portal.query("begin")
    let start = ContinuousClock.now
    try queue.withEngine(QueueFixture.effects) { _ in try queue.untilEmpty() }
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(try queue.number("select count(*) from effect where job_id = \(id)") == 1)
    #expect(throws: PostgresError.self) { try stopped.query("select 1") }
    #expect(try young.query("select 1").count == 1)
    #expect(try portal.query("select 1").count == 1)
    let reaped = queue.recorder.observations.compactMap {
      if case .laneReaped("noop", let backend, let age) = $0 { (backend, age) } else { nil }
    }
    #expect(reaped.count == 1)
    #expect(reaped.first?.0 == pid)
    #expect((3000..<6000).contains(reaped.first?.1 ?? 0))
  }

  @Test("the daemon's role is enough: it claims, works, reaps lanes of its own role and drains cancel requests")
  func daemonRole() throws {
    let queue = try QueueFixture(timeout: "1 s")
    let admin = try queue.database.connect()
    // Roles belong to the whole cluster; other test processes may be making it at this moment.
    try admin.script(
      """
      do $$ begin
        create role dvkd_test_daemon login in role dvk_daemon;
      exception when duplicate_object or unique_violation then null;
      end $$;
      grant all on effect to dvk_daemon;
      """)
    let url = try queue.database.url.setting("user", to: "dvkd_test_daemon")
    let ids = try queue.enqueue(3)
    let stopped = try Connection(url, applicationName: "dvkd/0badcafe/noop/1")
    try stopped.query("begin")
    try stopped.query("select id from queue.claim('noop', 2)")
    try admin.query("select queue.cancel($1)", [.int8(ids[0])])
    try queue.withEngine(lanes: 2, through: url, QueueFixture.effects) { engine in
      try eventually("readiness") { engine.isReady }
      try queue.untilEmpty()
    }
    #expect(try queue.number("select count(*) from effect") == 2)
    #expect(try queue.number("select count(*) from queue.finished where outcome = 'cancelled'") == 1)
    #expect(queue.recorder.count { if case .laneReaped = $0 { true } else { false } } == 1)
    #expect(queue.recorder.count { if case .databaseLost = $0 { true } else { false } } == 0)
  }
}
