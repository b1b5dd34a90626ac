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

  var kind: Kind
  /// Offsets into `TokenizedText.scalars`, half-open.
  var start: Int
  var end: Int
  /// The hash of a word in lower case; of a mark the character, with all dashes as one.
  var hash: UInt64
  /// True if nothing, not even a blank, stands between this and the token before.
  var isGlued: Bool
  /// True for a word that begins with a capital.
  var isCapitalised = false
  /// True for a word of capitals only.
  var isAllCapitals = false
  /// True for a word of ASCII letters only.
  var isPlain = false

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
