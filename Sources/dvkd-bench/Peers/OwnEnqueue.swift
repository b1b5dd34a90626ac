import Dispatch
import Foundation
import Postgres

/// dvkd's side of the enqueue measure: single jobs through `queue.enqueue`, each in a transaction of its own.
struct OwnEnqueue {
  /// Enqueues for so many seconds.
  /// - Returns: Jobs a second of all clients.
  /// - Throws: `BenchError` when a client failed.
  static func run(url: String, clients: Int, seconds: Double) throws -> Double {
    let done = Counter()
    let failed = Counter()
    let group = DispatchGroup()
    let clock = ContinuousClock()
    let start = clock.now
    for index in 0..<clients {
      // A serial queue gets a thread of its own.
      DispatchQueue(label: "dvkd-bench.peers.enqueue.\(index)").async(group: group) { @Sendable in
        do {
          let connection = try Connection(ConnectionString(url), applicationName: "dvkd-bench/enqueue/\(index)")
          while start.duration(to: clock.now) < .seconds(seconds) {
            try enqueue(connection, done.value)
            done.add(1)
          }
        } catch {
          FileHandle.standardError.write(Data("enqueue client \(index): \(error)\n".utf8))
          failed.add(1)
        }
      }
    }
    group.wait()
    guard failed.value == 0 else { throw BenchError("\(failed.value) enqueue clients failed") }
    return Double(done.value) / (start.duration(to: clock.now) / .seconds(1))
  }

  /// Enqueues one job and commits.
  static func enqueue(_ connection: borrowing Connection, _ number: Int) throws {
    try connection.prepared(
      "enqueue", "select queue.enqueue('noop', $1::jsonb)", [.jsonb("{\"n\": \(number)}")])
  }
}
