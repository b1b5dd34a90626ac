import Postgres

/// A database whose jobs each leave a row in `bench.effect`.
struct EffectQueue {
  let database: BenchDatabase

  /// `timeout`: the kind's, as an interval.
  init(_ cluster: borrowing Cluster, name: String, timeout: String) throws {
    database = try BenchDatabase(cluster, name: name)
    let connection = try database.open()
    try connection.script(
      """
      create schema bench;
      create table bench.effect (
        job_id bigint not null, process integer not null, at timestamptz not null default clock_timestamp());
      create index on bench.effect (job_id)
      """)
    try connection.query(
      "update queue.kind set timeout = $1::text::interval where name = $2", [.text(timeout), .text(EffectHandler.kind)])
  }

  /// Empties everything and fills the queue.
  func fill(jobs: Int) throws {
    let connection = try database.open()
    try connection.script("truncate queue.job, queue.finished, queue.suspect, queue.attempt_error, bench.effect")
    try connection.query(
      """
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select now(), now(), 3, 20, 1, $2, jsonb_build_object('submission_id', n) from generate_series(1, $1::int) n
      """, [.int4(Int32(jobs)), .text(EffectHandler.kind)])
    try database.settle(connection, checkpoint: true)
  }

  /// Effects of one process; of all for nil.
  func effects(of process: Int32? = nil) throws -> Int {
    try database.number("select count(*) from bench.effect where $1::int is null or process = $1", [.int4(process)])
  }

  /// Rows too many: effects of a job beyond its first, and completions beyond the first.
  func double() throws -> Int {
    try database.number("select count(*) - count(distinct job_id) from bench.effect") + Tally(database).double
  }

  /// Of so many jobs, those that neither wait nor are finished with their effect.
  func lost(of jobs: Int) throws -> Int {
    let withoutEffect = try database.number(
      "select count(*) from queue.finished f where not exists (select from bench.effect e where e.job_id = f.id)")
    return try Tally(database).lost(of: jobs) + withoutEffect
  }

  /// The jobs that the lanes of one daemon hold.
  func held(by boot: String) throws -> [Int64] {
    try database.open().query(
      "select coalesce(array_agg(r.id order by r.id), '{}') from queue.running_jobs() r where r.lane like $1",
      [.text("dvkd/\(boot)/%")]
    ).int8Array(0, 0)
  }

  /// Boot nonces of the daemons whose lanes are all connected.
  func boots(lanes: Int) throws -> Set<String> {
    let rows = try database.open().query(
      """
      select split_part(application_name, '/', 2) from pg_stat_activity
      where datname = current_database() and split_part(application_name, '/', 3) = $1
      group by 1 having count(*) >= $2
      """, [.text(EffectHandler.kind), .int8(Int64(lanes))])
    return Set(try (0..<rows.count).map { try rows.text($0, 0) })
  }

  /// Waits until no job is left.
  func waitUntilEmpty(within limit: Duration) throws {
    try Wait.until("the empty queue", within: limit, every: .milliseconds(20)) {
      try database.number("select count(*) from queue.job") == 0
    }
  }
}
