import Foundation
import Postgres

/// The settings that decide what a measurement means, read back from the server.
struct ClusterSettings {
  private static let names = [
    "fsync", "synchronous_commit", "full_page_writes", "wal_level", "wal_compression", "max_wal_size",
    "checkpoint_timeout",
    "shared_buffers", "autovacuum",
  ]

  /// By name, as the server shows them; `server_version` and `cpus` too.
  let values: [String: String]

  /// Asks the cluster.
  init(_ cluster: Cluster) throws {
    let connection = try Connection(ConnectionString(cluster.url(database: "postgres")), applicationName: "dvkd-bench")
    let rows = try connection.query(
      "select n, current_setting(n) from unnest($1::text[]) n", [.textArray(["server_version"] + Self.names)])
    var values = ["cpus": String(ProcessInfo.processInfo.activeProcessorCount)]
    for row in 0..<rows.count { values[try rows.text(row, 0)] = try rows.text(row, 1) }
    guard values["fsync"] == "on", values["synchronous_commit"] == "on" else {
      throw BenchError("the cluster is not durable: its numbers would mean nothing")
    }
    self.values = values
  }

  /// One line for people.
  var text: String {
    "PostgreSQL \(values["server_version"] ?? "") with \(values["cpus"] ?? "") CPUs: "
      + Self.names.map { "\($0) \(values[$0] ?? "")" }.joined(separator: ", ")
  }
}
