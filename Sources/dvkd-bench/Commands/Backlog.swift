import ArgumentParser

/// The first jobs of a very long queue, against the first jobs of a short one.
struct Backlog: Bench {
  static let name = "backlog"
  static let targets = [Target.atLeast("ratio", 0.9)]
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Drain rate of the first 50,000 jobs with 2 million waiting / with 200,000.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs in the long queue, half of them in each of two priorities.")
  var jobs = 2_000_000

  @Option(name: .long, help: "Lanes of the engine.")
  var lanes = 2

  private static let short = 200_000
  private static let drained = 50_000

  func measure(_ run: BenchRun) throws -> Summary {
    run.describe(
      "first \(Self.drained) of \(jobs) jobs in priorities 3 and 4 / of \(Self.short), \(lanes) lanes; refilled and vacuumed in turn"
    )
    let long = try BenchDatabase(run.cluster, name: "long")
    try long.addDue(jobs: jobs, priorities: (3, 4))
    let short = try BenchDatabase(run.cluster, name: "short")
    try short.addDue(jobs: Self.short, priorities: (3, 4))
    let comparison = try run.alternate(
      atLeast: 7, unit: "jobs/s", names: ("\(jobs) waiting,", "\(Self.short) waiting,")
    ) {
      try Self.first(long, of: jobs, lanes: lanes)
    } baseline: {
      try Self.first(short, of: Self.short, lanes: lanes)
    }
    return comparison.summary(Self.name)
  }

  private static func first(_ database: BenchDatabase, of jobs: Int, lanes: Int) throws -> Double {
    try database.topUp(to: jobs, priority: 3)
    return Double(drained) / (try NoopDrain.first(drained, url: database.url, lanes: lanes))
  }
}
