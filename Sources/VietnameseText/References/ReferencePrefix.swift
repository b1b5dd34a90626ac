/// What stands before a number and tells that it is a document's: a noun, “số”, both or neither.
struct ReferencePrefix {
  /// The word “số” (or “số hiệu”, “ký hiệu”) stands before the number.
  private(set) var hasNumberWord = false
  /// The type the noun names; also by its abbreviation (`NĐ 30/2020`).
  private(set) var type: DocumentVocabulary.DocumentType?
  /// The noun says no more than that a document follows (văn bản).
  private(set) var isPlainDocument = false
  /// The noun is an abbreviation.
  private(set) var isAbbreviation = false
  /// Where the noun begins.
  private(set) var start: Int
  /// The noun begins with a capital letter.
  private(set) var isCapital = false

  /// A document is announced, whatever follows.
  var isStrong: Bool { hasNumberWord || type != nil || isPlainDocument }

  static let so = FoldedText.key("số")
  private static let hieu = FoldedText.key("hiệu")
  private static let van = FoldedText.key("văn")
  private static let ban = FoldedText.key("bản")
  private static let houses = Set(
    ["nhà", "căn", "hộ", "xe", "biển", "phòng", "đường", "ngõ", "tỷ", "tỉ", "điểm", "tổ"].map(FoldedText.key))

  /// Looks back from the number at an index.
  init(_ text: FoldedText, before index: Int, vocabulary: DocumentVocabulary) {
    start = index
    var at = text.skipBlanksBack(index)
    if text.letter(at - 1) == 0x3A || text.letter(at - 1) == 0x2E { at = text.skipBlanksBack(at - 1) }
    var word = Self.word(text, endingAt: at)
    if text.key(word) == Self.hieu {
      // “số hiệu”, “ký hiệu”
      hasNumberWord = true
      at = text.skipBlanksBack(word.lowerBound)
      word = Self.word(text, endingAt: at)
      at = text.skipBlanksBack(word.lowerBound)
      word = Self.word(text, endingAt: at)
    } else if text.key(word) == Self.so {
      hasNumberWord = true
      at = text.skipBlanksBack(word.lowerBound)
      word = Self.word(text, endingAt: at)
      if Self.houses.contains(text.key(word)) {
        hasNumberWord = false
        return
      }
    } else if at < index, text.letter(at) == 0x2E {
      return
    }
    readNoun(text, word, vocabulary)
  }

  private mutating func readNoun(_ text: FoldedText, _ last: Range<Int>, _ vocabulary: DocumentVocabulary) {
    guard !last.isEmpty else { return }
    let key = text.key(last)
    for noun in vocabulary.nouns[key] ?? [] {
      var begin = last.lowerBound
      let isThere = noun.rest.allSatisfy { key in
        let word = Self.word(text, endingAt: text.skipBlanksBack(begin))
        begin = word.lowerBound
        return text.key(word) == key
      }
      guard isThere else { continue }
      take(text, from: begin)
      type = noun.type
      return
    }
    let before = Self.word(text, endingAt: text.skipBlanksBack(last.lowerBound))
    if key == Self.ban, text.key(before) == Self.van {
      take(text, from: before.lowerBound)
      isPlainDocument = true
    } else if last.count >= 2, last.allSatisfy(text.isCapital), let abbreviation = vocabulary.types[key],
      [0x20, 0x0A, 0x28].contains(text.letter(last.lowerBound - 1))
    {
      take(text, from: last.lowerBound)
      type = abbreviation
      isAbbreviation = true
    }
  }

  private mutating func take(_ text: FoldedText, from begin: Int) {
    start = begin
    isCapital = text.isCapital(begin)
  }

  /// The run of letters that ends before an index.
  static func word(_ text: FoldedText, endingAt end: Int) -> Range<Int> {
    var start = end
    while end - start < 12, text.isLetter(start - 1) { start -= 1 }
    return start..<end
  }

  /// The nearest type a noun names among the words before an index, within the clause.
  ///
  /// For symbols that name none: “Luật Thi đua, khen thưởng số 06/2022/QH15”.
  static func nearestType(
    _ text: FoldedText, before index: Int, vocabulary: DocumentVocabulary, among codes: Set<String>? = nil
  ) -> DocumentVocabulary.DocumentType? {
    var at = index
    let limit = max(0, index - 160)
    while at > limit {
      switch text.letter(at - 1) {
      case 0x3B, 0x0A, 0x2F: return nil
      case 0x2E where text.letter(at) == 0x20: return nil
      case _ where text.isLetter(at - 1):
        let last = word(text, endingAt: at)
        for noun in vocabulary.nouns[text.key(last)] ?? [] where codes?.contains(noun.type.code) ?? true {
          var before = last.lowerBound
          let isThere = noun.rest.allSatisfy { key in
            let word = word(text, endingAt: text.skipBlanksBack(before))
            before = word.lowerBound
            return text.key(word) == key
          }
          if isThere { return noun.type }
        }
        at = last.lowerBound
      default: at -= 1
      }
    }
    return nil
  }
}
