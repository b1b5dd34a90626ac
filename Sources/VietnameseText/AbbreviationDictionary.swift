/// The dictionary of abbreviations and place prefixes that comparison keys write out (từ điển chữ viết tắt).
///
/// The rows are data: `sql/reference/abbreviations.csv`, also `registry.abbreviation`.
public struct AbbreviationDictionary: Sendable {
  /// How an abbreviation is written out.
  enum Entry: Sendable {
    /// Wherever it stands: BHYT.
    case word(String)
    /// Only before a name: TP., X.
    case prefix(String)
    /// Only if one of these words follows: QP-AN.
    case pair([String: String])
  }

  private var entries: [String: Entry] = [:]

  /// No abbreviation has more characters than this; longer words need no look-up.
  private(set) var longestWord = 0

  /// One row of the dictionary.
  public struct Row: Sendable, Hashable {
    /// The abbreviation as people write it: `TP`, `X.` (only with its full stop), `QP-AN`.
    public var short: String
    /// What it stands for, in any writing.
    public var long: String
    /// True if it counts only before a name.
    public var isPrefix: Bool

    /// Makes a row.
    public init(short: String, long: String, isPrefix: Bool) {
      self.short = short
      self.long = long
      self.isPrefix = isPrefix
    }
  }

  /// Makes a dictionary without abbreviations.
  public init() {}

  /// Makes a dictionary; of two rows with the same abbreviation the first one counts.
  public init(_ rows: [Row]) {
    for row in rows {
      let short = NameWords(row.short).texts()
      let long = NameWords(row.long).texts().map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        .filter { !$0.isEmpty }.joined(separator: " ")
      if short.count == 2, !row.isPrefix {
        var seconds = [short[1]: long]
        if case .pair(let others) = entries[short[0]] { seconds.merge(others) { $1 } }
        add(.pair(seconds), for: short[0], replacing: true)
      } else if short.count == 1 {
        let entry = row.isPrefix ? Entry.prefix(long) : .word(long)
        add(entry, for: short[0], replacing: false)
        if !short[0].hasSuffix(".") { add(entry, for: short[0] + ".", replacing: false) }
      }
    }
  }

  /// Reads the project's own CSV form: a header line, then `short,long,kind` without quotes.
  ///
  /// - Parameter csv: The text of `abbreviations.csv`. Lines of another shape are left out.
  public init(csv: String) {
    let rows = csv.split(whereSeparator: \.isNewline).dropFirst().compactMap { line -> Row? in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 3 else { return nil }
      return Row(short: String(cells[0]), long: String(cells[1]), isPrefix: cells[2] == "prefix")
    }
    self.init(rows)
  }

  subscript(_ word: String) -> Entry? { entries[word] }

  private mutating func add(_ entry: Entry, for word: String, replacing: Bool) {
    if replacing || entries[word] == nil { entries[word] = entry }
    longestWord = max(longestWord, word.unicodeScalars.count)
  }
}
