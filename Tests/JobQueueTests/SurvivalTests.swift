import Observability
import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// Exactly-once effects, whatever dies.
@Suite struct SurvivalTests {
  private struct Whim: Error {}

  @Test("6 lanes, failures and killed backends: every job has exactly one effect and one history row")
  func exactlyOnce() throws {
    let queue = try QueueFixture(batchLimit: 100)
    try queue.enqueue(3000)
    let calls = Locked(0)
    try queue.withEngine(lanes: 6) { connection, jobs in
      var outcomes = try QueueFixture.effects(connection, jobs)
      // Each kind of failure comes up, whatever the batches; which jobs it meets is chance.
      let call = calls.withLock { calls in
        calls += 1
        return calls
      }
      switch call <= 5 ? call - 1 : Int.random(in: 0..<40) {
      case 0: throw Whim()
      case 1: try connection.query("select 1 / 0")
      case 2: try connection.query("select pg_terminate_backend(pg_backend_pid())")
      case 3: try connection.query("do $$ begin raise exception using errcode = '40001'; end $$")
      case 4 where jobs.count == 1:
        try connection.query("delete from effect where job_id = $1", [.int8(jobs[0].id)])
        outcomes[jobs[0].id] = .retry(error: "whim", sqlState: nil)
      default: break
      }
      return outcomes
    } _: { _ in
      let connection = try queue.database.connect()
      try eventually(within: .seconds(60), "an empty queue") {
        // Delays are cut short; the rows that lanes hold are left alone.
        try connection.query(
          """
          update queue.job set run_at = now()
          where id in (select id from queue.job where run_at > now() order by id for update skip locked)
          """)
        return try connection.query("select count(*) from queue.job").int8(0, 0) == 0
      }
    }
    #expect(try queue.number("select count(*) from effect") == 3000)
    #expect(try queue.number("select count(distinct job_id) from effect") == 3000)
    #expect(try queue.number("select count(*) from queue.finished where outcome = 'completed'") == 3000)
    #expect(queue.recorder.count { if case .batchRolledBack = $0 { true } else { false } } > 0)
  }

  @Test("a lane whose backend is killed in mid-batch: its jobs run again at once, with one effect")
  func killedLane() throws {
    let queue = try QueueFixture()
    let id = try queue.enqueue(1)[0]
    let gate = Gate()
    try queue.withEngine { connection, jobs in
      let outcomes = try QueueFixture.effects(connection, jobs)
      try gate.pass()
      return outcomes
    } _: { _ in
      try gate.untilReached()
      let pid = try queue.number("select pid from queue.running where id = \(id)")
      #expect(try queue.database.connect().query("select pg_terminate_backend($1)", [.int4(Int32(pid))]).bool(0, 0))
      gate.open()
      try queue.untilEmpty()
    }
    #expect(try queue.number("select count(*) from effect") == 1)
    #expect(try queue.number("select attempt from queue.finished") == 1)
    #expect(queue.recorder.count { if case .batchRolledBack = $0 { true } else { false } } == 1)
  }

  @Test(
    "staying alive: all its sessions are killed, again and again; the engine goes on, and tells loss and return once a component"
  )
  func allSessionsKilled() throws {
    let queue = try QueueFixture()
    try queue.withEngine(lanes: 3, QueueFixture.effects) { engine in
      for round in 1...3 {
        try eventually("readiness") { engine.isReady }
        let killed = try queue.number(
          "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name like 'dvkd/%'"
        )
        #expect(killed == 4)
        try queue.enqueue(50)
        try eventually("the effects") { try queue.number("select count(*) from effect") == round * 50 }
      }
      try eventually("readiness") { engine.isReady }
    }
    // The control connection notices each time; lanes that slept notice at their next claim.
    for component in ["control", "noop"] {
      let lost = queue.recorder.count { if case .databaseLost(component, _, _) = $0 { true } else { false } }
      let back = queue.recorder.count { if case .databaseBack(component, _) = $0 { true } else { false } }
      #expect(lost == back)
      #expect((1...3).contains(lost))
    }
    #expect(try queue.number("select count(distinct job_id) from effect") == 150)
  }

  @Test("staying alive: a database that is not there is waited for, told once")
  func databaseAbsent() throws {
    let queue = try QueueFixture()
    let engine = Engine(
      configuration: EngineConfiguration(
        connection: ConnectionString("postgresql:///x?host=/nonexistent"),
        pools: [PoolConfiguration(handler: KindHandler(kind: "noop") { QueueFixture.effects }, lanes: 2)]),
      onEvent: { queue.recorder.observe($0) })
    engine.start()
    try eventually { queue.recorder.count { if case .databaseLost = $0 { true } else { false } } == 2 }
    #expect(!engine.isReady)
    #expect(engine.lanesUp == 0)
    #expect(engine.drain(within: .seconds(5)))
    #expect(queue.recorder.count { if case .databaseLost = $0 { true } else { false } } == 2)
  }

  @Test(
    "a COMMIT whose answer is lost needs no inquiry: done stays done, not done runs again; either way one effect",
    arguments: [true, false])
  func lostCommit(isDone: Bool) throws {
    let queue = try QueueFixture()
    let proxy = try FaultProxy()
    try queue.enqueue(1)
    // The lane's first finish travels in one round trip with its COMMIT and the next claim.
    proxy.inject(isDone ? .dropAnswer(to: "queue.finish") : .dropRequest("queue.finish"))
    try queue.withEngine(through: proxy.url(of: queue.database.url), QueueFixture.effects) { _ in
      try eventually("the loss") { queue.recorder.count { if case .commitUnknown = $0 { true } else { false } } == 1 }
      try queue.untilEmpty()
      try queue.enqueue(20)
      try queue.untilEmpty()
    }
    #expect(try queue.number("select count(*) from effect") == 21)
    #expect(try queue.number("select count(distinct job_id) from effect") == 21)
    #expect(try queue.number("select count(*) from queue.finished where attempt = 1") == 21)
    // What is not known to be committed is not told as done.
    let batches = queue.recorder.observations.filter { if case .batch = $0 { true } else { false } }.count
    let told = queue.recorder.observations.reduce(0) {
      if case .batch(_, _, _, let completed, _, _, _, _, _, _) = $1 { $0 + completed } else { $0 }
    }
    #expect(batches > 0)
    #expect(told == (isDone ? 20 : 21))
  }
}
