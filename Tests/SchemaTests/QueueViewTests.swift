import Postgres
import TestSupport
import Testing

@Suite struct QueueViewTests {
  /// Fills the queue with one job of each fate; numbers as large as a busy year makes them.
  private func fill(_ queue: borrowing QueueDatabase) throws {
    try queue.connection.script(
      """
      alter sequence queue.job_id_seq restart with 10000000;
      select queue.define_kind('submission_validation', fields => '[{"name": "submission_id", "type": "integer"}]');
      select queue.enqueue('submission_validation', jsonb_build_object('submission_id', 1000000 + n)) from generate_series(1, 6) n;
      select queue.enqueue('submission_validation', run_at => now() + interval '1 d');
      select queue.cancel(10000001, repeat('lý do ', 30));
      begin;
      select count(*) from queue.claim('submission_validation', 3);
      select queue.finish('{10000000}', '[
        {"id": 10000002, "outcome": "retry", "delay_ms": 600000, "reason": "division by zero in a very long sentence", "sqlstate": "22012"},
        {"id": 10000003, "outcome": "discard", "reason": "args\\ncannot be understood"}]');
      commit;
      """)
  }

  @Test("each view fits a terminal of 100 columns", arguments: ["overview", "running", "failures", "jobs"])
  func fitsTerminal(view: String) throws {
    let queue = try QueueDatabase()
    try fill(queue)
    let worker = try queue.database.connect(applicationName: "dvkd/0badcafe/submission_validation/16")
    try worker.query("begin")
    try worker.query("select id from queue.claim('submission_validation', 1)")
    let rows = try queue.connection.query("select row_to_json(v)::text from queue.\(view) v")
    #expect(rows.count > 0)
    // As psql prints it: each column as wide as its widest cell, a space on each side and a bar between.
    let width = try queue.number(
      """
      select sum(w) + 3 * count(*) - 1 from (
        select greatest(max(length(case key when 'age' then '59 min' else line end)), length(key)) as w
        from queue.\(view) v, json_each_text(row_to_json(v)), string_to_table(value, e'\n') line group by key) t
      """)
    #expect(width <= 100)
  }

  @Test("overview counts each job once, by where it stands")
  func overview() throws {
    let queue = try QueueDatabase()
    try fill(queue)
    let worker = try queue.database.connect(applicationName: "dvkd/0badcafe/submission_validation/1")
    try worker.query("begin")
    try worker.query("select id from queue.claim('submission_validation', 1)")
    let rows = try queue.connection.query(
      "select status, due, running, retry, later, done_1h, errors_1h, oldest from queue.overview where kind = 'submission_validation'"
    )
    #expect(try rows.text(0, 0) == "on")
    let counts = try (1...6).map { try rows.int8(0, $0) }
    #expect(counts == [1, 1, 1, 1, 1, 2])
    #expect(try rows.text(0, 7).hasSuffix(" s"))
  }

  @Test("jobs shows every job with its state")
  func jobs() throws {
    let queue = try QueueDatabase()
    try fill(queue)
    let worker = try queue.database.connect(applicationName: "dvkd/0badcafe/submission_validation/1")
    try worker.query("begin")
    try worker.query("select id from queue.claim('submission_validation', 1)")
    #expect(
      try queue.text("select string_agg(state, ' ' order by id) from queue.jobs")
        == "completed cancelled retrying discarded running due scheduled")
  }

  @Test("jobs shows the waiting ones first, then the finished ones, each the newest first")
  func jobsInOrder() throws {
    let queue = try QueueDatabase()
    for _ in 1...3 { try queue.enqueue() }
    try queue.connection.query(
      """
      insert into queue.finished (id, enqueued_at, finished_at, outcome, priority, attempt, max_attempts, args_version, kind, args)
      select n, now(), now() + interval '10 d' - age, 'completed', 4, 1, 20, 1, 'noop', '{}'
      from (values (1001, interval '2 h'), (1002, interval '5 s'), (1003, interval '5 d'), (1004, interval '-1 s'), (1005, interval '1 min')) v (n, age)
      """)
    #expect(
      try queue.text("select string_agg(id::text, ' ') from (select id from queue.jobs) j")
        == "3 2 1 1004 1002 1005 1001 1003")
  }

  @Test("failures shows the error without what the code column says, and enough of it to act on")
  func failureText() throws {
    let queue = try QueueDatabase()
    let told = "relation \"registry.some_table_with_a_name_that_is_long\" does not exist in this database"
    try queue.connection.query(
      "insert into queue.attempt_error values (7, now(), 1, 'noop', '42P01', $1, 'l')", [.text("ERROR 42P01: " + told)])
    #expect(
      try queue.text("select translate(error, e'\n ', '') from queue.failures") == told.filter { $0 != " " })
  }

  @Test("audit_log names the schedule that a verb was about, and what it did to it")
  func auditOfSchedules() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("select queue.define_schedule('nightly', 'noop', '{}', '30 2 * * mon-fri')")
    try queue.connection.query("select queue.pause_schedule('nightly')")
    #expect(
      try queue.text(
        "select string_agg(target || ': ' || result, ', ') from queue.audit_log where verb like '%schedule'"
      )
      .hasPrefix("nightly: paused, nightly: created; next "))
  }

  @Test("Claim rule 5: running tells who holds a job, from the row itself, and nothing once the lane is gone")
  func running() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    #expect(try queue.number("select count(*) from queue.running") == 0)
    do {
      let worker = try queue.database.connect(applicationName: "dvkd/0badcafe/noop/3")
      let pid = worker.backendPID
      try worker.query("begin")
      try worker.query("select id from queue.claim('noop', 1)")
      try worker.query("savepoint w")
      try worker.query("create temporary table effect ()")
      let rows = try queue.connection.query("select id, lane, pid, try from queue.running")
      #expect(rows.count == 1)
      #expect(
        try rows.int8(0, 0) == id && rows.text(0, 1) == "dvkd/0badcafe/noop/3" && rows.int4(0, 2) == pid
          && rows.int4(0, 3) == 1)
      try queue.connection.query("select pg_terminate_backend($1)", [.int4(pid)])
    }
    try eventually { try queue.number("select count(*) from queue.running") == 0 }
  }
}
