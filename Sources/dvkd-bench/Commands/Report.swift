import ArgumentParser
import Postgres
import Reports

/// A province's full report, read and rendered in this process on a warm connection.
struct Report: Bench {
  static let name = "report"
  static let targets = [Target.atMost("json_ms", 50), .atMost("html_ms", 150)]
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Milliseconds a province's full report as json and html, warm.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Registrations of the country, of eight years; a multiple of 200.")
  var registrations = 1_000_000

  @Option(name: .long, help: "Reports of each format a round.")
  var reports = 20

  func measure(_ run: BenchRun) throws -> Summary {
    let ground = try ReportGround(run.cluster)
    let clock = ContinuousClock()
    let start = clock.now
    try ground.fill(registrations)
    run.describe(
      "\(registrations) registrations filled and counted in \(Table.number(start.duration(to: clock.now) / .seconds(1))) s"
    )
    let connection = try ground.database.open()
    let province = try ground.province()
    run.describe(
      "\(province.name) (\(province.code)): \(province.registrations) registrations of \(ReportGround.period), \(province.members) communes"
    )
    let table = Table(["round", "json ms", "html ms"], output: run.output)
    var series: [ReportFormat: Series] = [.json: Series(), .html: Series()]
    var bytes: [ReportFormat: Int] = [:]
    // The first round warms the caches and does not count.
    for round in 0...run.rounds {
      var medians: [ReportFormat: Series] = [.json: Series(), .html: Series()]
      for _ in 0..<reports {
        for format in [ReportFormat.json, .html] {
          let start = clock.now
          let text = try Reports.Report.load(connection: connection, unit: province.code, period: ReportGround.period)
            .render(format)
          medians[format]?.append(start.duration(to: clock.now) / .milliseconds(1))
          bytes[format] = text.utf8.count
        }
      }
      guard round > 0, let json = medians[.json]?.median, let html = medians[.html]?.median else { continue }
      series[.json]?.append(json)
      series[.html]?.append(html)
      table.row(["\(round)", Table.number(json), Table.number(html)])
      try run.round(round, ["json_ms": json, "html_ms": html])
    }
    var summary = Summary(Self.name)
    for (format, key) in [(ReportFormat.json, "json_ms"), (.html, "html_ms")] {
      guard let series = series[format] else { continue }
      summary.set(key, series.median, digits: 2)
      summary.set("\(key)_low", series.low, digits: 2)
      summary.set("\(key)_high", series.high, digits: 2)
    }
    summary.set("registrations", registrations)
    summary.set("of_province", Int(province.registrations))
    summary.set("html_kb", (bytes[.html] ?? 0) / 1024)
    summary.set("members", Int(province.members))
    return summary
  }
}
