public import Postgres

extension Connection {
  /// Asks outside the savepoint under which a batch has its effects, so that locks taken by it outlive a rollback of the effects.
  ///
  /// For handlers, before their first effect: a job's row that is locked under the savepoint and let go by a rollback looks like a dead worker's.
  /// - Parameters:
  ///   - name: The name of the prepared statement.
  ///   - sql: The statement.
  ///   - parameters: Its parameters.
  /// - Returns: The rows.
  /// - Throws: The server's error; `usage` outside a batch.
  public borrowing func beforeEffects(
    _ name: String, _ sql: String, _ parameters: [Parameter]
  ) throws(PostgresError) -> Rows {
    try pipeline { (pipeline) throws(PostgresError) in
      try pipeline.prepared("release", "release savepoint w")
      try pipeline.prepared(name, sql, parameters)
      try pipeline.prepared("savepoint", "savepoint w")
    }[1]
  }
}
