/// What the database says of a kind; read when a lane connects and with each poll, so that edits in psql take effect at once.
struct KindSettings: Equatable {
  /// Limit of one statement, and of the time between statements of a transaction.
  var timeout: Duration = .seconds(10)
  /// Most jobs one claim takes.
  var batchLimit = 1
}
