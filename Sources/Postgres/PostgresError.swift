/// Everything that can go wrong in this room.
///
/// No description holds a parameter value or a password.
public enum PostgresError: Error, Sendable, CustomStringConvertible {
  /// No connection could be made, or it broke. libpq gives no SQLSTATE here.
  ///
  /// A statement outside a transaction may or may not have taken effect.
  case connection(String)
  /// The server refused or failed a statement.
  indirect case server(ServerError)
  /// COMMIT was sent, and the connection broke before its answer: the transaction is done, or not at all.
  case commitUnknown(String)
  /// COMMIT (or RELEASE) was asked for in a transaction that had failed: the work was rolled back.
  case rolledBack
  /// The caller used the room wrongly; nothing was sent, or what was sent was rolled back.
  case usage(String)
  /// A cell does not hold what the caller asked for.
  indirect case decoding(DecodingProblem)

  /// The SQLSTATE, when the server sent one.
  public var sqlState: SQLState? { serverError?.sqlState }

  /// The server's report, when there is one.
  public var serverError: ServerError? {
    if case .server(let error) = self { error } else { nil }
  }

  /// Whether the session is gone: drop the connection and open a new one.
  public var isConnectionLost: Bool {
    switch self {
    case .connection, .commitUnknown: true
    case .server(let error): error.isFatal
    case .rolledBack, .usage, .decoding: false
    }
  }

  /// Whether the same work may succeed when it is done again, unchanged.
  ///
  /// True for lost connections, classes 08, 40 and 53, lock timeouts, cancelled statements and server shutdown. Not for `commitUnknown`: find out
  /// first whether the work was done.
  public var isTransient: Bool {
    switch self {
    case .connection: true
    case .server(let error):
      switch error.sqlState {
      case .lockNotAvailable, .queryCanceled: true
      case let state: ["08", "40", "53"].contains(state.conditionClass) || state.rawValue.hasPrefix("57P")
      }
    case .commitUnknown, .rolledBack, .usage, .decoding: false
    }
  }

  /// One line for a log or a terminal.
  public var description: String {
    switch self {
    case .connection(let message): "connection: \(message)"
    case .server(let error): error.description
    case .commitUnknown(let message): "outcome of COMMIT unknown: \(message)"
    case .rolledBack: "the transaction had failed and was rolled back"
    case .usage(let message): "usage: \(message)"
    case .decoding(let problem): problem.description
    }
  }
}
