internal import ArgumentParser
internal import Daemon
internal import Glibc
internal import Postgres
internal import Schema

/// `dvkd run`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the daemon in the foreground.",
    discussion: """
      SIGTERM or SIGINT: stop claiming, finish the batches in hand, exit 0; a second one rolls them back. SIGHUP: read the
      configuration again. The log goes to standard error.
      """)

  @OptionGroup var options: ConfigurationOptions

  @Option(help: ArgumentHelp("The directory that holds sql/ and config/templates.", valueName: "path"))
  var shareDir: String?

  mutating func run() throws {
    // Before anything else: a SIGTERM that comes earlier ends the process at once.
    let signals = SignalWatch()
    let sources = options.sources
    let configuration = try Configuration(sources)
    let templates =
      try configuration.templatesDirectory ?? ShareDirectory.locate(named: shareDir).file("config/templates")
    let handlers = try StandardHandlers.make(for: configuration.pools, templates: templates)
    let process = DaemonProcess(
      version: Version.number, sources: sources, configuration: configuration, handlers: handlers, signals: signals,
      checkSchema: Self.checkSchema)
    let (code, clean) = process.run()
    // Lanes that could not be ended still run: leave without the work of exit(3), which they could see.
    if clean { Glibc.exit(code) } else { Glibc._exit(code) }
  }

  private static func checkSchema(_ connection: borrowing Connection) throws(PostgresError) -> SchemaVerdict {
    switch try SchemaGate.check(connection) {
    case .open(let version, let known): .usable(version: version, known: known)
    case .closed(let reason): .unusable(reason: reason)
    }
  }
}
