import Foundation

/// Runs the checkout's scripts.
enum Script {
  /// Runs a command to its end.
  /// - Returns: What it printed, without the last line feed.
  /// - Throws: `BenchError` when it ends with another code than 0.
  static func run(_ command: String, _ arguments: [String]) throws -> String {
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

  /// Walks up from the executable, then from the current folder, to a file of the checkout.
  static func find(_ path: String) throws -> String {
    let executable = URL(fileURLWithPath: Bundle.main.executablePath ?? "/").resolvingSymlinksInPath()
    let starts = [
      executable.deletingLastPathComponent(), URL(fileURLWithPath: FileManager.default.currentDirectoryPath),
    ]
    for start in starts {
      var folder = start
      while folder.path != "/" {
        let candidate = folder.appendingPathComponent(path).path
        if FileManager.default.isReadableFile(atPath: candidate) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    throw BenchError("\(path) was not found above the executable; run from a checkout")
  }
}
