import DanVanKheo
import Jobs
import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite struct SubmissionValidationTests {
  @Test("every kind is judged, and the valid ones that record something give canonical rows")
  func everyKind() throws {
    let fixture = try SubmissionValidationFixture()
    let commune: JSON = .string(SubmissionValidationFixture.commune)
    let models: (path: [String], value: JSON?) = (["models", "0", "unit"], commune)
    try fixture.submit(.registration, key: "1")
    try fixture.submit(.report, key: "2")
    try fixture.submit(.inspectionRecord, key: "3")
    try fixture.submit(.recognitionProposal, key: "4", (["level"], "XA"))
    try fixture.submit(
      .recognitionDecision, key: "5", unit: "Tỉnh Bắc Kạn", models, (["level"], "TINH"), (["year"], 2021),
      (["decision", "issuer"], "Ban Thường vụ Tỉnh ủy Bắc Kạn"), (["decision", "issued_on"], "2021-12-15"),
      (["filed_on"], "2021-12-20"))
    try fixture.submit(.commendationProposal, key: "6", unit: "Huyện Chợ Đồn, tỉnh Bắc Kạn")
    try fixture.submit(.commendationDecision, key: "7", unit: "Huyện Chợ Đồn, tỉnh Bắc Kạn")
    try fixture.validateAll()
    #expect(try fixture.number("select count(*) from registry.submission where state = 'valid'") == 7)
    #expect(try fixture.text("select string_agg(code || path, ' ') from registry.finding") == "")
    #expect(
      try fixture.canonicalRows().map { $0.prefix { $0 != " " } } == [
        "commendation", "inspection", "model", "model_place", "model_subject", "model_subject", "recognition",
        "registration", "report", "subject", "subject", "subject", "submission", "submission", "submission",
        "submission", "submission", "submission", "submission",
      ])
    #expect(try fixture.number("select count(*) from queue.finished where outcome = 'completed'") == 7)
  }

  @Test("findings and state are written; a supplement is judged anew")
  func supplement() throws {
    let fixture = try SubmissionValidationFixture()
    let id = try fixture.submit(.registration, key: "1", (["outputs"], nil))
    try fixture.validateAll()
    #expect(try fixture.text("select state from registry.submission") == "needs_supplement")
    #expect(
      try fixture.text("select concat_ws(' ', severity, code, path, message, data) from registry.finding")
        == "L DK-001 /outputs Thiếu mục bắt buộc: Sản phẩm, kết quả đầu ra. {\"item\": \"Sản phẩm, kết quả đầu ra\"}")
    #expect(try fixture.number("select count(*) from registry.registration") == 0)
    #expect(try fixture.submit(.registration, key: "1") == id)
    try fixture.validateAll()
    #expect(try fixture.text("select state || version from registry.submission") == "valid2")
    #expect(try fixture.number("select count(*) from registry.registration") == 1)
  }

  @Test("canonical rows are made from the tidied content")
  func tidied() throws {
    let fixture = try SubmissionValidationFixture()
    try fixture.submit(
      .registration, key: "1", (["model", "name"], "Trồng  cây que\u{302}\u{301}\u{A0}"), (["starts_on"], "1/3/2021"))
    try fixture.validateAll()
    #expect(try fixture.text("select (name = normalize('Trồng cây quế', NFC))::text from registry.model") == "true")
    #expect(try fixture.text("select starts_on::text from registry.registration") == "2021-03-01")
    #expect(try fixture.text("select string_agg(code, ' ' order by code) from registry.finding") == "VB-002 VB-003")
  }

  @Test("running a job again changes nothing")
  func again() throws {
    let fixture = try SubmissionValidationFixture()
    let id = try fixture.submit(.registration, key: "1", (["goals"], "hai  khoảng"))
    try fixture.submit(.registration, key: "2")
    try fixture.validateAll()
    let before = try fixture.canonicalRows()
    let changes = try fixture.number("select count(*) from registry.submission_change")
    let refreshes = try fixture.number("select count(*) from queue.job")
    try fixture.database.connect().query(
      "select queue.enqueue('submission_validation', jsonb_build_object('submission_id', $1::bigint))", [.int8(id)])
    try fixture.validateAll()
    #expect(try fixture.canonicalRows() == before)
    #expect(try fixture.number("select count(*) from registry.submission_change") == changes)
    #expect(try fixture.number("select count(*) from queue.job") == refreshes)
  }

  @Test("the same dossier under another key is a duplicate of the first one")
  func duplicate() throws {
    let fixture = try SubmissionValidationFixture()
    let first = try fixture.submit(.registration, key: "1")
    try fixture.submit(.registration, key: "2", (["model", "name"], "“TRỒNG cây quê\u{301}”"))
    try fixture.validateAll()
    #expect(
      try fixture.text("select string_agg(state, ' ' order by id) from registry.submission") == "valid needs_supplement"
    )
    #expect(try fixture.text("select data ->> 'id' from registry.finding where code = 'DK-006'") == String(first))
  }

  @Test("arguments that cannot be understood and submissions that do not exist are discarded with a reason")
  func discarded() throws {
    let fixture = try SubmissionValidationFixture()
    let id = try fixture.submit(.registration, key: "1")
    let jobs = [
      ClaimedJob(id: 1, args: "{"), ClaimedJob(id: 2, args: #"{"submission_id":"x"}"#), ClaimedJob(id: 3, args: "{}"),
      ClaimedJob(id: 4, args: #"{"submission_id":987654321}"#), ClaimedJob(id: 5, args: #"{"submission_id":\#(id)}"#),
      ClaimedJob(id: 6, args: #"{"submission_id":\#(id)}"#),
    ]
    let outcomes = try run(jobs, on: fixture)
    let misunderstood = JobOutcome.discard(reason: "args must be {\"submission_id\": a number}")
    #expect(
      outcomes == [
        1: misunderstood, 2: misunderstood, 3: misunderstood,
        4: .discard(reason: "submission 987654321 does not exist"), 5: .complete, 6: .complete,
      ])
  }

  @Test("a submission waits for an equal one in front of it, unless the same batch decides that first")
  func waits() throws {
    let fixture = try SubmissionValidationFixture()
    let first = try fixture.submit(.registration, key: "1")
    let second = try fixture.submit(.registration, key: "2")
    let waiting = ClaimedJob(id: 2, args: #"{"submission_id":\#(second)}"#)
    // Another lane holds the one in front.
    try fixture.database.connect().transaction { other in
      try other.query(
        "select from queue.job where id = (select job_id from registry.submission where id = \(first)) for update")
      #expect(
        try run([waiting], on: fixture) == [
          2: .snooze(for: .milliseconds(10), reason: "waits for submission \(first)")
        ])
    }
    #expect(try fixture.number("select count(*) from registry.submission where state = 'submitted'") == 2)
    let both = [ClaimedJob(id: 1, args: #"{"submission_id":\#(first)}"#), waiting]
    #expect(try run(both, on: fixture) == [1: .complete, 2: .complete])
    #expect(
      try fixture.text("select string_agg(state, ' ' order by id) from registry.submission") == "valid needs_supplement"
    )
  }

  @Test(
    "a batch takes the one in front if nobody holds it, also when it is snoozed; not when it failed, is scheduled for later, is suspect or to be cancelled"
  )
  func takesInFront() throws {
    let fixture = try SubmissionValidationFixture()
    let first = try fixture.submit(.registration, key: "1")
    let second = try fixture.submit(.registration, key: "2")
    let job = try fixture.number("select job_id from registry.submission where id = \(first)")
    let waiting = ClaimedJob(id: 0, args: #"{"submission_id":\#(second)}"#)
    let snoozed: [Int64: JobOutcome] = [0: .snooze(for: .milliseconds(10), reason: "waits for submission \(first)")]
    let connection = try fixture.database.connect()
    for (spoil, mend) in [
      (
        "update queue.job set attempt = 1, run_at = now() + interval '1 hour' where id = \(job)",
        "update queue.job set attempt = 0 where id = \(job)"
      ),
      // An operator's time, not a short wait.
      (
        "update queue.job set run_at = now() + interval '1 hour' where id = \(job)",
        "update queue.job set run_at = now() + interval '900 ms' where id = \(job)"
      ),
      (
        "insert into queue.suspect (job_id, kind) values (\(job), 'submission_validation')", "delete from queue.suspect"
      ),
      (
        "insert into queue.cancel_request (job_id, requested_by) values (\(job), 'test')",
        "delete from queue.cancel_request"
      ),
    ] {
      try connection.query(spoil)
      #expect(try run([waiting], on: fixture) == snoozed, "\(spoil)")
      try connection.query(mend)
    }
    #expect(try fixture.number("select count(*) from registry.submission where state = 'submitted'") == 2)
    #expect(try run([waiting], on: fixture) == [0: .complete, job: .complete])
    #expect(try fixture.number("select count(*) from queue.job where id = \(job)") == 0)
    #expect(try fixture.text("select outcome::text from queue.finished where id = \(job)") == "completed")
    #expect(
      try fixture.text("select string_agg(state, ' ' order by id) from registry.submission") == "valid needs_supplement"
    )
  }

  @Test("what fails in front is left to its own job: the batch keeps its verdicts, and only those behind it wait")
  func failsInFront() throws {
    let fixture = try SubmissionValidationFixture()
    let first = try fixture.submit(.registration, key: "1")
    let second = try fixture.submit(.registration, key: "2")
    let other = try fixture.submit(.registration, key: "3", (["model", "name"], "Thùng rác xanh"))
    try fixture.database.connect().script(
      """
      create function fail() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '22012'; end $$;
      create trigger fail before update on registry.submission for each row when (old.id = \(first)) execute function fail();
      """)
    let jobs = [second, other].map { ClaimedJob(id: -$0, args: #"{"submission_id":\#($0)}"#) }
    #expect(
      try run(jobs, on: fixture) == [
        -second: .snooze(for: .milliseconds(10), reason: "waits for submission \(first)"), -other: .complete,
      ])
    #expect(
      try fixture.text("select string_agg(state, ' ' order by id) from registry.submission")
        == "submitted submitted valid")
    #expect(try fixture.number("select count(*) from queue.job where attempt = 0") >= 3)
  }

  /// Calls the handler as a lane would, and commits.
  private func run(_ jobs: [ClaimedJob], on fixture: SubmissionValidationFixture) throws -> [Int64: JobOutcome] {
    let work = SubmissionValidation.handler().make()
    let connection = try fixture.database.connect()
    var outcomes: [Int64: JobOutcome] = [:]
    try connection.transaction { connection in
      try connection.query("savepoint w")
      outcomes = try work(connection, jobs)
      let taken = outcomes.keys.filter { id in !jobs.contains { $0.id == id } }.sorted()
      try connection.query("select queue.finish($1)", [.int8Array(taken)])
    }
    return outcomes
  }
}
