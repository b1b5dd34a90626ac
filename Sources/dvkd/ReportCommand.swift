internal import ArgumentParser
internal import Daemon
internal import Postgres
internal import Reports

/// `dvkd report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print the statistics of a unit with all below it in a period.",
    discussion: """
      A code is resolved on the period's last day (--basis historical) or today (--basis current); one that several units have
      is an error that lists them. Periods: 2021, 2021-H1, 2021-9M, 2021-Q3, 2018-2020.
      """)

  @OptionGroup var options: ConfigurationOptions

  @Option(help: ArgumentHelp("The unit's code, as 06 or DB-TP-BACKAN.", valueName: "code"))
  var unit: String

  @Option(help: ArgumentHelp("The period, as 2021 or 2018-2020.", valueName: "period"))
  var period: String

  @Option(help: "How to print.")
  var format: ReportFormat = .text

  @Option(help: "Between the fields of csv: semicolon goes with decimal commas (Vietnamese Excel), comma with points.")
  var delimiter: CSVDelimiter = .semicolon

  @Flag(help: "Short for --format json.")
  var json = false

  @Option(help: "Which units figures are shown on.")
  var basis: Report.Basis = .historical

  @Option(help: ArgumentHelp("Leave out what is dated after this day, as 2021-09-30.", valueName: "date"))
  var asOf: ReportDay?

  mutating func run() throws {
    let configuration = try options.read()
    let connection = try Connection(configuration.database, applicationName: "dvkd/report")
    let report = try Report.load(
      connection: connection, unit: unit, period: period, basis: basis, asOf: asOf?.date)
    print(report.render(json ? .json : format, delimiter: delimiter), terminator: "")
  }
}
