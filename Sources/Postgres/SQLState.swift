/// A five-character SQLSTATE code (PostgreSQL manual, appendix A).
public struct SQLState: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The code as the server sent it, such as `40P01`.
  public let rawValue: String

  /// Wraps a code; five characters are expected, not checked.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Wraps a literal code.
  public init(stringLiteral value: String) {
    rawValue = value
  }

  /// The first two characters: the class of the condition.
  public var conditionClass: String { String(rawValue.prefix(2)) }

  /// The code itself.
  public var description: String { rawValue }

  /// 0A000: also raised when a cached plan would change its result type.
  public static let featureNotSupported: SQLState = "0A000"
  /// 22021: bytes that are not valid in the encoding, NUL included.
  public static let characterNotInRepertoire: SQLState = "22021"
  /// 22023.
  public static let invalidParameterValue: SQLState = "22023"
  /// 23503.
  public static let foreignKeyViolation: SQLState = "23503"
  /// 23505.
  public static let uniqueViolation: SQLState = "23505"
  /// 23514.
  public static let checkViolation: SQLState = "23514"
  /// 25P02: a statement was sent in a transaction that has already failed.
  public static let inFailedTransaction: SQLState = "25P02"
  /// 26000: an unknown prepared statement.
  public static let invalidStatementName: SQLState = "26000"
  /// 40001.
  public static let serializationFailure: SQLState = "40001"
  /// 40P01.
  public static let deadlockDetected: SQLState = "40P01"
  /// 42P01.
  public static let undefinedTable: SQLState = "42P01"
  /// 42883.
  public static let undefinedFunction: SQLState = "42883"
  /// 42501.
  public static let insufficientPrivilege: SQLState = "42501"
  /// 53300.
  public static let tooManyConnections: SQLState = "53300"
  /// 55P03: lock_timeout, NOWAIT.
  public static let lockNotAvailable: SQLState = "55P03"
  /// 57014: statement_timeout, or a cancel request.
  public static let queryCanceled: SQLState = "57014"
  /// 57P01: pg_terminate_backend, or a shutdown.
  public static let adminShutdown: SQLState = "57P01"
}
