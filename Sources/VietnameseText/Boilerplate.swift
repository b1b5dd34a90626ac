/// The phrases that portals leave in copied text: buttons, templates, related news (nội dung rác của cổng thông tin).
///
/// The rows are data: `sql/reference/boilerplate.csv`, also `registry.boilerplate`. Case and punctuation do not count;
/// a word also ends before a capital, for menus are glued to text (`Bài trướcChợ Đồn`).
public struct Boilerplate: Sendable {
  /// What a phrase marks.
  public enum Kind: String, Sendable, Hashable {
    /// Rubbish: a button, a template's name.
    case leftover
    /// The head of a list of other news: it and all behind it are not the article.
    case related
    /// A link to one other article: its line is not the article.
    case neighbour
  }

  /// Where a phrase counts.
  public enum Place: String, Sendable, Hashable {
    /// Anywhere in a line.
    case anywhere
    /// Only at the start of a line.
    case start
    /// Only if nothing but such phrases stands in the line.
    case line
  }

  /// One row of the list.
  public struct Row: Sendable, Hashable {
    /// The phrase, in any case.
    public var phrase: String
    /// What it marks.
    public var kind: Kind
    /// Where it counts.
    public var place: Place

    /// Makes a row.
    public init(phrase: String, kind: Kind, place: Place) {
      self.phrase = phrase
      self.kind = kind
      self.place = place
    }
  }

  /// A row by the hashes of its words.
  struct Phrase: Sendable {
    var words: [UInt32]
    var kind: Kind
    var place: Place
  }

  /// Phrases by their first word, longer ones first.
  private var phrases: [UInt32: [Phrase]] = [:]
  /// First words by their lowest bits, so that most words of a text need no look-up.
  private var firsts = [Bool](repeating: false, count: 1024)

  /// Makes an empty list.
  public init() {}

  /// Makes a list; phrases without a word are left out.
  public init(_ rows: [Row]) {
    for row in rows {
      let scalars = scalarValues(of: precomposed(row.phrase))
      let words = BoilerplateWords(scalars, scalars.indices).hashes
      guard let first = words.first else { continue }
      phrases[first, default: []].append(Phrase(words: words, kind: row.kind, place: row.place))
      firsts[Int(first & 1023)] = true
    }
    for first in phrases.keys { phrases[first]?.sort { $0.words.count > $1.words.count } }
  }

  /// Reads the project's own CSV form: a header line, then `phrase,kind,place` without quotes.
  ///
  /// - Parameter csv: The text of `boilerplate.csv`. Lines of another shape are left out.
  public init(csv: String) {
    self.init(
      csv.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 3, let kind = Kind(rawValue: cells[1]), let place = Place(rawValue: cells[2])
        else { return nil }
        return Row(phrase: cells[0], kind: kind, place: place)
      })
  }

  /// The phrases that begin with a word.
  func phrases(from word: UInt32) -> [Phrase] { firsts[Int(word & 1023)] ? phrases[word] ?? [] : [] }
}

/// The words of a line as phrases are compared by.
struct BoilerplateWords {
  /// A hash of each word in lower case.
  private(set) var hashes: [UInt32] = []
  /// Where each word stands.
  private(set) var ranges: [Range<Int>] = []

  init(_ scalars: [UInt32], _ line: Range<Int>) {
    hashes.reserveCapacity(line.count / 4)
    ranges.reserveCapacity(line.count / 4)
    var start = -1
    var hash: UInt32 = 0
    var wasSmall = false
    for at in line {
      let value = scalars[at]
      let letter = VietnameseLetter(value)
      let isUpper = letter?.isUpper == true
      if letter != nil || (0x30...0x39).contains(value) || value > 0xBF && isLetter(value) {
        if start >= 0, isUpper, wasSmall {
          end(start..<at, hash)
          start = -1
        }
        if start < 0 {
          start = at
          hash = 2_166_136_261
        }
        hash = (hash ^ (isUpper ? lower(value) : value)) &* 16_777_619
        wasSmall = letter != nil && !isUpper
      } else if start >= 0 {
        end(start..<at, hash)
        start = -1
        wasSmall = false
      }
    }
    if start >= 0 { end(start..<line.upperBound, hash) }
  }

  private mutating func end(_ range: Range<Int>, _ hash: UInt32) {
    ranges.append(range)
    hashes.append(hash)
  }

  /// A capital of Vietnamese in lower case.
  private func lower(_ value: UInt32) -> UInt32 {
    switch value {
    case 0..<0x100: value + 0x20
    default: value + 1
    }
  }
}
