import Dispatch
import Postgres
import Synchronization

/// The baseline of `drain`: the leanest plain SQL that does the same writes (row lock, delete, history row) with the
/// same number of connections, one prepared statement a batch, the batch claimed and finished in one round trip.
struct PlainDrain {
  /// Jobs a statement.
  static let batch: Int32 = 500

  static let statement = """
    with claimed as materialized (
      select id from queue.job
      where kind = 'noop' and priority = 4 and run_at <= statement_timestamp()
      order by run_at, id limit $1 for update skip locked),
    gone as (
      delete from queue.job j using claimed c where j.id = c.id
      returning j.id, j.enqueued_at, j.priority, j.attempt, j.max_attempts, j.args_version, j.kind, j.coalesce_key, j.args)
    insert into queue.finished (id, enqueued_at, finished_at, started_at, outcome, priority, attempt, max_attempts,
                                args_version, kind, coalesce_key, args)
    select id, enqueued_at, clock_timestamp(), now(), 'completed', priority, attempt + 1, max_attempts, args_version,
           kind, coalesce_key, args from gone
    """

  /// Drains the queue.
  /// - Returns: Seconds from the first claim to the empty queue.
  /// - Throws: The first error of any connection.
  static func run(url: String, connections: Int) throws -> Double {
    let clock = ContinuousClock()
    let failures = Atomic<Int>(0)
    let start = clock.now
    DispatchQueue.concurrentPerform(iterations: connections) { index in
      do {
        try lane(ConnectionString(url), index)
      } catch {
        print("plain SQL connection \(index): \(error)")
        failures.add(1, ordering: .relaxed)
      }
    }
    guard failures.load(ordering: .relaxed) == 0 else { throw BenchError("the baseline failed") }
    return start.duration(to: clock.now) / .seconds(1)
  }

  private static func lane(_ conninfo: ConnectionString, _ index: Int) throws {
    let connection = try Connection(
      conninfo, applicationName: "plain/\(index)",
      settings: ["plan_cache_mode": "force_generic_plan", "enable_seqscan": "off", "enable_bitmapscan": "off"])
    var done: Int64 = 1
    while done > 0 {
      done = Int64(try connection.prepared("drain", statement, [.int4(batch)]).affected)
    }
  }
}
