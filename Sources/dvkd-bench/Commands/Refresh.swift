import ArgumentParser
import Postgres

/// A refresh of 1,000 changed registrations against refreshing a materialized view of the same totals.
struct Refresh: Bench {
  static let name = "refresh"
  static let targets = [
    Target.atLeast("ratio_plain", 50), Target.atLeast("ratio_concurrently", 1000), Target.atMost("growth", 1.2),
    Target.atMost("visible_p50_ms", 15), Target.atMost("visible_p99_ms", 60), Target.atMost("rebuild_s", 10),
  ]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "1,000 changed registrations, refreshed, against a materialized view of the same totals.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Registrations, a multiple of 8.")
  var registrations = 1_000_000

  @Option(name: .long, help: "Registrations of the small country that growth is measured from; 0: no growth.")
  var small = 200_000

  @Flag(name: .long, help: "Refresh the view concurrently too, once; minutes.")
  var concurrently = false

  func run() throws {
    CleanUp.shared.install(limit: .seconds(7200))
    _ = try runOnce()
  }

  func measure(_ run: BenchRun) throws -> Summary {
    var summary = Summary(Self.name)
    var before = Double.nan
    if small > 0 {
      let country = try SyntheticCountry(run.cluster, name: "small", registrations: small)
      before = try refreshes(country, rounds: run.rounds + 2).median
      run.describe("\(small) registrations: \(Table.number(before)) ms a refresh")
    }
    let country = try SyntheticCountry(run.cluster, name: "country", registrations: registrations)
    run.describe("\(registrations) registrations, rebuilt in \(Table.number(country.rebuildSeconds)) s")
    let ours = try refreshes(country, rounds: run.rounds + 2)
    let visible = try changesOfOne(country, count: 200)
    let connection = try country.database.open()
    let differences = try connection.query("select count(*) from stats.verify(null, '2023')").int8(0, 0)
    guard differences == 0 else { throw BenchError("\(differences) figures differ from a recount") }
    try connection.script(SyntheticCountry.view)
    var plain = Series()
    for _ in 0..<3 {
      plain.append(try milliseconds { try connection.query("refresh materialized view public.totals") })
    }
    summary.set("refresh_ms", ours.median, digits: 1)
    summary.set("plain_ms", plain.median, digits: 1)
    summary.set("ratio_plain", plain.median / ours.median, digits: 1)
    if concurrently {
      try country.change(connection, registrations: 1000)
      let slow = try milliseconds { try connection.query("refresh materialized view concurrently public.totals") }
      summary.set("concurrently_ms", slow, digits: 1)
      summary.set("ratio_concurrently", slow / ours.median, digits: 1)
    }
    if small > 0 { summary.set("growth", ours.median / before, digits: 2) }
    summary.set("visible_p50_ms", visible.median, digits: 2)
    summary.set("visible_p99_ms", visible.percentile(99), digits: 2)
    summary.set("rebuild_s", country.rebuildSeconds * 1_000_000 / Double(registrations), digits: 1)
    return summary
  }

  /// Refreshes of 1,000 changes each; the first warms the caches and does not count.
  private func refreshes(_ country: SyntheticCountry, rounds: Int) throws -> Series {
    let connection = try country.database.open()
    var series = Series()
    for round in 0...rounds {
      try country.change(connection, registrations: 1000)
      let took = try milliseconds { try connection.query("select stats.refresh()") }
      if round > 0 { series.append(took) }
    }
    return series
  }

  /// From the commit of one change to its commit in the totals, without the queue between them.
  private func changesOfOne(_ country: SyntheticCountry, count: Int) throws -> Series {
    let connection = try country.database.open()
    var series = Series()
    for _ in 0..<count {
      try country.change(connection, registrations: 1)
      series.append(try milliseconds { try connection.query("select stats.refresh()") })
    }
    return series
  }

  private func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return start.duration(to: .now) / .milliseconds(1)
  }
}
