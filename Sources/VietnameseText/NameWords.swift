/// The words of a name as its comparison key is made of: the twin of `registry.name_words`.
///
/// Lower case, NFC, without apostrophes and invisible characters; a full stop stays at the end of its word.
struct NameWords {
  /// The scalars of all words, one after the other.
  private(set) var scalars: [UInt32] = []
  /// Where each word ends in `scalars`.
  private(set) var ends: [Int] = []

  init(_ name: String) {
    scalars.reserveCapacity(name.utf8.count)
    for scalar in precomposed(name).unicodeScalars {
      switch CharacterKind(scalar.value) {
      case .kept: appendLowercase(scalar)
      case .apostrophe, .invisible, .control: break
      case .separator where scalar == ".":
        scalars.append(scalar.value)
        endWord()
      case .space, .separator: endWord()
      }
    }
    endWord()
  }

  /// The range of a word in `scalars`.
  func range(_ word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

  /// A word as text.
  func text(_ word: Int) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars[range(word)] {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  /// All words as texts.
  func texts() -> [String] { ends.indices.map(text) }

  private mutating func endWord() {
    if scalars.count > (ends.last ?? 0) { ends.append(scalars.count) }
  }

  private mutating func appendLowercase(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0xC0...0xDE: scalars.append(scalar.value + 0x20)  // 0xD7, a separator, never comes here
    case 0x30...0x39, 0x61...0x7A, 0xDF...0xFF: scalars.append(scalar.value)
    case 0x1EA0...0x1EFF: scalars.append(scalar.value | 1)
    case 0x3C2: scalars.append(0x3C3)  // the final sigma, which ICU's lower() writes by position
    default: for mapped in scalar.properties.lowercaseMapping.unicodeScalars { scalars.append(mapped.value) }
    }
  }
}
