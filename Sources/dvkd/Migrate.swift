internal import ArgumentParser
internal import Daemon
internal import Schema

/// `dvkd migrate`.
struct Migrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the database to this program's schema.",
    discussion: """
      Applies migrations, functions, reference data and grants of the share directory. Idempotent, and safe to run by several
      processes at once. The role must be a superuser, or own the database and be allowed to create roles.
      """)

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var output: FormatOptions

  @Flag(help: "Change nothing; tell what would be done and exit 1 if there is anything.")
  var check = false

  @Flag(help: "Print every reference row that does not fit, not only the first of each file.")
  var allWarnings = false

  @Option(help: ArgumentHelp("The directory that holds sql/.", valueName: "path"))
  var shareDir: String?

  private struct Answer: Encodable {
    let upToDate: Bool
    let from: Int
    let to: Int
    let migrations: [String]
    let changed: [String]
    let warnings: [Warning]
  }

  private struct Warning: Encodable {
    let path: String
    let row: String
    let problem: String
  }

  mutating func run() throws {
    let configuration = try options.read()
    let files = try SchemaFiles(ShareDirectory.locate(named: shareDir))
    guard files.latestVersion == SchemaVersion.known else {
      throw SchemaError.file(
        path: "migrations",
        problem: "they end at \(files.latestVersion), this program was made for \(SchemaVersion.known)")
    }
    let migrator = Migrator(files: files)
    let report = check ? try migrator.check(configuration.database) : try migrator.migrate(configuration.database)
    try tell(report)
    if check, !report.isUpToDate { throw CommandEnd.failed }
  }

  private func tell(_ report: MigrationReport) throws {
    if output.wantsJSON {
      print(
        try JSONText.line(
          Answer(
            upToDate: report.isUpToDate, from: report.from, to: report.to, migrations: report.migrations,
            changed: report.changed,
            warnings: report.warnings.map { Warning(path: $0.path, row: $0.row, problem: $0.problem) })))
      return
    }
    for path in Set(report.warnings.map(\.path)).sorted() { warn(path, report.warnings.filter { $0.path == path }) }
    let verb = check ? "due" : "applied"
    for path in report.migrations + report.changed { print("\(verb) \(path)") }
    let state = report.isUpToDate ? "is up to date" : check ? "is behind" : "is now up to date"
    print("schema version \(report.isUpToDate || check ? report.from : report.to) of \(report.to) \(state)")
  }

  /// Rows shown of each file unless all are wanted: a nationwide list has dozens that do not fit.
  private static let shownRows = 3

  private func warn(_ path: String, _ warnings: [MigrationReport.Warning]) {
    for warning in warnings.prefix(allWarnings ? warnings.count : Self.shownRows) {
      Terminal.warning(path + ": " + (warning.row.isEmpty ? "" : warning.row + ": ") + warning.problem)
    }
    let rest = warnings.count - Self.shownRows
    if !allWarnings, rest > 0 { Terminal.warning("\(path): \(rest) more; --all-warnings shows them") }
  }
}
