/// Encodes the statements of one pipeline, sends them and reads their results.
final class PipelineQueue {
  private let session: Session
  private var steps: [PipelineStep] = []
  private var statementCount = 0
  private var preparing: Set<String> = []

  init(_ session: Session) {
    self.session = session
  }

  /// Encodes one statement; everything that the caller could have done wrong is found here, before anything is sent.
  func add(_ statement: Statement) throws(PostgresError) -> Int {
    try statement.check()
    var parameters = ParameterBuffer()
    try parameters.fill(statement.parameters)
    let index = statementCount
    let isCommit = statement.isCommit
    if let name = statement.name {
      let (serverName, isPrepared) = try session.resolve(name, statement.sql, parameters.types)
      if !isPrepared, preparing.insert(name).inserted {
        steps.append(
          .prepare(name: name, serverName: serverName, sql: statement.sql, types: parameters.types, index: index))
      }
      steps.append(.runPrepared(name: name, serverName: serverName, parameters, index: index, isCommit: isCommit))
    } else {
      steps.append(.run(sql: statement.sql, parameters, index: index, isCommit: isCommit))
    }
    statementCount += 1
    return index
  }

  /// Sends everything with one sync and reads all results.
  /// - Throws: The first error, when all results are read; `commitUnknown` when the connection broke where a COMMIT may have been done.
  func run() throws(PostgresError) -> [Rows] {
    guard !steps.isEmpty else { return [] }
    try session.requireUsable()
    guard session.handle.enterPipeline() else { throw session.broken() }
    let isSent = steps.allSatisfy(send) && session.handle.sendSync()
    guard isSent else { throw lost(session.broken(), at: 0) }
    let answer = try readAll()
    try readSync(after: answer)
    return try answer.get()
  }

  private func send(_ step: PipelineStep) -> Bool {
    switch step {
    case .prepare(_, let serverName, let sql, let types, _): session.handle.sendPrepare(serverName, sql, types)
    case .runPrepared(_, let serverName, let parameters, _, _): session.handle.sendPrepared(serverName, parameters)
    case .run(let sql, let parameters, _, _): session.handle.send(sql, parameters)
    }
  }

  /// Reads the result of every step.
  ///
  /// Throws when the connection is lost; an error of a statement is in the answer.
  private func readAll() throws(PostgresError) -> Result<[Rows], PostgresError> {
    var rows: [Rows] = []
    rows.reserveCapacity(statementCount)
    var failure: PostgresError?
    for (position, step) in steps.enumerated() {
      guard let result = try next(at: position) else { throw lost(session.broken(), at: position) }
      let status = result.status
      switch status {
      case .done:
        if step.isPrepare, let name = step.name {
          session.markPrepared(name)
        } else {
          let answer = Rows(result)
          if step.isCommit, answer.commandTag == "ROLLBACK" { failure = failure ?? .rolledBack }
          rows.append(answer)
        }
      case .failed:
        let error = session.failed(result, statementIndex: step.index)
        guard !error.isConnectionLost else { throw lost(error, at: position) }
        if let name = step.name, error.serverError?.isStalePlan == true { session.renew(name) }
        failure = failure ?? error
      case .pipelineAborted: break
      case .pipelineSync, .copyIn, .copyOut, .unexpected: throw lost(session.broken(), at: position)
      }
      // Each statement's results end with nil.
      if try next(at: position) != nil { throw lost(session.broken(), at: position) }
    }
    if let failure { return .failure(failure) }
    return .success(rows)
  }

  /// Reads the end of the answer.
  private func readSync(after answer: Result<[Rows], PostgresError>) throws(PostgresError) {
    do throws(PostgresError) {
      guard let sync = try session.nextResult(), sync.status == .pipelineSync, session.handle.exitPipeline() else {
        throw session.broken()
      }
    } catch {
      if case .success = answer, steps.contains(where: \.isCommit) { throw .commitUnknown(error.description) }
      throw error
    }
  }

  private func next(at position: Int) throws(PostgresError) -> ResultHandle? {
    do throws(PostgresError) { return try session.nextResult() } catch { throw lost(error, at: position) }
  }

  /// What losing the connection means when the results before `position` were read.
  ///
  /// A FATAL report stands in the place of the statement that was running, so a COMMIT after it was not reached; a silent loss may hide anything.
  private func lost(_ error: PostgresError, at position: Int) -> PostgresError {
    let mayHaveCommitted =
      error.serverError == nil ? steps[position...].contains { $0.isCommit } : steps[position].isCommit
    return mayHaveCommitted ? .commitUnknown(error.description) : error
  }
}
