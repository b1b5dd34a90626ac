/// A run of letters and digits that may be a part of a symbol: `QĐ`, `UBND`, `TTg`, `BCĐ389`.
struct SymbolSegment {
  /// How it is written.
  enum Style {
    /// As codes are: in capitals, or with the small letters a known code has.
    case code
    /// All in small letters.
    case small
  }

  /// Its bytes.
  let range: Range<Int>
  let style: Style
  /// Its key; 0 if it is longer than any known code.
  let key: UInt64

  /// Reads the segment that begins at an index; nil if what stands there is a word, or nothing.
  init?(_ text: FoldedText, at start: Int, vocabulary: DocumentVocabulary) {
    guard text.isLetter(start) else { return nil }
    var end = start
    var capitals = 0
    var firstSmall: Int?
    while end - start <= 24 {
      if text.isLetter(end) {
        if text.letter(end) == FoldedText.foreign { return nil }
        if text.isCapital(end) { capitals += 1 } else if firstSmall == nil { firstSmall = end }
      } else if text.letter(end) == 0x26 {
        guard text.isLetter(end + 1) else { break }
      } else if !text.isDigit(end) {
        break
      }
      end += 1
    }
    // Longer than any code.
    if end - start > 24 { return nil }
    if text.letter(end) == 0x2E, end - start == 1, text.letter(start) == 0x74,
      text.letter(end + 1) == 0x75 || text.letter(end + 1) == 0x77,
      text.isCapital(end + 1), !text.isLetter(end + 2)
    {
      // T.Ư and T.W.
      end += 2
    }
    var style = Style.code
    if let firstSmall {
      let key = text.key(start..<end)
      if capitals == 0 {
        style = .small
      } else if vocabulary.types[key] == nil, vocabulary.issuers[key]?.isMixedCase != true {
        // A word glued to the code: `UBNDngày`, `TTgngày`.
        let head = start..<firstSmall
        if vocabulary.issuers[text.key(start..<(firstSmall + 1))]?.isMixedCase == true, firstSmall + 1 < end {
          end = firstSmall + 1
        } else if (firstSmall..<end).contains(where: text.isCapital) {
          // Offices as `GDTrH`.
          if head.count < 2 { return nil }
        } else if head.count >= 2, end - firstSmall >= 2 {
          end = firstSmall
        } else if head.count < 2 {
          return nil
        }
      }
    }
    range = start..<end
    self.style = style
    key = text.key(range)
    if Self.hasTone(text, range) { return nil }
  }

  /// Codes have no tone marks; a word in capitals has.
  private static func hasTone(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    text.scalars[Int(text.places[range.lowerBound])..<text.placeAfter(range.upperBound - 1)].contains {
      switch $0.value {
      case 0x300, 0x301, 0x303, 0x309, 0x323, 0x1EA0...0x1EF9, 0x128, 0x129, 0x168, 0x169: true
      case 0xC0, 0xC1, 0xC3, 0xC8, 0xC9, 0xCC, 0xCD, 0xD2, 0xD3, 0xD5, 0xD9, 0xDA, 0xDD: true
      case 0xE0, 0xE1, 0xE3, 0xE8, 0xE9, 0xEC, 0xED, 0xF2, 0xF3, 0xF5, 0xF9, 0xFA, 0xFD: true
      default: false
      }
    }
  }
}
