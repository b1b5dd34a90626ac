import Postgres
import TestSupport

/// A session that looks like a lane of a daemon: its name, its role, and the rows it holds.
struct QueueLane: ~Copyable {
  let connection: Connection

  /// Logs in as `dvk_daemon`, as a daemon does, and locks the jobs in a transaction that stays open.
  init(_ queue: borrowing QueueDatabase, name: String = "dvkd/0badcafe/noop/1", holding ids: [Int64] = []) throws {
    try Self.letDaemonLogIn()
    try queue.database.connect().query("grant update on queue.job to dvk_daemon")
    // What waited for it would wait for ever.
    try queue.connection.query("set statement_timeout = '10s'")
    let session = try Connection(queue.database.url.setting("user", to: "dvk_daemon"), applicationName: name)
    try Self.hold(ids, session)
    connection = session
  }

  /// Locks further jobs.
  borrowing func hold(_ ids: [Int64]) throws { try Self.hold(ids, connection) }

  private static func hold(_ ids: [Int64], _ connection: borrowing Connection) throws {
    guard !ids.isEmpty else { return }
    if connection.transactionStatus == .idle { try connection.query("begin") }
    try connection.query(
      "select id from queue.job where id = any ($1) order by id for update skip locked", [.int8Array(ids)])
  }

  /// Ends the session; until then it lives.
  consuming func close() {}

  /// Roles belong to the whole cluster, in which other tests run.
  private static func letDaemonLogIn() throws {
    let server = try TestServer.connect()
    try server.query("select pg_advisory_lock(hashtext('dvkd_test_login'))")
    let done = try server.query("select rolcanlogin from pg_roles where rolname = 'dvk_daemon'").bool(0, 0)
    if !done { try server.query("alter role dvk_daemon login") }
  }
}
