/// Where a connection stands, as the server last said.
public enum TransactionStatus: Sendable, Hashable {
  /// No transaction is open.
  case idle
  /// A statement is under way.
  case active
  /// A transaction is open.
  case inTransaction
  /// A transaction is open and has failed; only ROLLBACK or ROLLBACK TO is accepted.
  case inError
  /// The connection is broken.
  case unknown
}
