/// The trigrams of a comparison key, as PostgreSQL's pg_trgm takes them: two spaces before each word, one behind it.
///
/// A set: how often a trigram occurs does not count, nor does the order of the words.
public struct Trigrams: Sendable {
  /// Three scalars of 21 bits each, ascending, each once.
  public let codes: [UInt64]

  /// Takes the trigrams of a comparison key; linear in its length but for the sorting.
  /// - Parameter key: Words separated by single spaces, as `nameKey` gives them.
  public init(key: String) { self.init(words: KeyWords(key)) }

  init(words: KeyWords) { self.init(words: words, words.all) }

  /// Takes the trigrams of some of the words.
  init(words: KeyWords, _ some: Range<Int>) {
    var codes: [UInt64] = []
    codes.reserveCapacity(words.scalars.count + some.count)
    for word in some {
      var code: UInt64 = 0x20 << 21 | 0x20
      for value in words[word] {
        code = (code << 21 | UInt64(value)) & 0x7FFF_FFFF_FFFF_FFFF
        codes.append(code)
      }
      codes.append((code << 21 | 0x20) & 0x7FFF_FFFF_FFFF_FFFF)
    }
    codes.sort()
    var kept = 0
    for code in codes where kept == 0 || codes[kept - 1] != code {
      codes[kept] = code
      kept += 1
    }
    codes.removeLast(codes.count - kept)
    self.codes = codes
  }

  /// How many there are.
  public var count: Int { codes.count }

  /// How alike two keys are: what they share, of all that either has; 0...1, and 0 if both are empty.
  public func similarity(to other: Trigrams) -> Double {
    let shared = shared(with: other)
    let all = count + other.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  /// How much of the shorter key is in the longer one, 0...1: an added clause does not count.
  func containment(in other: Trigrams) -> Double {
    let least = min(count, other.count)
    return least == 0 ? 0 : Double(shared(with: other)) / Double(least)
  }

  private func shared(with other: Trigrams) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < codes.count, j < other.codes.count {
      let (mine, theirs) = (codes[i], other.codes[j])
      if mine == theirs { shared += 1 }
      if mine <= theirs { i += 1 }
      if theirs <= mine { j += 1 }
    }
    return shared
  }
}
