/// Finds the documents a text refers to (số, ký hiệu văn bản), in order.
///
/// Linear in the text: at each number a bounded stretch before and behind it is looked at. What cannot be read safely is
/// left out.
/// - Parameters:
///   - text: Any text; decomposed, with special spaces and damaged symbols too.
///   - vocabulary: Types and issuers; a symbol with both dashes and slashes in place is read without knowing its issuer.
/// - Returns: The references; they do not overlap.
public func documentReferences(
  in text: String, vocabulary: DocumentVocabulary = .standard
) -> [DocumentReference] {
  guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
  var search = ReferenceSearch(FoldedText(text), vocabulary)
  return search.run()
}

/// The walk over a text from number to number.
private struct ReferenceSearch {
  private let text: FoldedText
  private let vocabulary: DocumentVocabulary
  private let reader: SymbolReader
  private let dates: ReferenceDates
  private var found: [DocumentReference] = []
  /// The announcement of the last reference, and where the last reference ended: lists share their noun.
  private var last: (prefix: ReferencePrefix, end: Int, hasSymbol: Bool)?

  init(_ text: FoldedText, _ vocabulary: DocumentVocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    reader = SymbolReader(text: text, vocabulary: vocabulary)
    dates = ReferenceDates(text)
  }

  mutating func run() -> [DocumentReference] {
    var at = 0
    let count = text.bytes.count
    while at < count {
      guard text.isDigit(at) else {
        at += 1
        continue
      }
      if mayBegin(at), isAnnounced(at) || isFollowed(at), let end = read(at) {
        at = end
      } else {
        while text.isDigit(at) { at += 1 }
      }
    }
    return found
  }

  /// Tells whether a document's number may begin here: not within a fraction, a decimal, a word or an address.
  private func mayBegin(_ index: Int) -> Bool {
    switch text.letter(index - 1) {
    case 0x2F, 0x5F, 0x40, 0x3D, 0x26, 0x25, 0x2B, 0x5C: return false
    case 0x2E, 0x2D:
      return index < 2 || !text.isLetter(index - 2) && !text.isDigit(index - 2) || isNumberWord(index - 1)
    case _ where text.isLetter(index - 1): return isNumberWord(index) || isAbbreviation(index)
    default: return true
    }
  }

  /// Tells at a glance whether a word may announce the number at an index, or a list lead to it.
  private func isAnnounced(_ index: Int) -> Bool {
    let at = text.skipBlanksBack(index) - 1
    switch text.letter(at) {
    case 0x3A, 0x2E: return true
    case 0x2C, 0x3B: return last.map { index - $0.end <= 6 } ?? false
    default: return text.isLetter(at)
    }
  }

  /// Tells at a glance whether a symbol may follow the number at an index.
  private func isFollowed(_ index: Int) -> Bool {
    var at = index
    while text.isDigit(at) { at += 1 }
    if text.isLetter(at) { return true }
    at = text.skipBlanks(at)
    switch text.letter(at) {
    case 0x2D, 0x2F, 0x2E: return true
    default: return text.isLetter(at) && text.isCapital(at)
    }
  }

  /// Tells whether “số” ends at an index: “số12”, “số.12”.
  private func isNumberWord(_ end: Int) -> Bool {
    text.key(ReferencePrefix.word(text, endingAt: end)) == ReferencePrefix.so
  }

  /// Tells whether the abbreviation of a type ends at an index: “NQ18-NQ/TW”.
  private func isAbbreviation(_ end: Int) -> Bool {
    let word = ReferencePrefix.word(text, endingAt: end)
    return word.count >= 2 && word.allSatisfy(text.isCapital) && vocabulary.types[text.key(word)] != nil
      && !text.isDigit(word.lowerBound - 1) && text.letter(word.lowerBound - 1) != 0x2D
      && text.letter(word.lowerBound - 1) != 0x2F
  }

  /// Reads the reference whose number begins at an index; returns the index behind it.
  private mutating func read(_ index: Int) -> Int? {
    var prefix = ReferencePrefix(text, before: index, vocabulary: vocabulary)
    var isListed = false
    if !prefix.isStrong, let last, continuesList(from: last.end, to: index) {
      prefix = last.prefix
      isListed = true
    }
    guard !isTornNumber(index), let symbol = reader.read(at: index, prefix: prefix) else { return nil }
    if !symbol.hasSymbol {
      guard BareReference(text, symbol, prefix, isListed: isListed && last?.hasSymbol == false).isReference else {
        return nil
      }
    }
    let (date, dateEnd) = dates.date(after: symbol.end)
    let start = symbol.hasSymbol || isListed ? index : prefix.start
    let type = typeCode(symbol, prefix, index)
    let place = Int(text.places[start])
    let end = text.placeAfter(symbol.end - 1)
    var raw = String.UnicodeScalarView()
    raw.append(contentsOf: text.scalars[place..<end])
    found.append(
      DocumentReference(
        raw: String(raw), start: place, end: end, number: symbol.number, suffix: symbol.suffix,
        yearInNumber: symbol.year,
        typeCode: type, issuerCode: IssuerCode.text(of: symbol, in: text, vocabulary),
        date: date, system: system(symbol, type, dateEnd),
        repaired: symbol.isRepaired || IssuerCode.hasLookAlike(text.scalars[place..<end])))
    if isListed, !symbol.hasSymbol { shareIssuer() }
    last = (prefix, symbol.end, symbol.hasSymbol)
    return symbol.end
  }

  /// `17 52/QĐ-UBND`: number 52 or 1752, nobody can tell; true at both of the pieces.
  private func isTornNumber(_ index: Int) -> Bool {
    var end = index
    while end - index < 8, text.isDigit(end) { end += 1 }
    if text.letter(end) == 0x20, text.isDigit(end + 1) {
      var next = end + 1
      while next - end < 8, text.isDigit(next) { next += 1 }
      let mark = text.letter(next)
      return (mark == 0x2F || mark == 0x2D) && text.isLetter(next + 1) && text.isCapital(next + 1)
    }
    guard text.letter(end) == 0x2F || text.letter(end) == 0x2D, text.letter(index - 1) == 0x20 else { return false }
    var start = index - 1
    while index - start < 6, text.isDigit(start - 1) { start -= 1 }
    guard (1...3).contains(index - 1 - start), !text.isLetter(start - 1) else { return false }
    return ![0x2F, 0x2D, 0x2E, 0x2C].contains(text.letter(start - 1))
  }

  /// “các Nghị quyết số 5, 6 của HĐND”: the issuer named last is that of all in the list.
  private mutating func shareIssuer() {
    guard let system = found.last?.system else { return }
    var index = found.count - 2
    while index >= 0, found[index].system == nil, found[index].issuerCode == nil, found.count - index <= 20 {
      found[index].system = system
      index -= 1
    }
  }

  /// Tells whether only a comma or “và” stands between two references.
  private func continuesList(from end: Int, to index: Int) -> Bool {
    guard index - end <= 6, index > end else { return false }
    let between = (end..<index).map(text.letter).filter { $0 != 0x20 }
    return between == [0x2C] || between == [0x3B] || between == Self.and || between == [0x2C] + Self.and
  }

  private static let and: [UInt8] = [0x76, 0x61]

  private static let assemblyTypes: Set<String> = ["Luật", "NQ", "PL"]

  private func typeCode(_ symbol: SymbolReader.Symbol, _ prefix: ReferencePrefix, _ index: Int) -> String? {
    if let code = symbol.typeCode { return code }
    if symbol.hasSymbol, reader.isLaw(symbol) {
      if let code = prefix.type?.code, Self.assemblyTypes.contains(code) { return code }
      return ReferencePrefix.nearestType(text, before: index, vocabulary: vocabulary, among: Self.assemblyTypes)?.code
        ?? "Luật"
    }
    if let type = prefix.type { return type.code }
    return symbol.hasSymbol ? "CV" : nil
  }

  private func system(_ symbol: SymbolReader.Symbol, _ type: String?, _ end: Int) -> DocumentReference.System? {
    let standing = symbol.issuer.lazy.compactMap { Standing(text, $0.range, vocabulary) }.first
    if let system = standing?.system { return system }
    if let system = IssuerWords.system(text, after: end) { return system }
    if symbol.issuerRange == nil {
      switch type {
      case "NĐ", "Luật", "PL", "CĐ", "TTLT": return .state
      default: break
      }
    }
    guard symbol.hasSymbol else { return nil }
    return symbol.isPartyShape.map { $0 ? .party : .state } ?? (standing?.isSteering == true ? .party : nil)
  }
}
