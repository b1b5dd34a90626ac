/// An error that the server reported.
///
/// `detail` and `context` may quote values of rows and parameters; `description` leaves them out, so that it may be logged.
public struct ServerError: Error, Sendable, CustomStringConvertible {
  /// The severity, not localised: `ERROR`, `FATAL` or `PANIC`.
  public let severity: String
  /// The SQLSTATE.
  public let sqlState: SQLState
  /// The primary message.
  public let message: String
  /// The secondary message; it may hold values.
  public let detail: String?
  /// A suggestion.
  public let hint: String?
  /// The call stack of functions; it may hold values.
  public let context: String?
  /// The schema of the object the error is about.
  public let schema: String?
  /// The table the error is about.
  public let table: String?
  /// The column the error is about.
  public let column: String?
  /// The constraint that was violated.
  public let constraint: String?
  /// Where in the statement, in characters, from 1.
  public let position: Int?
  /// Which statement of a pipeline failed, from 0; nil outside pipelines.
  public internal(set) var statementIndex: Int?
  /// The C function of the server that raised the error.
  let sourceFunction: String?

  /// Whether the server ended the session with this error.
  public var isFatal: Bool { severity == "FATAL" || severity == "PANIC" }

  /// Whether a prepared statement has to be prepared anew: it is unknown, or its result type changed under it.
  ///
  /// 0A000 has many causes; the raising function tells this one apart without reading messages.
  public var isStalePlan: Bool {
    sqlState == .invalidStatementName
      || (sqlState == .featureNotSupported && sourceFunction == "RevalidateCachedQuery")
  }

  /// Severity, SQLSTATE, message and, where known, constraint and statement of the pipeline.
  public var description: String {
    var text = "\(severity) \(sqlState): \(message)"
    if let constraint { text += " (constraint \(constraint))" }
    if let statementIndex { text += " (statement \(statementIndex) of the pipeline)" }
    return text
  }
}
