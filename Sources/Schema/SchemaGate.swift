public import Postgres

/// The gate between a program and a database: a program runs with the schema version it knows, and with the next one.
///
/// So daemons of two versions share a database while it is brought up to date: first `migrate` of the newer program, then the daemons one
/// after the other. A migration therefore leaves what the former program uses as it was.
public enum SchemaGate {
  /// What the gate found.
  public enum Verdict: Sendable, Hashable {
    /// The program can run; `version` is `known`, or one more.
    case open(version: Int, known: Int)
    /// The program cannot run; the sentence says what to do.
    case closed(reason: String)
  }

  /// Reads the database's schema version and compares it with the one a program knows.
  ///
  /// - Parameters:
  ///   - connection: Any role that may read `queue.schema_version`.
  ///   - known: The version the program was written for.
  /// - Returns: Open for `known` and the version after it.
  /// - Throws: `PostgresError` when the database cannot answer; ask again later.
  public static func check(
    _ connection: borrowing Connection, known: Int = SchemaVersion.known
  ) throws(PostgresError) -> Verdict {
    do throws(PostgresError) {
      return try read(connection, known: known)
    } catch {
      guard error.sqlState == .insufficientPrivilege else { throw error }
      let role = try connection.query("select quote_ident(current_user)").text(0, 0)
      return .closed(
        reason:
          "the role \(role) may not read the schema; for the daemon: grant dvk_daemon to \(role), for a person: grant dvk_operator to \(role)"
      )
    }
  }

  private static func read(_ connection: borrowing Connection, known: Int) throws(PostgresError) -> Verdict {
    let table = try connection.query("select to_regclass('queue.schema_version') is not null")
    guard try table.bool(0, 0) else {
      return .closed(reason: "the database holds no dvkd schema; run dvkd migrate")
    }
    let rows = try connection.query("select coalesce(max(version), 0)::int4 from queue.schema_version")
    return verdict(found: Int(try rows.int4(0, 0)), known: known)
  }

  static func verdict(found: Int, known: Int) -> Verdict {
    if found == known || found == known + 1 { return .open(version: found, known: known) }
    let advice = found < known ? "run dvkd migrate" : "install the newer program"
    return .closed(
      reason: "the database has schema version \(found), this program runs with \(known) and \(known + 1); \(advice)")
  }
}
