public import Postgres

/// A job that the lane's open transaction holds by its row lock.
public struct ClaimedJob: Sendable, Hashable {
  /// The job's number; stays the same through retries.
  public let id: Int64
  /// The arguments as JSON text, an object.
  public let args: String
  /// Which attempt this is, from 1.
  public let attempt: Int
  /// Attempts allowed, 1...100 and more after an operator's retry.
  public let maxAttempts: Int
  /// When it was enqueued, by the server's clock.
  public let enqueuedAt: Timestamp
  /// The coalesce key: one run covers all due jobs of the kind with this key, whatever their arguments.
  public let coalesceKey: String?
  /// The concurrency key: no other job of the kind with this key runs at the same time, on any daemon.
  public let concurrencyKey: String?
  /// Where its locked row stands; nil when the claim did not say.
  var place: TupleID?

  /// Makes a claimed job; handlers' tests use it.
  public init(
    id: Int64, args: String, attempt: Int = 1, maxAttempts: Int = 20,
    enqueuedAt: Timestamp = Timestamp(microsecondsSince2000: 0), coalesceKey: String? = nil,
    concurrencyKey: String? = nil
  ) {
    self.id = id
    self.args = args
    self.attempt = attempt
    self.maxAttempts = maxAttempts
    self.enqueuedAt = enqueuedAt
    self.coalesceKey = coalesceKey
    self.concurrencyKey = concurrencyKey
  }
}
