import Dispatch
import Foundation

/// Ends what a benchmark started, on every way out: servers, worker processes; also on Ctrl-C and when it takes too long.
final class CleanUp: Sendable {
  static let shared = CleanUp()

  private struct State {
    var children: Set<pid_t> = []
    var clusters: [String: String] = [:]
    var sources: [any DispatchSourceProtocol] = []
  }

  private let state = Locked(State())

  /// Watches for signals and for the end of the time; to be called once, by the benchmark's own process.
  func install(limit: Duration) {
    let queue = DispatchQueue(label: "dvkd-bench.clean-up")
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // Dispatch sees the signal only when its default, to end the process, is off.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { @Sendable in CleanUp.shared.endEverything(code: 128 + number) }
      source.resume()
      state.withLock { $0.sources.append(source) }
    }
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .seconds(Int(limit.components.seconds)))
    timer.setEventHandler { @Sendable in
      FileHandle.standardError.write(Data("Error: not done within \(limit)\n".utf8))
      CleanUp.shared.endEverything(code: 1)
    }
    timer.resume()
    state.withLock { $0.sources.append(timer) }
  }

  func add(child: pid_t) { state.withLock { _ = $0.children.insert(child) } }

  /// A child was waited for: its number may be another's from now on.
  func remove(child: pid_t) { state.withLock { _ = $0.children.remove(child) } }

  func add(cluster directory: String, script: String) { state.withLock { $0.clusters[directory] = script } }

  func remove(cluster directory: String) { state.withLock { _ = $0.clusters.removeValue(forKey: directory) } }

  /// Kills the worker processes that still run; a stopped one, too.
  func endChildren() {
    state.withLock { state in
      for child in state.children { kill(child, SIGKILL) }
    }
  }

  private func endEverything(code: Int32) {
    endChildren()
    for (directory, script) in state.withLock({ $0.clusters }) {
      do {
        _ = try Script.run(script, ["stop", directory])
      } catch {
        FileHandle.standardError.write(Data("Error: \(error)\n".utf8))
      }
    }
    _exit(code)
  }
}
