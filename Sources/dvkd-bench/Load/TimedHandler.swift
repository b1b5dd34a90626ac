import Dispatch
import JobQueue

/// A handler that tells when it begins each job, and takes its time for it.
enum TimedHandler {
  /// A handler that tells `pickups` of each job's start and signals it, and then waits as long as `cost`, as for an answer from elsewhere: that costs
  /// no processor time.
  static func make(_ pickups: Pickups, cost: Duration = .zero, signal: DispatchSemaphore? = nil) -> KindHandler {
    KindHandler(kind: "noop") {
      { _, jobs in
        var outcomes: [Int64: JobOutcome] = [:]
        for job in jobs {
          pickups.started(job.id)
          signal?.signal()
          if cost > .zero { Wait.nap(cost) }
          outcomes[job.id] = .complete
        }
        return outcomes
      }
    }
  }
}
