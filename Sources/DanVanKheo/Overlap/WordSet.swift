/// A few words of a language, asked for by scalars: no string is made, and none is hashed.
struct WordSet: Sendable {
  /// Of each word its length and first scalar: looked through first, as nearly all differ in one of them.
  private let heads: [UInt64]
  private let words: [[UInt32]]

  /// - Parameter words: Words of a comparison key; empty ones are in no key.
  init(_ words: some Sequence<String>) {
    self.words = words.map { $0.unicodeScalars.map(\.value) }
    heads = self.words.map { Self.head($0[...]) }
  }

  /// The place of a word in the list; nil if it is not there.
  func place(of word: ArraySlice<UInt32>) -> Int? {
    let head = Self.head(word)
    for place in heads.indices where heads[place] == head {
      if words[place].elementsEqual(word) { return place }
    }
    return nil
  }

  func contains(_ word: ArraySlice<UInt32>) -> Bool { place(of: word) != nil }

  private static func head(_ word: ArraySlice<UInt32>) -> UInt64 {
    UInt64(word.count) << 32 | UInt64(word.first ?? 0)
  }
}

extension WordSet: ExpressibleByArrayLiteral {
  init(arrayLiteral words: String...) { self.init(words) }
}
