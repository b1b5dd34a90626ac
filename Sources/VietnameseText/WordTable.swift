/// A fixed table of words by their hash, for look-ups at every word of a text.
///
/// Quicker than a dictionary: the hashes need no mixing of their own, and most look-ups end at the first place.
struct WordTable<Value: Sendable>: Sendable {
  /// By place; 0 where nothing is.
  private var hashes: [UInt64]
  private var values: [Value?]
  private let mask: Int

  /// Makes the table; each hash once, none of them 0.
  init(_ rows: [UInt64: Value]) {
    var size = 16
    // At most a quarter is taken, so a word that is not there is found out at once.
    while size < rows.count * 4 { size *= 2 }
    mask = size - 1
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    for (hash, value) in rows {
      var place = Self.place(hash) & mask
      while hashes[place] != 0 { place = (place + 1) & mask }
      hashes[place] = hash
      values[place] = value
    }
  }

  /// The value of a word; nil for a word that is not in the table, and for 0.
  @inline(__always)
  subscript(_ hash: UInt64) -> Value? {
    var place = Self.place(hash) & mask
    while hashes[place] != 0 {
      if hashes[place] == hash { return values[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }
}
