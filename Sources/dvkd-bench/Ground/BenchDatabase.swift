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
    // A schedule would add jobs of its own every ten minutes, which nobody here runs.
    try connection.query("delete from queue.schedule")
    try connection.query(
      """
      select queue.define_kind('noop', fields => '[{"name": "n", "type": "integer", "required": true}]', batch_limit => 1000)
      """)
  }

  func open() throws -> Connection {
    try Connection(ConnectionString(url), applicationName: "dvkd-bench")
  }

  /// One number.
  func number(_ sql: String, _ parameters: [Parameter] = []) throws -> Int {
    Int(try open().query(sql, parameters).int8(0, 0))
  }

  /// Checks that every job is in the history once and none waits.
  /// - Throws: `BenchError` otherwise: a rate of lost jobs means nothing.
  func checkAllFinished(jobs: Int) throws {
    let tally = try Tally(self)
    guard tally.waiting == 0, tally.distinct == jobs, tally.finished == jobs else {
      throw BenchError(
        "of \(jobs) jobs \(tally.waiting) wait and \(tally.finished) (\(tally.distinct) distinct) are finished")
    }
  }
}
