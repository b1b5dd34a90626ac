import Dispatch
import Postgres
import TestSupport
import Testing

/// Claim rule 12: partitions ahead and dropped by whole months, by one daemon at a time, and nobody waits for it.
@Suite struct QueueMaintenanceTests {
  /// Adds the partitions of a month so many months ago, with a row of each.
  private func addMonth(_ queue: borrowing QueueDatabase, ago: Int) throws {
    try queue.connection.script(
      """
      do $$
      declare
        month timestamp := date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh') - interval '\(ago) months';
        low timestamptz := month at time zone 'Asia/Ho_Chi_Minh';
        high timestamptz := (month + interval '1 month') at time zone 'Asia/Ho_Chi_Minh';
      begin
        execute format('create table queue.finished%s partition of queue.finished for values from (%L) to (%L)',
          to_char(month, '_YYYY_MM'), low, high);
        execute format('create table queue.attempt_error%s partition of queue.attempt_error for values from (%L) to (%L)',
          to_char(month, '_YYYY_MM'), low, high);
        execute format('alter table queue.finished%s owner to dvk_owner', to_char(month, '_YYYY_MM'));
        execute format('alter table queue.attempt_error%s owner to dvk_owner', to_char(month, '_YYYY_MM'));
        insert into queue.finished (id, enqueued_at, finished_at, outcome, priority, attempt, max_attempts, args_version, kind, args)
        values (-\(ago), low, low, 'completed', 4, 1, 20, 1, 'noop', '{}');
        insert into queue.attempt_error (job_id, failed_at, attempt, kind, error, lane) values (-\(ago), low, 1, 'noop', 'x', 'lane');
      end $$;
      """)
  }

  /// Name of a partition so many months ago.
  private func partition(_ queue: borrowing QueueDatabase, of parent: String = "finished", ago: Int) throws -> String {
    try queue.text(
      "select $1 || to_char((now() at time zone 'Asia/Ho_Chi_Minh') - $2 * interval '1 month', '_YYYY_MM')",
      [.text(parent), .int4(Int32(ago))])
  }

  /// What one run says: made, dropped, removed, blocked, more; nil when somebody else is at it.
  private func maintain(_ queue: borrowing QueueDatabase) throws -> String? {
    let rows = try queue.connection.query(
      "select ran, concat_ws(' ', made, dropped, removed, blocked, more) from queue.maintain()")
    return try rows.bool(0, 0) ? try rows.text(0, 1) : nil
  }

  @Test("Claim rule 12: months that retention keeps stay, older ones go whole, of finished jobs and errors alike")
  func retention() throws {
    let queue = try QueueDatabase()
    for ago in [1, 2, 3, 4, 14] { try addMonth(queue, ago: ago) }
    #expect(try maintain(queue) == "0 2 0 {} f")
    #expect(try queue.text("select queue.set_retention(2, 'ít đĩa')").contains("keeps 2 months (was 12)"))
    try queue.connection.query("set timezone = 'America/New_York'")
    #expect(try maintain(queue) == "0 4 0 {} f")
    #expect(
      try queue.text(
        "select string_agg(f.id || ':' || e.job_id, ' ' order by f.id) from queue.finished f join queue.attempt_error e on e.job_id = f.id"
      ) == "-2:-2 -1:-1")
    #expect(try maintain(queue) == "0 0 0 {} f")
    #expect(
      try queue.connection.query("select to_regclass('queue.' || $1) is null", [.text(partition(queue, ago: 3))]).bool(
        0, 0))
  }

  @Test("many months go in several runs of at most 12, and each says that there is more")
  func manyMonths() throws {
    let queue = try QueueDatabase()
    for ago in 13...26 { try addMonth(queue, ago: ago) }
    #expect(try maintain(queue) == "0 24 0 {} t")
    #expect(try maintain(queue) == "0 4 0 {} f")
  }

  @Test("set_retention refuses what is out of range")
  func retentionRange() throws {
    let queue = try QueueDatabase()
    for months in ["0", "121", "null"] {
      let error = try queue.refusal("select queue.set_retention(\(months))")
      #expect(error.sqlState == "22003" && error.hint?.contains("1 .. 120") == true)
    }
    #expect(try queue.number("select count(*) from queue.audit") == 0)
  }

  @Test("Claim rule 12: a missing month is made, one that was detached is attached again, and readiness knows of both")
  func missingMonth() throws {
    let queue = try QueueDatabase()
    let next = try partition(queue, ago: -1)
    try queue.connection.query("drop table queue.\(next)")
    #expect(try !queue.connection.query("select queue.has_next_month()").bool(0, 0))
    #expect(try maintain(queue) == "1 0 0 {} f")
    #expect(try queue.connection.query("select queue.has_next_month()").bool(0, 0))
    try queue.connection.query("alter table queue.finished detach partition queue.\(next)")
    #expect(try !queue.connection.query("select queue.has_next_month()").bool(0, 0))
    #expect(try maintain(queue) == "1 0 0 {} f")
    #expect(try queue.connection.query("select queue.has_next_month()").bool(0, 0))
    #expect(try queue.number("select count(*) from pg_inherits where inhparent = 'queue.finished'::regclass") == 4)
  }

  @Test("Claim rule 12: behind a dump that has an old month open nothing waits; the month goes when the dump has ended")
  func behindDump() throws {
    let queue = try QueueDatabase()
    try addMonth(queue, ago: 14)
    try queue.connection.query("drop table queue.\(try partition(queue, ago: -3))")
    let dump = try queue.database.connect()
    try dump.query("begin isolation level repeatable read")
    try dump.query("select count(*) from queue.finished f join queue.attempt_error e on e.job_id = f.id")
    let maintenance = try queue.database.connect()
    try maintenance.query("set statement_timeout = '10s'")
    try maintenance.query("begin")
    let rows = try maintenance.query("select made, dropped, blocked::text from queue.maintain()")
    let held = try [partition(queue, of: "attempt_error", ago: 14), partition(queue, ago: 14)]
    #expect(try rows.int4(0, 0) == 1 && rows.int4(0, 1) == 0)
    #expect(try rows.text(0, 2) == "{\"retention: \(held[0]) 55P03\",\"retention: \(held[1]) 55P03\"}")
    // Its transaction is still open: it must hold nothing that a finish or an enqueue needs.
    try queue.connection.query("set statement_timeout = '10s'")
    try queue.enqueue()
    #expect(try queue.text("select queue.finish(array(select id from queue.claim('noop', 9)))") == "")
    try maintenance.query("commit")
    let since = try queue.text("select blocked_since::text from queue.maintenance_state")
    _ = try maintain(queue)
    #expect(try queue.text("select blocked_since::text from queue.maintenance_state") == since)
    try dump.query("commit")
    #expect(try maintain(queue) == "0 2 0 {} f")
    #expect(try queue.number("select count(*) from queue.maintenance_state where blocked_since is null") == 1)
    #expect(try queue.number("select count(*) from queue.finished where id < 0") == 0)
  }

  @Test("Claim rule 12: behind a reader of the parent it gives up after 200 ms, and no finish waits longer")
  func behindReaderOfParent() throws {
    let queue = try QueueDatabase()
    try addMonth(queue, ago: 14)
    let reader = try queue.database.connect()
    try reader.query("begin")
    try reader.query("lock table only queue.finished in access share mode")
    let thread = DispatchQueue(label: "maintenance")
    let database = queue.database
    thread.async { @Sendable in
      #expect(throws: Never.self) {
        let maintenance = try database.connect(applicationName: "maintenance")
        let rows = try maintenance.query("select dropped, blocked::text from queue.maintain()")
        #expect(try rows.int4(0, 0) == 1 && rows.text(0, 1) == "{\"retention: finished 55P03\"}")
      }
    }
    try eventually("the wait for the parent") {
      try queue.number(
        "select count(*) from pg_locks where relation = 'queue.finished'::regclass and mode = 'AccessExclusiveLock' and not granted"
      ) == 1
    }
    // It queues behind the maintenance, which goes away.
    try queue.connection.query("set statement_timeout = '10s'")
    let id = try queue.enqueue()
    #expect(try queue.text("select queue.finish(array(select id from queue.claim('noop', 9)))") == "")
    #expect(try queue.number("select count(*) from queue.finished where id = $1", [.int8(id)]) == 1)
    thread.sync {}
    try reader.query("rollback")
    #expect(try maintain(queue) == "0 1 0 {} f")
  }

  @Test("a step that meets a lock fails alone: the others are done, and the state says since when and what")
  func stepsFailAlone() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("drop table queue.\(try partition(queue, ago: -2))")
    try queue.connection.query(
      "insert into queue.idempotency (kind, key, job_id, args, expires_at) values ('noop', 'old', 1, '{}', now() - interval '1 s')"
    )
    try addMonth(queue, ago: 20)
    let blocker = try queue.database.connect()
    try blocker.query("begin")
    try blocker.query("lock table only queue.finished in share update exclusive mode")
    try queue.connection.query("set statement_timeout = '10s'")
    let rows = try queue.connection.query("select made, dropped, removed, blocked[1], blocked[2] from queue.maintain()")
    #expect(try rows.int4(0, 0) == 0 && rows.int4(0, 1) == 1 && rows.int8(0, 2) == 1)
    #expect(try rows.text(0, 3).hasPrefix("partitions: 55P03") && rows.text(0, 4) == "retention: finished 55P03")
    #expect(
      try queue.number(
        "select count(*) from queue.maintenance_state where cardinality(blocked) = 2 and blocked_since <= ran_at")
        == 1)
    try blocker.query("rollback")
    #expect(try maintain(queue) == "1 1 0 {} f")
  }

  @Test("one session at a time: another one gets an answer at once, and takes over when the holder dies")
  func oneAtATime() throws {
    let queue = try QueueDatabase()
    let holder = try queue.database.connect()
    try holder.query("begin")
    #expect(try holder.query("select ran from queue.maintain()").bool(0, 0))
    try queue.connection.query("set statement_timeout = '10s'")
    #expect(try maintain(queue) == nil)
    try queue.connection.query("select pg_terminate_backend($1)", [.int4(holder.backendPID)])
    try eventually { try maintain(queue) != nil }
    #expect(
      try queue.number(
        "select count(*) from queue.maintenance_state where ran_by = 'dvkd-test' and ran_at > now() - interval '1 min'")
        == 1)
  }

  @Test("expired keys, old fire times and suspects whose job is gone are removed; live, young and held ones stay")
  func rows() throws {
    let queue = try QueueDatabase()
    let waiting = try queue.enqueue()
    try queue.connection.script(
      """
      insert into queue.idempotency (kind, key, job_id, args, expires_at)
      select 'noop', n::text, n, '{}', now() + case when n <= 12345 then interval '-1 s' else interval '1 h' end
      from generate_series(1, 12350) n;
      insert into queue.schedule_fire (schedule, fire_at, job_id)
      values ('s', now() - interval '14 months', 1), ('s', now() - interval '11 months', 2), ('s', now(), 3);
      insert into queue.suspect (job_id, kind) values (\(waiting), 'noop'), (-1, 'noop'), (-2, 'noop');
      """)
    let holder = try queue.database.connect()
    try holder.query("begin")
    try holder.query("delete from queue.idempotency where key = '7'")
    try holder.query("delete from queue.suspect where job_id = -2")
    try queue.connection.query("set statement_timeout = '10s'")
    #expect(try maintain(queue) == "0 0 \(12344 + 1 + 1) {} f")
    try holder.query("rollback")
    #expect(try maintain(queue) == "0 0 2 {} f")
    #expect(try queue.text("select min(key) || max(key) from queue.idempotency") == "1234612350")
    #expect(try queue.text("select string_agg(job_id::text, ' ' order by job_id) from queue.schedule_fire") == "2 3")
    #expect(try queue.number("select job_id from queue.suspect") == waiting)
  }

  @Test("the suspects' look-up stays on the primary key of a queue that is full, planned while it was empty")
  func plan() throws {
    let queue = try QueueDatabase()
    _ = try maintain(queue)
    try queue.connection.script(
      """
      alter table queue.job set (autovacuum_enabled = off);
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select now(), now(), 4, 20, 1, 'noop', '{}' from generate_series(1, 20000);
      insert into queue.suspect (job_id, kind) select id, kind from queue.job order by id limit 20;
      """)
    let scans = "select seq_scan from pg_stat_xact_user_tables where relid = 'queue.job'::regclass"
    try queue.connection.query("begin")
    _ = try maintain(queue)
    #expect(try queue.number(scans) == 0)
    try queue.connection.query("commit")
  }

  @Test("the daemon and operators may run it, the portal and readers may not")
  func grants() throws {
    let queue = try QueueDatabase()
    try addMonth(queue, ago: 14)
    try queue.connection.query("drop table queue.\(try partition(queue, ago: -1))")
    try queue.connection.query("set role dvk_daemon")
    #expect(try maintain(queue) == "1 2 0 {} f")
    for (role, isAllowed) in [("dvk_operator", true), ("dvk_portal", false), ("dvk_reader", false)] {
      try queue.connection.query("reset role")
      try queue.connection.query("set role \(role)")
      if isAllowed {
        #expect(try maintain(queue) == "0 0 0 {} f")
      } else {
        #expect(try queue.refusal("select * from queue.maintain()").sqlState == .insufficientPrivilege)
      }
    }
  }
}
