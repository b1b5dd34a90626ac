import Postgres
import TestSupport
import Testing

/// cancel_many, retry_many, purge.
@Suite struct QueueManyTests {
  /// What a verb for many returns, as text: done, running, skipped, more.
  private func row(_ queue: borrowing QueueDatabase, _ call: String) throws -> String {
    try queue.text("select queue.\(call)::text")
  }

  /// Fills the queue with so many jobs of kind noop.
  private func fill(_ queue: borrowing QueueDatabase, _ count: Int) throws {
    try queue.connection.query("select queue.enqueue('noop') from generate_series(1, \(count))")
  }

  @Test("cancel_many by number: waiting ones end, running ones are asked for, the others are told apart")
  func cancelByNumber() throws {
    let queue = try QueueDatabase()
    try fill(queue, 5)
    let listener = try queue.database.connect()
    try listener.listen("dvkd_cancel")
    let lane = try QueueLane(queue, holding: [2])
    try queue.connection.query("set role dvk_operator")
    #expect(try row(queue, "cancel_many(array[4, 2, 1, 1, 999], reason => 'nhầm')") == "(2,1,1,f)")
    #expect(try listener.notifications(waitingUpTo: .seconds(2)).map(\.payload) == ["2"])
    #expect(
      try queue.text("select string_agg(id || ' ' || outcome || ' ' || reason, ', ' order by id) from queue.finished")
        == "1 cancelled nhầm, 4 cancelled nhầm")
    #expect(try queue.text("select job_id || ' ' || reason from queue.cancel_request") == "2 nhầm")
    #expect(
      try queue.text("select verb || ':' || reason || ':' || result from queue.audit")
        == "cancel_many:nhầm:đã hủy 2, yêu cầu 1, bỏ qua 1 / cancelled 2, requested 1, skipped 1 [1 2 4]")
    try lane.connection.query("rollback")
  }

  @Test("cancel_many by kind takes those first that would run first, so many a call, and says that more are left")
  func cancelByKind() throws {
    let queue = try QueueDatabase()
    try fill(queue, 5)
    try queue.connection.query("select queue.enqueue('strict', '{\"a\": 1}'), queue.set_priority(5, 0)")
    let lane = try QueueLane(queue, holding: [1])
    #expect(try row(queue, "cancel_many(kind => 'noop', max_jobs => 3)") == "(2,1,0,t)")
    #expect(
      try queue.connection.query("select array_agg(id order by id) from queue.job").int8Array(0, 0) == [1, 3, 4, 6])
    #expect(try row(queue, "cancel_many(kind => 'noop', max_jobs => 3)") == "(2,1,0,f)")
    #expect(try queue.number("select count(*) from queue.job where kind = 'noop'") == 1)
    #expect(try queue.number("select count(*) from queue.audit where result like '%more are left%'") == 1)
    try lane.connection.query("rollback")
  }

  @Test("cancel_many can be limited to old jobs")
  func cancelOld() throws {
    let queue = try QueueDatabase()
    try fill(queue, 2)
    try queue.connection.query("update queue.job set enqueued_at = now() - interval '2 h' where id = 1")
    #expect(try row(queue, "cancel_many(kind => 'noop', older_than => '1 h')") == "(1,0,0,f)")
    #expect(try queue.number("select id from queue.job") == 2)
    #expect(try row(queue, "cancel_many(array[2], older_than => '1 h')") == "(0,0,1,f)")
  }

  @Test("verbs for many want jobs or a kind that exists, and a bound within its range")
  func refused() throws {
    let queue = try QueueDatabase()
    for verb in ["cancel_many", "retry_many"] {
      #expect(try queue.refusal("select queue.\(verb)()").sqlState == "22023")
      #expect(try queue.refusal("select queue.\(verb)(kind => 'nop')").hint?.contains("“noop”") == true)
      for wrong in ["0", "100001", "null"] {
        #expect(try queue.refusal("select queue.\(verb)(array[1], max_jobs => \(wrong))").sqlState == "22003")
      }
      #expect(try queue.refusal("select queue.\(verb)(array[1], reason => repeat('x', 201))").sqlState == "22001")
    }
    #expect(try queue.refusal("select queue.retry_many(array[1], state => 'due')").hint?.contains("discarded") == true)
    #expect(try queue.refusal("select queue.purge('noop', ' ')").sqlState == "22004")
    #expect(try queue.refusal("select queue.purge('noop', 'r', 'running')").sqlState == "22023")
    #expect(try queue.refusal("select queue.purge(null, 'r')").sqlState == "22023")
    #expect(try queue.number("select count(*) from queue.audit") == 0)
  }

  /// Ends jobs 1…4 as discarded (twice with an error code), cancelled, completed; 5 waits for another attempt.
  private func endings(_ queue: borrowing QueueDatabase) throws {
    try fill(queue, 6)
    try queue.connection.script(
      """
      select queue.cancel(3);
      begin;
      select id from queue.job where id <> 6 for update;
      select queue.finish('{4}', '[
        {"id": 1, "outcome": "discard", "reason": "x", "sqlstate": "08006"},
        {"id": 2, "outcome": "discard", "reason": "y", "sqlstate": "22012"},
        {"id": 5, "outcome": "retry", "delay_ms": 3600000, "reason": "z", "sqlstate": "08006"}]');
      commit;
      """)
  }

  @Test("retry_many by number: given-up jobs come back with fresh attempts, waiting ones run now, running ones stay")
  func retryByNumber() throws {
    let queue = try QueueDatabase()
    try endings(queue)
    let lane = try QueueLane(queue, holding: [6])
    try queue.connection.query("set role dvk_operator")
    #expect(try row(queue, "retry_many(array[1, 2, 3, 4, 5, 6, 999], reason => 'đã sửa')") == "(4,1,2,f)")
    #expect(
      try queue.text(
        "select string_agg(id || ':' || attempt || '/' || max_attempts, ' ' order by id) from queue.job where run_at <= now()"
      )
        == "1:1/21 2:1/21 3:0/20 5:1/20 6:0/20")
    #expect(try queue.connection.query("select array_agg(id) from queue.finished").int8Array(0, 0) == [4])
    #expect(
      try queue.text("select verb || ':' || reason from queue.audit where verb = 'retry_many'") == "retry_many:đã sửa")
    try lane.connection.query("rollback")
  }

  @Test(
    "retry_many by kind: the discarded and the retrying ones, or those of a state, an error code and a span of time",
    arguments: [
      ("kind => 'noop'", "(3,0,0,f)", "1 2 5 6"), ("kind => 'noop', state => 'cancelled'", "(1,0,0,f)", "3 6"),
      ("kind => 'noop', state => 'retrying'", "(1,0,0,f)", "5 6"),
      ("kind => 'noop', code => '08006'", "(2,0,0,f)", "1 5 6"),
      ("kind => 'noop', state => 'discarded', max_jobs => 1", "(1,0,0,t)", "1 6"),
      ("kind => 'noop', max_jobs => 1", "(1,0,0,t)", "5 6"), ("kind => 'strict'", "(0,0,0,f)", "6"),
      ("kind => 'noop', within => '0 s'", "(1,0,0,f)", "5 6"),
      ("array[1, 2, 3], state => 'discarded'", "(2,0,1,f)", "1 2 6"),
      ("array[1, 2, 3], kind => 'strict'", "(0,0,3,f)", "6"),
    ])
  func retryByKind(parameters: String, counts: String, due: String) throws {
    let queue = try QueueDatabase()
    try endings(queue)
    #expect(try row(queue, "retry_many(\(parameters))") == counts)
    #expect(
      try queue.text("select string_agg(id::text, ' ' order by id) from queue.job where run_at <= clock_timestamp()")
        == due)
  }

  @Test("purge deletes the waiting jobs of a kind without history, leaves running ones alone, and keeps to its bound")
  func purge() throws {
    let queue = try QueueDatabase()
    try fill(queue, 5)
    let lane = try QueueLane(queue, holding: [1])
    try queue.connection.query("set role dvk_operator")
    #expect(try row(queue, "purge('noop', 'nạp nhầm', max_jobs => 3)") == "(2,1,t)")
    #expect(try row(queue, "purge('noop', 'nạp nhầm')") == "(2,1,f)")
    #expect(try queue.number("select id from queue.job") == 1)
    #expect(try queue.number("select count(*) from queue.finished") == 0)
    #expect(
      try queue.text("select kind || ':' || reason || ':' || result from queue.audit order by id limit 1")
        == "noop:nạp nhầm:đã xóa hẳn 2, để yên 1 đang chạy, còn nữa / deleted 2, left 1 running alone, more are left [2 3]"
    )
    try lane.connection.query("rollback")
  }

  @Test("purge also clears a kind that nobody knows any more, by state and age")
  func purgeUnknown() throws {
    let queue = try QueueDatabase()
    try fill(queue, 4)
    try queue.connection.script(
      """
      update queue.job set kind = 'gone';
      update queue.job set run_at = now() + interval '1 d' where id in (2, 3);
      update queue.job set attempt = 1 where id = 3;
      update queue.job set enqueued_at = now() - interval '1 d' where id = 4;
      """)
    for (call, left) in [
      ("purge('gone', 'r', 'retrying')", "1 2 4"), ("purge('gone', 'r', 'due', '1 h')", "1 2"),
      ("purge('gone', 'r', 'scheduled')", "1"), ("purge('gone', 'r')", ""),
    ] {
      _ = try row(queue, call)
      #expect(
        try queue.text("select coalesce(string_agg(id::text, ' ' order by id), '') from queue.job") == left, "\(call)")
    }
    #expect(try queue.refusal("select queue.purge('gone', 'r')").sqlState == "22023")
  }

  @Test("Claim rule 1: the verbs for many walk the claim index or the primary key, whatever the table was when planned")
  func plans() throws {
    let queue = try QueueDatabase()
    for _ in 1...3 { try queue.connection.query("select queue.pick_jobs(null, 'noop', null, null, null, 10)") }
    try queue.connection.query(
      """
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select now(), now(), n % 8, 20, 1, 'noop', '{}' from generate_series(1, 50000) n
      """)
    try queue.connection.query("begin")
    let before = try queue.number(
      "select coalesce(sum(idx_tup_fetch + seq_tup_read), 0)::bigint from pg_stat_xact_user_tables where relid = 'queue.job'::regclass"
    )
    #expect(try queue.number("select cardinality(queue.pick_jobs(null, 'noop', null, null, null, 10))::bigint") == 11)
    let after = try queue.number(
      "select coalesce(sum(idx_tup_fetch + seq_tup_read), 0)::bigint from pg_stat_xact_user_tables where relid = 'queue.job'::regclass"
    )
    #expect(after - before <= 11)
    try queue.connection.query("commit")
  }
}
