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
