/// Finds the date that belongs to a reference, behind its symbol (ngày, tháng, năm ban hành).
struct ReferenceDates {
  let text: FoldedText
  private let scan: DateScan

  init(_ text: FoldedText) {
    self.text = text
    scan = DateScan(text: text)
  }

  /// A date and the index behind it.
  typealias Dated = (date: String?, end: Int)

  private static let introductions = Set(["ký", "ban", "hành", "được", "đề", "ra"].map(FoldedText.key))
  private static let of = FoldedText.key("của")
  private static let about = FoldedText.key("về")
  private static let matter = FoldedText.key("việc")
  /// Before “ngày” they make it another day than that of the document, or end the name of its issuer.
  private static let foreign: Set<String> = [
    "từ", "đến", "vào", "trước", "sau", "hết", "trong", "có", "đã", "được", "thì", "họp", "sáng", "chiều", "tối", "kể",
    "tính",
    "qua", "cho", "theo", "để", "và", "tới", "nhằm", "niệm",
  ]
  /// Small words in the names of places.
  private static let placeWords = Set(
    ["thành", "phố", "tỉnh", "huyện", "xã", "phường", "thị", "trấn", "quận", "đặc", "khu"].map(FoldedText.key))
  private static let dot: UInt8 = 0x2E
  private static let comma: UInt8 = 0x2C

  /// The date of the reference that ends at an index.
  ///
  /// Right behind the symbol, behind the place of a letterhead, or behind the subject.
  /// - Returns: nil as date if none is there, if a part of it is missing or impossible, or if it may be another day.
  func date(after end: Int) -> Dated {
    switch direct(after: end) {
    case .date(let date, let dateEnd): (date, dateEnd)
    case .broken: (nil, end)
    case .none: later(after: end)
    }
  }

  private func direct(after end: Int) -> DateScan.Finding {
    var at = text.skipBlanks(end, limit: 40)
    var isBracketed = false
    var hasMark = false
    switch text.letter(at) {
    case Self.comma, 0x3A:
      hasMark = true
      at = text.skipBlanks(at + 1)
    case 0x28, 0x5B:
      isBracketed = true
      at = text.skipBlanks(at + 1)
    case 0x2D where at > end:
      at = text.skipBlanks(at + 1)
      guard text.isDigit(at) else { return .none }
    default: break
    }
    for _ in 0..<3 {
      let word = scan.word(at: at)
      guard !word.isEmpty, Self.introductions.contains(text.key(word)) else { break }
      at = text.skipBlanks(word.upperBound)
    }
    // “…, năm 2021 tỉnh …” begins a new thought.
    if hasMark, text.letter(at) == 0x6E, text.letter(at + 1) == 0x61, text.letter(at + 2) == 0x6D { return .none }
    return scan.read(at: at, isBracketed: isBracketed)
  }

  /// Walks on through the clause.
  private func later(after end: Int) -> Dated {
    var at = end
    var hasSubject = false
    var isPlace = true
    var lastWord = 0..<0
    var lastLength = 0
    var isAfterComma = false
    var weak: [Dated] = []
    var words = 0
    while at - end < (hasSubject ? 400 : 110) {
      let letter = text.letter(at)
      if letter == 0x0A || letter == 0x3B { break }
      if letter == Self.dot, text.letter(at + 1) == 0x20, text.isCapital(at + 2), lastLength > 2 { break }
      if letter == Self.comma {
        isAfterComma = true
        if !hasSubject, !isPlace { break }
        at += 1
        continue
      }
      if !hasSubject, letter == 0x29 || letter == 0x28 && words > 0 { break }
      if text.isDigit(at) {
        guard hasSubject || isPlace && words > 0, !isSymbol(at) else { break }
        while text.isDigit(at) { at += 1 }
        continue
      }
      let word = scan.word(at: at)
      guard !word.isEmpty else {
        at += 1
        continue
      }
      let key = text.key(word)
      if key == DateScan.ngay {
        let finding = scan.read(at: at)
        if case .date(let date, let dateEnd) = finding {
          if hasSubject ? isAfterComma : isPlace && words > 0 {
            return (date, dateEnd)
          }
          guard hasSubject else { break }
          weak.append(!isForeign(lastWord) && isLast(dateEnd) ? (date, dateEnd) : (nil, end))
          at = dateEnd
          continue
        }
        if !hasSubject || isAfterComma { break }
      }
      isAfterComma = false
      if isSubject(word, key) {
        hasSubject = true
      } else if key == Self.about, !hasSubject {
        break
      } else if words == 0, key == Self.of {
        isPlace = false
      } else if !hasSubject {
        if !text.isCapital(at), !Self.placeWords.contains(key) { isPlace = false }
        if words > 16 { break }
      }
      lastWord = word
      lastLength = word.count
      words += 1
      at = word.upperBound
    }
    return weak.count == 1 ? weak[0] : (nil, end)
  }

  private func isForeign(_ word: Range<Int>) -> Bool { Self.foreign.contains(text.text(word).lowercased()) }

  /// “V/v” or “về việc”.
  private func isSubject(_ word: Range<Int>, _ key: UInt64) -> Bool {
    if word.count == 1, text.letter(word.lowerBound) == 0x76 {
      return text.letter(word.upperBound) == 0x2F && text.letter(word.upperBound + 1) == 0x76
        && !text.isLetter(word.upperBound + 2)
    }
    return key == Self.about && text.key(scan.word(at: text.skipBlanks(word.upperBound))) == Self.matter
  }

  /// Tells whether the digits at an index begin another symbol.
  private func isSymbol(_ index: Int) -> Bool {
    var at = index
    while text.isDigit(at) { at += 1 }
    at = text.skipBlanks(at)
    guard text.letter(at) == 0x2F || text.letter(at) == 0x2D else { return false }
    let next = text.skipBlanks(at + 1)
    return text.isLetter(next) && text.isCapital(next)
  }

  /// Tells whether a clause ends at an index, or the issuer follows.
  private func isLast(_ index: Int) -> Bool {
    let at = text.skipBlanks(index)
    guard text.isLetter(at) || text.isDigit(at) else { return text.letter(at) != 0x2D && text.letter(at) != 0x2F }
    return text.key(scan.word(at: at)) == Self.of
  }
}
