import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct QueueClaimTests {
  @Test(
    "Claim rule 1: 8 claims on the empty analysed table, then 300k rows unseen by autovacuum: the next claim of 200 walks the claim index, without a sort"
  )
  func planSurvives() throws {
    let plans = Plans()
    let queue = try QueueDatabase(onNotice: { plans.add($0.message) })
    try queue.connection.script(
      """
      alter table queue.job set (autovacuum_enabled = off);
      analyze queue.job;
      load 'auto_explain';
      """)
    let claim = "select count(*) from queue.claim('noop', 200)"
    for _ in 1...8 {
      try queue.connection.query("begin")
      #expect(try queue.connection.prepared("claim", claim).int8(0, 0) == 0)
      try queue.connection.query("commit")
    }
    try queue.connection.script(
      """
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select now() - interval '1 h' + n * interval '1 ms', now(), n % 8, 20, 1, case n % 3 when 0 then 'other' else 'noop' end,
        jsonb_build_object('n', n)
      from generate_series(1, 300000) n;
      """)
    try queue.connection.script(
      """
      set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set auto_explain.log_buffers = on;
      set auto_explain.log_nested_statements = on; set auto_explain.log_timing = off; set auto_explain.log_level = notice;
      """)
    try queue.connection.query("begin")
    #expect(try queue.connection.prepared("claim", claim).int8(0, 0) == 200)
    try queue.connection.query("rollback")
    let plan = try #require(plans.texts.first { $0.contains("queue.job") || $0.contains("job j") })
    #expect(plan.contains("Index Scan using job_claim on job j"))
    #expect(plan.contains("kind = ") && plan.contains("priority = "))
    #expect(!plan.contains("Seq Scan") && !plan.contains("Sort") && !plan.contains("Bitmap"))
    // 200 rows fetched and locked, and the way down the index; a scan of the table would be some 4,500 pages.
    let buffers = try #require(plan.firstMatch(of: /shared hit=(\d+)(?: read=(\d+))?/))
    #expect((Int(buffers.1) ?? .max) + (buffers.2.map { Int($0) ?? .max } ?? 0) < 1500)
  }

  @Test(
    "Claim rule 1: statements that look for jobs by number, planned on the empty table, use the primary key among 300k",
    arguments: [
      "select queue.finish(array(select id from queue.claim('noop', 3)))",
      "select queue.finish('{}', (select jsonb_agg(jsonb_build_object('id', id, 'outcome', 'retry', 'delay_ms', 1)) from queue.claim('noop', 3)))",
      "select queue.finish('{}', (select jsonb_agg(jsonb_build_object('id', id, 'outcome', 'discard')) from queue.claim('noop', 3)))",
      "select queue.finish(array_agg(id), array_agg('(77777,1)'::tid), null) from queue.claim('noop', 3)",
      "select queue.claim_coalesced('noop', array(select id from queue.claim('noop', 3)))",
    ])
  func numbersUseThePrimaryKey(statement: String) throws {
    let plans = Plans()
    let queue = try QueueDatabase(onNotice: { plans.add($0.message) })
    try queue.connection.script(
      "alter table queue.job set (autovacuum_enabled = off); analyze queue.job; load 'auto_explain'")
    for _ in 1...8 {
      try queue.connection.query(
        "select queue.finish('{}'), queue.finish('{}', '{}', null), queue.claim_coalesced('noop', '{}')")
      #expect(throws: PostgresError.self) {
        try queue.connection.query(
          "select queue.finish('{}', '[{\"id\": 1, \"outcome\": \"retry\", \"delay_ms\": 1}]')")
      }
      #expect(throws: PostgresError.self) {
        try queue.connection.query("select queue.finish('{}', '[{\"id\": 1, \"outcome\": \"discard\"}]')")
      }
    }
    try queue.connection.script(
      """
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, coalesce_key, args)
      select now(), now(), 4, 20, 1, 'noop', 'key ' || n % 100000, '{}' from generate_series(1, 300000) n;
      set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set auto_explain.log_level = notice;
      """)
    try queue.connection.query(statement)
    #expect(plans.texts.contains { $0.contains("Index Scan using job_pkey on job") })
    for plan in plans.texts {
      #expect(!plan.contains("Seq Scan on job"))
      // Where the claim index is used, it is by its whole prefix.
      #expect(!plan.contains("job_claim") || plan.contains("Index Cond: ((kind = "), Comment(rawValue: plan))
      #expect(!plan.contains("job_coalesce") || plan.contains("Index Cond: ((kind = "), Comment(rawValue: plan))
    }
  }

  @Test(
    "claims by priority, then by the time they are due; what others hold, what is not due and other kinds are passed over"
  )
  func order() throws {
    let queue = try QueueDatabase()
    try queue.connection.script(
      """
      select queue.enqueue('noop', '{"n": 5}'), queue.enqueue('noop', '{"n": 1}', priority => 0),
        queue.enqueue('noop', '{"n": 3}', run_at => now() - interval '2 h'), queue.enqueue('noop', '{"n": 9}', priority => 7),
        queue.enqueue('noop', '{"n": 99}', run_at => now() + interval '1 h'), queue.enqueue('strict', '{"a": 1}'),
        queue.enqueue('noop', '{"n": 2}', priority => 0)
      """)
    let claim = "select coalesce(string_agg(args ->> 'n', ' '), '') from queue.claim('noop', $1)"
    try queue.connection.query("begin")
    #expect(try queue.text(claim, [.int4(2)]) == "1 2")
    let other = try queue.database.connect()
    try other.query("begin")
    #expect(try other.query(claim, [.int4(10)]).text(0, 0) == "3 5 9")
    #expect(try other.query(claim, [.int4(10)]).text(0, 0) == "3 5 9")
  }

  @Test("nothing is claimed of a paused kind; an unknown one has nothing")
  func paused() throws {
    let queue = try QueueDatabase()
    try queue.enqueue()
    _ = try queue.text("select queue.pause('noop', 'nghỉ Tết')")
    #expect(try queue.number("select count(*) from queue.claim('noop', 10)") == 0)
    #expect(try queue.text("select array_to_string(queue.due_kinds('{noop,strict,absent}'), ',') || '.'") == ".")
    _ = try queue.text("select queue.resume('noop')")
    #expect(try queue.text("select array_to_string(queue.due_kinds('{noop,strict,absent}'), ',') || '.'") == "noop.")
    #expect(try queue.number("select count(*) from queue.claim('noop', 10)") == 1)
    #expect(try queue.number("select count(*) from queue.claim('absent', 10)") == 0)
  }
}

/// The plans that auto_explain sent as notices.
private final class Plans: Sendable {
  private let lines = NSLock()
  nonisolated(unsafe) private var kept: [String] = []

  func add(_ text: String) {
    guard text.contains("Query Text") else { return }
    lines.withLock { unsafe kept.append(text) }
  }

  var texts: [String] { lines.withLock { unsafe kept } }
}
