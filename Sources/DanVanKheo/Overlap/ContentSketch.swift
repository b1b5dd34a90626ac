/// A sketch of what a model does (nội dung): small enough to lie in the index, good enough to see a copied text.
///
/// One-permutation MinHash (Li, Owen and Zhang 2012) over runs of three words without marks; 32 bins of 8 bits.
struct ContentSketch: Sendable, Equatable {
  private static let size = 32
  /// No run fell into the bin.
  private static let none: UInt8 = 0
  /// A text is known by its beginning.
  private static let wordLimit = 600

  private var bins = [UInt8](repeating: none, count: size)

  /// Sketches a text; linear, and bounded for any text.
  init(_ text: String) {
    var least = [UInt64](repeating: .max, count: Self.size)
    var (before, last, word): (UInt64, UInt64, UInt64) = (0, 0, 0)
    var words = 0
    func end() {
      words += 1
      if words >= 3 {
        let run = ShortHash.add(word, to: ShortHash.add(last, to: ShortHash.add(before, to: 1)))
        let mixed = ShortHash.reduced(run * 48271)
        let bin = Int(mixed) % Self.size
        least[bin] = min(least[bin], mixed)
      }
      (before, last, word) = (last, word, 0)
    }
    for scalar in text.unicodeScalars {
      let value = PlainLetters.plain(Self.lowercase(scalar.value))
      switch value {
      case 0x30...0x39, 0x61...0x7A: word = ShortHash.add(value.widened, to: word == 0 ? 1 : word)
      case 0x300...0x36F: break
      default:
        if word != 0 { end() }
        if words >= Self.wordLimit { break }
      }
      if words >= Self.wordLimit { break }
    }
    if word != 0 { end() }
    for bin in bins.indices where least[bin] != .max { bins[bin] = UInt8(least[bin] / 32 % 255) + 1 }
  }

  /// Reads a sketch as `hex` gives it.
  init?(hex: String) {
    let digits = hex.utf8.compactMap { digit -> UInt8? in
      switch digit {
      case 0x30...0x39: digit - 0x30
      case 0x61...0x66: digit - 0x57
      default: nil
      }
    }
    guard digits.count == Self.size * 2, hex.utf8.count == digits.count else { return nil }
    bins = (0..<Self.size).map { digits[$0 * 2] << 4 | digits[$0 * 2 + 1] }
  }

  /// Two hexadecimal digits a bin.
  var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bins.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// How alike two texts are, 0...1; nil if either is too short to tell.
  func similarity(to other: ContentSketch) -> Double? {
    let (equal, told) = compared(with: other)
    return told < 8 ? nil : Double(equal) / Double(told)
  }

  /// True if one text is a copy of the other, a few words changed.
  ///
  /// Both must be long, about fifty words: “tuyên truyền, vận động Nhân dân chấp hành…” is in every plan and nobody's.
  func isCopy(of other: ContentSketch) -> Bool {
    let (equal, told) = compared(with: other)
    return told >= 24 && equal * 5 >= told * 4
  }

  /// How many bins are equal of those that both texts fill.
  private func compared(with other: ContentSketch) -> (equal: Int, told: Int) {
    var (equal, told) = (0, 0)
    for (mine, theirs) in zip(bins, other.bins) where mine != Self.none && theirs != Self.none {
      told += 1
      if mine == theirs { equal += 1 }
    }
    return (equal, told)
  }

  private static func lowercase(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A, 0xC0...0xDE: value + 0x20
    case 0x102, 0x110, 0x128, 0x168, 0x1A0, 0x1AF, 0x1EA0...0x1EFF:
      value | 1 == value && value != 0x1AF ? value : value + 1
    default: value
    }
  }
}

extension UInt32 {
  fileprivate var widened: UInt64 { UInt64(self) }
}
