internal import ArgumentParser
internal import Schema

/// The program's own number.
enum Version {
  /// Raised with each release, as CHANGELOG.md tells.
  static let number = "0.1.0"
}

/// `dvkd version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the version, and the schema version it runs with.")

  @OptionGroup var output: FormatOptions

  private struct Facts: Encodable {
    let version: String
    let schema: Int
  }

  mutating func run() throws {
    let facts = Facts(version: Version.number, schema: SchemaVersion.known)
    print(output.wantsJSON ? try JSONText.line(facts) : "dvkd \(facts.version) (schema \(facts.schema))")
  }
}
