import JobQueue
import Jobs
import Observability
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import DanVanKheo

/// Submissions that wait for one another, in many lanes of several daemons.
@Suite struct ValidationChainTests {
  private static let text = "Trồng cây quế"

  /// Hands in registrations and reports of one name, dealt out to a few communes.
  private func submit(_ count: Int, _ fixture: SubmissionValidationFixture) throws {
    let connection = try fixture.database.connect()
    let rows = try connection.query(
      """
      select u.path from registry.unit u join registry.unit_name n on n.unit_id = u.id
      where u.path like '%Tỉnh Bắc Kạn' and n.type = 'xa' order by u.path limit 3
      """)
    let units = try (0..<rows.count).map { try rows.text($0, 0) }
    try connection.transaction { connection in
      for number in 0..<count {
        let kind = number % 5 == 4 ? SubmissionKind.report : .registration
        let content = try SubmissionValidationFixture.content(kind, [(["model", "name"], .string(Self.text))])
        try fixture.submit(kind, key: "\(number)", unit: units[number % units.count], content, on: connection)
      }
    }
  }

  /// Runs engines until no validation is left.
  /// - Returns: How many jobs were taken for a dead worker's.
  @discardableResult
  private func run(
    engines: Int, lanes: Int, _ fixture: SubmissionValidationFixture, within limit: Duration
  ) throws -> Int {
    let suspects = Atomic(0)
    let engines = (0..<engines).map { _ in
      Engine(
        configuration: EngineConfiguration(
          connection: fixture.database.url,
          pools: [PoolConfiguration(handler: SubmissionValidation.handler(), lanes: lanes)], pollInterval: .seconds(1)),
        onEvent: { event in
          if case .suspectsFound(_, _, let jobs) = event { suspects.add(jobs, ordering: .relaxed) }
        })
    }
    for engine in engines { engine.start() }
    defer { for engine in engines where !engine.drain(within: .seconds(10)) { engine.abort() } }
    try eventually(within: limit, "the last validation") {
      try fixture.number("select count(*) from queue.job where kind = 'submission_validation'") == 0
    }
    return suspects.load(ordering: .relaxed)
  }

  @Test("a chain of two hundred in two daemons with four lanes each is followed without waiting for polls")
  func longChain() throws {
    let fixture = try SubmissionValidationFixture()
    try submit(200, fixture)
    // In an order of their own, so that each lane holds links of the whole chain.
    let connection = try fixture.database.connect()
    try connection.query("select setseed(0.4)")
    try connection.query(
      "update queue.job set run_at = now() - random() * interval '1 hour' where kind = 'submission_validation'")
    // A link a poll would take minutes.
    try run(engines: 2, lanes: 4, fixture, within: .seconds(60))
    #expect(try fixture.number("select count(*) from registry.submission where state = 'submitted'") == 0)
    // Of each commune the one that was handed in first is the model; every other registration is its duplicate.
    #expect(
      try fixture.text("select string_agg(submission_id::text, ' ' order by submission_id) from registry.model")
        == "1 2 3")
    #expect(
      try fixture.number(
        "select count(distinct submission_id) from registry.finding where code = 'DK-006'") == 200 - 40 - 3)
  }

  @Test("those behind a submission whose job fails wait for its next try, and are judged by what it then made")
  func failingBlocker() throws {
    let fixture = try SubmissionValidationFixture()
    try submit(12, fixture)
    let connection = try fixture.database.connect()
    try connection.script(
      """
      create sequence tries;
      grant usage on sequence tries to public;
      create function fail() returns trigger language plpgsql as $$
      begin
        if new.id = 1 and nextval('public.tries') < 4 then raise exception 'not yet' using errcode = '22012'; end if;
        return new;
      end $$;
      create trigger fail before update on registry.submission for each row execute function fail();
      """)
    #expect(try run(engines: 1, lanes: 4, fixture, within: .seconds(60)) == 0)
    #expect(try fixture.number("select last_value from tries") >= 4)
    #expect(
      try fixture.text("select string_agg(submission_id::text, ' ' order by submission_id) from registry.model")
        == "1 2 3")
    #expect(try fixture.number("select count(*) from registry.submission where state = 'submitted'") == 0)
  }

  @Test("a batch whose effects are refused at its end lets those it took go, and none is taken for a dead worker's")
  func refusedLate() throws {
    let fixture = try SubmissionValidationFixture()
    try submit(40, fixture)
    try fixture.database.connect().script(
      """
      create sequence tries;
      grant usage on sequence tries to public;
      create function refuse() returns trigger language plpgsql as $$
      begin
        if nextval('public.tries') < 6 then raise exception 'not yet' using errcode = '23514'; end if;
        return new;
      end $$;
      create constraint trigger refuse after update on registry.submission deferrable initially deferred
        for each row execute function refuse();
      select setseed(0.4);
      update queue.job set run_at = now() - random() * interval '1 hour' where kind = 'submission_validation';
      """)
    #expect(try run(engines: 1, lanes: 3, fixture, within: .seconds(60)) == 0)
    #expect(
      try fixture.text("select string_agg(submission_id::text, ' ' order by submission_id) from registry.model")
        == "1 2 3")
  }

  @Test("a submission in front that an officer holds is not waited for long, and costs those behind it no attempt")
  func heldInFront() throws {
    let fixture = try SubmissionValidationFixture()
    try fixture.submit(.registration, key: "a", (["model", "name"], .string(Self.text)))
    try fixture.submit(.registration, key: "b", (["model", "name"], .string(Self.text)))
    let officer = try fixture.database.connect()
    try officer.script("begin; select id from registry.submission where id = 1 for update")
    // Only the second one's job is due at once; the first one's is found by the batch of the second.
    try fixture.database.connect().query(
      "update queue.job set run_at = now() + interval '500 ms' where id = (select job_id from registry.submission where id = 1)"
    )
    let engine = Engine(
      configuration: EngineConfiguration(
        connection: fixture.database.url, pools: [PoolConfiguration(handler: SubmissionValidation.handler(), lanes: 1)]),
      onEvent: { _ in })
    engine.start()
    defer { if !engine.drain(within: .seconds(15)) { engine.abort() } }
    try eventually("the second one's wait for its turn") {
      try fixture.number(
        "select count(*) from queue.job j join registry.submission s on s.job_id = j.id where s.id = 2 and j.run_at > j.enqueued_at"
      )
        == 1
    }
    try officer.query("rollback")
    try eventually(within: .seconds(30), "both") {
      try fixture.number("select count(*) from registry.submission where state = 'submitted'") == 0
    }
    #expect(
      try fixture.number(
        "select count(*) from queue.attempt_error e join registry.submission s on s.job_id = e.job_id where s.id = 2")
        == 0)
  }

  @Test("nobody waits for a submission that waits for a person, nor for one whose job was discarded")
  func blockerWithoutJob() throws {
    let fixture = try SubmissionValidationFixture()
    // The name fits several units: a person has to choose one.
    try fixture.submit(.registration, key: "a", unit: "Châu Thành", (["model", "name"], .string(Self.text)))
    try fixture.submit(.registration, key: "b", (["model", "name"], .string(Self.text)))
    try fixture.validateAll()
    #expect(
      try fixture.text("select string_agg(coalesce(unit_id::text, '–'), ' ' order by id) from registry.submission")
        .hasPrefix("– "))
    #expect(try fixture.number("select count(*) from registry.model where submission_id = 2") == 1)
    try fixture.submit(.registration, key: "c", (["model", "name"], "Thùng rác xanh"))
    try fixture.submit(.registration, key: "d", (["model", "name"], "Thùng rác xanh"))
    try fixture.database.connect().query(
      "update queue.job set args = '{}' where id = (select job_id from registry.submission where key = 'c')")
    try fixture.validateAll()
    #expect(try fixture.text("select state from registry.submission where key = 'c'") == "submitted")
    #expect(try fixture.number("select count(*) from registry.model where submission_id = 4") == 1)
  }
}
