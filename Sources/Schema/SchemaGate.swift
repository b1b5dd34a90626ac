public import Postgres

/// The gate between a program and a database: which schema versions it runs with.
public enum SchemaGate {
  /// What the gate found.
  public enum Verdict: Sendable, Hashable {
    /// The program can run.
    case open(version: Int)
    /// The program cannot run; the sentence says what to do.
    case closed(reason: String)
  }

  /// Reads the database's schema version and compares it with the one this program knows.
  ///
  /// - Parameter connection: Any role that may read `queue.schema_version`.
  /// - Returns: Open only for `SchemaVersion.known`.
  /// - Throws: `PostgresError` when the database cannot answer; ask again later.
  public static func check(_ connection: borrowing Connection) throws(PostgresError) -> Verdict {
    let table = try connection.query("select to_regclass('queue.schema_version') is not null")
    guard try table.bool(0, 0) else {
      return .closed(reason: "the database holds no dvkd schema; run dvkd migrate")
    }
    let rows = try connection.query("select coalesce(max(version), 0)::int4 from queue.schema_version")
    return verdict(found: Int(try rows.int4(0, 0)), known: SchemaVersion.known)
  }

  static func verdict(found: Int, known: Int) -> Verdict {
    if found == known { return .open(version: found) }
    let advice = found < known ? "run dvkd migrate" : "install the newer program"
    return .closed(reason: "the database has schema version \(found), this program needs \(known); \(advice)")
  }
}
