internal import ArgumentParser
internal import Daemon
internal import DemoData
internal import Postgres

/// `dvkd demo-data`.
struct DemoDataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo-data",
    abstract: "Write the simulated data of five localities into an empty, migrated database.",
    discussion: """
      Units, blocks, campaigns and claims are written by their SQL functions, dossiers by registry.submit only. The data
      are the same in every run. A second call before the supplements changes nothing.
      """)

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var output: FormatOptions

  @Flag(
    help: "Hand in the second versions of dossiers returned for supplement; after the daemon judged the first ones.")
  var supplements = false

  private struct Answer: Encodable {
    let units: Int
    let campaigns: Int
    let claims: Int
    let submissions: Int
    let repeated: Int
    let withdrawn: Int
  }

  mutating func run() throws {
    let configuration = try options.read()
    let connection = try Connection(
      configuration.database, applicationName: "dvkd/demo-data")
    let isQuiet = output.wantsJSON
    let counts = try DemoData.write(connection: connection, phase: supplements ? .supplements : .filing) { line in
      if !isQuiet { print(line) }
    }
    if isQuiet {
      print(
        try JSONText.line(
          Answer(
            units: counts.units, campaigns: counts.campaigns, claims: counts.claims, submissions: counts.submissions,
            repeated: counts.repeated, withdrawn: counts.withdrawn)))
    } else {
      print(
        "\(counts.submissions) dossiers handed in, \(counts.repeated) sent again under the same key, "
          + "\(counts.withdrawn) withdrawn")
    }
  }
}
