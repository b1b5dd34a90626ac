internal import ArgumentParser
internal import Daemon

/// `dvkd dump-config`.
struct DumpConfig: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the configuration in effect, each value with its origin.",
    discussion: "The text is TOML and can be used as a file. Passwords are printed as ***.")

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var output: FormatOptions

  mutating func run() throws {
    let dump = ConfigurationDump(try options.read())
    print(output.wantsJSON ? dump.json : dump.toml)
  }
}
