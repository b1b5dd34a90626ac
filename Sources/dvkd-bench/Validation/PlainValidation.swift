import Postgres

/// The baseline of validation: plain SQL that writes what the product wrote about the same submissions, with the same
/// number of connections: row lock, delete and history of the job, state, feed, findings and all canonical rows.
struct PlainValidation {
  let database: BenchDatabase

  /// Submissions a statement, as many as the product takes at most.
  private static let batch = 200
  /// Tables whose rows belong to a model.
  private static let ofModels = [
    "model_subject", "model_place", "model_signature", "title_group", "title_bucket", "model_locality",
  ]
  /// Tables whose rows belong to a submission, in the order in which they may be deleted.
  private static let ofSubmissions = ["finding", "submission_change", "registration", "report", "model"]

  /// Puts aside what the product wrote about these submissions.
  func stage(_ ids: ClosedRange<Int64>) throws {
    let connection = try database.open()
    try connection.script("drop schema if exists bench cascade; create schema bench")
    let between = "between \(ids.lowerBound) and \(ids.upperBound)"
    for table in Self.ofSubmissions {
      try connection.script(
        "create unlogged table bench.\(table) as select x.submission_id as owner, x as r from registry.\(table) x where x.submission_id \(between)"
      )
    }
    for table in try modelTables(connection) {
      try connection.script(
        """
        create unlogged table bench.\(table) as select m.submission_id as owner, x as r
        from registry.\(table) x join registry.model m on m.id = x.model_id where m.submission_id \(between)
        """)
    }
    try connection.script(
      """
      create unlogged table bench.subject as select s.id as owner, x as r
      from registry.subject x join registry.submission s on s.turn = x.first_turn where s.id \(between);
      create unlogged table bench.verdict as select id as owner, state, rule_set, unit_id, year from registry.submission where id \(between)
      """)
    for table in try tables(connection) + ["verdict"] {
      try connection.script("create index on bench.\(table) (owner); analyze bench.\(table)")
    }
  }

  /// Takes the rows away again, so that the submissions wait as before.
  func reset(_ ids: ClosedRange<Int64>) throws {
    let connection = try database.open()
    let between = "between \(ids.lowerBound) and \(ids.upperBound)"
    try connection.script("set session_replication_role = replica")
    for table in try modelTables(connection) {
      try connection.script(
        "delete from registry.\(table) x using registry.model m where m.id = x.model_id and m.submission_id \(between)")
    }
    for table in Self.ofSubmissions {
      try connection.script("delete from registry.\(table) where submission_id \(between)")
    }
    try connection.script(
      """
      delete from registry.subject x using registry.submission s where s.turn = x.first_turn and s.id \(between);
      update registry.submission set state = 'submitted', decided_at = null, rule_set = null, unit_id = null where id \(between);
      delete from queue.job where kind = 'aggregation_refresh';
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select now(), now(), 3, 20, 1, 'submission_validation', jsonb_build_object('submission_id', id) from registry.submission where id \(between) order by id
      """)
    for table in try tables(connection) { try connection.script("vacuum (analyze) registry.\(table)") }
    for table in ["registry.submission", "queue.job"] { try connection.script("vacuum (analyze) \(table)") }
    try connection.script("checkpoint")
  }

  /// Writes what was put aside.
  /// - Returns: Seconds from the first claim to the empty queue.
  func run(connections: Int) throws -> Double {
    let writes = try tables(database.open()).map { table in
      let values =
        "overriding system value select (x.r).* from claimed c join bench.\(table) x on x.owner = c.submission_id"
      return "w_\(table) as (insert into registry.\(table) \(values) on conflict do nothing)"
    }
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
        select distinct v.unit_id, v.year from claimed c join bench.verdict v on v.owner = c.submission_id where v.unit_id is not null),
      \(writes.joined(separator: ",\n"))
      select count(*) from claimed
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

  /// All tables, in the order in which rows may be written.
  private func tables(_ connection: borrowing Connection) throws -> [String] {
    try ["subject"] + Self.ofSubmissions.reversed() + modelTables(connection)
  }

  private func modelTables(_ connection: borrowing Connection) throws -> [String] {
    let rows = try connection.query(
      "select t from unnest($1::text[]) t where to_regclass('registry.' || t) is not null", [.textArray(Self.ofModels)])
    return try (0..<rows.count).map { try rows.text($0, 0) }
  }
}
