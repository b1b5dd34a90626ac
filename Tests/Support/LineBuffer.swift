import Dispatch
import Glibc

/// Collects the lines that a child writes to one pipe, on a queue of its own, so that the child never waits for the test.
final class LineBuffer: Sendable {
  private struct State {
    var lines: [String] = []
    var partial: [UInt8] = []
  }

  private let state = Locked(State())
  private let ended = DispatchGroup()

  /// Reads until the end and then closes the descriptor.
  init(reading descriptor: Int32, label: String) {
    let state = state
    let queue = DispatchQueue(label: label)
    queue.async(group: ended) { @Sendable in
      var chunk = [UInt8](repeating: 0, count: 16_384)
      while true {
        let count = unsafe read(descriptor, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        state.withLock { LineBuffer.take(chunk.prefix(count), into: &$0) }
      }
      close(descriptor)
    }
  }

  /// The lines so far; one without its line feed comes last.
  var lines: [String] {
    state.withLock { state in
      state.partial.isEmpty ? state.lines : state.lines + [String(decoding: state.partial, as: UTF8.self)]
    }
  }

  /// Waits until every writer has closed the pipe; false when the time is over.
  func waitForEnd(within limit: Duration) -> Bool {
    ended.wait(timeout: .now() + (limit / .seconds(1))) == .success
  }

  private static func take(_ bytes: ArraySlice<UInt8>, into state: inout State) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        state.lines.append(String(decoding: state.partial, as: UTF8.self))
        state.partial.removeAll(keepingCapacity: true)
      } else {
        state.partial.append(byte)
      }
    }
  }
}
