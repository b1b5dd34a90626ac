/// A word, number or mark of a text that is being read.
struct TextToken {
  enum Kind {
    /// A run of letters.
    case word
    /// A run of digits, with the dots and commas between them.
    case number
    /// A line end.
    case lineEnd
    /// Any other character but a blank.
    case mark
  }

  /// More digits no whole number has.
  static let longestWhole = 15

  let kind: Kind
  /// True if nothing, not even a blank, stands between this and the token before.
  let isGlued: Bool
  /// True for a word that begins with a capital.
  let isCapitalised: Bool
  /// True for a word of capitals only.
  let isAllCapitals: Bool
  /// True for a word of ASCII letters only.
  let isPlain: Bool
  /// True for a number of digits alone, 15 at most.
  private let isWhole: Bool
  // Half the size: a hostile text has a token for every byte.
  private let first: UInt32
  private let behind: UInt32
  private let content: UInt64

  /// Offsets into `TokenizedText.scalars`, half-open.
  var start: Int { Int(first) }
  var end: Int { Int(behind) }
  /// The hash of a word in lower case; of a mark the character, with all dashes as one; 0 for a number.
  var hash: UInt64 { kind == .number ? 0 : content }
  /// The value of a number without marks in it, of 15 digits at most.
  var whole: Int? { isWhole ? Int(content) : nil }

  /// A word, mark or line end.
  init(
    kind: Kind, start: Int, end: Int, hash: UInt64, isGlued: Bool, isCapitalised: Bool = false,
    isAllCapitals: Bool = false, isPlain: Bool = false
  ) {
    self.kind = kind
    self.isGlued = isGlued
    self.isCapitalised = isCapitalised
    self.isAllCapitals = isAllCapitals
    self.isPlain = isPlain
    isWhole = false
    first = UInt32(start)
    behind = UInt32(end)
    content = hash
  }

  /// A number; `whole` is nil if marks stand in it or if it is too long.
  init(number whole: Int?, start: Int, end: Int, isGlued: Bool) {
    kind = .number
    self.isGlued = isGlued
    isCapitalised = false
    isAllCapitals = false
    isPlain = false
    isWhole = whole != nil
    first = UInt32(start)
    behind = UInt32(end)
    content = UInt64(whole ?? 0)
  }

  static let nothing = TextToken(kind: .lineEnd, start: 0, end: 0, hash: 0, isGlued: false)
}

/// The hash by which words are looked up: FNV-1a over the scalars in lower case.
///
/// Two words of one hash would at worst be taken for each other; none of the known ones are.
func wordHash(_ word: String) -> UInt64 {
  word.unicodeScalars.reduce(hashStart) { hashed($0, lowercased($1.value)) }
}

let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

@inline(__always)
func hashed(_ hash: UInt64, _ value: UInt32) -> UInt64 { (hash ^ UInt64(value)) &* 0x100_0000_01B3 }

/// The lower case of a letter of Vietnamese text; the look-alikes of Đ count as Đ.
@inline(__always)
func lowercased(_ value: UInt32) -> UInt32 {
  if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value + 0x20 : value }
  switch value {
  case 0xD0, 0xF0, 0x189, 0x256: return 0x111
  case 0xC0...0xDE: return value == 0xD7 ? value : value + 0x20
  case 0x100...0x17F: return value | 1
  case 0x1A0: return 0x1A1
  case 0x1AF: return 0x1B0
  case 0x1EA0...0x1EFF: return value | 1
  default: return value
  }
}
