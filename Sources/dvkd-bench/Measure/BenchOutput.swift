import Foundation

/// Prints a benchmark's progress as a table's rows or as JSON lines.
struct BenchOutput {
  let json: Bool

  /// A line for people; nothing with --json.
  func line(_ text: String) {
    if !json { print(text) }
    flush()
  }

  /// A measurement for scripts; nothing without --json.
  /// - Throws: What JSONSerialization throws for a value that is not JSON.
  func object(_ fields: [String: Any]) throws {
    guard json else { return }
    let data = try JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
    print(String(decoding: data, as: UTF8.self))
    flush()
  }

  private func flush() { fflush(nil) }
}
