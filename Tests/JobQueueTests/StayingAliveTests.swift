import Foundation
import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// Whatever befalls the connections of an engine heals by itself, and is told once a change.
@Suite("Staying alive") struct StayingAliveTests {
  @Test("connection refused, at the start and in mid-run: the engine goes on when the server is up again")
  func refused() throws {
    let queue = try QueueFixture()
    let proxy = try FaultProxy()
    proxy.shut()
    try queue.enqueue(20)
    let url = try proxy.url(of: queue.database.url)
    try queue.withEngine(lanes: 2, through: url, QueueFixture.effects) { engine in
      try eventually(within: .seconds(30), "both losses") {
        queue.recorder.losses("control").count == 1 && queue.recorder.losses("noop").count == 1
      }
      #expect(queue.recorder.losses("noop").allSatisfy { $0.contains("refused") })
      #expect(!engine.isReady)
      try proxy.open()
      try eventually(within: .seconds(30), "readiness") { engine.isReady }
      try queue.untilEmpty(within: .seconds(30))
      #expect(queue.recorder.returns("control") == 1)
      #expect(queue.recorder.returns("noop") == 1)

      proxy.shut()
      try eventually(within: .seconds(30), "the control connection's loss") {
        queue.recorder.losses("control").count == 2
      }
      #expect(!engine.isReady)
      try queue.enqueue(20)
      try proxy.open()
      try queue.untilEmpty(within: .seconds(30))
      try eventually(within: .seconds(30), "readiness") { engine.isReady }
    }
    #expect(queue.recorder.losses("control").count == 2)
    #expect(queue.recorder.returns("control") == 2)
    #expect(queue.recorder.losses("noop").count == queue.recorder.returns("noop"))
    #expect(try queue.number("select count(*) from effect") == 40)
    #expect(try queue.number("select count(distinct job_id) from effect") == 40)
  }

  @Test("too many connections: told once, and all lanes come when there is room")
  func tooMany() throws {
    let queue = try QueueFixture()
    let role = "dvkd_test_crowd_\(UUID().uuidString.prefix(8).lowercased())"
    let admin = try queue.database.connect()
    try admin.script(
      "create role \(role) login connection limit 2 in role dvk_daemon; grant all on effect to dvk_daemon")
    defer { #expect(throws: Never.self) { try admin.script("drop role \(role)") } }
    try queue.enqueue(20)
    let url = try queue.database.url.setting("user", to: role)
    try queue.withEngine(lanes: 3, through: url, QueueFixture.effects) { engine in
      try eventually(within: .seconds(30), "a full house") {
        try !queue.recorder.losses("noop").isEmpty
          && queue.number("select count(*) from pg_stat_activity where usename = '\(role)'") == 2
      }
      #expect(queue.recorder.losses("noop").allSatisfy { $0.contains("too many connections") })
      #expect(!engine.isReady)
      try admin.script("alter role \(role) connection limit -1")
      try eventually(within: .seconds(30), "readiness") { engine.isReady }
      try queue.untilEmpty(within: .seconds(30))
    }
    #expect(queue.recorder.losses("noop").count == 1)
    #expect(queue.recorder.returns("noop") == 1)
    #expect(queue.recorder.losses("control").count == queue.recorder.returns("control"))
    #expect(try queue.number("select count(distinct job_id) from effect") == 20)
    // A backend that is going still belongs to the role.
    try eventually(within: .seconds(30), "the end of the role's sessions") {
      try queue.number("select count(*) from pg_stat_activity where usename = '\(role)'") == 0
    }
  }

  @Test("a dropped LISTEN is noticed within a second or so, and taken up again")
  func droppedListen() throws {
    let queue = try QueueFixture()
    try makeHook(queue)
    try queue.withEngine(QueueFixture.effects) { engine in
      try eventually(within: .seconds(30), "readiness") { engine.isReady }
      try hook(queue, "unlisten *")
      try eventually(within: .seconds(30), "the new LISTEN") { Self.restored(queue) == ["dvkd_cancel dvkd_job"] }
      try hook(queue, "unlisten dvkd_cancel")
      try eventually(within: .seconds(30), "the new LISTEN") {
        Self.restored(queue) == ["dvkd_cancel dvkd_job", "dvkd_cancel"]
      }
      try queue.enqueue(5)
      try queue.untilEmpty(within: .seconds(30))
    }
    #expect(Self.restored(queue).count == 2)
    #expect(queue.recorder.losses("control").isEmpty)
  }

  @Test("half-open: a lane whose COMMIT meets silence gives up after its limit, and its jobs have one effect")
  func silentLane() throws {
    let queue = try QueueFixture(timeout: "1 s")
    let proxy = try FaultProxy()
    try queue.enqueue(5)
    proxy.inject(.stall("queue.finish"))
    let engine = queue.engine(
      lanes: 1, through: try proxy.url(of: queue.database.url), laneAnswerGrace: .seconds(1), QueueFixture.effects)
    try queue.run(engine) { _ in
      try eventually(within: .seconds(30), "the loss") {
        queue.recorder.count { if case .commitUnknown = $0 { true } else { false } } == 1
      }
      try queue.untilEmpty(within: .seconds(30))
    }
    #expect(queue.recorder.losses("noop").count == 1)
    #expect(queue.recorder.losses("noop").allSatisfy { $0.contains("no answer within") })
    #expect(queue.recorder.returns("noop") == 1)
    #expect(queue.recorder.losses("control").isEmpty)
    #expect(try queue.number("select count(*) from effect") == 5)
    #expect(try queue.number("select count(distinct job_id) from effect") == 5)
  }

  @Test("half-open: every line falls silent at once; control and lanes give up after their limits and connect anew")
  func silence() throws {
    let queue = try QueueFixture(timeout: "1 s")
    let proxy = try FaultProxy()
    let engine = queue.engine(
      lanes: 2, through: try proxy.url(of: queue.database.url), controlAnswerLimit: .seconds(2),
      laneAnswerGrace: .seconds(1), QueueFixture.effects)
    try queue.run(engine) { engine in
      try eventually(within: .seconds(30), "readiness") { engine.isReady }
      try queue.enqueue(20)
      try queue.untilEmpty(within: .seconds(30))
      proxy.freeze()
      try queue.enqueue(20)
      try queue.untilEmpty(within: .seconds(30))
      try eventually(within: .seconds(30), "readiness") { engine.isReady }
    }
    for component in ["control", "noop"] {
      #expect(queue.recorder.losses(component).count == 1)
      #expect(queue.recorder.losses(component).allSatisfy { $0.contains("no answer within") })
      #expect(queue.recorder.returns(component) == 1)
    }
    #expect(try queue.number("select count(distinct job_id) from effect") == 40)
    #expect(try queue.number("select count(*) from effect") == 40)
  }

  @Test("a server that only reads: the engine waits for one that writes, told once")
  func readOnly() throws {
    let queue = try QueueFixture()
    try queue.enqueue(20)
    let server = try TestServer.connect()
    try server.script("alter database \(queue.database.name) set default_transaction_read_only = on")
    try queue.withEngine(lanes: 2, QueueFixture.effects) { engine in
      try eventually(within: .seconds(30), "both losses") {
        queue.recorder.losses("control").count == 1 && queue.recorder.losses("noop").count == 1
      }
      try server.script("alter database \(queue.database.name) reset default_transaction_read_only")
      try eventually(within: .seconds(30), "readiness") { engine.isReady }
      try queue.untilEmpty(within: .seconds(30))
    }
    for component in ["control", "noop"] {
      #expect(queue.recorder.losses(component).count == 1)
      #expect(queue.recorder.losses(component).allSatisfy { $0.contains("read-only") })
      #expect(queue.recorder.returns(component) == 1)
    }
    #expect(try queue.number("select count(distinct job_id) from effect") == 20)
  }

  @Test(
    "a session that turns read-only is left for a new one: a lane's with the next claim, and the control connection's")
  func readOnlySession() throws {
    let queue = try QueueFixture(batchLimit: 1)
    try makeHook(queue)
    let spell = "set default_transaction_read_only = on"
    let isCast = Locked(false)
    try queue.enqueue(3)
    try queue.withEngine { connection, jobs in
      let outcomes = try QueueFixture.effects(connection, jobs)
      let isFirst = isCast.withLock { cast in
        defer { cast = true }
        return !cast
      }
      if isFirst { try connection.query(spell) }
      return outcomes
    } _: { engine in
      try eventually(within: .seconds(30), "the lane's return") { queue.recorder.returns("noop") == 1 }
      try queue.untilEmpty(within: .seconds(30))
      try hook(queue, spell)
      try eventually(within: .seconds(30), "the control connection's return") { queue.recorder.returns("control") == 1 }
      try queue.enqueue(3)
      try queue.untilEmpty(within: .seconds(30))
      try eventually(within: .seconds(30), "readiness") { engine.isReady }
    }
    for component in ["control", "noop"] {
      #expect(queue.recorder.losses(component).count == 1)
      #expect(queue.recorder.losses(component).allSatisfy { $0.contains("read-only") })
      #expect(queue.recorder.returns(component) == 1)
    }
    // What the claim had in hand was let go, not rolled back: nobody is suspected.
    #expect(queue.recorder.count { if case .suspectsFound = $0 { true } else { false } } == 0)
    #expect(try queue.number("select count(*) from effect") == 6)
    #expect(try queue.number("select count(distinct job_id) from effect") == 6)
  }

  // MARK: Inside the control session

  /// Lets a test have a statement executed by the control connection's own session, in the upkeep of each second.
  private func makeHook(_ queue: QueueFixture) throws {
    try queue.database.connect().script(
      """
      create table hook (statement text not null);
      create or replace function queue.drain_cancel_requests() returns integer language plpgsql security definer as $$
      declare
          s text;
      begin
          if exists (select from public.hook) then
              delete from public.hook returning statement into s;
              execute s;
          end if;
          return 0;
      end $$;
      alter table hook owner to dvk_owner;
      """)
  }

  private func hook(_ queue: QueueFixture, _ statement: String) throws {
    try queue.database.connect().query("insert into hook values ($1)", [.text(statement)])
    try eventually(within: .seconds(30), "the hook") { try queue.number("select count(*) from hook") == 0 }
  }

  private static func restored(_ queue: QueueFixture) -> [String] {
    queue.recorder.observations.compactMap { if case .listenRestored(let channels) = $0 { channels } else { nil } }
  }
}
