/// A message of the server that is not an error: WARNING, NOTICE, INFO, LOG or DEBUG.
public struct Notice: Sendable, Hashable {
  /// The severity, not localised.
  public let severity: String
  /// The SQLSTATE; `00000` for a plain NOTICE.
  public let sqlState: SQLState?
  /// The primary message.
  public let message: String
  /// The secondary message; it may hold values.
  public let detail: String?
  /// A suggestion.
  public let hint: String?
}
