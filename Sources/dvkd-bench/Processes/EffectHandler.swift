import Glibc
import JobQueue
import Postgres

/// Jobs that take their time and write one row each, so that a lost or a double effect can be counted.
enum EffectHandler {
  /// The kind whose pool of the daemon they use.
  static let kind = "submission_validation"

  static func make(cost: Duration) -> KindHandler {
    let process = getpid()
    return KindHandler(kind: kind) {
      { connection, jobs in
        var outcomes: [Int64: JobOutcome] = [:]
        for job in jobs {
          if cost > .zero { Wait.nap(cost) }
          try connection.prepared(
            "effect", "insert into bench.effect (job_id, process) values ($1, $2)", [.int8(job.id), .int4(process)])
          outcomes[job.id] = .complete
        }
        return outcomes
      }
    }
  }
}
