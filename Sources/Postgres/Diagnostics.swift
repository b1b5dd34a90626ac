import CLibPQ

/// Reads the fields of errors and notices.
enum Diagnostics {
  /// One field of a PGresult that somebody else owns.
  static func field(_ result: OpaquePointer?, _ code: Int32) -> String? {
    guard let text = unsafe PQresultErrorField(result, code) else { return nil }
    return unsafe String(cString: text)
  }

  /// What a failed result says.
  ///
  /// Without a SQLSTATE libpq itself made it, which means the connection is of no more use.
  static func error(from result: borrowing ResultHandle, statementIndex: Int? = nil) -> PostgresError {
    guard let state = result.field(DVKD_DIAG_SQLSTATE) else { return .connection(result.libraryMessage) }
    return .server(
      ServerError(
        severity: result.field(DVKD_DIAG_SEVERITY) ?? "ERROR",
        sqlState: SQLState(rawValue: state),
        message: result.field(DVKD_DIAG_MESSAGE) ?? "",
        detail: result.field(DVKD_DIAG_DETAIL),
        hint: result.field(DVKD_DIAG_HINT),
        context: result.field(DVKD_DIAG_CONTEXT),
        schema: result.field(DVKD_DIAG_SCHEMA),
        table: result.field(DVKD_DIAG_TABLE),
        column: result.field(DVKD_DIAG_COLUMN),
        constraint: result.field(DVKD_DIAG_CONSTRAINT),
        position: result.field(DVKD_DIAG_POSITION).flatMap { Int($0) },
        statementIndex: statementIndex,
        sourceFunction: result.field(DVKD_DIAG_SOURCE_FUNCTION)))
  }

  /// What a notice says; the PGresult stays libpq's.
  static func notice(from result: OpaquePointer?) -> Notice {
    unsafe Notice(
      severity: field(result, DVKD_DIAG_SEVERITY) ?? "NOTICE",
      sqlState: field(result, DVKD_DIAG_SQLSTATE).map { SQLState(rawValue: $0) },
      message: field(result, DVKD_DIAG_MESSAGE) ?? "",
      detail: field(result, DVKD_DIAG_DETAIL),
      hint: field(result, DVKD_DIAG_HINT))
  }
}
