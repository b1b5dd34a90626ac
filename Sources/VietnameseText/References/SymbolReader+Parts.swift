/// What stands behind the number: type and issuer, in the order of State, Party or official letters.
extension SymbolReader {
  /// Reads type and issuer behind the number's joint; nil as joint: it is missing.
  func parts(
    _ symbol: inout Symbol, at index: Int, after opening: SymbolJoint?, _ prefix: ReferencePrefix
  ) -> Bool {
    var attempt = symbol
    guard readParts(&attempt, at: index, after: opening, prefix) else { return false }
    symbol = attempt
    return true
  }

  private func readParts(
    _ symbol: inout Symbol, at index: Int, after opening: SymbolJoint?, _ prefix: ReferencePrefix
  ) -> Bool {
    guard let first = segment(at: index) else { return false }
    let type = first.key == 0 ? nil : vocabulary.types[first.key]
    let cut = type == nil && !isExactIssuer(first) ? cut(first) : nil
    let issuer = cut == nil ? standing(first) : nil
    var closing = joint(at: first.range.upperBound)
    if closing == nil, let type, let opening, first.style == .code {
      closing = damagedJoint(at: first.range.upperBound, type, after: opening)
      if closing != nil { symbol.isRepaired = true }
    }
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
          if issuer == nil, symbol.isPartyShape == true || isBody(second) {
            // A type no list has: `45-ABC/TU`, `45/ABC-UBND`.
            guard closing.isDash != symbol.isPartyShape, standing(second) != nil else { return false }
            symbol.typeCode = text.text(first.range)
            takeIssuer(&symbol, extended(from: second), end: nil)
          } else {
            takeIssuer(&symbol, [first] + extended(from: second), end: nil)
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
    _ type: DocumentVocabulary.DocumentType, _ second: SymbolSegment, _ closing: SymbolJoint, _ opening: SymbolJoint?,
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
    _ first: SymbolSegment, _ issuer: Standing?, _ second: SymbolSegment, _ closing: SymbolJoint,
    _ opening: SymbolJoint?,
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
    issuer second: SymbolSegment, closing: SymbolJoint, opening: SymbolJoint?
  ) {
    symbol.typeCode = code(first, type, &symbol)
    // A hyphen on both sides, or a slash on both, is a slip; a second slash behind a year was common once.
    if let opening, opening.isDash == closing.isDash, symbol.year == nil { symbol.isRepaired = true }
    takeIssuer(&symbol, extended(from: second), end: nil)
    if opening == nil, symbol.year == nil { symbol.isPartyShape = !closing.isDash }
  }

  /// A symbol of one part: type alone, type and issuer run together, or an issuer alone.
  private func single(
    _ symbol: inout Symbol, _ first: SymbolSegment, _ type: DocumentVocabulary.DocumentType?, _ issuer: Standing?,
    _ opening: SymbolJoint?, _ prefix: ReferencePrefix
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
        return true
      }
      guard opening != nil, prefix.isStrong, first.range.count >= 2 else { return false }
      if let noun = prefix.type, noun.bare == .always, noun.code != type.code, symbol.year == nil, !type.isDamage {
        // `Quyết định 327-CT`: what looks like a type is the issuer.
        symbol.isPartyShape = nil
        takeIssuer(&symbol, [first], end: nil)
        return true
      }
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
    _ opening: SymbolJoint?
  ) {
    symbol.typeCode = cut.type.code
    symbol.isRepaired = true
    guard let issuer = segment(at: cut.issuer) else { return }
    takeIssuer(&symbol, extended(from: issuer), end: nil)
  }
}
