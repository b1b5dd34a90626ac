/// Transactions and savepoints that end with their closure, however it ends.
extension Connection {
  /// Runs the closure in a transaction: COMMIT when it returns, ROLLBACK when it throws.
  ///
  /// - Parameters:
  ///   - options: What follows BEGIN.
  ///   - body: Gets this connection; it must not end the transaction.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws; `commitUnknown` when the answer to COMMIT is lost; `rolledBack` when a statement had failed and the closure hid
  ///   it; `usage` when a transaction is open already, or when the closure ended it itself.
  @discardableResult
  public borrowing func transaction<R: ~Copyable>(
    _ options: String = "ISOLATION LEVEL READ COMMITTED READ WRITE",
    _ body: (borrowing Connection) throws(PostgresError) -> R
  ) throws(PostgresError) -> R {
    try begin(options)
    let result: R
    do throws(PostgresError) {
      result = try body(self)
    } catch {
      rollBack()
      throw error
    }
    try commit()
    return result
  }

  /// Runs a closure that may throw any error in a transaction; otherwise the same.
  @_disfavoredOverload
  @discardableResult
  public borrowing func transaction<R: ~Copyable>(
    _ options: String = "ISOLATION LEVEL READ COMMITTED READ WRITE", _ body: (borrowing Connection) throws -> R
  ) throws -> R {
    try begin(options)
    let result: R
    do {
      result = try body(self)
    } catch {
      rollBack()
      throw error
    }
    try commit()
    return result
  }

  /// Runs the closure under a savepoint: RELEASE when it returns, ROLLBACK TO when it throws.
  ///
  /// The transaction stays usable.
  /// - Throws: What the closure throws; `rolledBack` when a statement had failed and the closure hid it; `usage` outside a transaction.
  @discardableResult
  public borrowing func savepoint<R: ~Copyable>(
    _ name: String, _ body: (borrowing Connection) throws(PostgresError) -> R
  ) throws(PostgresError) -> R {
    let quoted = try mark(name)
    let result: R
    do throws(PostgresError) {
      result = try body(self)
    } catch {
      rollBack(to: quoted)
      throw error
    }
    try release(quoted)
    return result
  }

  /// Runs a closure that may throw any error under a savepoint; otherwise the same.
  @_disfavoredOverload
  @discardableResult
  public borrowing func savepoint<R: ~Copyable>(
    _ name: String, _ body: (borrowing Connection) throws -> R
  ) throws -> R {
    let quoted = try mark(name)
    let result: R
    do {
      result = try body(self)
    } catch {
      rollBack(to: quoted)
      throw error
    }
    try release(quoted)
    return result
  }

  // MARK: Parts

  private borrowing func begin(_ options: String) throws(PostgresError) {
    try session.requireUsable()
    guard transactionStatus == .idle else { throw .usage("a transaction is open already") }
    try query("BEGIN \(options)")
  }

  private borrowing func commit() throws(PostgresError) {
    try session.requireUsable()
    switch transactionStatus {
    case .inTransaction: try query("COMMIT")
    case .inError:
      rollBack()
      throw .rolledBack
    case .idle: throw .usage("the closure ended the transaction itself")
    case .active, .unknown: throw session.broken()
    }
  }

  private borrowing func rollBack() {
    guard transactionStatus != .idle else { return }
    session.rollBack("ROLLBACK")
  }

  private borrowing func mark(_ name: String) throws(PostgresError) -> String {
    guard transactionStatus == .inTransaction else { throw .usage("a savepoint needs an open transaction") }
    let quoted = "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    try query("SAVEPOINT \(quoted)")
    return quoted
  }

  private borrowing func release(_ quoted: String) throws(PostgresError) {
    guard transactionStatus != .inError else {
      rollBack(to: quoted)
      throw .rolledBack
    }
    try query("RELEASE SAVEPOINT \(quoted)")
  }

  private borrowing func rollBack(to quoted: String) {
    session.rollBack("ROLLBACK TO SAVEPOINT \(quoted)")
    session.rollBack("RELEASE SAVEPOINT \(quoted)")
  }
}
