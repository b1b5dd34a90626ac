import DanVanKheo
import Jobs
import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite("Aggregation refresh")
struct AggregationRefreshTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
  }

  private static let models = "select coalesce(stats.figure('M01', 'U1', '2021'), 0)::bigint"

  @Test("a change held open for two seconds while lanes refresh others is in the total at the end")
  func heldOpen() throws {
    let engine = Engine(
      configuration: EngineConfiguration(
        connection: database.url, pools: [PoolConfiguration(handler: AggregationRefresh.handler(), lanes: 2)],
        pollInterval: .milliseconds(20)),
      onEvent: { _ in })
    engine.start()
    defer { if !engine.drain(within: .seconds(10)) { engine.abort() } }
    let late = try database.connect()
    try late.query("begin")
    try late.query("select history.registration(7, 2021)")
    try late.query("select queue.enqueue('aggregation_refresh', '{}')")
    let other = try database.connect()
    for _ in 0..<5 {
      try other.query(
        "with made as (select history.registration(8, 2021)) select queue.enqueue('aggregation_refresh', '{}') from made"
      )
    }
    try late.query("select pg_sleep(2)")
    try eventually(within: .seconds(10), "the others' figures") { try other.query(Self.models).int8(0, 0) == 5 }
    try late.query("commit")
    try eventually(within: .seconds(10), "the late change") { try other.query(Self.models).int8(0, 0) == 6 }
    try eventually(within: .seconds(10), "an empty queue") {
      try other.query("select count(*) from queue.job").int8(0, 0) == 0
    }
    #expect(try other.query("select history.differences()").int8(0, 0) == 0)
  }

  @Test("a full slice of changes asks to be run again at once")
  func slices() throws {
    let connection = try database.connect()
    let work = AggregationRefresh.handler().make()
    try connection.query("select stats.refresh()")
    try connection.query(
      "insert into stats.change (unit_id, year) select history.u(7), 2021 from generate_series(1, 21000)")
    let job = ClaimedJob(id: 1, args: "{}")
    guard case .snooze(let pause, _) = try #require(try work(connection, [job])[1]) else {
      Issue.record("the second slice was not asked for")
      return
    }
    #expect(pause == .zero)
    #expect(try work(connection, [job]) == [1: .complete])
    #expect(try connection.query("select count(*) from stats.change").int8(0, 0) == 0)
  }

  @Test("what batches of verdicts asked for, at once and later, is one run when all of it is due")
  func coalesced() throws {
    let fixture = try SubmissionValidationFixture()
    let connection = try fixture.database.connect()
    // One that is still to come: the verdicts are a row of batches.
    try connection.query("select queue.enqueue('aggregation_refresh', '{}', run_at => now() + interval '1 hour')")
    for name in ["Trồng quế", "Trồng chè", "Trồng cam"] {
      try fixture.submit(.registration, key: name, (["model", "name"], .string(name)))
      try fixture.validateAll()
    }
    #expect(try fixture.number("select count(*) from queue.job where kind = 'aggregation_refresh'") == 4)
    try connection.query("update queue.job set run_at = now()")
    let engine = Engine(
      configuration: EngineConfiguration(
        connection: fixture.database.url, pools: [PoolConfiguration(handler: AggregationRefresh.handler(), lanes: 1)],
        pollInterval: .milliseconds(20)),
      onEvent: { _ in })
    engine.start()
    defer { if !engine.drain(within: .seconds(10)) { engine.abort() } }
    try eventually(within: .seconds(60), "an empty queue") { try fixture.number("select count(*) from queue.job") == 0 }
    #expect(
      try fixture.text(
        """
        select string_agg(outcome || ' ' || n, ', ' order by outcome::text)
        from (select outcome, count(*) as n from queue.finished where kind = 'aggregation_refresh' group by outcome) f
        """) == "coalesced 3, completed 1")
    #expect(try fixture.number("select count(*) from stats.change") == 0)
    #expect(try fixture.number("select stats.figure('M01', '06', '2021')::bigint") == 3)
  }

  @Test("arguments that are no object are discarded")
  func undecodable() throws {
    let connection = try database.connect()
    guard
      case .discard = try #require(
        try AggregationRefresh.handler().make()(connection, [ClaimedJob(id: 1, args: "[]")])[1])
    else {
      Issue.record("not discarded")
      return
    }
  }
}
