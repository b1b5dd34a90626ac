import Dispatch
import Postgres
import TestSupport
import Testing

/// Firing: exactly one job a fire time, whatever happens to the daemons and the clock.
@Suite struct QueueFireTests {
  private static let fire = "select queue.fire_schedules()::bigint"

  /// A database with the schedule `s`, daily at the minute that has just begun, due now.
  ///
  /// It runs once for what is missed, so that a slow machine changes nothing.
  private func make(missed: String = "once") throws -> QueueDatabase {
    let queue = try QueueDatabase()
    try queue.connection.query("delete from queue.schedule")
    _ = try queue.text(
      """
      select queue.define_schedule('s', 'noop', '{"n": 5}',
        to_char(clock_timestamp() at time zone 'Asia/Ho_Chi_Minh', 'FMMI FMHH24 * * *'),
        missed => $1, priority => 2, max_attempts => 3)
      """, [.text(missed)])
    try makeDue(queue)
    return queue
  }

  /// Adds a schedule of the same times as `s`.
  private func add(_ queue: borrowing QueueDatabase, _ name: String, _ kind: String, _ args: String) throws {
    _ = try queue.text(
      "select queue.define_schedule($1, $2, $3, cron, missed => missed) from queue.schedule where name = 's'",
      [.text(name), .text(kind), .jsonb(args)])
  }

  /// Sets all schedules back to their latest fire time.
  private func makeDue(_ queue: borrowing QueueDatabase) throws {
    try queue.connection.query(
      """
      update queue.schedule
      set next_fire_at = queue.cron_latest(cron, 'Asia/Ho_Chi_Minh', clock_timestamp() - interval '1 d', clock_timestamp())
      """)
  }

  /// A daily expression whose last fire time is one hour ago, and that time.
  private func anHourAgo(_ queue: borrowing QueueDatabase) throws -> (cron: String, time: String) {
    let rows = try queue.connection.query(
      """
      select to_char(t at time zone 'Asia/Ho_Chi_Minh', 'FMMI FMHH24 * * *'), t::text
      from date_trunc('minute', clock_timestamp() - interval '1 h') t
      """)
    return (try rows.text(0, 0), try rows.text(0, 1))
  }

  @Test("a due schedule makes its job, remembers the fire time, and moves on")
  func fires() throws {
    let queue = try make()
    let due = try queue.text("select next_fire_at::text from queue.schedule")
    #expect(try queue.number(Self.fire) == 1)
    #expect(
      try queue.text(
        """
        select concat_ws('|', j.kind, j.args, j.priority, j.max_attempts, j.run_at <= clock_timestamp(), f.job_id = j.id,
          s.last_job_id = j.id, s.last_fire_at = f.fire_at, f.fire_at = $1::timestamptz,
          s.next_fire_at = f.fire_at + interval '1 d', s.last_error is null, s.missed_at is null)
        from queue.job j, queue.schedule s, queue.schedule_fire f
        """, [.text(due)]) == #"noop|{"n": 5}|2|3|t|t|t|t|t|t|t|t"#)
    #expect(try queue.number(Self.fire) == 0)
    #expect(try queue.number("select count(*) from queue.job") == 1)
  }

  @Test("when nothing is due it writes nothing and takes no transaction id")
  func cheap() throws {
    let queue = try make()
    #expect(try queue.number(Self.fire) == 1)
    try queue.connection.query("begin")
    #expect(try queue.number(Self.fire) == 0)
    #expect(try queue.connection.query("select pg_current_xact_id_if_assigned() is null").bool(0, 0))
    try queue.connection.query("commit")
  }

  @Test("20 daemons at once make one job a fire time, and one of them makes it while another is at work")
  func race() async throws {
    let queue = try make()
    for n in 1...30 { try add(queue, "s\(n)", "noop", #"{"n": \#(n)}"#) }
    try makeDue(queue)
    let database = queue.database
    let made = try await withThrowingTaskGroup(of: Int64.self) { group in
      for number in 0..<20 {
        group.addTask {
          try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "daemon.\(number)").async {
              continuation.resume(
                with: Result {
                  let daemon = try database.connect()
                  try daemon.query("set role dvk_daemon")
                  return try (0..<5).reduce(0) { sum, _ in sum + (try daemon.query(Self.fire).int8(0, 0)) }
                })
            }
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(made == 31)
    #expect(try queue.number("select count(*) from queue.job") == 31)
    #expect(try queue.number("select count(distinct (schedule, fire_at)) from queue.schedule_fire") == 31)
    #expect(try queue.number("select count(distinct job_id) from queue.schedule_fire") == 31)
  }

  @Test("killed in the middle: the others do not wait for it, nothing is half made, and the fire time is not lost")
  func killed() throws {
    let queue = try make()
    let victim = try queue.database.connect()
    try victim.query("begin")
    #expect(try victim.query(Self.fire).int8(0, 0) == 1)
    try queue.connection.query("set statement_timeout = '10s'")
    #expect(try queue.number(Self.fire) == 0)
    try queue.connection.query("select pg_terminate_backend($1)", [.int4(victim.backendPID)])
    try eventually { try queue.number(Self.fire) == 1 }
    #expect(try queue.number("select count(*) from queue.job") == 1)
    #expect(try queue.number("select count(*) from queue.schedule_fire") == 1)
  }

  @Test("skip: after an outage a fire time more than 60 s old makes no job; the next one does")
  func skip() throws {
    let queue = try make(missed: "skip")
    let (cron, time) = try anHourAgo(queue)
    try queue.connection.query("update queue.schedule set cron = $1", [.text(cron)])
    try queue.connection.query(
      "update queue.schedule set next_fire_at = $1::timestamptz - interval '9 d'", [.text(time)])
    #expect(try queue.number(Self.fire) == 0)
    #expect(try queue.number("select count(*) from queue.job") == 0)
    #expect(
      try queue.connection.query(
        """
        select missed_at = $1::timestamptz and next_fire_at = $1::timestamptz + interval '1 d' and last_fire_at is null
        from queue.schedule
        """, [.text(time)]
      ).bool(0, 0))
  }

  @Test("skip: a fire time less than 60 s old makes its job, those before it make none")
  func skipButTheLatest() throws {
    let queue = try make(missed: "skip")
    // Each minute: the latest is never older than 60 s.
    try queue.connection.query("update queue.schedule set cron = '* * * * *'")
    try queue.connection.query("update queue.schedule set next_fire_at = clock_timestamp() - interval '1 month'")
    #expect(try queue.number(Self.fire) == 1)
    #expect(try queue.number("select count(*) from queue.job") == 1)
    #expect(
      try queue.connection.query(
        "select last_fire_at > clock_timestamp() - interval '2 min' and missed_at < last_fire_at from queue.schedule"
      ).bool(0, 0))
  }

  @Test("once: after an outage one job stands for all that was missed, made for the latest")
  func once() throws {
    let queue = try make()
    let (cron, time) = try anHourAgo(queue)
    try queue.connection.query("update queue.schedule set cron = $1", [.text(cron)])
    try queue.connection.query(
      "update queue.schedule set next_fire_at = $1::timestamptz - interval '9 d'", [.text(time)])
    #expect(try queue.number(Self.fire) == 1)
    #expect(try queue.number(Self.fire) == 0)
    #expect(try queue.number("select count(*) from queue.job") == 1)
    #expect(
      try queue.connection.query(
        """
        select f.fire_at = $1::timestamptz and s.next_fire_at = $1::timestamptz + interval '1 d'
        from queue.schedule_fire f, queue.schedule s
        """, [.text(time)]
      ).bool(0, 0))
  }

  @Test("schedules whose jobs have the same coalesce key make a job each; the claim coalesces them")
  func sameCoalesceKey() throws {
    let queue = try make()
    try add(queue, "a", "aggregation_refresh", "{}")
    try add(queue, "b", "aggregation_refresh", "{}")
    try makeDue(queue)
    #expect(try queue.number(Self.fire) == 3)
    #expect(try queue.number("select count(distinct last_job_id) from queue.schedule") == 3)
  }

  @Test("a clock that is set back does not make a fire time a second time, nor stop the schedule")
  func clockSetBack() throws {
    let queue = try make()
    #expect(try queue.number(Self.fire) == 1)
    // As it is when the clock comes to a minute that it has been through already.
    try queue.connection.query("update queue.schedule set next_fire_at = last_fire_at")
    #expect(try queue.number(Self.fire) == 0)
    #expect(try queue.number("select count(*) from queue.job") == 1)
    #expect(
      try queue.number(
        "select count(*) from queue.schedule where next_fire_at > clock_timestamp() and last_error is null") == 1)
  }

  @Test("dropped and defined again it does not make the same fire time twice")
  func definedAgain() throws {
    let queue = try make()
    #expect(try queue.number(Self.fire) == 1)
    let cron = try queue.text("select cron from queue.schedule")
    _ = try queue.text("select queue.drop_schedule('s')")
    _ = try queue.text("select queue.define_schedule('s', 'noop', '{}', $1, missed => 'once')", [.text(cron)])
    try makeDue(queue)
    #expect(try queue.number(Self.fire) == 0)
    #expect(try queue.number("select count(*) from queue.job") == 1)
  }

  @Test(
    "a schedule whose job is refused keeps the error, goes on, and does not stop the others; mended, it fires again")
  func refusedJob() throws {
    let queue = try make()
    try add(queue, "a", "strict", #"{"a": 1}"#)
    try add(queue, "z", "strict", #"{"a": 2}"#)
    try queue.connection.script(
      """
      select queue.define_kind('strict', fields => '[{"name": "a", "type": "integer", "maximum": 1},
        {"name": "b", "type": "integer", "required": true}]');
      """)
    try makeDue(queue)
    #expect(try queue.number(Self.fire) == 1)
    #expect(
      try queue.text("select string_agg(name || ':' || left(last_error, 5), ' ' order by name) from queue.schedule")
        == "a:23502 z:22003")
    #expect(try queue.text("select last_error from queue.schedule where name = 'a'").contains("strict.args/b"))
    #expect(try queue.number("select count(*) from queue.schedule where next_fire_at > clock_timestamp()") == 3)
    #expect(try queue.text("select string_agg(status, ' ' order by name) from queue.schedules") == "error on error")
    try add(queue, "a", "strict", #"{"a": 1, "b": 1}"#)
    try queue.connection.query("delete from queue.schedule_fire")
    try makeDue(queue)
    #expect(try queue.number(Self.fire) == 2)
    #expect(try queue.text("select string_agg(status, ' ' order by name) from queue.schedules") == "on on error")
  }

  @Test("what is stopped by a lock is tried again with the next call, and waited for no longer than 200 ms")
  func passingProblem() throws {
    let queue = try make()
    try add(queue, "a", "noop", #"{"thing_id": 7}"#)
    try makeDue(queue)
    let blocker = try queue.database.connect()
    try blocker.query("begin")
    try blocker.query("lock table public.thing in access exclusive mode")
    try queue.connection.query("set statement_timeout = '10s'")
    #expect(try queue.number(Self.fire) == 1)
    #expect(try queue.text("select left(last_error, 5) from queue.schedule where name = 'a'") == "55P03")
    #expect(try queue.number("select count(*) from queue.schedule where next_fire_at <= clock_timestamp()") == 1)
    try blocker.query("rollback")
    #expect(try queue.number(Self.fire) == 1)
    #expect(try queue.number("select count(*) from queue.schedule where last_error is not null") == 0)
    #expect(try queue.number("select count(*) from queue.job") == 2)
  }

  @Test("an unreadable row, put there past the checks, is told and left alone; maintenance tells it, too")
  func brokenRow() throws {
    let queue = try make()
    try add(queue, "a", "noop", "{}")
    try queue.connection.script(
      """
      alter table queue.schedule disable trigger user;
      update queue.schedule set time_zone = 'Mars/Base' where name = 'a';
      alter table queue.schedule enable trigger user;
      """)
    try makeDue(queue)
    #expect(try queue.number(Self.fire) == 1)
    #expect(
      try queue.number(
        "select count(*) from queue.schedule where name = 'a' and next_fire_at is null and last_error like '22023:%'")
        == 1)
    #expect(try queue.text("select blocked[1] from queue.maintain()").hasPrefix("schedule a: 22023"))
  }

  @Test("a next fire time far ahead, left by a clock that went ahead and came back, is mended by the maintenance")
  func clockWentAhead() throws {
    let queue = try make()
    try queue.connection.query(
      "update queue.schedule set next_fire_at = next_fire_at + interval '9 years', last_fire_at = next_fire_at + interval '8 years'"
    )
    #expect(try queue.connection.query("select ran from queue.maintain()").bool(0, 0))
    #expect(
      try queue.number("select count(*) from queue.schedule where next_fire_at < clock_timestamp() + interval '25 h'")
        == 1)
  }
}
