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
    /// A hyphen follows the number, as the Party writes.
    var isPartyShape = false
    var isRepaired = false
    /// A symbol stands behind the number.
    var hasSymbol = false
  }

  /// A dash or slash with its blanks.
  private struct Joint {
    let isDash: Bool
    let hasBlankBefore: Bool
    let hasBlankAfter: Bool
    let next: Int
    var isTight: Bool { !hasBlankBefore && !hasBlankAfter }
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
    symbol.isPartyShape = first?.isDash == true
    if let first {
      if parts(&symbol, at: first.next, after: first, prefix) { return symbol }
    } else {
      let blanks = text.skipBlanks(symbol.end)
      if text.isLetter(blanks), parts(&symbol, at: blanks, after: nil, prefix) { return symbol }
    }
    symbol.isPartyShape = false
    return symbol
  }

  // MARK: The number

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
    if let letter = suffix(at: end) {
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

  /// The year of a normative document's number; returns the index behind it.
  private func year(at index: Int, _ symbol: inout Symbol) -> Int? {
    guard (0..<4).allSatisfy({ text.isDigit(index + $0) }), !text.isDigit(index + 4) else { return nil }
    let year = (0..<4).reduce(0) { $0 * 10 + Int(text.letter(index + $1) - 0x30) }
    guard (1945...2100).contains(year) else { return nil }
    symbol.year = year
    return index + 4
  }

  // MARK: Type and issuer

  /// Reads type and issuer behind the number's joint; nil as joint: it is missing.
  private func parts(
    _ symbol: inout Symbol, at index: Int, after opening: Joint?, _ prefix: ReferencePrefix
  ) -> Bool {
    var attempt = symbol
    guard readParts(&attempt, at: index, after: opening, prefix) else { return false }
    symbol = attempt
    return true
  }

  private func readParts(
    _ symbol: inout Symbol, at index: Int, after opening: Joint?, _ prefix: ReferencePrefix
  ) -> Bool {
    guard let first = segment(at: index) else { return false }
    let type = first.key == 0 ? nil : vocabulary.types[first.key]
    let cut = type == nil && !isExactIssuer(first) ? cut(first) : nil
    let issuer = cut == nil ? standing(first) : nil
    let closing = joint(at: first.range.upperBound)
    let second = closing.flatMap { segment(at: $0.next) }
    symbol.isRepaired = symbol.isRepaired || opening == nil

    if cut == nil, let closing, let second, first.style == second.style || second.style == .code {
      if let type, accepts(type, second, closing, opening, prefix, style: first.style) {
        // Another Party office in front: `12-TU/KH`.
        take(&symbol, type: first, as: type, issuer: second, closing: closing, opening: opening)
        return true
      }
      if issuer != nil || (first.style == .code && prefix.isStrong && first.range.count >= 2) {
        if let reversed = reversedType(second, prefix), type == nil || issuer != nil {
          symbol.typeCode = code(second, reversed, &symbol)
          takeIssuer(&symbol, [first], end: second.range.upperBound)
          return true
        }
        if acceptsLetter(first, issuer, second, closing, opening, prefix) {
          if symbol.isPartyShape, issuer == nil {
            // A type no list has: `45-ABC/TU`.
            guard !closing.isDash, standing(second) != nil else { return false }
            symbol.typeCode = text.text(first.range)
            takeIssuer(&symbol, extended(from: second), end: nil)
          } else {
            takeIssuer(&symbol, extended(from: first), end: nil)
          }
          return true
        }
      }
    }
    if let cut, opening != nil || prefix.isStrong {
      take(&symbol, first, cut: cut, opening)
      return true
    }
    return single(&symbol, first, type, issuer, opening, prefix)
  }

  /// Tells whether type and issuer with their joint are enough for a symbol.
  private func accepts(
    _ type: DocumentVocabulary.DocumentType, _ second: SymbolSegment, _ closing: Joint, _ opening: Joint?,
    _ prefix: ReferencePrefix, style: SymbolSegment.Style
  ) -> Bool {
    let isKnown = standing(second) != nil
    if style == .small {
      // “24 tb/chi”: small letters are a symbol only if all of it is known.
      return isKnown && (opening != nil || prefix.isStrong)
    }
    guard second.style == .code else { return isKnown && prefix.isStrong }
    if isKnown { return true }
    if closing.hasBlankBefore, closing.hasBlankAfter { return prefix.isStrong && second.range.count >= 2 }
    let letters = second.range.count(where: text.isLetter)
    if letters < 2 { return prefix.type != nil || (prefix.isStrong && second.range.count == 1) }
    return opening != nil || prefix.isStrong
  }

  /// Tells whether two codes without a type are an official letter's symbol: `249/MTTQ-BTT`.
  private func acceptsLetter(
    _ first: SymbolSegment, _ issuer: Standing?, _ second: SymbolSegment, _ closing: Joint, _ opening: Joint?,
    _ prefix: ReferencePrefix
  ) -> Bool {
    if closing.hasBlankBefore, closing.hasBlankAfter, standing(second) == nil, !prefix.isStrong { return false }
    if first.style == .small { return opening != nil && issuer != nil && prefix.isStrong }
    guard second.style == .code else { return false }
    if issuer != nil { return opening != nil || prefix.isStrong }
    return opening != nil && !first.range.contains(where: text.isDigit) && second.range.count(where: text.isLetter) >= 2
  }

  /// The type behind the issuer: `15/UBND-KH`, `12-TU/KH`.
  private func reversedType(_ second: SymbolSegment, _ prefix: ReferencePrefix) -> DocumentVocabulary.DocumentType? {
    guard second.key != 0, let type = vocabulary.types[second.key], standing(second) == nil else { return nil }
    if let noun = prefix.type { return noun.code == type.code ? type : nil }
    return DocumentTypes.reversible.contains(type.code) ? type : nil
  }

  private func take(
    _ symbol: inout Symbol, type first: SymbolSegment, as type: DocumentVocabulary.DocumentType,
    issuer second: SymbolSegment, closing: Joint, opening: Joint?
  ) {
    symbol.typeCode = code(first, type, &symbol)
    // A hyphen on both sides, or a slash on both, is a slip; a second slash behind a year was common once.
    if let opening, opening.isDash == closing.isDash, symbol.year == nil { symbol.isRepaired = true }
    takeIssuer(&symbol, extended(from: second), end: nil)
    if opening == nil { symbol.isPartyShape = !closing.isDash }
  }

  /// A symbol of one part: type alone, type and issuer run together, or an issuer alone.
  private func single(
    _ symbol: inout Symbol, _ first: SymbolSegment, _ type: DocumentVocabulary.DocumentType?, _ issuer: Standing?,
    _ opening: Joint?, _ prefix: ReferencePrefix
  ) -> Bool {
    if isLaw(first), symbol.year != nil || prefix.isStrong {
      takeIssuer(&symbol, [first], end: nil)
      return true
    }
    if first.style == .small, !prefix.isStrong { return false }
    if issuer != nil, let noun = prefix.type, opening != nil, type == nil || type?.code != noun.code {
      // `Nghị định 64/CP`: the type comes from the noun.
      takeIssuer(&symbol, [first], end: nil)
      return true
    }
    if let type {
      let next = text.skipBlanks(first.range.upperBound)
      if next > first.range.upperBound, prefix.isStrong || opening != nil, let second = segment(at: next),
        second.style == first.style,
        isExactIssuer(second), goTogether(type, second)
      {
        symbol.typeCode = code(first, type, &symbol)
        symbol.isRepaired = true
        takeIssuer(&symbol, extended(from: second), end: nil)
        if opening == nil { symbol.isPartyShape = standing(second)?.system == .party }
        return true
      }
      guard opening != nil, prefix.isStrong, first.range.count >= 2 else { return false }
      symbol.typeCode = code(first, type, &symbol)
      symbol.end = first.range.upperBound
      symbol.hasSymbol = true
      return true
    }
    if issuer != nil, opening != nil, prefix.isStrong, first.style == .code {
      takeIssuer(&symbol, [first], end: nil)
      return true
    }
    return false
  }

  private func take(
    _ symbol: inout Symbol, _ first: SymbolSegment, cut: (type: DocumentVocabulary.DocumentType, issuer: Int),
    _ opening: Joint?
  ) {
    symbol.typeCode = cut.type.code
    symbol.isRepaired = true
    guard let issuer = segment(at: cut.issuer) else { return }
    takeIssuer(&symbol, extended(from: issuer), end: nil)
    if opening == nil { symbol.isPartyShape = standing(issuer)?.system == .party }
  }

  /// Cuts type and issuer that lost their hyphen: `QĐUBND`, `KLTU`.
  private func cut(_ segment: SymbolSegment) -> (type: DocumentVocabulary.DocumentType, issuer: Int)? {
    for length in stride(from: min(6, segment.range.count - 2), through: 2, by: -1) where length > 1 {
      let middle = segment.range.lowerBound + length
      guard let type = vocabulary.types[text.key(segment.range.lowerBound..<middle)], !type.isDamage,
        let issuer = vocabulary.issuers[text.key(middle..<segment.range.upperBound)]
      else { continue }
      if goTogether(type, issuer.system) { return (type, middle) }
    }
    return nil
  }

  /// The whitelist of types and issuers: the Party's types go with Party bodies, the State's with State bodies.
  private func goTogether(_ type: DocumentVocabulary.DocumentType, _ issuer: DocumentReference.System?) -> Bool {
    switch issuer {
    case .party: type.users.contains(.party)
    case .state: type.users.contains(.state)
    case .front, .organisation, .other, nil: type.users == .all
    }
  }

  private func goTogether(_ type: DocumentVocabulary.DocumentType, _ issuer: SymbolSegment) -> Bool {
    goTogether(type, standing(issuer)?.system)
  }

  /// The code of a type as the symbol has it; tells if it was mended.
  private func code(
    _ segment: SymbolSegment, _ type: DocumentVocabulary.DocumentType, _ symbol: inout Symbol
  ) -> String {
    if type.isDamage { symbol.isRepaired = true }
    // Both forms are official: QĐi and QĐI.
    return type.code == "QĐi" && text.isCapital(segment.range.upperBound - 1) ? "QĐI" : type.code
  }

  private func takeIssuer(_ symbol: inout Symbol, _ segments: [SymbolSegment], end: Int?) {
    guard let first = segments.first, let last = segments.last else { return }
    symbol.issuer = segments
    symbol.issuerRange = first.range.lowerBound..<last.range.upperBound
    symbol.end = end ?? last.range.upperBound
    symbol.hasSymbol = true
  }

  /// The segment and all that hang on it: `MTTQ-BTT`, `BNN-TCTL`.
  private func extended(from first: SymbolSegment) -> [SymbolSegment] {
    var segments = [first]
    while segments.count < 5, let joint = joint(at: segments[segments.count - 1].range.upperBound, dots: true),
      let next = segment(at: joint.next), next.style == first.style
    {
      let isOffice =
        joint.hasBlankBefore != joint.hasBlankAfter
        && DocumentIssuers.offices.contains(text.text(next.range))
      guard joint.isTight || isOffice || segments.count == 1 && isLetterOpening(first, joint) else { break }
      segments.append(next)
    }
    return segments
  }

  /// The second part of an official letter's symbol belongs to it with blanks too.
  private func isLetterOpening(_ first: SymbolSegment, _ joint: Joint) -> Bool {
    vocabulary.types[first.key] == nil && joint.hasBlankBefore != joint.hasBlankAfter
      && standing(first)?.system == .front
  }

  // MARK: Pieces

  private func segment(at index: Int) -> SymbolSegment? { SymbolSegment(text, at: index, vocabulary: vocabulary) }

  private func standing(_ segment: SymbolSegment) -> Standing? { Standing(text, segment.range, vocabulary) }

  private func isExactIssuer(_ segment: SymbolSegment) -> Bool { vocabulary.issuers[segment.key] != nil }

  /// Tells whether a symbol is that of a law or resolution of the National Assembly.
  func isLaw(_ symbol: Symbol) -> Bool { symbol.issuer.count == 1 && isLaw(symbol.issuer[0]) }

  /// `QH15`, `UBTVQH16`: the National Assembly's documents have no type in their symbol.
  private func isLaw(_ segment: SymbolSegment) -> Bool {
    guard text.isDigit(segment.range.upperBound - 1) else { return false }
    var end = segment.range.upperBound
    while text.isDigit(end - 1) { end -= 1 }
    let key = text.key(segment.range.lowerBound..<end)
    return key == Standing.assembly || key == Standing.standingCommittee
  }

  /// The dash or slash at an index, blanks round it allowed, a line end behind it too.
  private func joint(at index: Int, dots: Bool = false) -> Joint? {
    let at = text.skipBlanks(index)
    let mark = text.letter(at)
    if dots, mark == 0x2E, at == index, isDottedOffice(at + 1) {
      return Joint(isDash: true, hasBlankBefore: false, hasBlankAfter: false, next: at + 1)
    }
    guard mark == 0x2D || mark == 0x2F else { return nil }
    var next = text.skipBlanks(at + 1)
    if text.letter(next) == 0x0A, next + 1 < text.bytes.count { next = text.skipBlanks(next + 1) }
    return Joint(isDash: mark == 0x2D, hasBlankBefore: at > index, hasBlankAfter: next > at + 1, next: next)
  }

  /// `UBND.HC`: an office behind a full stop, short and in capitals.
  private func isDottedOffice(_ index: Int) -> Bool {
    var end = index
    while text.isLetter(end), text.isCapital(end) { end += 1 }
    return (2...3).contains(end - index) && !text.isLetter(end)
  }
}
