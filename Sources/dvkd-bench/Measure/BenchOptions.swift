import ArgumentParser

/// What every subcommand takes.
struct BenchOptions: ParsableArguments {
  @Flag(name: .long, help: "Print one JSON object a line, the summary last.")
  var json = false

  @Option(
    name: .long, help: "Rounds of product and baseline in turn, at least: short ones are repeated more often; 3...20.")
  var rounds = 3

  mutating func validate() throws {
    guard (3...20).contains(rounds) else { throw ValidationError("--rounds must be 3...20, not \(rounds)") }
  }
}
