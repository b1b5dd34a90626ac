/// Statements to be sent together: one round trip, results in order.
///
/// Nothing is sent before the closure of `Connection.pipeline` returns. Without an open transaction the statements of a pipeline are one transaction.
public struct Pipeline: ~Copyable {
  private let queue: PipelineQueue

  init(_ queue: PipelineQueue) {
    self.queue = queue
  }

  /// Adds a statement.
  /// - Returns: The index of its result.
  /// - Throws: `usage` for NUL characters and too many parameters.
  @discardableResult
  public borrowing func query(_ sql: String, _ parameters: [Parameter] = []) throws(PostgresError) -> Int {
    try queue.add(Statement(name: nil, sql: sql, parameters: parameters))
  }

  /// Adds a statement that is prepared at its first use on this connection and kept under `name`.
  /// - Returns: The index of its result.
  /// - Throws: `usage` for NUL characters, too many parameters, and a name that stands for another statement.
  @discardableResult
  public borrowing func prepared(
    _ name: String, _ sql: String, _ parameters: [Parameter] = []
  ) throws(PostgresError) -> Int {
    try queue.add(Statement(name: name, sql: sql, parameters: parameters))
  }
}
