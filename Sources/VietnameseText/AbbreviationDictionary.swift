/// The dictionary of abbreviations and place prefixes that comparison keys write out (từ điển chữ viết tắt).
///
/// The rows are data: `sql/reference/abbreviations.csv`, also `registry.abbreviation`.
public struct AbbreviationDictionary: Sendable {
  /// How an abbreviation is written out: the words of its key, tone marks unified, separated by spaces.
  enum Entry: Sendable {
    /// Wherever it stands: BHYT.
    case word([UInt32])
    /// Only before a name: TP., X.
    case prefix([UInt32])
    /// Only if one of these words follows: QP-AN.
    case pair([(word: [UInt32], long: [UInt32])])
  }

  private var entries: [(short: [UInt32], entry: Entry)] = []
  /// Positions in `entries` plus one by hash.
  ///
  /// Open addressing; 0 is free. A power of two, at most half full.
  private var table: [Int32] = [0, 0]

  /// No abbreviation has more characters than this; longer words need no look-up.
  private var longestWord = 0

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
      let short = NameWords(row.short)
      let long = Self.writtenOut(row.long)
      let first = short.ends.isEmpty ? [] : Array(short.scalars[short.range(0)])
      if short.ends.count == 2, !row.isPrefix {
        add(pair: Array(short.scalars[short.range(1)]), long, for: first)
      } else if short.ends.count == 1 {
        let entry = row.isPrefix ? Entry.prefix(long) : .word(long)
        add(entry, for: first)
        if first.last != 0x2E { add(entry, for: first + [0x2E]) }
      }
    }
    index()
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

  /// Looks a word up.
  ///
  /// - Parameters:
  ///   - scalars: Lower-case NFC scalars.
  ///   - range: The word in them.
  ///   - hash: Its `NameWords.hash`.
  /// - Returns: Nil if it is no abbreviation.
  func entry(_ scalars: [UInt32], _ range: Range<Int>, hash: UInt32) -> Entry? {
    guard range.count <= longestWord else { return nil }
    let mask = table.count - 1
    var slot = Int(hash) & mask
    while table[slot] != 0 {
      let found = Int(table[slot]) - 1
      if scalars[range].elementsEqual(entries[found].short) { return entries[found].entry }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The long form as it stands in a key.
  private static func writtenOut(_ long: String) -> [UInt32] {
    let words = NameWords(long)
    var key: [UInt32] = []
    for word in words.ends.indices {
      let body = words.body(word)
      if body.isEmpty { continue }
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: words.scalars[body])
      unifyToneStyle(&key, wordEndingAt: key.count)
    }
    return key
  }

  private mutating func add(_ entry: Entry, for short: [UInt32]) {
    longestWord = max(longestWord, short.count)
    if !entries.contains(where: { $0.short == short }) { entries.append((short, entry)) }
  }

  private mutating func add(pair second: [UInt32], _ long: [UInt32], for first: [UInt32]) {
    longestWord = max(longestWord, first.count)
    guard let at = entries.firstIndex(where: { $0.short == first }) else {
      entries.append((first, .pair([(second, long)])))
      return
    }
    guard case .pair(var seconds) = entries[at].entry else { return }
    if !seconds.contains(where: { $0.word == second }) { seconds.append((second, long)) }
    entries[at].entry = .pair(seconds)
  }

  private mutating func index() {
    var size = 4
    while size < entries.count * 2 { size *= 2 }
    table = Array(repeating: 0, count: size)
    for (number, item) in entries.enumerated() {
      var slot = Int(NameWords.hash(item.short)) & (size - 1)
      while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
      table[slot] = Int32(number + 1)
    }
  }
}
