import Postgres
import Schema

/// A migrated database on the benchmark's cluster, with the no-op kind.
struct BenchDatabase {
  let url: String

  /// Makes the database `name` on the cluster.
  init(_ cluster: borrowing Cluster, name: String) throws {
    url = cluster.url(database: name)
    let admin = try Connection(ConnectionString(cluster.url(database: "postgres")), applicationName: "dvkd-bench")
    try admin.query("create database \(name)")
    _ = try Migrator(files: SchemaFiles(ShareDirectory.locate())).migrate(ConnectionString(url))
    let connection = try open()
    try connection.query(
      """
      select queue.define_kind('noop', fields => '[{"name": "n", "type": "integer", "required": true}]', batch_limit => 1000)
      """)
  }

  func open() throws -> Connection {
    try Connection(ConnectionString(url), applicationName: "dvkd-bench")
  }

  /// Fills the queue with no-op jobs, as committed work that waits, and empties the history.
  func fill(jobs: Int) throws {
    let connection = try open()
    try connection.script("truncate queue.job, queue.finished")
    try connection.query(
      """
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select now(), now(), 4, 20, 1, 'noop', jsonb_build_object('n', n) from generate_series(1, $1::int) n
      """, [.int4(Int32(jobs))])
    try connection.script("vacuum (analyze) queue.job")
    try connection.script("checkpoint")
  }

  /// Checks that every job is in the history once and none waits.
  /// - Throws: `BenchError` otherwise: a rate of lost jobs means nothing.
  func checkAllFinished(jobs: Int) throws {
    let rows = try open().query(
      "select (select count(*) from queue.job), (select count(distinct id) from queue.finished), (select count(*) from queue.finished)"
    )
    let (waiting, distinct, finished) = (try rows.int8(0, 0), try rows.int8(0, 1), try rows.int8(0, 2))
    guard waiting == 0, distinct == jobs, finished == jobs else {
      throw BenchError("of \(jobs) jobs \(waiting) wait and \(finished) (\(distinct) distinct) are finished")
    }
  }
}
