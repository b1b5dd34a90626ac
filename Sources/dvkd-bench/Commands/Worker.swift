import ArgumentParser
import Daemon
import Foundation
import Glibc
import JobQueue
import Postgres
import Schema

/// The daemon's own process, started by the benchmarks that kill, stop or watch one.
///
/// It is `dvkd run` with the same signals, configuration and schema gate, on the same engine; so `dvkd` need not be built.
struct Worker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "A daemon process for the other benchmarks.", shouldDisplay: false)

  @Option(help: "Where the database is.")
  var database: String

  @Option(help: "A configuration file.")
  var config: String

  @Option(
    help:
      "Microseconds that a job takes whose only effect is a row in bench.effect; without it, the program's own handlers."
  )
  var effectCost: Int?

  @Option(help: "The schema version it was written for, so that daemons of two releases can be run side by side.")
  var schemaVersion = SchemaVersion.known

  func run() throws {
    // Before anything else: a SIGTERM that comes earlier ends the process at once.
    let signals = SignalWatch()
    endWithParent()
    let sources = ConfigurationSources(
      file: config, database: database, environment: ProcessInfo.processInfo.environment)
    let configuration = try Configuration(sources)
    let handlers =
      if let effectCost {
        [EffectHandler.make(cost: .microseconds(effectCost))]
      } else {
        try StandardHandlers.make(
          for: configuration.pools, templates: ShareDirectory.locate().file("config/templates"))
      }
    let process = DaemonProcess(
      version: "bench", sources: sources, configuration: configuration, handlers: handlers, signals: signals,
      checkSchema: checkSchema)
    let (code, clean) = process.run()
    // Lanes that could not be ended still run: leave without the work of exit(3), which they could see.
    if clean { Glibc.exit(code) } else { Glibc._exit(code) }
  }

  /// The benchmark holds the other end of the standard input: when it is gone, nobody waits for this process.
  private func endWithParent() {
    DispatchQueue(label: "dvkd-bench.parent").async { @Sendable in
      while !FileHandle.standardInput.availableData.isEmpty {}
      Glibc._exit(70)
    }
  }

  private func checkSchema(_ connection: borrowing Connection) throws(PostgresError) -> SchemaVerdict {
    switch try SchemaGate.check(connection, known: schemaVersion) {
    case .open(let version, let known): .usable(version: version, known: known)
    case .closed(let reason): .unusable(reason: reason)
    }
  }
}
