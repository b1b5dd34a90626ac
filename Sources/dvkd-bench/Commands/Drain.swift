import ArgumentParser

/// Jobs a second that leave a full queue, history kept, against plain SQL that does the same writes.
struct Drain: Bench {
  static let name = "drain"
  static let targets = [Target.atLeast("ratio", 0.8)]
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Drain no-op jobs: the engine against plain SQL with the same writes and connections.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs a round.")
  var jobs = 200_000

  @Option(name: .long, help: "Lanes of the engine, and connections of plain SQL.")
  var lanes = 2

  @Option(name: .long, help: "Jobs a statement of plain SQL; the default is its best.")
  var plainBatch = PlainDrain.batch

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "drain")
    run.describe(
      "\(jobs) no-op jobs whose small JSON args the handler decodes, \(lanes) lanes or connections, history kept")
    let comparison = try run.alternate(unit: "jobs/s") {
      try rate(database) { try NoopDrain.run(url: database.url, lanes: lanes, jobs: jobs) }
    } baseline: {
      try rate(database) { try PlainDrain.run(url: database.url, connections: lanes, batch: plainBatch) }
    }
    var summary = comparison.summary(Self.name)
    summary.set("jobs", jobs)
    summary.set("lanes", lanes)
    return summary
  }

  private func rate(_ database: BenchDatabase, _ drain: () throws -> Double) throws -> Double {
    try database.fill(jobs: jobs)
    let seconds = try drain()
    try database.checkAllFinished(jobs: jobs)
    return Double(jobs) / seconds
  }
}
