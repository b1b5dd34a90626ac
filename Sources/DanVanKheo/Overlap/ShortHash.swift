/// Hashing modulo the prime 2³¹ − 1: small enough that PostgreSQL's bigint can do the same sums.
enum ShortHash {
  static let prime: UInt64 = 0x7FFF_FFFF
  /// The factor between one value and the next.
  static let factor: UInt64 = 1_000_003

  /// The remainder of a number below 2⁶².
  static func reduced(_ value: UInt64) -> UInt64 {
    let folded = (value & prime) + (value >> 31)
    let twice = (folded & prime) + (folded >> 31)
    return twice >= prime ? twice - prime : twice
  }

  /// Adds a value to a hash.
  static func add(_ value: UInt64, to hash: UInt64, factor: UInt64 = factor) -> UInt64 {
    reduced(hash * factor + value)
  }
}
