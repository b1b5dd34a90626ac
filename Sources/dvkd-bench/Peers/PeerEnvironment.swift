import Foundation

/// The private virtual environment that the peers run in: `.build/peers-venv` of the checkout, kept between runs.
struct PeerEnvironment {
  /// The environment's own interpreter.
  let python: PythonInterpreter
  /// `Tests/Peers` of the checkout.
  private let sources: String

  /// Makes the environment with the newest Python that can, if it is not there.
  /// - Throws: `BenchError` that says what is missing.
  init() throws {
    let checkout = try Self.findCheckout()
    sources = checkout + "/Tests/Peers"
    let folder = checkout + "/.build/peers-venv"
    if let ready = PythonInterpreter(path: folder + "/bin/python") {
      python = ready
      return
    }
    guard let newest = PythonInterpreter.newest() else {
      throw BenchError("no python3 with venv and pip was found; on Debian: apt-get install python3-venv")
    }
    let made = try PeerCommand.run(newest.path, ["-m", "venv", "--clear", folder], limit: .seconds(120))
    guard made.status == 0, let ready = PythonInterpreter(path: folder + "/bin/python") else {
      throw BenchError(
        "\(newest.path) -m venv failed: \(PeerLine.lastLine(made.messages + made.output) ?? "without a message")")
    }
    python = ready
  }

  /// Installs a peer with its pinned versions; quick when it is there.
  /// - Throws: `BenchError` with pip's last word.
  func install(_ peer: Peer, limit: Duration) throws {
    let arguments =
      [
        "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--retries", "1", "--timeout",
        "20",
      ]
      + ["--constraint", sources + "/requirements.txt"] + Peer.common + peer.packages
    let pip = try PeerCommand.run(python.path, arguments, limit: limit)
    guard pip.status == 0 else {
      throw BenchError("does not install: \(PeerLine.lastLine(pip.messages) ?? "without a message")")
    }
  }

  /// Runs a measure of a peer.
  /// - Parameters:
  ///   - peer: Which.
  ///   - arguments: The measure's name and its options.
  ///   - server: The URL of the server's database `postgres`.
  ///   - limit: After it the measure is ended.
  /// - Returns: What it measured.
  /// - Throws: `BenchError` with what the peer reports, or when its time is over.
  func measure(_ peer: Peer, _ arguments: [String], server: String, limit: Duration) throws -> PeerLine {
    let seconds = limit / .seconds(1)
    let all =
      ["-B", sources + "/runner.py", peer.name] + arguments + ["--server", server, "--limit", "\(max(1, seconds - 5))"]
    let run = try PeerCommand.run(python.path, all, limit: limit)
    return try PeerLine.parse(run.output, messages: run.messages)
  }

  /// Walks up from the executable, then from the current folder, to the checkout.
  private static func findCheckout() throws -> String {
    let starts = [Bundle.main.executablePath ?? "/", FileManager.default.currentDirectoryPath + "/."]
    for start in starts {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath().deletingLastPathComponent()
      while folder.path != "/" {
        if FileManager.default.fileExists(atPath: folder.path + "/Tests/Peers/runner.py") { return folder.path }
        folder.deleteLastPathComponent()
      }
    }
    throw BenchError("Tests/Peers was not found above the executable; run from a checkout")
  }
}
