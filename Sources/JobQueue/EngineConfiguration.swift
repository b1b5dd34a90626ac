public import Postgres

/// The lanes of one kind.
public struct PoolConfiguration: Sendable {
  /// What the lanes do.
  public let handler: KindHandler
  /// How many lanes there are, each with its own connection; 1 or more.
  public let lanes: Int

  /// Makes a pool's configuration.
  public init(handler: KindHandler, lanes: Int) {
    precondition(lanes > 0, "a pool has at least one lane")
    self.handler = handler
    self.lanes = lanes
  }
}

/// What an engine needs to know.
public struct EngineConfiguration: Sendable {
  /// The database.
  public let connection: ConnectionString
  /// One pool a kind.
  public let pools: [PoolConfiguration]
  /// How often the engine looks for due jobs of all its kinds, with one statement; jittered by a tenth.
  public let pollInterval: Duration
  /// Tells this process's lanes from those of others, in `application_name`.
  public let bootNonce: String
  /// Whether `Observation.jobFinished` is told for each completed job; other outcomes always are.
  public let tellsEachJob: Bool

  /// Whether the engine asks enqueue for notifications while lanes sleep; without them it finds jobs by polling only.
  public let usesNotify: Bool

  /// How long the control connection waits for an answer before it counts as lost; the server's limit of 10 s acts first.
  public let controlAnswerLimit: Duration
  /// How much longer than its kind's timeout a lane waits for an answer: the server's timeouts and the reaper act first.
  public let laneAnswerGrace: Duration

  /// Makes an engine's configuration.
  /// - Parameters:
  ///   - connection: The database.
  ///   - pools: One pool a kind.
  ///   - pollInterval: How often to look for due jobs; 10 ms or more.
  ///   - bootNonce: Eight characters or so; drawn at random by default.
  ///   - tellsEachJob: Whether each completed job is told.
  ///   - usesNotify: Whether enqueue notifies while lanes sleep.
  ///   - controlAnswerLimit: The longest wait of the control connection for an answer; above the server's limit of 10 s, but for tests.
  ///   - laneAnswerGrace: How much longer than the kind's timeout a lane waits for an answer.
  public init(
    connection: ConnectionString, pools: [PoolConfiguration], pollInterval: Duration = .seconds(1),
    bootNonce: String = EngineConfiguration.randomNonce(), tellsEachJob: Bool = false,
    usesNotify: Bool = true, controlAnswerLimit: Duration = .seconds(14), laneAnswerGrace: Duration = .seconds(8)
  ) {
    precondition(Set(pools.map(\.handler.kind)).count == pools.count, "a kind has one pool")
    precondition(pollInterval >= .milliseconds(10), "polling more often than every 10 ms would keep the server busy")
    self.connection = connection
    self.pools = pools
    self.pollInterval = pollInterval
    self.bootNonce = bootNonce
    self.tellsEachJob = tellsEachJob
    self.usesNotify = usesNotify
    self.controlAnswerLimit = controlAnswerLimit
    self.laneAnswerGrace = laneAnswerGrace
  }

  /// Eight random hexadecimal digits.
  public static func randomNonce() -> String {
    let digits = String(UInt32.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
