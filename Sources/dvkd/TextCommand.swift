internal import ArgumentParser

/// `dvkd text`.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Read Vietnamese text: a line of JSON for each line of standard input.",
    discussion: """
      Needs no database and no configuration. A line that is not UTF-8 is named on standard error, and the exit code is 1 \
      at the end. Offsets are Unicode-scalar offsets into the line, half-open.
      """,
    subcommands: [TextReferences.self, TextQuantities.self, TextKey.self])
}
