/// The words of a name as its comparison key is made of: the twin of `registry.name_words`.
///
/// Lower case, NFC, without apostrophes and invisible characters; a full stop stays at the end of its word.
struct NameWords {
  /// The scalars of all words, one after the other.
  private(set) var scalars: [UInt32] = []
  /// Where each word ends in `scalars`.
  private(set) var ends: [Int] = []
  /// A hash of each word, as `AbbreviationDictionary` looks it up.
  private(set) var hashes: [UInt32] = []
  private var hash = NameWords.emptyHash

  private static let emptyHash: UInt32 = 2_166_136_261

  init(_ name: String) {
    // One scan serves nearly all names; the rest is composed first.
    if !read(name) {
      let composed = precomposed(name)
      self = NameWords()
      for scalar in composed.unicodeScalars { take(scalar.value) }
    }
    endWord()
  }

  private init() {}

  /// The range of a word in `scalars`.
  func range(_ word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

  /// The range of a word without its full stop.
  func body(_ word: Int) -> Range<Int> {
    let range = range(word)
    return scalars[range.upperBound - 1] == 0x2E ? range.lowerBound..<range.upperBound - 1 : range
  }

  /// A hash of some scalars, equal to that of a word of the same scalars.
  static func hash(_ word: some Sequence<UInt32>) -> UInt32 { word.reduce(emptyHash) { ($0 ^ $1) &* 16_777_619 } }

  /// Reads the name; false at the first scalar that may compose or decompose.
  private mutating func read(_ name: String) -> Bool {
    let bytes = name.utf8.span
    scalars.reserveCapacity(bytes.count)
    ends.reserveCapacity(16)
    hashes.reserveCapacity(16)
    var at = 0
    while at < bytes.count {
      let byte = UInt32(bytes[at])
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        append(byte)
        at += 1
      case 0..<0x80:
        take(byte)
        at += 1
      case 0..<0xE0:
        let value = (byte & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
        if value >= 0x300 { return false }
        take(value)
        at += 2
      case 0..<0xF0:
        let value = (byte & 0xF) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
        guard value >= 0x1E00 && value < 0x1F00 || value >= 0x2002 && value < 0x2100 else { return false }
        take(value)
        at += 3
      default: return false
      }
    }
    return true
  }

  private mutating func take(_ value: UInt32) {
    switch value {
    case 0x20: endWord()
    case 0x1EA0...0x1EFF: append(value | 1)
    case 0xDF...0xF6, 0xF8...0xFF, 0x111, 0x103, 0x129, 0x169, 0x1A1, 0x1B0: append(value)
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: append(value + 0x20)
    default:
      switch CharacterKind(value) {
      case .kept: appendLowercase(value)
      case .apostrophe, .invisible, .control: break
      case .separator where value == 0x2E:
        append(value)
        endWord()
      case .space, .separator: endWord()
      }
    }
  }

  private mutating func append(_ value: UInt32) {
    scalars.append(value)
    hash = (hash ^ value) &* 16_777_619
  }

  private mutating func endWord() {
    guard scalars.count > (ends.last ?? 0) else { return }
    ends.append(scalars.count)
    hashes.append(hash)
    hash = Self.emptyHash
  }

  private mutating func appendLowercase(_ value: UInt32) {
    switch value {
    case 0x30...0x39, 0x61...0x7A: append(value)
    case 0x102, 0x110, 0x128, 0x168, 0x1A0, 0x1AF: append(value + 1)
    case 0x3C2: append(0x3C3)  // the final sigma, which ICU's lower() writes by position
    default:
      guard let scalar = Unicode.Scalar(value) else { return }
      for mapped in scalar.properties.lowercaseMapping.unicodeScalars { append(mapped.value) }
    }
  }
}
