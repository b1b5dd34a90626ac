/// COPY … FROM STDIN.
extension Connection {
  /// Runs a COPY … FROM STDIN; the closure writes the data.
  ///
  /// If the closure throws, the COPY fails on the server and nothing of it is stored.
  /// - Returns: How many rows were stored.
  /// - Throws: What the closure throws; `server`, `connection`; `usage` when the statement is no COPY FROM STDIN.
  @discardableResult
  public borrowing func copyIn(
    _ sql: String, _ write: (borrowing CopyWriter) throws(PostgresError) -> Void
  ) throws(PostgresError) -> Int {
    try startCopy(sql)
    let stream = CopyStream(session)
    do throws(PostgresError) {
      try write(CopyWriter(stream))
    } catch {
      abandonCopy()
      throw error
    }
    return try finishCopy(stream)
  }

  /// Runs a COPY … FROM STDIN whose closure may throw any error; otherwise the same.
  @_disfavoredOverload
  @discardableResult
  public borrowing func copyIn(_ sql: String, _ write: (borrowing CopyWriter) throws -> Void) throws -> Int {
    try startCopy(sql)
    let stream = CopyStream(session)
    do {
      try write(CopyWriter(stream))
    } catch {
      abandonCopy()
      throw error
    }
    return try finishCopy(stream)
  }

  /// Runs a COPY … FROM STDIN with data in the format that the statement names.
  /// - Returns: How many rows were stored.
  /// - Throws: `server`, `connection`; `usage` when the statement is no COPY FROM STDIN.
  @discardableResult
  public borrowing func copyIn(_ sql: String, _ data: [UInt8]) throws(PostgresError) -> Int {
    try copyIn(sql) { (writer) throws(PostgresError) in try writer.bytes(data) }
  }

  private borrowing func startCopy(_ sql: String) throws(PostgresError) {
    try session.requireUsable()
    guard !sql.utf8.contains(0) else { throw .usage("the statement holds a NUL character") }
    try session.sent(session.handle.sendScript(sql))
    guard let result = try session.nextResult() else { throw session.broken() }
    switch result.status {
    case .copyIn: return
    case .failed:
      let error = session.failed(result)
      session.drain()
      throw error
    case .copyOut: session.handle.skipCopyOut()
    case .done, .pipelineAborted, .pipelineSync, .unexpected: break
    }
    session.drain()
    throw .usage("copyIn needs a COPY … FROM STDIN")
  }

  private borrowing func finishCopy(_ stream: CopyStream) throws(PostgresError) -> Int {
    try stream.flush()
    guard session.handle.endCopyIn(failure: nil) else { throw session.broken() }
    return try session.collect().affected
  }

  private borrowing func abandonCopy() {
    guard !session.isBroken else { return }
    guard session.handle.endCopyIn(failure: "given up by the client") else { return session.poison() }
    session.drain()
  }
}
