import Postgres

/// Filling the queue fast, without its enqueue function.
extension BenchDatabase {
  private static let columns = "run_at, enqueued_at, priority, max_attempts, args_version, kind, args"

  /// Fills the queue with no-op jobs, as committed work that waits, and empties the history.
  ///
  /// With `keyed` each has a concurrency key of its own. A checkpoint follows, so that none comes soon; without it the pages' first changes are kept
  /// apart.
  func fill(jobs: Int, keyed: Bool = false, checkpoint: Bool = true) throws {
    let connection = try open()
    try connection.script("truncate queue.job, queue.finished")
    try connection.query(
      """
      insert into queue.job (\(Self.columns), concurrency_key)
      select now(), now(), 4, 20, 1, 'noop', jsonb_build_object('n', n), case when $2 then 'key ' || n end
      from generate_series(1, $1::int) n
      """, [.int4(Int32(jobs)), .bool(keyed)])
    try settle(connection, checkpoint: checkpoint)
  }

  /// Adds jobs behind those that wait, half of them in each of two priorities, due since a while and in turn.
  func addDue(jobs: Int, priorities: (Int, Int) = (4, 4)) throws {
    try open().query(
      """
      insert into queue.job (\(Self.columns))
      select now() - interval '2 h' + n * interval '1 ms', now(), case when n <= $1::int / 2 then $2::int else $3::int end,
             20, 1, 'noop', jsonb_build_object('n', n)
      from generate_series(1, $1::int) n
      """, [.int4(Int32(jobs)), .int4(Int32(priorities.0)), .int4(Int32(priorities.1))])
  }

  /// Adds jobs that are scheduled over the next 30 days.
  ///
  /// The claim index is dropped for the time and made anew with its own definition, which is much faster.
  func addScheduled(jobs: Int) throws {
    let connection = try open()
    let definition = try connection.query("select pg_get_indexdef('queue.job_claim'::regclass)").text(0, 0)
    try connection.script("begin; drop index queue.job_claim")
    try connection.query(
      """
      insert into queue.job (\(Self.columns))
      select now() + interval '1 h' + (n::bigint * 7919 % 2592000) * interval '1 s', now(), 4, 20, 1, 'noop',
             jsonb_build_object('n', n)
      from generate_series(1, $1::int) n
      """, [.int4(Int32(jobs))])
    try connection.script("set local maintenance_work_mem = '512MB'; \(definition); commit")
  }

  /// Brings the number of due no-op jobs back to `jobs`, behind the others, and empties the history.
  func topUp(to jobs: Int, priority: Int = 4) throws {
    let connection = try open()
    try connection.query(
      """
      insert into queue.job (\(Self.columns))
      select now(), now(), $2::int, 20, 1, 'noop', jsonb_build_object('n', n)
      from generate_series(1, $1::int - (select count(*)::int from queue.job where run_at <= now())) n
      """, [.int4(Int32(jobs)), .int4(Int32(priority))])
    try connection.script("truncate queue.finished")
    try settle(connection, checkpoint: true)
  }

  /// Leaves the table as a quiet hour would: vacuumed, analysed, no checkpoint due.
  func settle(_ connection: borrowing Connection, checkpoint: Bool) throws {
    try connection.script("vacuum (analyze) queue.job")
    if checkpoint { try connection.script("checkpoint") }
  }
}
