import ArgumentParser
import Postgres

/// What exact limits cost that are never reached.
struct Limits: Bench {
  static let name = "limits"
  static let targets = [Target.atLeast("ratio", 0.85)]
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Drain rate with exact limits switched on (never reached) / off.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs a round.")
  var jobs = 150_000

  private static let lanes = 2

  private enum Limit: CaseIterable {
    case none, lanes, keys
  }

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "limits")
    run.describe(
      "\(jobs) no-op jobs, \(Self.lanes) lanes; off / a limit of 64 lanes on the kind / a concurrency key of its own for each job"
    )
    let table = Table(
      ["round", "off jobs/s", "lane limit jobs/s", "keys jobs/s", "ratio", "ratio keys"], output: run.output)
    var rates: [Limit: Series] = [:]
    for number in 1...run.rounds {
      // Each comes first in its turn: what slows down over time meets all of them.
      for offset in Limit.allCases.indices {
        let limit = Limit.allCases[(number + offset) % Limit.allCases.count]
        rates[limit, default: Series()].append(try rate(database, limit))
      }
      let (off, lanes, keys) = values(rates) { $0.values[number - 1] }
      table.row(["\(number)"] + [off, lanes, keys].map(Table.number) + [lanes / off, keys / off].map(Table.ratio))
      try run.round(
        number, ["baseline": off, "rate": lanes, "rate_keys": keys, "ratio": lanes / off, "ratio_keys": keys / off])
    }
    let (off, lanes, keys) = values(rates, \.median)
    table.row(["median"] + [off, lanes, keys].map(Table.number) + [lanes / off, keys / off].map(Table.ratio))
    var summary = Summary(Self.name)
    summary.set("rate", lanes, digits: 0)
    summary.set("baseline", off, digits: 0)
    summary.set("ratio", lanes / off, digits: 3)
    summary.set("rate_keys", keys, digits: 0)
    summary.set("ratio_keys", keys / off, digits: 3)
    summary.set("rounds", run.rounds)
    return summary
  }

  private func values(_ rates: [Limit: Series], _ value: (Series) -> Double) -> (Double, Double, Double) {
    let found = Limit.allCases.map { value(rates[$0, default: Series()]) }
    return (found[0], found[1], found[2])
  }

  private func rate(_ database: BenchDatabase, _ limit: Limit) throws -> Double {
    try database.open().query(
      "update queue.kind set lane_limit = $1, concurrency_key = $2 where name = 'noop'",
      [.int2(limit == .lanes ? 64 : nil), .text(limit == .keys ? "key {n}" : nil)])
    try database.fill(jobs: jobs, keyed: limit == .keys)
    let seconds = try NoopDrain.run(url: database.url, lanes: Self.lanes, jobs: jobs)
    try database.checkAllFinished(jobs: jobs)
    return Double(jobs) / seconds
  }
}
