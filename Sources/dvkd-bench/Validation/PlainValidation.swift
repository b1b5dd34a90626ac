import Postgres

/// The baseline of validation: plain SQL that writes what the product wrote about the same submissions, with the same
/// number of connections: row lock, delete and history of the job, state, feed, findings, all canonical rows, the overlap
/// index, figures stated, the dirty log and the job that refreshes the statistics.
struct PlainValidation {
  let database: BenchDatabase

  /// Submissions a statement, as many as the product takes at most.
  private static let batch = 200
  /// What is written but not put aside row by row: `run` writes it of its own.
  private static let others: Set<String> = ["registry.submission", "stats.change"]

  /// Puts aside what the product wrote about these submissions.
  func stage(_ ids: ClosedRange<Int64>) throws {
    let connection = try database.open()
    try connection.script("drop schema if exists bench cascade; create schema bench")
    for table in StagedTable.all { try connection.script(table.stage(ids)) }
    let between = "between \(ids.lowerBound) and \(ids.upperBound)"
    try connection.script(
      """
      create unlogged table bench.verdict as select id as owner, state, rule_set, unit_id from registry.submission where id \(between);
      create unlogged table bench.touched as
        select s.id as owner, t.unit_id, t.year from registry.submission s, registry.touched_by(array[s.id]) t where s.id \(between);
      create index on bench.verdict (owner);
      create index on bench.touched (owner);
      analyze bench.verdict, bench.touched
      """)
  }

  /// Takes the rows away again, so that the submissions wait as before.
  func reset(_ ids: ClosedRange<Int64>) throws {
    let connection = try database.open()
    try connection.script("set session_replication_role = replica")
    // Backwards: the rows of a model are found by it.
    for table in StagedTable.all.reversed() { try connection.script(table.delete(ids)) }
    let between = "between \(ids.lowerBound) and \(ids.upperBound)"
    try connection.script(
      """
      update registry.submission set state = 'submitted', decided_at = null, rule_set = null, unit_id = null where id \(between);
      delete from queue.job where kind = 'aggregation_refresh';
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select now(), now(), 3, 20, 1, 'submission_validation', jsonb_build_object('submission_id', id) from registry.submission where id \(between) order by id
      """)
    for table in StagedTable.all.map(\.name) + ["registry.submission", "queue.job"] {
      try connection.script("vacuum (analyze) \(table)")
    }
    try connection.script("checkpoint")
  }

  /// Writes what was put aside.
  /// - Returns: Seconds from the first claim to the empty queue.
  func run(connections: Int) throws -> Double {
    let writes = StagedTable.all.enumerated().map { number, table in "write_\(number) as (\(table.write))" }
    let statement = """
      with claimed as materialized (
        select id, (args ->> 'submission_id')::bigint as submission_id from queue.job
        where kind = 'submission_validation' and priority = 3 and run_at <= statement_timestamp()
        order by run_at, id limit $1 for update skip locked),
      gone as (
        delete from queue.job j using claimed c where j.id = c.id
        returning j.id, j.enqueued_at, j.priority, j.attempt, j.max_attempts, j.args_version, j.kind, j.coalesce_key,
                  j.concurrency_key, j.args),
      history as (
        insert into queue.finished (id, enqueued_at, finished_at, started_at, outcome, priority, attempt, max_attempts,
                                    args_version, kind, coalesce_key, concurrency_key, args)
        select id, enqueued_at, clock_timestamp(), now(), 'completed', priority, attempt + 1, max_attempts, args_version,
               kind, coalesce_key, concurrency_key, args from gone),
      decided as (
        update registry.submission s set state = v.state, rule_set = v.rule_set, decided_at = now(), unit_id = v.unit_id
        from claimed c join bench.verdict v on v.owner = c.submission_id where s.id = c.submission_id),
      changed as (
        insert into stats.change (unit_id, year)
        select distinct t.unit_id, t.year from claimed c join bench.touched t on t.owner = c.submission_id),
      refresh as (
        insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, coalesce_key, args)
        select now() + interval '500 ms', now(), k.priority, k.max_attempts, k.args_version, k.name, k.coalesce_key, '{}'
        from queue.kind k where k.name = 'aggregation_refresh' and exists (select from claimed)),
      \(writes.joined(separator: ",\n"))
      select count(*), pg_notify('registry_changes', '') from claimed
      """
    let clock = ContinuousClock()
    let start = clock.now
    try Clients.run(
      connections, url: database.url, name: "plain",
      settings: [
        "plan_cache_mode": "force_generic_plan", "enable_seqscan": "off", "enable_hashjoin": "off",
        "enable_mergejoin": "off", "jit": "off",
      ]
    ) { connection, _ in
      while try connection.prepared("plain", statement, [.int4(Int32(Self.batch))]).int8(0, 0) > 0 {}
    }
    return start.duration(to: clock.now) / .seconds(1)
  }

  // MARK: Whether it is the same

  /// Rows inserted or updated so far, by table, outside the queue.
  func written() throws -> [String: Int64] {
    let rows = try database.open().query(
      """
      select schemaname || '.' || relname, n_tup_ins + n_tup_upd from pg_stat_user_tables
      where schemaname in ('registry', 'stats', 'notice')
      """)
    var written: [String: Int64] = [:]
    for row in 0..<rows.count { written[try rows.text(row, 0)] = try rows.int8(row, 1) }
    return written
  }

  /// Checks that the product wrote into no table that the baseline leaves out.
  /// - Throws: `BenchError` otherwise: the ratio would flatter the baseline.
  func check(since before: [String: Int64]) throws {
    let known = Self.others.union(StagedTable.all.map(\.name))
    let more = try written().filter { table, rows in rows > before[table] ?? 0 && !known.contains(table) }
    guard more.isEmpty else { throw BenchError("the baseline does not write \(more.keys.sorted())") }
  }

  /// Checks that the baseline wrote every row that was put aside.
  func checkRows(_ ids: ClosedRange<Int64>) throws {
    let connection = try database.open()
    for table in StagedTable.all {
      let rows = try connection.query(table.counts(ids))
      guard try rows.int8(0, 0) == rows.int8(0, 1) else {
        throw BenchError("the baseline wrote \(try rows.int8(0, 0)) of \(try rows.int8(0, 1)) rows of \(table.name)")
      }
    }
  }
}
