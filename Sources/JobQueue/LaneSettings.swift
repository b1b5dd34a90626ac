internal import Postgres

/// What a lane needs to know of its kind, with the session's timeouts set by it.
struct LaneSettings {
  /// As the database said.
  let kind: KindSettings
  /// Whether the database knows the kind.
  let isKnown: Bool

  /// Reads the kind's settings and sets the session's timeouts by them; an answer may take `grace` longer than the kind's timeout.
  init(_ connection: borrowing Connection, kind: String, grace: Duration) throws(PostgresError) {
    connection.limitAnswers(to: KindSettings().timeout + grace)
    let rows = try connection.query("select timeout_ms, batch_limit from queue.kind_settings($1)", [.text(kind)])
    let isKnown = rows.count == 1
    let settings =
      isKnown
      ? KindSettings(timeout: .milliseconds(try rows.int8(0, 0)), batchLimit: Int(try rows.int2(0, 1)))
      : KindSettings()
    try self.init(connection, settings, isKnown: isKnown, grace: grace)
  }

  /// Sets the session's timeouts anew, after somebody has changed the kind.
  init(
    _ connection: borrowing Connection, _ settings: KindSettings, isKnown: Bool = true, grace: Duration
  ) throws(PostgresError) {
    kind = settings
    self.isKnown = isKnown
    let milliseconds = settings.timeout.wholeMilliseconds
    connection.limitAnswers(to: settings.timeout + grace)
    // The first line only: a stopped client with a result in flight outlasts both, and the reaper ends it.
    try connection.query(
      "select set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $1, false)",
      [.text(String(milliseconds))])
  }

  /// How many locks the server's table has room for: it is one table for all sessions.
  static func lockRoom(_ connection: borrowing Connection) throws(PostgresError) -> Int {
    let sql =
      "select current_setting('max_locks_per_transaction')::bigint * current_setting('max_connections')::bigint"
    return Int(try connection.query(sql).int8(0, 0))
  }
}
