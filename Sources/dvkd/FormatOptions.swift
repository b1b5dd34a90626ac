internal import ArgumentParser

/// How a command prints data.
struct FormatOptions: ParsableArguments {
  /// The formats every such command has.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How to print.")
  var format: Format = .text

  @Flag(help: "Short for --format json.")
  var json = false

  /// Whether JSON is wanted.
  var wantsJSON: Bool { json || format == .json }
}
