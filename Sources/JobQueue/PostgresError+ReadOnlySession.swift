internal import Postgres

extension PostgresError {
  /// The server let us in to write, and takes it back: the connection is left for one to a server that writes.
  static let readOnlySession = PostgresError.connection("the session is read-only by now")
}
