import Foundation

/// What `Tests/Peers/runner.py` prints at the end of a measure.
struct PeerLine: Decodable, Equatable {
  let peer: String
  let measure: String
  var version: String?
  var settings: String?
  var processes: Int?
  var jobs: Int?
  var rate: Double?
  /// Jobs a second of the peer's bulk enqueue, one client.
  var bulkRate: Double?
  var p50: Double?
  var p99: Double?
  var error: String?

  private enum CodingKeys: String, CodingKey {
    case peer, measure, version, settings, processes, jobs, rate, error
    case bulkRate = "bulk_rate"
    case p50 = "p50_ms"
    case p99 = "p99_ms"
  }

  /// Finds the line in what the runner printed; a library may print before it.
  /// - Returns: The last line that is such an object.
  /// - Throws: `BenchError` when there is none, with the last line printed, or when it reports an error.
  static func parse(_ output: String, messages: String = "") throws -> PeerLine {
    let decoder = JSONDecoder()
    for text in output.split(whereSeparator: \.isNewline).reversed() where text.hasPrefix("{") {
      let line: PeerLine
      do {
        line = try decoder.decode(PeerLine.self, from: Data(text.utf8))
      } catch {
        // Somebody else's JSON.
        continue
      }
      if let error = line.error { throw BenchError(error) }
      return line
    }
    throw BenchError(lastLine(messages) ?? lastLine(output) ?? "it printed nothing")
  }

  /// The last line that is not blank, cut to what a table can show.
  static func lastLine(_ text: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline).reversed() {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if !trimmed.isEmpty { return String(trimmed.prefix(200)) }
    }
    return nil
  }
}
