/// A text in an old encoding, and what it says in Unicode (đề xuất chuyển mã).
public struct LegacyReading: Sendable, Hashable {
  /// The encoding it was in.
  public let encoding: LegacyEncoding
  /// The text in Unicode, NFC; a proposal for a person, never stored unasked.
  public let converted: String
  /// How much of what was converted is Vietnamese: the share of plausible syllables among its words; 0...1.
  public let certainty: Double
}

/// Tells which old encoding a text is in and what it says in Unicode.
///
/// Linear.
/// - Parameter text: A text as received, before spaces were tidied (TCVN3 writes ư as a soft hyphen).
/// - Returns: Nil if the text is Unicode as it should be, see `legacyEncoding`.
public func legacyReading(of text: String) -> LegacyReading? {
  let scalars = scalarValues(of: text)
  return LegacyEvidence(scalars[...]).verdict.map { LegacyReading(scalars, $0) }
}

extension LegacyReading {
  /// Reads scalars that are in an old encoding.
  init(_ scalars: [UInt32], _ encoding: LegacyEncoding) {
    let converted: [UInt32] =
      switch encoding {
      case .tcvn3: scalars.map { tcvn3[$0] ?? $0 }
      case .vni: fromVNI(scalars)
      case .mojibake: fromMojibake(scalars)
      }
    self.init(
      encoding: encoding, converted: precomposed(string(of: converted[...])),
      certainty: VietnameseText.certainty(of: converted, from: scalars))
  }
}

/// The share of plausible syllables among the words that hold a letter beyond ASCII.
private func certainty(of converted: [UInt32], from original: [UInt32]) -> Double {
  let words = wordRanges(in: converted).filter { word in converted[word].contains { $0 > 0x7F } }
  guard !words.isEmpty else { return 0 }
  return Double(words.count { Syllable(converted, $0)?.isPlausible == true }) / Double(words.count)
}

/// TCVN 5712 VN3, by the Latin-1 character that a reader sees.
private let tcvn3: [UInt32: UInt32] = {
  let rows: [(UInt32, String)] = [
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
  ]
  var table: [UInt32: UInt32] = [:]
  for (first, letters) in rows {
    for (offset, scalar) in letters.unicodeScalars.enumerated() { table[first + UInt32(offset)] = scalar.value }
  }
  return table
}()

/// VNI: a vowel, then the letter that stands for its marks.
private func fromVNI(_ scalars: [UInt32]) -> [UInt32] {
  var converted: [UInt32] = []
  converted.reserveCapacity(scalars.count)
  var at = 0
  while at < scalars.count {
    let value = scalars[at]
    let isUpper = (0x41...0x5A).contains(value) || (0xC0...0xDE).contains(value)
    let small = isUpper ? value + 0x20 : value
    let next = at + 1 < scalars.count ? scalars[at + 1] : 0
    let mark = (0xC0...0xDE).contains(next) ? next + 0x20 : next
    if let pair = vniPairs[small << 8 | mark] {
      converted.append(isUpper ? VietnameseLetter.upper(pair) : pair)
      at += 2
    } else {
      let single = vniSingles[small] ?? small
      converted.append(vniSingles[small] == nil ? value : isUpper ? VietnameseLetter.upper(single) : single)
      at += 1
    }
  }
  return converted
}

private let vniSingles: [UInt32: UInt32] = [
  0xF1: 0x111, 0xED: 0xED, 0xEC: 0xEC, 0xE6: 0x1EC9, 0xF3: 0x129, 0xF2: 0x1ECB, 0xF4: 0x1A1, 0xF6: 0x1B0, 0xEE: 0x1EF5,
]

/// Letters by vowel and mark.
private let vniPairs: [UInt32: UInt32] = {
  var table: [UInt32: UInt32] = [:]
  func add(_ vowels: String, _ marks: String, _ letters: [String]) {
    for (vowel, row) in zip(vowels.unicodeScalars, letters) {
      for (mark, letter) in zip(marks.unicodeScalars, row.unicodeScalars) {
        table[vowel.value << 8 | mark.value] = letter.value
      }
    }
  }
  // à á ả ã ạ on plain vowels, ơ and ư; then the circumflex and the breve with each tone.
  add("aeouyôö", "øùûõï", ["àáảãạ", "èéẻẽẹ", "òóỏõọ", "ùúủũụ", "ỳýỷỹỵ", "ờớởỡợ", "ừứửữự"])
  add("aeo", "âàáåãä", ["âầấẩẫậ", "êềếểễệ", "ôồốổỗộ"])
  add("a", "êèéúüë", ["ăằắẳẵặ"])
  return table
}()

/// UTF-8 that was read as Windows-1252 or Latin-1, one byte a character.
private func fromMojibake(_ scalars: [UInt32]) -> [UInt32] {
  var converted: [UInt32] = []
  converted.reserveCapacity(scalars.count)
  var at = 0
  while at < scalars.count {
    let lead = scalars[at]
    let length = (0xC2...0xDF).contains(lead) ? 2 : (0xE0...0xEF).contains(lead) ? 3 : 1
    var value = length == 2 ? lead & 0x1F : lead & 0xF
    var read = 1
    while read < length, at + read < scalars.count, let byte = byte(scalars[at + read]), (0x80...0xBF).contains(byte) {
      value = value << 6 | byte & 0x3F
      read += 1
    }
    if length > 1, read == length, value >= 0x80, Unicode.Scalar(value) != nil {
      converted.append(value)
      at += length
    } else if lead == 0xC4 {
      // Windows-1252 shows nothing for 0x90, the second byte of Đ.
      converted.append(0x110)
      at += 1
    } else if lead == 0xC3, at + 1 == scalars.count || scalars[at + 1] == 0x20 {
      // The no-break space that was the second byte of à became a plain one.
      converted.append(0xE0)
      at += 2
    } else {
      converted.append(lead)
      at += 1
    }
  }
  return converted
}

/// The byte that Windows-1252 or Latin-1 shows as a character.
private func byte(_ value: UInt32) -> UInt32? {
  if value < 0x100 { return value }
  return windows1252.firstIndex(of: value).map { UInt32($0) + 0x80 }
}

/// What Windows-1252 shows for 0x80…0x9F; 0 where it shows nothing.
private let windows1252: [UInt32] = [
  0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
]
