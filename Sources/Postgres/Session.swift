/// The state behind a `Connection`: the handle, what is prepared, and whether it can still be used.
final class Session {
  let handle: ConnectionHandle
  private var prepared = PreparedStatements()
  private var parameters = ParameterBuffer()
  /// The longest wait for the answer to a statement; nil waits for ever.
  var answerLimit: Duration?
  /// Set when the session ended or its protocol state is unknown.
  private var isPoisoned = false

  init(_ handle: consuming ConnectionHandle) {
    self.handle = handle
  }

  var isBroken: Bool { isPoisoned || handle.isBad }

  /// Makes the connection useless, where going on could do harm.
  func poison() {
    isPoisoned = true
  }

  func requireUsable() throws(PostgresError) {
    guard !isBroken else { throw .connection("the connection is broken; open a new one") }
  }

  /// Sets server settings for the session, in one statement.
  func apply(_ settings: [String: String]) throws(PostgresError) {
    let sorted = settings.sorted { $0.key < $1.key }
    _ = try run(
      Statement(
        name: nil, sql: "select set_config(s.name, s.value, false) from unnest($1, $2) as s(name, value)",
        parameters: [.textArray(sorted.map { $0.key }), .textArray(sorted.map { $0.value })]))
  }

  // MARK: Single statements

  /// Runs one statement and reads its result.
  func run(_ statement: Statement) throws(PostgresError) -> Rows {
    try requireUsable()
    try statement.check()
    do throws(PostgresError) {
      return try attempt(statement)
    } catch {
      guard let name = statement.name, error.serverError?.isStalePlan == true else { throw error }
      prepared.renew(name)
      guard handle.transactionStatus == .idle else { throw error }
      return try attempt(statement)
    }
  }

  private func attempt(_ statement: Statement) throws(PostgresError) -> Rows {
    try parameters.fill(statement.parameters)
    if let name = statement.name {
      let (serverName, isPrepared) = try prepared.resolve(name, statement.sql, parameters.types)
      if !isPrepared {
        try sent(handle.sendPrepare(serverName, statement.sql, parameters.types))
        _ = try collect()
        prepared.markPrepared(name)
      }
      try sent(handle.sendPrepared(serverName, parameters))
    } else {
      try sent(handle.send(statement.sql, parameters))
    }
    let isCommit = statement.isCommit
    do throws(PostgresError) {
      let rows = try collect()
      return isCommit ? try committed(rows) : rows
    } catch {
      throw isCommit ? unknownIfLost(error) : error
    }
  }

  /// COMMIT of a failed transaction succeeds, with the tag ROLLBACK.
  private func committed(_ rows: Rows) throws(PostgresError) -> Rows {
    guard rows.commandTag != "ROLLBACK" else { throw .rolledBack }
    return rows
  }

  private func unknownIfLost(_ error: PostgresError) -> PostgresError {
    error.isConnectionLost ? .commitUnknown(error.description) : error
  }

  /// Runs many statements; the first error ends them.
  ///
  /// A transaction that the script itself opened does not outlive its error.
  func script(_ sql: String) throws(PostgresError) {
    try requireUsable()
    guard !sql.utf8.contains(0) else { throw .usage("the script holds a NUL character") }
    let wasIdle = handle.transactionStatus == .idle
    try sent(handle.sendScript(sql))
    do throws(PostgresError) {
      _ = try collect()
    } catch {
      if wasIdle, !isBroken, handle.transactionStatus != .idle { rollBack("ROLLBACK") }
      throw error
    }
  }

  /// Rolls back after an error; a connection on which that fails is of no more use.
  func rollBack(_ sql: String) {
    guard !isBroken else { return }
    do throws(PostgresError) {
      _ = try run(Statement(name: nil, sql: sql, parameters: []))
    } catch {
      poison()
    }
  }

  /// Reads results until the end; the last good one is the answer, the first error is thrown.
  func collect() throws(PostgresError) -> Rows {
    guard let rows = try readResults() else { throw broken() }
    return rows
  }

  /// Reads the remaining results of a statement whose outcome is known already.
  func drain() {
    do throws(PostgresError) {
      _ = try readResults()
    } catch {
      if error.isConnectionLost { poison() }
    }
  }

  private func readResults() throws(PostgresError) -> Rows? {
    var rows: Rows?
    var failure: PostgresError?
    while let result = try nextResult() {
      let status = result.status
      switch status {
      case .done: rows = Rows(result)
      case .copyIn:
        failure = failure ?? .usage("COPY FROM STDIN needs copyIn")
        guard handle.endCopyIn(failure: "COPY FROM STDIN without data") else { throw broken() }
      case .copyOut:
        failure = failure ?? .usage("COPY TO STDOUT is not supported")
        handle.skipCopyOut()
      case .failed:
        // Not `??`: its autoclosure would capture the result.
        if failure == nil { failure = failed(result) }
      case .pipelineSync, .pipelineAborted, .unexpected: throw broken()
      }
    }
    if let failure { throw failure }
    return rows
  }

  // MARK: Parts

  /// The next result; an answer that does not come within `answerLimit` makes the connection useless.
  func nextResult() throws(PostgresError) -> ResultHandle? {
    if let answerLimit, try !handle.waitForResult(until: .now + answerLimit) {
      poison()
      throw .connection("no answer within \(answerLimit)")
    }
    return handle.nextResult()
  }

  /// The server's name of a prepared statement, and whether it still has to be prepared.
  func resolve(_ name: String, _ sql: String, _ types: [UInt32]) throws(PostgresError) -> (String, isPrepared: Bool) {
    try prepared.resolve(name, sql, types)
  }

  func markPrepared(_ name: String) {
    prepared.markPrepared(name)
  }

  func renew(_ name: String) {
    prepared.renew(name)
  }

  /// The error of a failed result; one that ends the session makes the connection useless.
  func failed(_ result: borrowing ResultHandle, statementIndex: Int? = nil) -> PostgresError {
    let error = Diagnostics.error(from: result, statementIndex: statementIndex)
    if error.isConnectionLost { poison() }
    return error
  }

  /// Passes on that libpq took a statement; else the statement is unsendable or the connection is gone.
  func sent(_ isSent: Bool) throws(PostgresError) {
    guard !isSent else { return }
    throw handle.isBad ? broken() : .usage(handle.errorMessage)
  }

  /// The connection is gone, or libpq and the server disagree.
  func broken() -> PostgresError {
    poison()
    let message = handle.errorMessage
    return .connection(message.isEmpty ? "the server's answers are out of step" : message)
  }
}
