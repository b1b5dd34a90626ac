import Foundation
import JobQueue
import Observability
import Postgres
import Synchronization

/// The product's side of `drain`: the engine with a handler that decodes its small JSON args and does nothing.
struct NoopDrain {
  private struct Args: Decodable {
    let n: Int
  }

  /// Drains the queue with the engine of this process.
  /// - Returns: Seconds from the engine's start to the empty queue, connecting included as for the baseline.
  /// - Throws: `BenchError` when the queue is not empty within `limit`.
  static func run(url: String, lanes: Int, jobs: Int, limit: Duration = .seconds(300)) throws -> Double {
    let done = Counter()
    let handler = KindHandler(kind: "noop") {
      let decoder = JSONDecoder()
      return { _, jobs in
        var outcomes: [Int64: JobOutcome] = [:]
        outcomes.reserveCapacity(jobs.count)
        for job in jobs {
          _ = try decoder.decode(Args.self, from: Data(job.args.utf8))
          outcomes[job.id] = .complete
        }
        done.add(jobs.count)
        return outcomes
      }
    }
    let engine = Engine(
      configuration: EngineConfiguration(
        connection: ConnectionString(url), pools: [PoolConfiguration(handler: handler, lanes: lanes)]),
      onEvent: { _ in })
    let watch = try Connection(ConnectionString(url), applicationName: "dvkd-bench")
    let clock = ContinuousClock()
    let start = clock.now
    engine.start()
    defer { engine.drain(within: .seconds(5)) }
    while start.duration(to: clock.now) < limit {
      // Asked of the server only at the end, so that watching costs the lanes nothing.
      if done.value >= jobs {
        let rows = try watch.query("select not exists (select from queue.job)")
        if try rows.bool(0, 0) { return start.duration(to: clock.now) / .seconds(1) }
      } else {
        Thread.sleep(forTimeInterval: 0.002)
      }
    }
    throw BenchError("the queue was not empty after \(limit): \(done.value) of \(jobs) jobs handled")
  }
}

/// A count that several lanes add to.
final class Counter: Sendable {
  private let count = Atomic<Int>(0)

  var value: Int { count.load(ordering: .acquiring) }

  func add(_ amount: Int) { count.add(amount, ordering: .acquiringAndReleasing) }
}
