import Dispatch
import Foundation
import Postgres
import Synchronization

/// A steady stream of no-op jobs, each enqueued and committed on its own, until it is stopped.
final class EnqueueStream: Sendable {
  private let isStopped = Atomic(false)
  private let group = DispatchGroup()
  private let failures = Locked<[String]>([])
  /// When each job could be seen at the latest: its commit had returned; microseconds since 2000 by this machine's clock.
  private let commits = Locked<[Int64: Int64]>([:])

  /// Starts it: `perSecond` jobs a second over `clients` connections.
  init(url: String, perSecond: Int, clients: Int = 2) {
    let interval = Duration.seconds(1) / perSecond * clients
    Clients.start(clients, url: url, name: "stream", group: group, failures: failures) { [self] connection, index in
      var due = ContinuousClock.now + interval / clients * index
      while !isStopped.load(ordering: .acquiring) {
        Wait.nap(until: due)
        due += interval
        let id = try connection.prepared(
          "enqueue", "select queue.enqueue('noop', $1)", [.jsonb("{\"n\": \(index)}")]
        ).int8(0, 0)
        let now = Self.microseconds
        commits.withLock { $0[id] = now }
      }
    }
  }

  /// Microseconds since 2000, as PostgreSQL counts them.
  private static var microseconds: Int64 { Int64((Date().timeIntervalSince1970 - 946_684_800) * 1_000_000) }

  /// Ends it.
  /// - Returns: When each of its jobs was committed.
  /// - Throws: The first error of a client.
  func stop() throws -> [Int64: Int64] {
    isStopped.store(true, ordering: .releasing)
    group.wait()
    try Clients.check(failures)
    return commits.withLock { $0 }
  }
}
