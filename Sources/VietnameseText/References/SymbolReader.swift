/// Reads the number and the symbol that begin at a digit (đọc số và ký hiệu).
///
/// Follows the grammar of State, Party and official letters; blanks round dashes and slashes do not matter. What is missing
/// is mended by rule only, and a lost hyphen only between a type and an issuer that go together.
struct SymbolReader {
  /// What was read.
  struct Symbol {
    var number: Int
    var suffix: String?
    var year: Int?
    var typeCode: String?
    /// The parts of the issuer's code.
    var issuer: [SymbolSegment] = []
    /// Where the whole symbol, and where its issuer's code begin and end.
    var end: Int
    var issuerRange: Range<Int>?
    /// A hyphen follows the number, as the Party writes; nil if what tells it is lost.
    var isPartyShape: Bool?
    var isRepaired = false
    /// A symbol stands behind the number.
    var hasSymbol = false
  }

  let text: FoldedText
  let vocabulary: DocumentVocabulary

  /// Reads the number, its letter, and the symbol if one is there.
  /// - Parameters:
  ///   - start: Where the digits begin.
  ///   - prefix: What stands before them.
  /// - Returns: nil if no document's number can stand here; `hasSymbol` is false if only the number was read.
  func read(at start: Int, prefix: ReferencePrefix) -> Symbol? {
    guard var symbol = number(at: start) else { return nil }
    let first = joint(at: symbol.end)
    if let first, !first.isDash, let behind = year(at: first.next, &symbol) {
      symbol.isPartyShape = false
      let second = joint(at: behind)
      if let second, parts(&symbol, at: second.next, after: second, prefix) {
        if second.isDash { symbol.isRepaired = true }
        return symbol
      }
      let blanks = text.skipBlanks(behind)
      if text.isLetter(blanks), parts(&symbol, at: blanks, after: nil, prefix) { return symbol }
      symbol.end = behind
      return symbol
    }
    symbol.isPartyShape = first?.isDash
    if let first {
      if parts(&symbol, at: first.next, after: first, prefix) { return symbol }
    } else {
      let blanks = text.skipBlanks(symbol.end)
      if text.isLetter(blanks), parts(&symbol, at: blanks, after: nil, prefix) { return symbol }
    }
    symbol.isPartyShape = nil
    return symbol
  }

  private func number(at start: Int) -> Symbol? {
    var end = start
    var value = 0
    while text.isDigit(end), end - start <= 6 {
      value = value * 10 + Int(text.letter(end) - 0x30)
      end += 1
    }
    // A thousand with its dot: `1.234/QĐ-UBND`.
    if text.letter(end) == 0x2E, end - start <= 3, (1...3).allSatisfy({ text.isDigit(end + $0) }),
      text.letter(end + 4) == 0x2F, text.isLetter(end + 5)
    {
      for index in (end + 1)...(end + 3) { value = value * 10 + Int(text.letter(index) - 0x30) }
      end += 4
    }
    guard value > 0, end - start <= 6 else { return nil }
    var symbol = Symbol(number: value, end: end)
    if let letter = suffix(at: end) ?? suffixBehindBlank(at: end) {
      symbol.suffix = text.text(letter)
      symbol.end = letter.upperBound
    }
    return symbol
  }

  /// The letter behind the number: `12a`, `12bis`.
  private func suffix(at index: Int) -> Range<Int>? {
    guard text.isLetter(index), text.letter(index) < 0x7B, text.letter(index) > 0x60 else { return nil }
    if !text.isLetter(index + 1), !text.isDigit(index + 1) { return index..<(index + 1) }
    let bis: [UInt8] = [0x62, 0x69, 0x73]
    return (0..<3).allSatisfy({ text.letter(index + $0) == bis[$0] }) && !text.isLetter(index + 3)
      ? index..<(index + 3) : nil
  }

  /// `12 A/QĐ-UBND`, `12 bis/QĐ-UBND`: only where the symbol follows at once.
  private func suffixBehindBlank(at index: Int) -> Range<Int>? {
    guard text.letter(index) == 0x20, let letter = suffix(at: index + 1), let joint = joint(at: letter.upperBound),
      joint.isTight, let type = segment(at: joint.next), type.style == .code, type.key != 0,
      vocabulary.types[type.key] != nil
    else { return nil }
    return letter
  }

  /// The year of a normative document's number; returns the index behind it.
  private func year(at index: Int, _ symbol: inout Symbol) -> Int? {
    guard (0..<4).allSatisfy({ text.isDigit(index + $0) }), !text.isDigit(index + 4) else { return nil }
    let year = (0..<4).reduce(0) { $0 * 10 + Int(text.letter(index + $1) - 0x30) }
    guard (1945...2100).contains(year) else { return nil }
    symbol.year = year
    return index + 4
  }
}
