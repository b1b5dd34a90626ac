internal import ArgumentParser

/// The root command: lists the others.
struct Dvkd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dvkd",
    abstract: "Background jobs of the Dân vận khéo portal.",
    discussion: """
      Configuration comes from --config, DVKD_CONFIG or /etc/dvkd/dvkd.toml, overridden by DVKD_… variables.
      Exit codes: 0 done, 1 failed, 2 usage, 78 bad configuration or unsupported schema.
      """,
    version: Version.number,
    subcommands: [
      Run.self, Migrate.self, CheckConfig.self, DumpConfig.self, Status.self, Enqueue.self, ReportCommand.self,
      CheckCommand.self, TextCommand.self, DemoDataCommand.self, VersionCommand.self,
    ])
}
