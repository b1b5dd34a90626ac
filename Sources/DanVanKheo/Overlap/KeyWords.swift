import VietnameseText

/// The words of a comparison key as scalars: what the overlap code counts in.
struct KeyWords: Sendable {
  private(set) var scalars: [UInt32] = []
  private var ends: [Int] = []

  /// Cuts a key at its spaces.
  init(_ key: String) {
    scalars.reserveCapacity(key.utf8.count)
    for scalar in key.unicodeScalars {
      if scalar.value != 0x20 {
        scalars.append(scalar.value)
      } else if scalars.count > (ends.last ?? 0) {
        ends.append(scalars.count)
      }
    }
    if scalars.count > (ends.last ?? 0) { ends.append(scalars.count) }
  }

  init() {}

  var count: Int { ends.count }
  var all: Range<Int> { 0..<ends.count }

  subscript(_ word: Int) -> ArraySlice<UInt32> { scalars[(word == 0 ? 0 : ends[word - 1])..<ends[word]] }

  /// A word to look up among known ones; empty if it is longer than any of them.
  ///
  /// Hashing a text sorts the marks of each letter by insertion: 60,000 marks take a second.
  func known(_ word: Int) -> String { self[word].count <= Self.longestKnown ? text(word) : "" }

  func text(_ words: Range<Int>) -> String { words.map(text).joined(separator: " ") }

  private func text(_ word: Int) -> String { string(of: self[word]) }

  private static let longestKnown = 8

  mutating func append(_ word: some Sequence<UInt32>) {
    scalars.append(contentsOf: word)
    ends.append(scalars.count)
  }
}
