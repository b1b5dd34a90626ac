internal import Postgres

/// What a lane learns of its kind when it connects.
struct LaneSettings {
  /// Limit of one statement, and of the time between statements of a transaction.
  let timeout: Duration
  /// Most jobs one claim takes.
  let batchLimit: Int
  /// Whether the database knows the kind.
  let isKnown: Bool

  /// Reads the kind's settings and sets the session's timeouts by them.
  init(_ connection: borrowing Connection, kind: String) throws(PostgresError) {
    let rows = try connection.query("select timeout_ms, batch_limit from queue.kind_settings($1)", [.text(kind)])
    isKnown = rows.count == 1
    let milliseconds = isKnown ? try rows.int8(0, 0) : 10_000
    batchLimit = isKnown ? Int(try rows.int2(0, 1)) : 1
    timeout = .milliseconds(milliseconds)
    // The first line only: a stopped client with a result in flight outlasts both, and the reaper ends it.
    try connection.query(
      "select set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $1, false)",
      [.text(String(milliseconds))])
  }
}
