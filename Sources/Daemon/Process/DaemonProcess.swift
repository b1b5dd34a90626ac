internal import Glibc
public import JobQueue
internal import Observability
public import Postgres

/// The daemon as a process: waits for the database, checks its schema, runs the engine, obeys signals.
///
/// Used on the main thread only; the engine has its own.
public struct DaemonProcess {
  /// Reads the schema version over a connection, and judges it.
  public typealias SchemaCheck = (_ connection: borrowing Connection) throws(PostgresError) -> SchemaVerdict

  private let version: String
  private let sources: ConfigurationSources
  private let configuration: Configuration
  private let handlers: [KindHandler]
  private let checkSchema: SchemaCheck
  private let signals: SignalWatch
  private let manager: ServiceManager
  private let logger: Logger
  private let boot = EngineConfiguration.randomNonce()
  private let began = ContinuousClock.now

  /// Makes the process; nothing is connected yet.
  /// - Parameters:
  ///   - version: Of the program, for the log.
  ///   - sources: Read again at SIGHUP.
  ///   - configuration: What they held.
  ///   - handlers: One for each pool that has lanes.
  ///   - signals: Made before the configuration was read.
  ///   - checkSchema: The gate between program and schema.
  public init(
    version: String, sources: ConfigurationSources, configuration: Configuration, handlers: [KindHandler],
    signals: SignalWatch, checkSchema: @escaping SchemaCheck
  ) {
    self.version = version
    self.sources = sources
    self.configuration = configuration
    self.handlers = handlers
    self.signals = signals
    self.checkSchema = checkSchema
    manager = ServiceManager(environment: sources.environment)
    // The journal stamps lines itself; a terminal or a file does not.
    logger = Logger(level: configuration.logLevel, stamped: sources.environment["JOURNAL_STREAM"] == nil)
  }

  /// Runs until a signal ends it.
  ///
  /// - Returns: How it ended: whether every batch was finished, and the exit code: 0, or 78 when the schema cannot be used.
  public func run() -> (code: Int32, clean: Bool) {
    logger.observe(.starting(version: version, pid: getpid(), boot: boot))
    switch waitForSchema() {
    case nil:
      logger.observe(.stopped(clean: true, milliseconds: 0))
      return (0, true)
    case .unusable(let reason):
      logger.observe(.schemaUnsupported(problem: reason))
      tell(["STATUS=" + reason])
      return (78, true)
    case .usable(let version, let known):
      if version != known { logger.observe(.schemaNewer(found: version, known: known)) }
      return (0, serve(schemaVersion: version, isNewer: version != known))
    }
  }

  // MARK: Before the lanes

  /// Asks the database for its schema version until it answers.
  ///
  /// - Returns: The verdict; nil when the end was asked for first.
  private func waitForSchema() -> SchemaVerdict? {
    tell(["STATUS=waiting for the database"])
    var lostAt: ContinuousClock.Instant?
    var told = ToldReasons()
    while signals.terminations == 0 {
      do throws(PostgresError) {
        let connection = try Connection(configuration.database, applicationName: "dvkd/\(boot)")
        connection.limitAnswers(to: .seconds(5))
        let verdict = try checkSchema(connection)
        if let lostAt {
          logger.observe(.databaseBack(component: "start", milliseconds: (ContinuousClock.now - lostAt).milliseconds))
        }
        return verdict
      } catch {
        let refusal = LoginRefusal(error)
        guard refusal != nil || error.isTransient || error.isConnectionLost else {
          return .unusable(reason: "\(error)")
        }
        lostAt = lostAt ?? ContinuousClock.now
        if told.tells("\(error)", at: .now) { tell(error, refusal) }
        signals.wait(upTo: .milliseconds(Int.random(in: 300...700)))
        if signals.takeReload() { reload() }
        pat()
      }
    }
    return nil
  }

  /// Logs why there is no connection; what heals by itself is a warning, what somebody must mend an error.
  private func tell(_ error: PostgresError, _ refusal: LoginRefusal?) {
    let state = error.sqlState?.rawValue
    if let refusal {
      logger.observe(.loginRefused(sqlState: state, problem: "\(error)", hint: refusal.hint))
      tell(["STATUS=login refused; " + refusal.hint])
    } else {
      logger.observe(.databaseLost(component: "start", sqlState: state, problem: "\(error)"))
    }
  }

  // MARK: With the lanes

  /// Runs the engine until a signal; returns whether every batch was finished.
  private func serve(schemaVersion: Int, isNewer: Bool) -> Bool {
    let pools = configuration.pools.filter { $0.lanes > 0 }.map { pool in
      guard let handler = handlers.first(where: { $0.kind == pool.kind }) else {
        preconditionFailure("no handler for the pool of \(pool.kind)")
      }
      return PoolConfiguration(handler: handler, lanes: pool.lanes)
    }
    let lanes = pools.reduce(0) { $0 + $1.lanes }
    let engine = Engine(
      configuration: EngineConfiguration(
        connection: configuration.database, pools: pools, pollInterval: configuration.pollInterval, bootNonce: boot,
        tellsEachJob: true),
      onEvent: { @Sendable [logger] in logger.observe($0) })
    engine.start()

    let drain = Drain()
    var lifecycle = Lifecycle()
    var asked = ContinuousClock.now
    while true {
      let isReady = lifecycle.phase == .starting && engine.isReady
      switch lifecycle.next(terminations: signals.terminations, isReady: isReady, drained: drain.result) {
      case .tellReady:
        let took = (ContinuousClock.now - began).milliseconds
        logger.observe(.ready(schemaVersion: schemaVersion, kinds: pools.count, lanes: lanes, milliseconds: took))
        let newer = isNewer ? ", one newer than this program knows" : ""
        tell(["READY=1", "STATUS=\(lanes) lanes up, schema version \(schemaVersion)\(newer)"])
      case .drain:
        asked = ContinuousClock.now
        logger.observe(.draining(limitMilliseconds: configuration.drainLimit.milliseconds))
        tell(["STOPPING=1", "STATUS=finishing the batches in hand"])
        drain.begin(engine, within: configuration.drainLimit, then: signals)
      case .abort(let reason):
        logger.observe(.aborting(reason: reason))
        engine.abort()
      case .stop(let clean):
        logger.observe(.stopped(clean: clean, milliseconds: (ContinuousClock.now - asked).milliseconds))
        return clean
      case .wait:
        if signals.takeReload() { reload() }
        pat()
        signals.wait(upTo: lifecycle.phase == .starting ? .milliseconds(20) : pause)
      }
    }
  }

  /// How long to sleep between two looks: well inside the watchdog's interval.
  private var pause: Duration { min(.seconds(10), (manager.watchdogInterval ?? .seconds(30)) / 3) }

  // MARK: Reload and the service manager

  /// Reads the configuration again and takes over what may change; keeps the former one when there is anything wrong.
  private func reload() {
    do {
      let read = try Configuration(sources)
      logger.level = read.logLevel
      let needRestart = read.changesNeedingRestart(from: configuration).joined(separator: " ")
      logger.observe(.reloaded(logLevel: read.logLevel.name, needRestart: needRestart))
    } catch {
      logger.observe(.reloadRefused(problem: error.description))
    }
  }

  /// Tells the watchdog, if there is one, that the main loop turns.
  private func pat() {
    if manager.watchdogInterval != nil { tell(["WATCHDOG=1"]) }
  }

  private func tell(_ assignments: [String]) {
    let code = manager.send(assignments)
    if code != 0 { logger.observe(.notifyFailed(errno: code)) }
  }
}
