import Postgres
import TestSupport
import Testing

@Suite("Armed NOTIFY: enqueue")
struct QueueAnnounceTests {
  private static let arm = "select pg_try_advisory_lock(queue.arm_lock('noop'))"
  private static let calls = [
    "select queue.enqueue('noop')", "select queue.enqueue('noop', concurrency_key => 'k')",
    "select queue.enqueue_many('noop', array['{}', '{}']::jsonb[])",
    "select queue.enqueue_many('noop', array['{}', '{}']::jsonb[], coalesce_keys => array['a', 'b'])",
  ]

  /// A session that listens, as a daemon's control session does; it sleeps with the lock of `noop` when `armed`.
  private func daemon(_ queue: borrowing QueueDatabase, armed: Bool) throws -> Connection {
    let daemon = try queue.database.connect()
    try daemon.listen("dvkd_job")
    if armed { #expect(try daemon.query(Self.arm).bool(0, 0)) }
    return daemon
  }

  /// What has arrived; a notification of the test's own marks the end.
  private func heard(_ daemon: borrowing Connection, _ queue: borrowing QueueDatabase) throws -> [String] {
    try queue.connection.query("select pg_notify('dvkd_job', 'the end')")
    var payloads: [String] = []
    try eventually("the end") {
      payloads += try daemon.notifications(waitingUpTo: .milliseconds(100)).map(\.payload)
      return payloads.last == "the end"
    }
    return payloads.dropLast()
  }

  @Test("wakes a sleeping daemon, once a transaction", arguments: calls)
  func wakes(call: String) throws {
    let queue = try QueueDatabase()
    let daemon = try daemon(queue, armed: true)
    try queue.connection.query(call)
    #expect(try heard(daemon, queue) == ["noop"])
    try queue.connection.query("begin")
    for call in Self.calls { try queue.connection.query(call) }
    try queue.connection.query("select queue.enqueue('strict', '{\"a\": 1}')")
    try queue.connection.query("commit")
    #expect(try heard(daemon, queue) == ["noop"])
  }

  @Test("sends nothing while nobody sleeps, and lets nobody fall asleep before it commits", arguments: calls)
  func quiet(call: String) throws {
    let queue = try QueueDatabase()
    let daemon = try daemon(queue, armed: false)
    try queue.connection.query("begin")
    try queue.connection.query(call)
    #expect(try !daemon.query(Self.arm).bool(0, 0))
    let other = try queue.database.connect()
    try other.query(call)
    try queue.connection.query("commit")
    #expect(try daemon.query(Self.arm).bool(0, 0))
    #expect(try heard(daemon, queue) == [])
  }

  @Test("a job of the future, a dry run and a refused job wake nobody and hold no lock")
  func notDue() throws {
    let queue = try QueueDatabase()
    let daemon = try daemon(queue, armed: true)
    try queue.connection.query("begin")
    for later in [
      "run_at => now() + interval '1 min'", "run_at => now() + interval '1 min', coalesce_key => 'k'",
      "dry_run => true",
    ] {
      try queue.connection.query("select queue.enqueue('noop', \(later))")
    }
    for later in ["run_at => now() + interval '1 min'", "dry_run => true"] {
      try queue.connection.query("select queue.enqueue_many('noop', array['{}']::jsonb[], \(later))")
    }
    try queue.connection.query("select queue.enqueue_many('noop', '{}')")
    try queue.connection.query("commit")
    #expect(try queue.refusal("select queue.enqueue('noop', '{\"n\": 0}')").sqlState == "22003")
    #expect(try queue.refusal("select queue.enqueue_many('noop', array['{\"n\": 0}']::jsonb[])").sqlState == "22003")
    #expect(try heard(daemon, queue) == [])
    try queue.connection.query("select queue.enqueue('noop', run_at => now() - interval '1 min')")
    #expect(try heard(daemon, queue) == ["noop"])
  }

  @Test("lock and notification go with a savepoint that is rolled back; the next job of the transaction has its own")
  func savepoint() throws {
    let queue = try QueueDatabase()
    let daemon = try daemon(queue, armed: false)
    try queue.connection.query("begin")
    try queue.connection.query("savepoint s")
    try queue.connection.query("select queue.enqueue('noop')")
    try queue.connection.query("rollback to savepoint s")
    // Nothing holds it from sleeping now …
    #expect(try daemon.query(Self.arm).bool(0, 0))
    // … and the next job must wake it.
    try queue.connection.query("savepoint s")
    try queue.connection.query("select queue.enqueue('noop')")
    try queue.connection.query("rollback to savepoint s")
    try queue.connection.query("select queue.enqueue('noop')")
    try queue.connection.query("commit")
    #expect(try heard(daemon, queue) == ["noop"])
  }

  /// Verbs that let the job `$1` run now, by what is done before.
  private static let releases = [
    ("select $1", "select queue.retry($1)"), ("select queue.cancel($1)", "select queue.retry($1)"),
    ("select $1", "select queue.retry_many(array[$1])"),
    ("select queue.cancel($1)", "select queue.retry_many(array[$1])"),
    ("select queue.cancel($1)", "select queue.retry_many(kind => 'noop', state => 'cancelled') where $1 > 0"),
    ("select $1", "select queue.reschedule($1, now() - interval '1 min')"),
    ("update queue.job set run_at = now() where id = $1", "select queue.set_priority($1, 0)"),
    (
      "with p as (select queue.pause('noop', 'test')) update queue.job set run_at = now() from p where id = $1",
      "select queue.resume('noop') where $1 > 0"
    ),
  ]

  /// A job of the kind `noop` that is due in an hour.
  private func later(_ queue: borrowing QueueDatabase) throws -> Int64 {
    try queue.number("select queue.enqueue('noop', run_at => now() + interval '1 h')")
  }

  @Test(
    "a verb that lets a job run now wakes a sleeping daemon, and lets nobody fall asleep before it commits",
    arguments: releases)
  func verbs(before: String, call: String) throws {
    let queue = try QueueDatabase()
    let id = try later(queue)
    try queue.connection.query(before, [.int8(id)])
    let daemon = try daemon(queue, armed: true)
    #expect(try heard(daemon, queue) == [])
    try queue.connection.query("begin")
    try queue.connection.query(call, [.int8(id)])
    try queue.connection.query("rollback")
    #expect(try heard(daemon, queue) == [])
    try daemon.query("select queue.disarm(array['noop'])")
    try queue.connection.query("begin")
    try queue.connection.query(call, [.int8(id)])
    #expect(try !daemon.query(Self.arm).bool(0, 0))
    try queue.connection.query("rollback")
    #expect(try daemon.query(Self.arm).bool(0, 0))
    try queue.connection.query(call, [.int8(id)])
    #expect(try heard(daemon, queue) == ["noop"])
  }

  @Test("a verb that makes nothing due wakes nobody")
  func verbsWithoutDueJob() throws {
    let queue = try QueueDatabase()
    let (id, held) = (try later(queue), try later(queue))
    let daemon = try daemon(queue, armed: true)
    let lane = try queue.database.connect()
    try lane.query("begin")
    try lane.query("select id from queue.job where id = $1 for update", [.int8(held)])
    for call in [
      "queue.reschedule($1, now() + interval '2 h')", "queue.set_priority($1, 0)", "queue.retry($2)",
      "queue.retry_many(array[$2])", "queue.reschedule($2, now())", "queue.set_priority($2, 0)", "queue.resume('noop')",
    ] {
      try queue.connection.query("select \(call), $1::bigint, $2::bigint", [.int8(id), .int8(held)])
    }
    #expect(try heard(daemon, queue) == [])
  }

  @Test("a lane lists what it enqueues instead, and takes no lock", arguments: calls)
  func lane(call: String) throws {
    let queue = try QueueDatabase()
    let daemon = try daemon(queue, armed: true)
    try queue.connection.query("set queue.is_lane = 'on'")
    try queue.connection.query("begin")
    try queue.connection.query("select queue.enqueue('noop', run_at => now() + interval '1 h')")
    #expect(try queue.text("select coalesce(current_setting('queue.enqueued', true), '')") == "")
    try queue.connection.query(call)
    try queue.connection.query("savepoint s")
    try queue.connection.query("select queue.enqueue('strict', '{\"a\": 1}')")
    #expect(try queue.text("select queue.finish('{}')") == "noop strict")
    try queue.connection.query("rollback to savepoint s")
    for call in Self.calls { try queue.connection.query(call) }
    #expect(try queue.text("select queue.finish('{}')") == "noop")
    #expect(
      try queue.number(
        "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()") == 0)
    try queue.connection.query("commit")
    try queue.connection.query("reset queue.is_lane")
    #expect(try queue.text("select coalesce(current_setting('queue.enqueued', true), '')") == "")
    #expect(try heard(daemon, queue) == [])
  }
}
