import Foundation

/// A Python that can make virtual environments with pip in them.
struct PythonInterpreter {
  let path: String
  /// As `3.13.0`.
  let version: String

  private static let question =
    "import ensurepip, sys, venv; print('.'.join(str(part) for part in sys.version_info[:3]))"

  /// Asks the program for its version.
  /// - Returns: nil when it does not run or lacks venv or ensurepip.
  init?(path: String) {
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    let answer: PeerCommand
    do {
      answer = try PeerCommand.run(path, ["-c", Self.question], limit: .seconds(20))
    } catch {
      return nil
    }
    guard answer.status == 0, let version = PeerLine.lastLine(answer.output) else { return nil }
    self.path = path
    self.version = version
  }

  /// The newest one on the path or under pyenv: some peers do not install on older ones.
  static func newest() -> PythonInterpreter? {
    let environment = ProcessInfo.processInfo.environment
    var folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":").map(String.init)
    let pyenv = (environment["PYENV_ROOT"] ?? NSHomeDirectory() + "/.pyenv") + "/versions"
    folders += entries(pyenv).map { "\(pyenv)/\($0)/bin" }
    var found: [PythonInterpreter] = []
    for folder in folders {
      for name in entries(folder) where name.wholeMatch(of: /python3(\.[0-9]+)?/) != nil {
        if let one = PythonInterpreter(path: "\(folder)/\(name)") { found.append(one) }
      }
    }
    return found.max { $0.version.compare($1.version, options: .numeric) == .orderedAscending }
  }

  /// The names in a folder; none when it cannot be read.
  private static func entries(_ folder: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      return []
    }
  }
}
