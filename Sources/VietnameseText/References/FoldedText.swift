@_spi(_Unicode) import Swift

/// A text as the reader of references sees it: one byte a character, without case, tone and vowel marks.
///
/// Combining marks and invisible characters have no byte, so decomposed text reads as composed text does; every byte knows
/// the place of its scalar.
struct FoldedText {
  /// Small letters, digits and ASCII punctuation as they are, the codes below for the rest, capitals with `capital`.
  private(set) var bytes: [UInt8] = []
  /// Where in `scalars` each byte came from.
  private(set) var places: [Int32] = []
  /// The text as given.
  private(set) var scalars: [Unicode.Scalar] = []

  /// The bit of a capital letter.
  static let capital: UInt8 = 0x80
  /// The letter đ, which is no d.
  static let đ: UInt8 = 0x02
  /// A letter of another alphabet.
  static let foreign: UInt8 = 0x03
  /// Any other character.
  static let other: UInt8 = 0x01

  init(_ text: String) {
    let count = text.utf8.count
    bytes.reserveCapacity(count)
    places.reserveCapacity(count)
    scalars.reserveCapacity(count)
    let table = Self.table
    for scalar in text.unicodeScalars {
      let value = Int(scalar.value)
      let byte = value < table.count ? table[value] : Self.fold(scalar)
      if byte != 0 {
        bytes.append(byte)
        places.append(Int32(truncatingIfNeeded: scalars.count))
      }
      scalars.append(scalar)
    }
  }

  /// The byte at an index without its capital bit; a line end beyond the text.
  func letter(_ index: Int) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] & ~Self.capital : 0x0A
  }

  /// Tells whether the byte at an index is a capital letter.
  func isCapital(_ index: Int) -> Bool { index < bytes.count && bytes[index] & Self.capital != 0 }

  /// Tells whether a letter stands at an index.
  func isLetter(_ index: Int) -> Bool {
    switch letter(index) {
    case 0x61...0x7A, Self.đ, Self.foreign: true
    default: false
    }
  }

  /// Tells whether a digit stands at an index.
  func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(letter(index)) }

  /// The place behind the character at an index, its combining marks included.
  func placeAfter(_ index: Int) -> Int {
    var place = Int(places[index]) + 1
    while place < scalars.count, (0x300...0x36F).contains(scalars[place].value) { place += 1 }
    return place
  }

  /// The index behind blanks; at most `limit` of them are skipped.
  func skipBlanks(_ index: Int, limit: Int = 3) -> Int {
    var at = index
    while at - index < limit, letter(at) == 0x20 { at += 1 }
    return at
  }

  /// The index of the first of the blanks before an index; at most three are skipped.
  func skipBlanksBack(_ index: Int) -> Int {
    var at = index
    while index - at < 3, letter(at - 1) == 0x20 { at -= 1 }
    return at
  }

  /// The text of a range, precomposed.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[Int(places[range.lowerBound])..<placeAfter(range.upperBound - 1)])
    return precomposed(String(view))
  }

  /// The key of the letters and digits in a range: 6 bits a character; 0 for more than ten or for others.
  func key(_ range: Range<Int>) -> UInt64 {
    guard range.count <= 10 else { return 0 }
    var key: UInt64 = 0
    for index in range {
      switch letter(index) {
      case let byte where (0x61...0x7A).contains(byte): key = key << 6 | UInt64(byte - 0x60)
      case Self.đ: key = key << 6 | 27
      case let byte where (0x30...0x39).contains(byte): key = key << 6 | UInt64(byte - 0x30 + 28)
      case 0x26: key = key << 6 | 38
      default: return 0
      }
    }
    return key
  }

  /// The key of a whole word.
  static func key(_ word: String) -> UInt64 {
    let text = FoldedText(word)
    return text.key(0..<text.bytes.count)
  }

  /// The bytes of all scalars below U+2070; 0 for those that vanish.
  private static let table: [UInt8] = (0..<0x2070).map { Unicode.Scalar(UInt32($0)).map(fold) ?? other }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return UInt8(scalar.value)
    case 0x41...0x5A: return UInt8(scalar.value + 0x20) | capital
    case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: return 0x0A
    case 0x300...0x36F: return 0
    // Look-alikes of Đ come from old code pages.
    case 0x110, 0xD0, 0x189: return đ | capital
    case 0x111, 0xF0, 0x256: return đ
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0xF02D: return 0x2D
    case 0x2044, 0x2215, 0xFF0F: return 0x2F
    case 0xFF1A: return 0x3A
    default: break
    }
    switch CharacterKind(scalar.value) {
    case .space: return 0x20
    case .invisible: return 0
    case .control: return other
    case .separator, .apostrophe: return scalar.value < 0x7F ? UInt8(scalar.value) : other
    case .kept: break
    }
    let base = String(scalar)._nfd.first { _ in true } ?? scalar
    switch base.value {
    case 0x61...0x7A: return UInt8(base.value)
    case 0x41...0x5A: return UInt8(base.value + 0x20) | capital
    default: return scalar.properties.isAlphabetic ? foreign : other
    }
  }
}
