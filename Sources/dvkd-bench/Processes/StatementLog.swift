import Foundation
import Postgres

/// Counts the statements that clients send, exactly: the server logs each.
struct StatementLog {
  private let file: String
  private let url: String

  /// Turns logging of all statements on, for sessions that are open, too.
  init(_ cluster: Cluster) throws {
    file = cluster.logFile
    url = cluster.url(database: "postgres")
    try set("all")
  }

  /// Turns it off again: it would slow down a load.
  func stop() throws { try set("none") }

  private func set(_ value: String) throws {
    let admin = try Connection(ConnectionString(url), applicationName: "dvkd-bench")
    try admin.script("alter system set log_statement = '\(value)'")
    try admin.script("select pg_reload_conf()")
  }

  /// Statements so far of the sessions whose application_name begins so.
  func count(applications prefix: String) throws -> Int {
    guard let data = FileManager.default.contents(atPath: file) else { throw BenchError("\(file) cannot be read") }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").count { line in
      line.contains("] \(prefix)") && (line.contains(" LOG:  statement: ") || line.contains(" LOG:  execute "))
    }
  }
}
