/// A session on a PostgreSQL server.
///
/// Open, use and drop it on one thread or serial queue: it is neither Sendable nor locked, and every call blocks. It is never repaired: when `isBroken`
/// is true or an error says `isConnectionLost`, drop it and open a new one. Text travels as UTF-8, values mostly in binary.
///
/// Swift infers `any Error` for a closure that throws; where the caller itself throws `PostgresError`, write
/// `{ (connection) throws(PostgresError) in … }`.
public struct Connection: ~Copyable {
  let session: Session
  /// Cancels this connection's statement from another thread.
  public let canceller: Canceller

  /// Defaults of ours that the connection string may override: a dead peer is noticed in about 25 s when idle and 15 s when sending.
  private static let networkDefaults = [
    ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "15000"),
  ]

  /// Connects.
  /// - Parameters:
  ///   - conninfo: Where and as whom; of several hosts libpq tries one after the other.
  ///   - applicationName: What `pg_stat_activity` shows; at most 63 bytes.
  ///   - connectTimeout: For each host and address, and for the settings, in whole seconds, at least 2; a `connect_timeout` in `conninfo` wins
  ///     for the hosts.
  ///   - settings: Server settings for the session, by name.
  ///   - requiresWriting: Whether hosts that only read (standbys) are passed over; `target_session_attrs` in `conninfo` wins.
  ///   - onNotice: Gets warnings and notices, on this connection's thread, inside the call that caused them. It must not use the connection.
  /// - Throws: `connection` when no host could be reached or let us in; `usage` for an unreadable string; `server` for a setting that is refused.
  public init(
    _ conninfo: ConnectionString, applicationName: String, connectTimeout: Duration = .seconds(5),
    settings: [String: String] = [:], requiresWriting: Bool = false, onNotice: (@Sendable (Notice) -> Void)? = nil
  ) throws(PostgresError) {
    _ = try conninfo.checkedOptions()
    let seconds = max(2, Int((connectTimeout / .seconds(1)).rounded(.up)))
    let options =
      Connection.networkDefaults + (requiresWriting ? [("target_session_attrs", "read-write")] : []) + [
        ("connect_timeout", String(seconds)), ("dbname", conninfo.conninfo), ("client_encoding", "UTF8"),
        ("application_name", applicationName),
      ]
    let opened = Session(try ConnectionHandle(options: options, sink: NoticeSink(onNotice)))
    guard let cancel = opened.handle.makeCancel() else { throw .connection("out of memory") }
    // A part of connecting: a server that lets us in and then is silent keeps nobody.
    opened.answerLimit = .seconds(seconds)
    if !settings.isEmpty { try opened.apply(settings) }
    opened.answerLimit = nil
    session = opened
    canceller = Canceller(cancel)
  }

  /// The process id of the server's backend for this session.
  public var backendPID: Int32 { session.handle.backendPID }

  /// Limits the wait for the answer to each further statement; a connection whose server is silent for longer is broken.
  ///
  /// The last resort, for hosts that vanish or stop: the server's own timeouts should come first.
  /// - Parameter limit: The longest wait; nil, the default, waits for ever.
  public borrowing func limitAnswers(to limit: Duration?) {
    session.answerLimit = limit
  }

  /// Whether a transaction is open, as the server last said.
  public var transactionStatus: TransactionStatus { session.handle.transactionStatus }

  /// Whether `requiresWriting` would pass over the session by now, as the server last said: it is a standby's, or
  /// `default_transaction_read_only` was switched on.
  ///
  /// The server tells it with the answer to the first statement after the change. Transactions that are begun as READ WRITE may write all the same.
  public var isReadOnly: Bool {
    session.handle.reported("default_transaction_read_only") == "on"
      || session.handle.reported("in_hot_standby") == "on"
  }

  /// Whether the connection is of no more use; drop it.
  public var isBroken: Bool { session.isBroken }

  // MARK: Statements

  /// Runs one statement with typed parameters.
  ///
  /// A COMMIT among them behaves as that of `transaction`: `commitUnknown` when its answer is lost, `rolledBack` when it did not commit.
  /// - Throws: `server`, `connection`, `usage`.
  @discardableResult
  public borrowing func query(_ sql: String, _ parameters: [Parameter] = []) throws(PostgresError) -> Rows {
    try session.run(Statement(name: nil, sql: sql, parameters: parameters))
  }

  /// Runs one statement that is prepared at its first use on this connection and kept under `name`.
  ///
  /// A plan that a schema change has made stale is prepared anew: at once outside a transaction, else at the next use.
  /// - Throws: `server`, `connection`; `usage` also when `name` stands for other SQL or other types.
  @discardableResult
  public borrowing func prepared(
    _ name: String, _ sql: String, _ parameters: [Parameter] = []
  ) throws(PostgresError) -> Rows {
    try session.run(Statement(name: name, sql: sql, parameters: parameters))
  }

  /// Runs many statements without parameters; the server treats them as one transaction unless they say otherwise.
  ///
  /// The first error ends the script; a transaction that the script has opened is then rolled back.
  /// - Throws: `server`, `connection`, `usage`.
  public borrowing func script(_ sql: String) throws(PostgresError) {
    try session.script(sql)
  }

  /// Sends several statements in one round trip.
  ///
  /// An error skips the rest of the pipeline; `ServerError.statementIndex` says which statement it was. If the closure throws, nothing is sent.
  /// - Returns: One result a statement, in order.
  /// - Throws: `server`, `connection`, `usage`; `commitUnknown` and `rolledBack` when a COMMIT is among the statements.
  @discardableResult
  public borrowing func pipeline(
    _ body: (borrowing Pipeline) throws(PostgresError) -> Void
  ) throws(PostgresError) -> [Rows] {
    let queue = PipelineQueue(session)
    try body(Pipeline(queue))
    return try queue.run()
  }

  /// Sends several statements in one round trip, from a closure that may throw any error; otherwise the same.
  @_disfavoredOverload
  @discardableResult
  public borrowing func pipeline(_ body: (borrowing Pipeline) throws -> Void) throws -> [Rows] {
    let queue = PipelineQueue(session)
    try body(Pipeline(queue))
    return try queue.run()
  }
}
