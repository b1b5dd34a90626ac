/// What the overlap index keeps of a model's title; a function of its comparison key alone.
///
/// Titles come from templates with a place at their end, and differ in a word or two. So the words before the address,
/// without marks, are dealt into three parts by a hash of each word, and each part that is equal makes two titles
/// candidates: a word mistyped, added or left out changes one part of three. Titles that share a part lie side by side in
/// the index, each once however many models have it, with a bit for each trigram, so that the unlike are told apart at
/// once. `registry.title_signature` gives the same in SQL.
public struct TitleSignature: Sendable, Equatable {
  /// Parts the words are dealt into.
  static let partCount = 3
  /// Bits of a trigram filter.
  static let width = 512

  /// The parts: a hash of the words of each, 62 bits; all words for a part that got none.
  public let parts: [Int64]
  /// The trigrams of the words before the address, without marks, each a bit.
  public let coreBits: [UInt64]
  /// The number of the title, 62 bits: a hash of `coreBits`, so that titles that cannot be told apart by them are one.
  public let title: Int64

  /// Makes the signature of a title; a few microseconds for 60 characters.
  /// - Parameter key: Its comparison key.
  public init(key: String) {
    let words = KeyWords(key)
    let plain = Self.plainWords(words, before: TitleCore.end(of: words))
    parts = Self.parts(plain)
    coreBits = Self.filter(Trigrams(words: plain))
    title = Self.number(coreBits)
  }

  /// The members of a JSON object: `parts`, `title` and `core_bits`, these as PostgreSQL reads bits in hexadecimal.
  public var members: [JSON.Member] {
    [
      JSON.Member("parts", .array(parts.map { .number(String($0)) })), JSON.Member("title", .number(String(title))),
      JSON.Member("core_bits", .string(Self.hex(coreBits))),
    ]
  }

  /// Bits as PostgreSQL reads them: x and hexadecimal digits, the first bit the highest of the first digit.
  public static func hex(_ bits: [UInt64]) -> String {
    let digits = Array("084c2a6e195d3b7f".utf8)
    var text = [UInt8(ascii: "x")]
    for word in bits {
      for shift in stride(from: UInt64(0), to: 64, by: 4) { text.append(digits[Int(word >> shift & 15)]) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The share of the bits set in both among those set in either: the trigram similarity, at most a little too high.
  static func similarity(_ one: [UInt64], _ other: [UInt64]) -> Double {
    var (both, either) = (0, 0)
    for (a, b) in zip(one, other) {
      both += (a & b).nonzeroBitCount
      either += (a | b).nonzeroBitCount
    }
    return either == 0 ? 0 : Double(both) / Double(either)
  }

  /// The words without marks, sorted, each once, without those that any title may have.
  private static func plainWords(_ words: KeyWords, before end: Int) -> KeyWords {
    var kept = (0..<end).filter { !TitleCore.dull.contains(words[$0]) }
    if kept.count < 2 { kept = Array(0..<end) }
    var plain = kept.map { words[$0].map(PlainLetters.plain) }
    plain.sort { $0.lexicographicallyPrecedes($1) }
    var result = KeyWords()
    for (index, word) in plain.enumerated() where index == 0 || plain[index - 1] != word { result.append(word) }
    return result
  }

  /// Deals the words out and hashes each part.
  private static func parts(_ words: KeyWords) -> [Int64] {
    var whole = PartHash(seed: UInt64(partCount) + 1)
    var parts = (1...partCount).map { PartHash(seed: UInt64($0)) }
    for word in words.all {
      let hash = words[word].reduce(1) { ShortHash.add(UInt64($1), to: $0) }
      whole.add(hash)
      // Multiplied once more: the last letter alone must not decide.
      parts[Int(ShortHash.reduced(hash * 48271) % UInt64(partCount))].add(hash)
    }
    return parts.map { $0.isEmpty ? whole.value : $0.value }
  }

  /// Hashes bits in runs of sixteen, the first bit of each the highest, as `registry.title_number` does.
  private static func number(_ bits: [UInt64]) -> Int64 {
    var hash = PartHash(seed: 1)
    for word in bits {
      for start in stride(from: UInt64(0), to: 64, by: 16) {
        var run: UInt64 = 0
        for bit in start..<start + 16 { run = run << 1 | word >> bit & 1 }
        hash.add(run)
      }
    }
    return hash.value
  }

  private static func filter(_ trigrams: Trigrams) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: width / 64)
    for code in trigrams.codes {
      let pair = ShortHash.add(code >> 21 & 0x1F_FFFF, to: code >> 42)
      let bit = Int(ShortHash.add(code & 0x1F_FFFF, to: pair) % UInt64(width))
      bits[bit / 64] |= 1 << UInt64(bit % 64)
    }
    return bits
  }
}
