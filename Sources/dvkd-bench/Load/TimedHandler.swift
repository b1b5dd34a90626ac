import Dispatch
import JobQueue

/// A handler that tells when it begins each job, and takes its time for it.
enum TimedHandler {
  /// - Parameters:
  ///   - pickups: Told of each job's start.
  ///   - cost: How long a job waits, as for an answer from elsewhere: it costs no processor time.
  ///   - signal: Signalled for each job begun.
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
