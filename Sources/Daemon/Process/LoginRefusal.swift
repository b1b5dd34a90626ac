internal import Postgres

/// Why the server did not let the daemon in, when somebody has to mend it: role, password, `pg_hba.conf`, database.
struct LoginRefusal: Equatable {
  /// What to do about it.
  let hint: String

  /// Nil for a server that cannot be reached or is not ready: that heals by itself.
  ///
  /// libpq gives no SQLSTATE for a refused login, so its message is read; a server that speaks another language is not understood.
  init?(_ error: PostgresError) {
    let text = "\(error)"
    let state = error.sqlState
    if state?.rawValue == "3D000" || text.contains("FATAL:  database \"") && text.contains("does not exist") {
      hint = "create the database and run dvkd migrate, or mend database.url"
    } else if text.contains("FATAL:  role \"") && text.contains("does not exist") {
      hint = "run dvkd migrate, which makes the role dvk_daemon, and name it in database.url: user=dvk_daemon"
    } else if text.contains("is not permitted to log in") {
      hint = "let the role log in: alter role dvk_daemon login"
    } else if state?.conditionClass == "28" || text.contains("authentication failed")
      || text.contains("no pg_hba.conf entry")
      || text.contains("no password supplied")
    {
      hint = "see pg_hba.conf and pg_ident.conf: local dvkd dvk_daemon peer map=dvkd, and dvkd dvkd dvk_daemon"
    } else {
      return nil
    }
  }
}
