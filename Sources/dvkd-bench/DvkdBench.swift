import ArgumentParser

@main
struct DvkdBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "dvkd-bench", abstract: "Benchmarks of dvkd.")
}
