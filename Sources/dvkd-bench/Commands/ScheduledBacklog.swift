import ArgumentParser

/// The first due jobs beside very many that are scheduled for later, against the same without those.
struct ScheduledBacklog: Bench {
  static let name = "scheduled-backlog"
  static let targets = [Target.atLeast("ratio", 0.9)]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Drain rate of the first 50,000 due jobs with 5 million scheduled in the future / with none.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs scheduled over the next 30 days.")
  var scheduled = 5_000_000

  @Option(name: .long, help: "Lanes of the engine.")
  var lanes = 2

  private static let due = 200_000
  private static let drained = 50_000

  func measure(_ run: BenchRun) throws -> Summary {
    run.describe(
      "first \(Self.drained) of \(Self.due) due jobs beside \(scheduled) scheduled ones / alone, \(lanes) lanes; refilled and vacuumed in turn"
    )
    let crowded = try BenchDatabase(run.cluster, name: "crowded")
    try crowded.addScheduled(jobs: scheduled)
    let alone = try BenchDatabase(run.cluster, name: "alone")
    let comparison = try run.alternate(
      atLeast: 5, unit: "jobs/s", names: ("\(scheduled) scheduled,", "none scheduled,")
    ) {
      try first(crowded)
    } baseline: {
      try first(alone)
    }
    return comparison.summary(Self.name)
  }

  private func first(_ database: BenchDatabase) throws -> Double {
    try database.topUp(to: Self.due)
    return Double(Self.drained) / (try NoopDrain.first(Self.drained, url: database.url, lanes: lanes))
  }
}
