import Postgres
import TestSupport
import Testing

@Suite struct QueueHealthTests {
  /// State and sentence of one check.
  private func check(_ queue: borrowing QueueDatabase, _ name: String) throws -> String {
    try queue.text(#"select state || ': ' || sentence from queue.health where "check" = $1"#, [.text(name)])
  }

  /// Inserts jobs of a kind in one statement.
  private func fill(_ queue: borrowing QueueDatabase, _ count: Int, kind: String = "noop", runAt: String = "now()")
    throws
  {
    try queue.connection.query(
      """
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select \(runAt), now(), 3 + n % 2, 20, 1, '\(kind)', '{}' from generate_series(1, \(count)) n
      """)
  }

  @Test("a quiet queue with a daemon is healthy: every check is there, in order, and ok")
  func quiet() throws {
    let queue = try QueueDatabase()
    let lane = try QueueLane(queue)
    let names = try queue.text(#"select string_agg("check" || ':' || state, ' ') from queue.health"#)
    #expect(
      names
        == "daemons:ok over age:ok unserved:ok oldest:ok paused:ok retrying:ok discarded:ok suspects:ok cancels:ok schedules:ok partitions:ok dead rows:ok sweep:ok horizon:ok"
    )
    lane.close()
  }

  @Test("no daemon is bad; daemons and lanes are counted by boot")
  func daemons() throws {
    let queue = try QueueDatabase()
    #expect(try check(queue, "daemons").hasPrefix("bad: ") == true)
    let first = try QueueLane(queue, name: "dvkd/aaaa/noop/1")
    let second = try QueueLane(queue, name: "dvkd/aaaa/noop/2")
    let third = try QueueLane(queue, name: "dvkd/bbbb/strict/1")
    #expect(try check(queue, "daemons") == "ok: 2 tiến trình, 3 làn / 2 daemons, 3 lanes")
    first.close()
    second.close()
    third.close()
  }

  @Test("kinds with jobs that no daemon knows are named, those that are not defined, too; paused ones are not")
  func unserved() throws {
    let queue = try QueueDatabase()
    let lane = try QueueLane(queue)
    try queue.enqueue()
    #expect(try check(queue, "unserved").hasPrefix("ok"))
    try fill(queue, 1, kind: "gone")
    try fill(queue, 1, kind: "strict", runAt: "now() + interval '1 d'")
    #expect(try check(queue, "unserved") == "bad: không ai chạy / nobody runs: gone, strict")
    try queue.connection.query("select queue.pause('strict')")
    #expect(try check(queue, "unserved").hasSuffix(": gone"))
    #expect(try queue.text("select status from queue.overview where kind = 'gone'") == "?")
    lane.close()
  }

  @Test("how long the oldest waits: warn after a minute, bad after ten; running and paused jobs do not count")
  func oldest() throws {
    let queue = try QueueDatabase()
    #expect(try check(queue, "oldest") == "ok: không việc nào chờ / nothing waits")
    let id = try queue.enqueue()
    for (age, answer) in [("10 s", "ok"), ("2 min", "warn"), ("11 min", "bad")] {
      try queue.connection.query("update queue.job set run_at = now() - interval '\(age)'")
      #expect(try check(queue, "oldest").hasPrefix(answer), "\(age)")
    }
    let lane = try QueueLane(queue, holding: [id])
    #expect(try check(queue, "oldest").hasPrefix("ok"))
    try lane.connection.query("rollback")
    try queue.connection.query("select queue.pause('noop')")
    #expect(try check(queue, "oldest").hasPrefix("ok"))
    #expect(try check(queue, "paused") == "warn: tạm dừng / paused: noop")
  }

  @Test("a sweep that takes longer than the promised second is told while it does")
  func sweep() throws {
    let queue = try QueueDatabase()
    let fine = "ok: việc vào muộn chờ dưới 1 giây / late commits wait under 1 s"
    #expect(try check(queue, "sweep") == fine)
    try queue.connection.query("select queue.note_sweep('aaaa', 2500, 12800), queue.note_sweep('bbbb', 1000, 12800)")
    #expect(try check(queue, "sweep") == "warn: việc vào muộn chờ tới / late commits wait up to 2 s: 100 MB")
    try queue.connection.query("select queue.note_sweep('aaaa', 11000, 25600)")
    #expect(try check(queue, "sweep").hasPrefix("bad: "))
    try queue.connection.query("select queue.note_sweep('aaaa', 900, 25600)")
    #expect(try check(queue, "sweep").hasPrefix("warn: "))
    // That daemon is dead, or it would have told again.
    try queue.connection.query("update queue.sweep_state set noted_at = noted_at - interval '2 min'")
    #expect(try check(queue, "sweep") == fine)
    try queue.connection.query("update queue.sweep_state set noted_at = noted_at - interval '1 h'")
    try queue.connection.query("select queue.note_sweep('cccc', 1, 1)")
    #expect(try queue.number("select count(*) from queue.sweep_state") == 0)
  }

  @Test("suspects, discarded jobs, forgotten cancel requests and failing schedules are told")
  func jobs() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    try queue.connection.query("insert into queue.suspect (job_id, kind) values ($1, 'noop')", [.int8(id)])
    #expect(try check(queue, "suspects").hasPrefix("warn: 1"))
    try queue.connection.query("update queue.suspect set tries = 1")
    #expect(try check(queue, "suspects").hasPrefix("bad: 1"))
    try queue.connection.query(
      "insert into queue.cancel_request (job_id, requested_by, requested_at) values ($1, 'a', now() - interval '1 min')",
      [.int8(id)])
    #expect(try check(queue, "cancels").hasPrefix("warn: 1"))
    try queue.connection.query(
      "insert into queue.schedule (name, kind, cron, last_error) values ('nightly', 'noop', '@daily', 'x'), ('fine', 'noop', '@daily', null)"
    )
    #expect(try check(queue, "schedules") == "bad: lịch lỗi / failing: nightly")
    try queue.connection.query(
      "select queue.finish('{}', jsonb_build_array(jsonb_build_object('id', $1::bigint, 'outcome', 'discard', 'reason', 'x')))",
      [.int8(id)])
    #expect(
      try check(queue, "discarded") == "warn: bỏ 1 việc trong 1 giờ / 1 discarded in 1 h: noop")
  }

  @Test(
    "a job that failed three times is told with its error; a kind of which all fails is bad until something succeeds")
  func retrying() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    func fail(_ attempt: Int, ago: String = "0 s") throws {
      try queue.connection.query(
        """
        insert into queue.attempt_error (job_id, failed_at, attempt, kind, sqlstate, error, lane)
        values ($1, now() - interval '\(ago)', \(attempt), 'noop', '42P01', E'ERROR 42P01: relation "x"\\n is missing', 'l')
        """, [.int8(id)])
    }
    try fail(1, ago: "30 min")
    try fail(2, ago: "25 min")
    #expect(try check(queue, "retrying").hasPrefix("ok: "))
    try fail(3, ago: "20 min")
    #expect(try check(queue, "retrying") == #"warn: 1 hỏng ≥ 3 lần / failing: noop \#(id): relation "x" is missing"#)
    for attempt in 4...6 { try fail(attempt) }
    #expect(try check(queue, "retrying") == #"bad: chỉ hỏng / only fails: noop \#(id): relation "x" is missing"#)
    try queue.connection.query(
      """
      insert into queue.finished (id, enqueued_at, finished_at, outcome, priority, attempt, max_attempts, args_version, kind, args)
      values (0, now(), now(), 'completed', 4, 1, 20, 1, 'noop', '{}')
      """)
    #expect(try check(queue, "retrying").hasPrefix("warn: 1 "))
    try queue.connection.query("delete from queue.job")
    #expect(try check(queue, "retrying").hasPrefix("ok: "))
  }

  @Test("a paused schedule is told; one that fails comes first")
  func pausedSchedules() throws {
    let queue = try QueueDatabase()
    try queue.connection.query(
      "insert into queue.schedule (name, kind, cron) values ('nightly', 'noop', '@daily'), ('weekly', 'noop', '@weekly')"
    )
    try queue.connection.query("select queue.pause_schedule('nightly')")
    #expect(try check(queue, "schedules") == "warn: lịch tạm dừng / paused: nightly")
    try queue.connection.query("update queue.schedule set last_error = 'x' where name = 'weekly'")
    #expect(try check(queue, "schedules") == "bad: lịch lỗi / failing: weekly")
  }

  @Test("a lane that the reaper could not end is bad")
  func overAge() throws {
    let queue = try QueueDatabase()
    let lane = try QueueLane(queue)
    try lane.connection.query("begin")
    #expect(try check(queue, "over age").hasPrefix("ok"))
    // Ages a transaction cannot be made to have in a test: the limit is moved below zero instead.
    try queue.connection.script(
      "alter table queue.kind drop constraint kind_timeout_between_1_s_and_1_h; update queue.kind set timeout = '-1 h' where name = 'noop'"
    )
    #expect(try check(queue, "over age").contains("pid \(lane.connection.backendPID)"))
    #expect(try check(queue, "over age").hasPrefix("bad"))
  }

  @Test("a missing month is bad")
  func partitions() throws {
    let queue = try QueueDatabase()
    try queue.connection.query(
      """
      do $$ begin
        execute 'drop table queue.finished' || to_char((now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 month', '_YYYY_MM');
      end $$
      """)
    #expect(try check(queue, "partitions").hasPrefix("bad"))
  }

  @Test("who holds the vacuum horizon is named: a session, a prepared transaction; the worst first")
  func horizon() throws {
    let queue = try QueueDatabase()
    let dump = try queue.database.connect(applicationName: "pg_dump")
    try dump.query("begin isolation level repeatable read")
    try dump.query("select count(*) from queue.job")
    for _ in 1...3 { try queue.enqueue() }
    #expect(try check(queue, "horizon").contains("pid \(dump.backendPID) (pg_dump, "))
    #expect(
      try queue.number("select max(xids) from queue.horizon() where who like 'pid \(dump.backendPID) %'") >= 3)
    try dump.query("rollback")
    #expect(try queue.number("select count(*) from queue.horizon() where who like 'pid \(dump.backendPID) %'") == 0)
  }

  @Test(
    "each view fits a terminal of 100 columns at its widest",
    arguments: ["overview", "health", "kinds", "suspects", "audit_log"])
  func fitsTerminal(view: String) throws {
    let queue = try QueueDatabase()
    try queue.connection.script(
      """
      alter sequence queue.job_id_seq restart with 10000000;
      select queue.define_kind('submission_validation', timeout => '59 min', batch_limit => 1000, fields => '[]');
      select queue.set_limit('submission_validation', 1000);
      update queue.kind set concurrency_key = repeat('k', 200) where name = 'submission_validation';
      select queue.pause(name, repeat('r', 200)) from queue.kind;
      select queue.enqueue('submission_validation');
      insert into queue.suspect select id, kind, 3, now(), now(), 'dvkd/0123456789abcdef/submission_validation/16' from queue.job;
      select queue.set_priority(10000000, 1, repeat('r', 200));
      select queue.cancel_many(kind => 'submission_validation', reason => repeat('r', 200));
      select queue.enqueue('submission_validation');
      insert into queue.suspect select id, kind, 3, now(), now(), 'dvkd/0123456789abcdef/submission_validation/16' from queue.job;
      insert into queue.cancel_request (job_id, requested_by, requested_at) select id, 'x', now() - interval '1 h' from queue.job;
      insert into queue.schedule (name, kind, cron, last_error) select repeat('s', 60 + n), 'noop', '@daily', 'x' from generate_series(1, 3) n;
      insert into queue.attempt_error select id, now(), 3, kind, '42P01', repeat('error ', 50), 'l' from queue.job, generate_series(1, 3);
      update queue.audit set who = repeat('w', 60);
      """)
    try fill(queue, 100, kind: String(repeating: "u", count: 20))
    try fill(queue, 100, kind: String(repeating: "v", count: 20))
    try fill(queue, 100, kind: String(repeating: "w", count: 20))
    let holder = try queue.database.connect(applicationName: String(repeating: "h", count: 63))
    try holder.query("begin")
    try holder.query("select txid_current()")
    // As psql prints it: each column as wide as its widest cell, a space on each side and a bar between.
    let width = try queue.number(
      """
      select sum(w) + 3 * count(*) - 1 from (
        select greatest(max(length(value)), length(key)) as w
        from (select row_to_json(v) as r from queue.\(view) v) v, json_each_text(r) group by key) t
      """)
    #expect(width <= 100)
  }

  @Test("overview is exact up to 10,000 of a state, and above that an estimate that says so")
  func estimates() throws {
    let queue = try QueueDatabase()
    try fill(queue, 10_000)
    try fill(queue, 40_000, kind: "strict")
    try fill(queue, 30_000, kind: "strict", runAt: "now() + interval '1 d'")
    let rows = try queue.connection.query(
      "select kind, status, due, later from queue.overview where due > 0 order by kind")
    #expect(try rows.text(0, 1) == "on" && rows.int8(0, 2) == 10_000 && rows.int8(0, 3) == 0)
    #expect(try rows.text(1, 1) == "on~" && rows.int8(1, 2) == 40_000 && rows.int8(1, 3) == 30_000)
  }

  @Test("history of the last hour is counted from its end, and from every few pages when it is long")
  func recent() throws {
    let queue = try QueueDatabase()
    try queue.connection.query(
      """
      insert into queue.finished (id, enqueued_at, finished_at, outcome, priority, attempt, max_attempts, args_version, kind, args)
      select n, now(), now() - interval '3 h' + n * interval '36 ms', case when n % 4 = 0 then 'coalesced' else 'completed' end::queue.outcome,
             4, 1, 20, 1, 'noop', jsonb_build_object('padding', repeat('x', 400)) from generate_series(1, 300000) n
      """)
    try queue.connection.query(
      "insert into queue.attempt_error select n, now() - n * interval '1 min', 1, 'noop', null, 'x', 'y' from generate_series(90, 1, -1) n"
    )
    let rows = try queue.connection.query("select done_1h, errors_1h, status from queue.overview where kind = 'noop'")
    #expect(try (95_000...105_000).contains(rows.int8(0, 0)))
    #expect(try rows.int8(0, 1) == 60 || rows.int8(0, 1) == 59)
    #expect(try rows.text(0, 2) == "on~")
  }

  @Test("readers may look at overview, health and kinds, operators at everything")
  func grants() throws {
    let queue = try QueueDatabase()
    for (role, views) in [
      ("dvk_reader", ["overview", "health", "kinds"]),
      ("dvk_operator", ["overview", "health", "kinds", "suspects", "audit_log"]),
      ("dvk_daemon", ["overview", "health", "kinds"]),
    ] {
      try queue.connection.query("set role \(role)")
      for view in views { _ = try queue.number("select count(*) from (select * from queue.\(view)) v") }
      try queue.connection.query("reset role")
    }
    try queue.connection.query("set role dvk_reader")
    #expect(try queue.refusal("select * from queue.audit_log").sqlState == .insufficientPrivilege)
    try queue.connection.query("reset role")
    try queue.connection.query("set role dvk_portal")
    #expect(try queue.refusal("select * from queue.health").sqlState == .insufficientPrivilege)
  }
}
