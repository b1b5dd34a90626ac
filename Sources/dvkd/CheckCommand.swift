internal import ArgumentParser
internal import DanVanKheo
internal import FoundationEssentials
internal import VietnameseText

/// `dvkd check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lint text files by the rules that need nothing but the text.",
    discussion: """
      Needs no database and no configuration. Prints one line a finding, as compilers do: file:line:column: severity code: \
      message. Lines and columns count from 1, columns in Unicode scalars; end_line and end_column name the place behind the \
      last character. Severities: L blocks, C asks a person to confirm, G was or can be tidied. The exit code is 1 if there \
      is an L, or a file that cannot be read or is not UTF-8.
      """)

  /// The rule set whose rows hold the rules of running text.
  private static let ruleSet = 2

  @OptionGroup var output: FormatOptions

  @Option(
    help: ArgumentHelp("Where the shipped files are; found beside the program by default.", valueName: "directory"))
  var shareDir: String?

  @Argument(help: "The files to check; - is standard input.")
  var files: [String]

  func run() throws {
    let reference = try ReferenceFiles(shareDir)
    let catalogue = try RuleCatalogue(
      version: Self.ruleSet, rules: reference.text("rules.csv"), abbreviations: reference.text("abbreviations.csv"),
      boilerplate: reference.text("boilerplate.csv"), words: reference.text("words.csv"))
    let today = try Self.today()
    var hasFailed = false
    for file in files {
      guard let text = Self.read(file) else {
        hasFailed = true
        continue
      }
      let lines = TextPlaces(text)
      for finding in checkText(text, catalogue: catalogue, on: today) {
        hasFailed = hasFailed || finding.severity == .error
        let start = lines.place(finding.range.lowerBound)
        if output.wantsJSON {
          print(Self.json(finding, file, start, lines.place(finding.range.upperBound)))
        } else {
          print(
            "\(file):\(start.line):\(start.column): \(finding.severity.rawValue) \(finding.code.rawValue): \(finding.message)"
          )
        }
      }
    }
    if hasFailed { throw CommandEnd.failed }
  }

  /// The text of a file; nil after a message if there is none.
  private static func read(_ file: String) -> String? {
    var bytes: [UInt8]
    do {
      bytes = try InputBytes.read(file)
    } catch {
      Terminal.error("cannot read \(file): \(error.reason)")
      return nil
    }
    // The byte-order mark is the file's, not the text's.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      Terminal.error("\(file) is not UTF-8 text")
      return nil
    }
    return text
  }

  /// Today in Việt Nam, whose law the rules follow.
  private static func today() throws -> CalendarDay {
    // Seven hours ahead, all year.
    let day = Int64((Date().timeIntervalSince1970 / 3600 + 7) / 24)
    guard let today = CalendarDay(daysSince1970: day) else {
      Terminal.error("the clock shows no day of this era")
      throw CommandEnd.failed
    }
    return today
  }

  private static func json(
    _ finding: CheckedFinding, _ file: String, _ start: TextPlaces.Place, _ end: TextPlaces.Place
  ) -> String {
    JSON.object([
      JSON.Member("file", .string(file)), JSON.Member("line", .number(String(start.line))),
      JSON.Member("column", .number(String(start.column))), JSON.Member("end_line", .number(String(end.line))),
      JSON.Member("end_column", .number(String(end.column))), JSON.Member("code", .string(finding.code.rawValue)),
      JSON.Member("severity", .string(finding.severity.rawValue)), JSON.Member("message", .string(finding.message)),
      JSON.Member("excerpt", .string(finding.excerpt)), JSON.Member("data", finding.data),
    ]).written
  }
}
