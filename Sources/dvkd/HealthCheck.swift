internal import Postgres

/// One line of `queue.health`.
struct HealthCheck: Encodable {
  /// What was looked at.
  let check: String
  /// `ok`, `warn` (look at it today) or `bad` (act now).
  let state: String
  /// What was found, in Vietnamese and English.
  let sentence: String

  /// Asks the database, whatever the number of jobs that wait in some tenths of a second.
  static func all(_ connection: borrowing Connection) throws(PostgresError) -> [HealthCheck] {
    let rows = try connection.query(#"select h."check", h.state, h.sentence from queue.health h"#)
    var checks: [HealthCheck] = []
    for row in 0..<rows.count {
      checks.append(
        HealthCheck(
          check: try rows.text(row, 0), state: try rows.text(row, 1), sentence: try rows.text(row, 2)))
    }
    return checks
  }

  /// The check as a line for a terminal; the state leads, so that the eye finds what is not ok.
  var line: String {
    state.padded(to: 4) + "  " + check.padded(to: 10) + "  " + sentence
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
