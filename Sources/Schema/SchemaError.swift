public import Postgres

/// Why the schema could not be read, applied or used.
public enum SchemaError: Error, Sendable {
  /// No share directory holds `sql/migrations`; the places looked at.
  case shareDirectoryMissing([String])
  /// A file of the share directory cannot be used.
  case file(path: String, problem: String)
  /// The database's encoding is not UTF8.
  case encoding(String)
  /// The server is older than PostgreSQL 15.
  case serverTooOld(version: String)
  /// The database's schema is newer than this program knows.
  case newer(found: Int, known: Int)
  /// Another migration held the lock for the whole wait.
  case busy(seconds: Int)
  /// Some other session held a lock that a statement of the file needs, in every try.
  case lockedOut(path: String, attempts: Int)
  /// The server refused a statement of the file.
  case refused(path: String, line: Int?, PostgresError)
  /// The connection or a statement of migrate itself failed.
  case database(PostgresError)

  /// Whether the set-up is at fault, so that trying again changes nothing (exit code 78).
  public var isConfiguration: Bool {
    switch self {
    case .shareDirectoryMissing, .file, .encoding, .serverTooOld, .newer: true
    case .busy, .lockedOut, .refused, .database: false
    }
  }
}

extension SchemaError: CustomStringConvertible {
  /// One sentence for the operator.
  public var description: String {
    switch self {
    case .shareDirectoryMissing(let places):
      "no directory with sql/migrations; looked at \(places.joined(separator: ", ")); name it with --share-dir or DVKD_SHARE_DIR"
    case .file(let path, let problem): "\(path): \(problem)"
    case .encoding(let encoding): "the database's encoding is \(encoding); create it with encoding UTF8"
    case .serverTooOld(let version): "PostgreSQL \(version) is too old; 15 or newer is needed"
    case .newer(let found, let known):
      "the database has schema version \(found), this program knows \(known); install the newer program"
    case .busy(let seconds): "another migration has been running for \(seconds) s; try again when it is done"
    case .lockedOut(let path, let attempts):
      "\(path): a lock was not free in \(attempts) tries of 200 ms; see pg_stat_activity for the session that holds it"
    case .refused(let path, let line, let error):
      path + (line.map { ":\($0)" } ?? "") + ": \(error)" + Self.more(error)
    case .database(let error): "\(error)"
    }
  }

  /// Detail, hint and place of an error in our own files, which hold no personal data.
  private static func more(_ error: PostgresError) -> String {
    [error.serverError?.detail, error.serverError?.hint, error.serverError?.context].compactMap { $0 }
      .map { "\n  " + $0 }.joined()
  }
}
