internal import ArgumentParser
internal import VietnameseText

/// `dvkd text key`.
struct TextKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "The key by which names are compared, one JSON string a line.",
    discussion: """
      Form, case, punctuation, tone-mark style and known abbreviations do not count. An empty line gives "", a line that \
      is not UTF-8 gives null.
      """)

  @Option(help: ArgumentHelp("Where the shipped files are; default: beside the program.", valueName: "directory"))
  var shareDir: String?

  @Flag(help: "The key without diacritics, by which candidates are searched; never for equality.")
  var search = false

  func run() throws {
    let dictionary = AbbreviationDictionary(csv: try ReferenceFiles(shareDir).text("abbreviations.csv"))
    try TextLines.answer(unreadable: "null") { line in
      try JSONText.line(search ? searchKey(line, dictionary: dictionary) : nameKey(line, dictionary: dictionary))
    }
  }
}
