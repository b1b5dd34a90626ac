/// The hash of some words of a title: two of 31 bits, so that no two of a million meet by chance.
struct PartHash {
  private var high: UInt64
  private var low: UInt64
  private(set) var isEmpty = true

  init(seed: UInt64) {
    high = seed
    low = seed
  }

  /// Adds the hash of a word.
  mutating func add(_ word: UInt64) {
    high = ShortHash.add(word, to: high)
    low = ShortHash.add(word, to: low, factor: 48271)
    isEmpty = false
  }

  /// 62 bits.
  var value: Int64 { Int64(high << 31 | low) }
}
