import Foundation

/// A durable throw-away cluster of the benchmark's own, removed when the benchmark ends.
struct Cluster {
  let directory: String
  private let script: String

  /// Starts a cluster with fsync and synchronous_commit on.
  /// - Throws: `BenchError` when the script is not found or the server does not start.
  init() throws {
    script = try Self.findScript()
    directory = try Self.run(script, ["start", "--durable"])
  }

  /// The URL of a database on the cluster, as superuser.
  func url(database: String) -> String { "postgresql:///\(database)?host=\(directory)&user=postgres" }

  /// Ends the server and removes its directory.
  func stop() throws { _ = try Self.run(script, ["stop", directory]) }

  /// Walks up from the executable, then from the current folder, to the checkout's script.
  private static func findScript() throws -> String {
    let starts = [Bundle.main.executablePath ?? "/", FileManager.default.currentDirectoryPath + "/."]
    for start in starts {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath().deletingLastPathComponent()
      while folder.path != "/" {
        let candidate = folder.appendingPathComponent("deploy/dev/postgres").path
        if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    throw BenchError("deploy/dev/postgres was not found above the executable; run from a checkout")
  }

  private static func run(_ command: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError("\(command) \(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
