/// A durable throw-away cluster of the benchmark's own, removed when the benchmark ends.
struct Cluster {
  let directory: String
  private let script: String

  /// Starts a cluster with fsync and synchronous_commit on.
  /// - Throws: `BenchError` when the script is not found or the server does not start.
  init() throws {
    script = try Script.find("deploy/dev/postgres")
    directory = try Script.run(script, ["start", "--durable"])
    CleanUp.shared.add(cluster: directory, script: script)
  }

  /// The URL of a database on the cluster, as superuser.
  func url(database: String) -> String { "postgresql:///\(database)?host=\(directory)&user=postgres" }

  /// What the server logs.
  var logFile: String { directory + "/server.log" }

  /// Ends the server and removes its directory.
  func stop() throws {
    CleanUp.shared.remove(cluster: directory)
    _ = try Script.run(script, ["stop", directory])
  }
}
