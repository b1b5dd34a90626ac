import Postgres

/// The baseline of a drain: the leanest plain SQL that does the same writes (row lock, delete, history row) with the
/// same number of connections, one prepared statement a batch, the batch claimed and finished in one round trip, the rows
/// deleted by where they stand (a fifth cheaper than by number).
struct PlainDrain {
  /// Jobs a statement.
  static let batch = 500

  static let statement = """
    with claimed as materialized (
      select ctid from queue.job
      where kind = 'noop' and priority = 4 and priority >= 0 and run_at <= statement_timestamp()
      order by run_at, id limit $1 for update skip locked),
    gone as (
      delete from queue.job j where j.ctid = any (array(select c.ctid from claimed c))
      returning j.id, j.enqueued_at, j.priority, j.attempt, j.max_attempts, j.args_version, j.kind, j.coalesce_key,
                j.concurrency_key, j.args)
    insert into queue.finished (id, enqueued_at, finished_at, started_at, outcome, priority, attempt, max_attempts,
                                args_version, kind, coalesce_key, concurrency_key, args)
    select id, enqueued_at, clock_timestamp(), now(), 'completed', priority, attempt + 1, max_attempts, args_version,
           kind, coalesce_key, concurrency_key, args from gone
    """

  /// Drains the queue.
  /// - Returns: Seconds from the first claim to the empty queue.
  /// - Throws: The first error of any connection.
  static func run(url: String, connections: Int, batch: Int = Self.batch) throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try Clients.run(
      connections, url: url, name: "plain",
      settings: ["plan_cache_mode": "force_generic_plan", "enable_seqscan": "off", "enable_bitmapscan": "off"]
    ) { connection, _ in
      while try connection.prepared("drain", statement, [.int4(Int32(batch))]).affected > 0 {}
    }
    return start.duration(to: clock.now) / .seconds(1)
  }
}
