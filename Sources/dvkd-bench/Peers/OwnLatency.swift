import Foundation
import JobQueue
import Postgres
import Synchronization

/// dvkd's side of the latency measure: one job at a time to an idle engine.
struct OwnLatency {
  private struct Args: Decodable {
    let n: Int
  }

  /// When the handler began the only job, nanoseconds after a common start; 0 before it did.
  private final class Begin: Sendable {
    let nanoseconds = Atomic<Int64>(0)
  }

  /// Jobs that are not counted, as for the peers.
  private static let warmUp = 20

  /// Measures from the return of the commit to the start of the handler.
  /// - Returns: Milliseconds, a value a job; 0 for one that began before the enqueuer heard of its own commit.
  /// - Throws: `BenchError` when a job is not begun within 10 s.
  static func run(url: String, samples: Int) throws -> [Double] {
    let clock = ContinuousClock()
    let start = clock.now
    let begin = Begin()
    let handler = KindHandler(kind: "noop") {
      let decoder = JSONDecoder()
      return { _, jobs in
        var outcomes: [Int64: JobOutcome] = [:]
        for job in jobs {
          _ = try decoder.decode(Args.self, from: Data(job.args.utf8))
          begin.nanoseconds.store(Int64(start.duration(to: clock.now) / .nanoseconds(1)), ordering: .releasing)
          outcomes[job.id] = .complete
        }
        return outcomes
      }
    }
    let engine = Engine(
      configuration: EngineConfiguration(
        connection: ConnectionString(url), pools: [PoolConfiguration(handler: handler, lanes: 2)]),
      onEvent: { _ in })
    let connection = try Connection(ConnectionString(url), applicationName: "dvkd-bench/latency")
    engine.start()
    defer { engine.drain(within: .seconds(5)) }
    // Let the engine find the queue empty.
    Thread.sleep(forTimeInterval: 1)
    var waits: [Double] = []
    for number in 0..<(samples + warmUp) {
      begin.nanoseconds.store(0, ordering: .releasing)
      try OwnEnqueue.enqueue(connection, number)
      let committed = start.duration(to: clock.now)
      while begin.nanoseconds.load(ordering: .acquiring) == 0 {
        guard start.duration(to: clock.now) - committed < .seconds(10) else {
          throw BenchError("job \(number) was not begun within 10 s")
        }
        Thread.sleep(forTimeInterval: 0.0005)
      }
      let begun = Duration.nanoseconds(begin.nanoseconds.load(ordering: .acquiring))
      waits.append(max(0, (begun - committed) / .milliseconds(1)))
      Thread.sleep(forTimeInterval: .random(in: 0.01...0.03))
    }
    return Array(waits.dropFirst(warmUp))
  }
}
