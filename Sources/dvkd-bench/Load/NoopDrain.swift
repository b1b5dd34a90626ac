import JobQueue
import Postgres

/// The product's side of a drain: the engine with a handler that decodes its small JSON args and does nothing.
struct NoopDrain {
  /// Drains the queue with the engine of this process.
  /// - Returns: Seconds from the engine's start to the empty queue, connecting included as for the baseline.
  /// - Throws: `BenchError` when the queue is not empty within `limit`.
  static func run(url: String, lanes: Int, jobs: Int, limit: Duration = .seconds(300)) throws -> Double {
    let done = Counter()
    let watch = try Connection(ConnectionString(url), applicationName: "dvkd-bench")
    return try BenchEngine.run(url: url, handler: handler(done), lanes: lanes) { _ in
      try Wait.until("the empty queue of \(jobs) jobs", within: limit) {
        // Asked of the server only at the end, so that watching costs the lanes nothing.
        guard done.value >= jobs else { return false }
        return try watch.query("select not exists (select from queue.job)").bool(0, 0)
      }
    }
  }

  /// Runs the first jobs of a long queue.
  /// - Returns: Seconds from the engine's start to the end of so many jobs.
  static func first(_ jobs: Int, url: String, lanes: Int, limit: Duration = .seconds(120)) throws -> Double {
    let done = Counter()
    return try BenchEngine.run(url: url, handler: handler(done), lanes: lanes) { _ in
      try Wait.until("the first \(jobs) jobs", within: limit, every: .milliseconds(1)) { done.value >= jobs }
    }
  }

  /// Decodes the arguments of each job and completes it.
  static func handler(_ done: Counter) -> KindHandler {
    KindHandler(kind: "noop") {
      let reader = NoopArgs.Reader()
      return { _, jobs in
        var outcomes: [Int64: JobOutcome] = [:]
        outcomes.reserveCapacity(jobs.count)
        for job in jobs {
          _ = try reader.read(job)
          outcomes[job.id] = .complete
        }
        done.add(jobs.count)
        return outcomes
      }
    }
  }
}
