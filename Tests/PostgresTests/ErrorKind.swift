import Postgres

/// The case of an error, to compare with.
enum ErrorKind {
  case connection, server, commitUnknown, rolledBack, usage, decoding
}

extension PostgresError {
  var kind: ErrorKind {
    switch self {
    case .connection: .connection
    case .server: .server
    case .commitUnknown: .commitUnknown
    case .rolledBack: .rolledBack
    case .usage: .usage
    case .decoding: .decoding
    }
  }
}
