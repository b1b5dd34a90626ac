/// What the overlap index keeps of a model's title; a function of its comparison key alone.
///
/// Titles with the same words before their address are one group. Groups with similar words share a bucket: MinHash
/// (Broder 1997) over the trigrams of the group, in bands. `registry.title_signature` gives the same in SQL.
public struct TitleSignature: Sendable, Equatable {
  /// Bands of the MinHash.
  ///
  /// Groups of similarity s share a bucket with probability 1 − (1 − s⁶)¹²: 0,78 at s = 0,7, 0,97 at 0,8, 1,00 at 0,9. The
  /// group of equal words needs no bucket.
  static let bands = 12
  /// Rows of a band.
  static let rows = 6
  /// Bits of a trigram filter.
  static let width = 512

  /// The group: a hash of the plain words before the address, sorted; 62 bits.
  public let group: Int64
  /// The buckets of the group, one a band; 31 bits each.
  public let buckets: [Int32]
  /// The trigrams of the group's words, each a bit.
  public let groupBits: [UInt64]
  /// The trigrams of the whole title, each a bit.
  public let bits: [UInt64]

  private static let draws = ShortHash.drawn(bands * rows * 2)

  /// Makes the signature of a title.
  /// - Parameter key: Its comparison key; about 10 µs for 60 characters.
  public init(key: String) {
    let words = KeyWords(key)
    let plain = Self.plainWords(words, before: TitleCore.end(of: words))
    group = Self.group(plain)
    let hashes = Self.hashes(Trigrams(words: plain))
    buckets = Self.buckets(hashes)
    groupBits = Self.filter(hashes)
    bits = Self.filter(Self.hashes(Trigrams(words: words)))
  }

  /// The members of a JSON object: `group`, `buckets`, `group_bits` and `bits`, these as PostgreSQL writes bits in hexadecimal.
  public var members: [JSON.Member] {
    [
      JSON.Member("group", .number(String(group))),
      JSON.Member("buckets", .array(buckets.map { .number(String($0)) })),
      JSON.Member("group_bits", .string(Self.hex(groupBits))), JSON.Member("bits", .string(Self.hex(bits))),
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

  /// The words without marks, sorted, each once, without those that say nothing.
  private static func plainWords(_ words: KeyWords, before end: Int) -> KeyWords {
    var kept = (0..<end).filter { !TitleCore.empty.contains(words.text($0)) }
    if kept.isEmpty { kept = Array(0..<end) }
    var plain = kept.map { words[$0].map(PlainLetters.plain) }
    plain.sort { $0.lexicographicallyPrecedes($1) }
    var result = KeyWords()
    for (index, word) in plain.enumerated() where index == 0 || plain[index - 1] != word { result.append(word) }
    return result
  }

  private static func group(_ words: KeyWords) -> Int64 {
    var (high, low): (UInt64, UInt64) = (1, 1)
    for word in words.all {
      for value in words[word] {
        high = ShortHash.add(UInt64(value), to: high)
        low = ShortHash.add(UInt64(value), to: low, factor: 48271)
      }
      high = ShortHash.add(0x20, to: high)
      low = ShortHash.add(0x20, to: low, factor: 48271)
    }
    return Int64(high << 31 | low)
  }

  private static func hashes(_ trigrams: Trigrams) -> [UInt64] {
    trigrams.codes.map { code in
      let pair = ShortHash.add(code >> 21 & 0x1F_FFFF, to: code >> 42)
      return ShortHash.add(code & 0x1F_FFFF, to: pair)
    }
  }

  private static func buckets(_ hashes: [UInt64]) -> [Int32] {
    (0..<bands).map { band in
      var bucket = UInt64(band + 1)
      for row in 0..<rows {
        let draw = (band * rows + row) * 2
        let (multiplier, addend) = (draws[draw], draws[draw + 1])
        var least = ShortHash.prime
        for hash in hashes { least = min(least, ShortHash.reduced(hash * multiplier + addend)) }
        bucket = ShortHash.add(least, to: bucket)
      }
      return Int32(bucket)
    }
  }

  private static func filter(_ hashes: [UInt64]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: width / 64)
    for hash in hashes {
      let bit = Int(hash % UInt64(width))
      bits[bit / 64] |= 1 << UInt64(bit % 64)
    }
    return bits
  }
}
