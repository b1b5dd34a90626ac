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

  /// A word to look up among known ones; empty if it is longer than any of them or holds what none of them holds.
  ///
  /// Hashing a text brings it into normal form: 60,000 marks on one letter take a second.
  func known(_ word: Int) -> String {
    let isStrange =
      self[word].count > Self.longestKnown || self[word].contains { $0 > 0x1B0 && !Self.toned.contains($0) }
    return isStrange ? "" : text(word)
  }

  func text(_ words: Range<Int>) -> String { words.map(text).joined(separator: " ") }

  private func text(_ word: Int) -> String { string(of: self[word]) }

  private static let longestKnown = 8
  private static let toned: ClosedRange<UInt32> = 0x1EA0...0x1EF9

  mutating func append(_ word: some Sequence<UInt32>) {
    scalars.append(contentsOf: word)
    ends.append(scalars.count)
  }
}
