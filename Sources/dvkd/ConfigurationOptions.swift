internal import ArgumentParser
internal import Daemon
internal import FoundationEssentials

/// Options of every command that reads the configuration.
struct ConfigurationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The configuration file.", valueName: "path"))
  var config: String?

  @Option(help: ArgumentHelp("The database, over file and environment.", valueName: "conninfo"))
  var database: String?

  /// Where the configuration comes from.
  var sources: ConfigurationSources {
    ConfigurationSources(file: config, database: database, environment: ProcessInfo.processInfo.environment)
  }

  /// Reads it all.
  func read() throws(ConfigurationError) -> Configuration { try Configuration(sources) }
}
