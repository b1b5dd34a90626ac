/// The pieces of a symbol, and which of them go together.
extension SymbolReader {
  /// Cuts type and issuer that lost their hyphen: `QĐUBND`, `KLTU`.
  func cut(_ segment: SymbolSegment) -> (type: DocumentVocabulary.DocumentType, issuer: Int)? {
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
  func goTogether(_ type: DocumentVocabulary.DocumentType, _ issuer: DocumentReference.System?) -> Bool {
    switch issuer {
    case .party: type.users.contains(.party)
    case .state: type.users.contains(.state)
    case .front, .organisation, .other, nil: type.users == .all
    }
  }

  func goTogether(_ type: DocumentVocabulary.DocumentType, _ issuer: SymbolSegment) -> Bool {
    goTogether(type, standing(issuer)?.system)
  }

  /// The code of a type as the symbol has it; tells if it was mended.
  func code(
    _ segment: SymbolSegment, _ type: DocumentVocabulary.DocumentType, _ symbol: inout Symbol
  ) -> String {
    if type.isDamage { symbol.isRepaired = true }
    // Both forms are official: QĐi and QĐI.
    return type.code == "QĐi" && text.isCapital(segment.range.upperBound - 1) ? "QĐI" : type.code
  }

  func takeIssuer(_ symbol: inout Symbol, _ segments: [SymbolSegment], end: Int?) {
    guard let first = segments.first, let last = segments.last else { return }
    symbol.issuer = segments
    symbol.issuerRange = first.range.lowerBound..<last.range.upperBound
    symbol.end = end ?? last.range.upperBound
    symbol.hasSymbol = true
  }

  /// The segment and all that hang on it: `MTTQ-BTT`, `BNN-TCTL`.
  func extended(from first: SymbolSegment) -> [SymbolSegment] {
    var segments = [first]
    while segments.count < 5, let joint = joint(at: segments[segments.count - 1].range.upperBound, dots: true),
      let next = segment(at: joint.next), next.style == first.style
    {
      // “UBND - UBND tỉnh”: with blanks only an office belongs to the symbol.
      guard joint.isTight || DocumentIssuers.offices.contains(text.text(next.range))
      else { break }
      segments.append(next)
    }
    return segments
  }

  func segment(at index: Int) -> SymbolSegment? { SymbolSegment(text, at: index, vocabulary: vocabulary) }

  func standing(_ segment: SymbolSegment) -> Standing? { Standing(text, segment.range, vocabulary) }

  /// Tells whether a code is that of a body that issues documents itself, not of an office in it.
  func isBody(_ segment: SymbolSegment) -> Bool {
    vocabulary.issuers[segment.key]?.system != nil && !DocumentIssuers.offices.contains(text.text(segment.range))
  }

  func isExactIssuer(_ segment: SymbolSegment) -> Bool { vocabulary.issuers[segment.key] != nil }

  /// Tells whether a symbol is that of a law or resolution of the National Assembly.
  func isLaw(_ symbol: Symbol) -> Bool { symbol.issuer.count == 1 && isLaw(symbol.issuer[0]) }

  /// `QH15`, `UBTVQH16`: the National Assembly's documents have no type in their symbol.
  func isLaw(_ segment: SymbolSegment) -> Bool {
    guard text.isDigit(segment.range.upperBound - 1) else { return false }
    var end = segment.range.upperBound
    while text.isDigit(end - 1) { end -= 1 }
    let key = text.key(segment.range.lowerBound..<end)
    return key == Standing.assembly || key == Standing.standingCommittee
  }

  /// The dash or slash at an index, blanks round it allowed, a line end behind it too.
  func joint(at index: Int, dots: Bool = false) -> SymbolJoint? {
    let at = text.skipBlanks(index)
    let mark = text.letter(at)
    if dots, mark == 0x2E, at == index, isDottedOffice(at + 1) {
      return SymbolJoint(isDash: true, hasBlankBefore: false, hasBlankAfter: false, next: at + 1)
    }
    guard mark == 0x2D || mark == 0x2F else { return nil }
    var next = text.skipBlanks(at + 1)
    if text.letter(next) == 0x0A, next + 1 < text.bytes.count { next = text.skipBlanks(next + 1) }
    return SymbolJoint(isDash: mark == 0x2D, hasBlankBefore: at > index, hasBlankAfter: next > at + 1, next: next)
  }

  /// The full stop or underscore between a type and an issuer that go together, instead of the mark of the opening's fellow.
  func damagedJoint(
    at index: Int, _ type: DocumentVocabulary.DocumentType, after opening: SymbolJoint
  ) -> SymbolJoint? {
    guard text.letter(index) == 0x2E || text.letter(index) == 0x5F, let issuer = segment(at: index + 1),
      issuer.style == .code, isExactIssuer(issuer), goTogether(type, issuer)
    else { return nil }
    return SymbolJoint(isDash: !opening.isDash, hasBlankBefore: false, hasBlankAfter: false, next: index + 1)
  }

  /// `UBND.HC`, `CT.UBND`: an office behind a full stop, short and in capitals.
  func isDottedOffice(_ index: Int) -> Bool {
    var end = index
    while end - index < 8, text.isLetter(end), text.isCapital(end) { end += 1 }
    guard !text.isLetter(end) else { return false }
    return (2...3).contains(end - index) || end - index > 3 && vocabulary.issuers[text.key(index..<end)] != nil
  }
}
