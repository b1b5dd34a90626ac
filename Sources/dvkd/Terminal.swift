internal import Glibc
internal import Postgres

/// Messages on standard error.
enum Terminal {
  /// Writes a line.
  static func line(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
  }

  /// Writes `error: …`.
  static func error(_ text: String) { line("error: " + text) }

  /// Writes `warning: …`.
  static func warning(_ text: String) { line("warning: " + text) }

  /// Writes a database error as psql would: message, detail, hint and SQLSTATE.
  static func error(_ error: PostgresError) {
    guard let server = error.serverError else { return self.error("\(error)") }
    self.error(server.message)
    if let detail = server.detail { line("detail: " + detail) }
    if let hint = server.hint { line("hint: " + hint) }
    line("sqlstate: \(server.sqlState)")
  }
}
