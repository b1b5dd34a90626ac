import ArgumentParser

/// Every benchmark of the queue, one after the other.
struct All: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run all benchmarks of the queue in turn.")

  @OptionGroup var options: BenchOptions

  func run() throws {
    let common = ["--rounds", "\(options.rounds)"] + (options.json ? ["--json"] : [])
    let drain = try Drain.parse(common)
    try drain.run()
  }
}
