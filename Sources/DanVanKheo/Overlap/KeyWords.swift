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

  /// Some of the words as they stand in the key, joined by spaces.
  func text(_ words: Range<Int>) -> String {
    var text = ""
    for word in words {
      if word > words.lowerBound { text.append(" ") }
      for value in self[word] { text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    }
    return text
  }

  mutating func append(_ word: some Sequence<UInt32>) {
    scalars.append(contentsOf: word)
    ends.append(scalars.count)
  }
}
