import Dispatch
import Foundation

/// A program that is run to its end, or ended when its time is over.
struct PeerCommand {
  let output: String
  let messages: String
  let status: Int32

  /// Runs the program with nothing on its standard input.
  /// - Parameters:
  ///   - program: Its path.
  ///   - arguments: What it is given.
  ///   - limit: After it the program gets a SIGTERM, and five seconds later a SIGKILL.
  /// - Returns: What it printed, and its exit code.
  /// - Throws: `BenchError` when its time was over; what Foundation throws when it cannot be started.
  static func run(_ program: String, _ arguments: [String], limit: Duration) throws -> PeerCommand {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let readers = [Reader("output"), Reader("messages")]
    process.standardOutput = readers[0].pipe
    process.standardError = readers[1].pipe
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { @Sendable _ in ended.signal() }
    try process.run()
    for reader in readers { reader.start() }
    let seconds = limit / .seconds(1)
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      process.terminate()
      if ended.wait(timeout: .now() + 5) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
      }
      throw BenchError("not done within \(Int(seconds)) s")
    }
    return PeerCommand(
      output: readers[0].text(), messages: readers[1].text(), status: process.terminationStatus)
  }

  /// Reads a pipe to its end while the program runs, so that a full pipe never stops it.
  private final class Reader: Sendable {
    let pipe = Pipe()
    private let queue: DispatchQueue
    private let lines = Collected()

    init(_ name: String) { queue = DispatchQueue(label: "dvkd-bench.peers.\(name)") }

    func start() {
      let (handle, lines) = (pipe.fileHandleForReading, lines)
      queue.async { @Sendable in lines.data = handle.readDataToEndOfFile() }
    }

    func text() -> String { queue.sync { String(decoding: lines.data, as: UTF8.self) } }
  }

  /// Unchecked, because only the reader's serial queue touches it.
  private final class Collected: @unchecked Sendable {
    var data = Data()
  }
}
