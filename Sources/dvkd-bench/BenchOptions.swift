import ArgumentParser
import Foundation

/// What every subcommand takes.
struct BenchOptions: ParsableArguments {
  @Flag(name: .long, help: "Print one JSON object a line, the summary last.")
  var json = false

  @Option(name: .long, help: "Rounds of product and baseline in turn; 3...20.")
  var rounds = 3

  mutating func validate() throws {
    guard (3...20).contains(rounds) else { throw ValidationError("--rounds must be 3...20, not \(rounds)") }
  }
}

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
    let data = try JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
    print(String(decoding: data, as: UTF8.self))
    flush()
  }

  private func flush() { fflush(nil) }
}
