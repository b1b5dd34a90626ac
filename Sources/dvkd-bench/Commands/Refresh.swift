import ArgumentParser
import Postgres

/// A refresh of 1,000 changed registrations against a materialized view and triggers that keep the same totals.
struct Refresh: Bench {
  static let name = "refresh"
  static let targets = [
    Target.atLeast("ratio_concurrently", 1000), Target.atLeast("ratio_plain", 50), Target.atLeast("ratio_triggers", 1),
    Target.atMost("growth", 1.2), Target.atMost("visible_p50_ms", 15), Target.atMost("visible_p99_ms", 60),
    Target.atMost("rebuild_s", 10), Target.atMost("writers_slowdown", 0.1), Target.atMost("lost", 0),
    Target.atMost("deadlocks", 0),
  ]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract:
      "1,000 changed registrations, refreshed, against a materialized view and triggers that keep the same totals.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Registrations, a multiple of 200.")
  var registrations = 1_000_000

  @Option(name: .long, help: "Registrations of the small country that growth is measured from.")
  var small = 200_000

  @Option(name: .long, help: "Registrations of the large country that growth is measured to.")
  var large = 2_000_000

  @Option(name: .long, help: "Seconds that writers write, each time.")
  var seconds = 4.0

  func run() throws {
    // Within 10 minutes when nothing else runs.
    CleanUp.shared.install(limit: .seconds(1800))
    _ = try runOnce()
  }

  func measure(_ run: BenchRun) throws -> Summary {
    var summary = Summary(Self.name)
    let country = try SyntheticCountry(run.cluster, name: "country")
    let rebuilt = try country.grow(to: registrations)
    let connection = try country.database.open()
    let rows = try connection.query("select (select count(*) from stats.cell), (select count(*) from stats.rolled)")
    run.describe(
      "\(registrations) registrations: rebuilt in \(Table.number(rebuilt)) s, \(try rows.int8(0, 0)) cells, \(try rows.int8(0, 1)) rolled up"
    )
    let ours = try refreshes(country, rounds: run.rounds + 2)
    run.describe("\(Table.number(ours.median)) ms a refresh of 1,000 changes")
    let one = try changesOfOne(country, count: 300)
    let visible = try VisibleChange(country: country).measure(count: 300)
    run.describe(
      "one change: \(Table.number(one.median)) ms a refresh, \(Table.number(visible.median)) ms from commit to visible")
    try writers(run, country, &summary)
    summary.set("refresh_ms", ours.median, digits: 1)
    try view(run, country, ours, &summary)

    try growth(run, country, &summary)
    summary.set("refresh_one_p50_ms", one.median, digits: 2)
    summary.set("refresh_one_p99_ms", one.percentile(99), digits: 2)
    summary.set("visible_p50_ms", visible.median, digits: 2)
    summary.set("visible_p99_ms", visible.percentile(99), digits: 2)
    summary.set("rebuild_s", rebuilt * 1_000_000 / Double(registrations), digits: 1)
    return summary
  }

  /// Writers of one province: 8 against triggers, 200 with and without a refresh beside them.
  private func writers(_ run: BenchRun, _ country: SyntheticCountry, _ summary: inout Summary) throws {
    let writers = try ProvinceWriters(country)
    let deadlocks = "select deadlocks from pg_stat_database where datname = current_database()"
    let before = try country.database.number(deadlocks)
    let comparison = try run.alternate(
      unit: "changes/s", names: ("refresh", "triggers"),
      product: { try writers.write(8, seconds: seconds, keeping: .refreshed).rate },
      baseline: { try writers.write(8, seconds: seconds, keeping: .triggers).rate })
    summary.set("ratio_triggers", comparison.ratio, digits: 2)
    var refreshed = 0
    let crowd = try run.alternate(
      unit: "changes/s", names: ("200 + refresh", "200 alone"),
      product: {
        let (rate, refreshes) = try writers.write(200, seconds: seconds, keeping: .refreshed)
        refreshed += refreshes
        return rate
      },
      baseline: { try writers.write(200, seconds: seconds, keeping: .logged).rate })
    let connection = try country.database.open()
    while try connection.query("select (stats.refresh() ->> 'remaining')::boolean").bool(0, 0) {}
    summary.set("writers_slowdown", 1 - crowd.ratio, digits: 3)
    summary.set("refreshes", refreshed)
    summary.set(
      "lost",
      try country.database.number("select count(*) from stats.verify($1, '2023')", [.text(writers.province)]))
    summary.set("deadlocks", try country.database.number(deadlocks) - before)
  }

  /// The materialized view: refreshed plainly, and once concurrently.
  private func view(_ run: BenchRun, _ country: SyntheticCountry, _ ours: Series, _ summary: inout Summary) throws {
    let view = try TotalsView(country)
    var plain = Series()
    for _ in 0..<2 { plain.append(try milliseconds { try view.refresh(concurrently: false) }) }
    try country.change(try country.database.open(), registrations: 1000)
    let concurrently = try milliseconds { try view.refresh(concurrently: true) }
    try view.drop()
    run.describe("the view: \(Table.number(plain.median)) ms plainly, \(Table.number(concurrently)) ms concurrently")
    summary.set("plain_ms", plain.median, digits: 1)
    summary.set("ratio_plain", plain.median / ours.median, digits: 1)
    summary.set("concurrently_ms", concurrently, digits: 1)
    summary.set("ratio_concurrently", concurrently / ours.median, digits: 1)
  }

  /// The same refresh of a large country and of a small one, in turn.
  private func growth(_ run: BenchRun, _ country: SyntheticCountry, _ summary: inout Summary) throws {
    let other = try SyntheticCountry(run.cluster, name: "small")
    _ = try other.grow(to: small)
    _ = try country.grow(to: large)
    let comparison = try run.alternate(
      atLeast: 5, unit: "ms", key: "refresh_ms", names: ("\(large) registrations", "\(small)"),
      product: { try refreshes(country, rounds: 3).median }, baseline: { try refreshes(other, rounds: 3).median })
    summary.set("growth", comparison.ratio, digits: 2)
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

  /// Refreshes of one change each, without the queue before them.
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
