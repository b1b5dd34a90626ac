public import Postgres

/// How the jobs of one kind are done: a value, so that a test can make one.
public struct KindHandler: Sendable {
  /// Does a batch: reads facts, decides, writes effects, and says how each job came out.
  ///
  /// It runs inside the lane's open transaction, under a savepoint, with the jobs in id order, and must leave the transaction as it found it. Throwing
  /// means that the batch failed as a whole: its effects are rolled back and the jobs are run one at a time, so a bad job fails alone.
  /// A job without an outcome counts as failed.
  ///
  /// It may take further jobs of its kind into the batch, by `Connection.beforeEffects`; those of them for which it says `complete` are finished with it,
  /// the others stay as they are.
  public typealias Work = (_ connection: borrowing Connection, _ jobs: [ClaimedJob]) throws -> [Int64: JobOutcome]

  /// The kind, as in `queue.kind`; at most 40 characters.
  public let kind: String
  let make: @Sendable () -> Work

  /// Makes a handler.
  /// - Parameters:
  ///   - kind: The kind, as in `queue.kind`.
  ///   - make: Called once a lane; what it returns is used on that lane's thread only, so it may keep caches.
  public init(kind: String, make: @escaping @Sendable () -> Work) {
    self.kind = kind
    self.make = make
  }
}
