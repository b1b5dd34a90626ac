/// The encoding a text was in before it was read as something else (bảng mã cũ).
public enum LegacyEncoding: String, Sendable, Hashable {
  /// TCVN 5712 (.VnTime): `D©n vËn khÐo`.
  case tcvn3 = "TCVN3"
  /// VNI-Windows: `Daân vaän kheùo`.
  case vni = "VNI"
  /// UTF-8 read as Latin-1 or Windows-1252: `DÃ¢n váº­n khÃ©o`.
  case mojibake = "UTF-8/Latin-1"
}

/// Tells which old encoding a text is in, judged by letter pairs that Vietnamese in Unicode never has.
///
/// Linear. Single foreign names (Björn, Citroën) and symbols beside words (©, §, «…») in Vietnamese text do not count.
/// - Parameter text: A text as received, before spaces were tidied (TCVN3 writes ư as a soft hyphen).
/// - Returns: Nil if the text is Unicode as it should be.
public func legacyEncoding(of text: String) -> LegacyEncoding? {
  LegacyEvidence(scalarValues(of: text)[...]).verdict
}

/// Words counted by what they look like.
struct LegacyEvidence {
  private var tcvn3 = 0
  private var vni = 0
  private var mojibake = 0
  /// Words that only text in Unicode has.
  private(set) var proper = 0

  /// Nothing was counted yet.
  init() {}

  /// Counts the words of a text or of a part of it.
  init(_ scalars: ArraySlice<UInt32>) {
    var start = scalars.startIndex
    for at in scalars.indices where scalars[at] == 0x20 || scalars[at] == 0x0A || scalars[at] == 0x09 {
      weigh(scalars[start..<at].prefix(Self.longestWord))
      start = at + 1
    }
    weigh(scalars[start...].prefix(Self.longestWord))
  }

  /// A word is known by its beginning.
  private static let longestWord = 40

  /// Adds what was counted elsewhere.
  mutating func add(_ other: LegacyEvidence) {
    tcvn3 += other.tcvn3
    vni += other.vni
    mojibake += other.mojibake
    proper += other.proper
  }

  /// How many words look like one encoding.
  func count(_ encoding: LegacyEncoding) -> Int {
    switch encoding {
    case .tcvn3: tcvn3
    case .vni: vni
    case .mojibake: mojibake
    }
  }

  /// One old word in a long Unicode text is a slip; three, or one among few, is an encoding.
  var verdict: LegacyEncoding? {
    let most = max(tcvn3, vni, mojibake)
    guard most >= 3 || most >= 1 && proper <= 4 * most else { return nil }
    return most == mojibake ? .mojibake : most == vni ? .vni : .tcvn3
  }

  private mutating func weigh(_ word: ArraySlice<UInt32>) {
    guard word.contains(where: { $0 > 0x7F }) else { return }
    if word.contains(where: { $0 >= 0x1EA0 && $0 <= 0x1EF9 || $0 == 0x111 || $0 == 0x1A1 || $0 == 0x1B0 }) {
      // “áº¡” keeps no such letter, so a word with one was read rightly.
      proper += 1
    } else if Self.isMojibake(word) {
      mojibake += 1
    } else if Self.isVNI(word) {
      vni += 1
    } else if Self.isTCVN3(word) {
      tcvn3 += 1
    }
  }

  /// A UTF-8 lead byte of a Vietnamese letter and what follows it, both seen as characters.
  private static func isMojibake(_ word: ArraySlice<UInt32>) -> Bool {
    zip(word, word.dropFirst()).contains { lead, next in
      switch lead {
      case 0xC3: (0xA1...0xBF).contains(next) && next != 0xAB && next != 0xBB
      case 0xC4: next == 0x2018 || next == 0x91 || next == 0x192 || next == 0x83 || next == 0xA9 || next == 0x90
      case 0xC5: next == 0xA9
      case 0xC6: next == 0xA1 || next == 0xB0
      case 0xE1: next == 0xBA
      default: false
      }
    } || Self.holdsThreeByteLead(word)
  }

  /// `á»` followed by what a continuation byte becomes; alone it could close a « quotation ».
  private static func holdsThreeByteLead(_ word: ArraySlice<UInt32>) -> Bool {
    word.indices.dropFirst(2).contains { at in
      word[at - 2] == 0xE1 && word[at - 1] == 0xBB
        && ((0x80...0xBF).contains(word[at]) || (0x152...0x192).contains(word[at]) || (0x2C6...0x2DC).contains(word[at])
          || (0x2013...0x2122).contains(word[at]))
    }
  }

  /// A vowel followed by the letter that is a mark in VNI; `oà`, `oá`, `oã` are also Unicode (hoà).
  private static func isVNI(_ word: ArraySlice<UInt32>) -> Bool {
    if word.first == 0xF1 || word.first == 0xD1 {
      return word.count > 1 && word.dropFirst().contains { $0 > 0x7F } || isBareDe(word)
    }
    return word.indices.dropLast().contains { at in
      let vowel = word[at]
      let mark = word[at + 1]
      // “naïve” is no syllable.
      guard endsSyllable(word[(at + 2)...]) else { return false }
      // “UÛ” and “uû”, but “QuyÕt” is TCVN3.
      if (0xC0...0xDE).contains(mark) && lower(vowel) == vowel { return false }
      return switch lower(vowel) {
      case 0x61:
        [0xF9, 0xF8, 0xFB, 0xF5, 0xEF, 0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4, 0xEA, 0xE9, 0xE8, 0xFA, 0xFC, 0xEB].contains(
          lower(mark))
      case 0x65: [0xF9, 0xF8, 0xFB, 0xF5, 0xEF, 0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4].contains(lower(mark))
      case 0x6F: [0xF9, 0xF8, 0xFB, 0xF5, 0xEF, 0xE2, 0xE5, 0xE4].contains(lower(mark))
      case 0x75, 0x79: [0xF9, 0xF8, 0xFB, 0xF5, 0xEF].contains(lower(mark))
      case 0xF4, 0xF6: [0xF9, 0xF8, 0xFB, 0xF5, 0xEF].contains(lower(mark))
      default: false
      }
    }
  }

  /// What stands behind a vowel and its mark, letters beyond ASCII and marks of sentences left alone.
  private static func endsSyllable(_ rest: ArraySlice<UInt32>) -> Bool {
    let letters = rest.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }.map(lower)
    if letters.count < rest.count, rest[rest.startIndex + letters.count] > 0x7F { return true }
    return letters.count <= 2 && finals.contains(letters)
  }

  private static let finals: Set<[UInt32]> = Set(
    ["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "o", "u", "y", "a", "e"].map {
      $0.unicodeScalars.map(\.value)
    })

  /// `ñi` (đi): Spanish ñ never starts a word in Vietnamese text.
  private static func isBareDe(_ word: ArraySlice<UInt32>) -> Bool { word.count <= 5 && word.count > 1 }

  /// A sign within a word, or a capital behind a small letter.
  private static func isTCVN3(_ word: ArraySlice<UInt32>) -> Bool {
    for at in word.indices where word[at] >= 0xA1 && word[at] <= 0xFF {
      let before = at > word.startIndex ? word[at - 1] : 0
      let after = at + 1 < word.endIndex ? word[at + 1] : 0
      switch word[at] {
      case 0xA9, 0xAE, 0xA7, 0xB5...0xB9, 0xA8, 0xAC, 0xA1...0xA6, 0xBC...0xBE, 0xD7, 0xF7, 0xAA:
        if isLetter(before) && isLetter(after) { return true }
        // “®Þnh”, “§¶ng”: đ and Đ start a word; “b¸o c¸o” ends with a letter, “vÒ”, “t¹” with the sign.
        if (word[at] == 0xAE || word[at] == 0xA7) && at == word.startIndex && isSignLetter(after) { return true }
      case 0xAB, 0xBB, 0xAD:
        if isLetter(before) && isLetter(after) && word[at] != 0xAD { return true }
      case 0xC0...0xDE:
        // Ò in “vÒ”, Ë in “vËn”: a capital behind a small letter.
        if (0x61...0x7A).contains(before) && !(0x41...0x5A).contains(after) { return true }
      default: break
      }
    }
    return false
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) || value >= 0xC0 && value <= 0xFF
      || isSign(value)
  }

  /// A sign that is a vowel in TCVN3.
  private static func isSign(_ value: UInt32) -> Bool {
    (0xA1...0xBE).contains(value) && value != 0xAB && value != 0xBB && value != 0xB7
  }

  private static func isSignLetter(_ value: UInt32) -> Bool {
    isSign(value) || (0xC0...0xFF).contains(value) || (0x61...0x7A).contains(value)
  }

  private static func lower(_ value: UInt32) -> UInt32 {
    (0x41...0x5A).contains(value) || (0xC0...0xDE).contains(value) ? value + 0x20 : value
  }
}
