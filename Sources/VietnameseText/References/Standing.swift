/// Whose papers a code of an issuer signs, as far as the code itself tells.
struct Standing {
  /// nil: the shape of the symbol decides (Ban Chỉ đạo, BTC).
  let system: DocumentReference.System?
  /// A steering committee (Ban Chỉ đạo): under the Party, unless the symbol has the State's shape.
  let isSteering: Bool

  static let assembly = FoldedText.key("QH")
  static let standingCommittee = FoldedText.key("UBTVQH")

  /// Looks a code up; nil if nothing is known of it.
  init?(_ text: FoldedText, _ range: Range<Int>, _ vocabulary: DocumentVocabulary) {
    isSteering =
      range.count >= 3 && text.letter(range.lowerBound) == 0x62 && text.letter(range.lowerBound + 1) == 0x63
      && text.letter(range.lowerBound + 2) == FoldedText.đ
    if let issuer = vocabulary.issuers[text.key(range)] {
      system = issuer.system
      return
    }
    let code = range.map(text.letter)
    if Self.front.contains(where: { Self.contains(code, $0) }) {
      system = .front
    } else if Self.organisations.contains(where: { Self.contains(code, $0) }) {
      system = .organisation
    } else if isSteering {
      system = nil
    } else if code.count >= 3,
      Self.partyEnds.contains(where: code.suffix(2).elementsEqual)
        || Self.partyBegins.contains(where: { code.starts(with: $0) })
    {
      system = .party
    } else if Self.company.contains(where: { Self.contains(code, $0) }) {
      system = .other
    } else if Self.state.contains(where: { Self.contains(code, $0) }) {
      system = .state
    } else {
      let letters = Array(code.prefix { !(0x30...0x39).contains($0) })
      let base = range.lowerBound..<(range.lowerBound + letters.count)
      guard letters.count < code.count, letters.count >= 2, let issuer = vocabulary.issuers[text.key(base)] else {
        return nil
      }
      system = issuer.system
    }
  }

  private static let front = DocumentIssuers.frontParts.map(folded)
  private static let organisations = DocumentIssuers.organisationParts.map(folded)
  private static let partyEnds = DocumentIssuers.partyEnds.map(folded)
  private static let partyBegins = DocumentIssuers.partyBegins.map(folded)
  private static let company = DocumentIssuers.companyParts.map(folded)
  private static let state = DocumentIssuers.stateParts.map(folded)

  private static func folded(_ code: String) -> [UInt8] { FoldedText(code).bytes.map { $0 & ~FoldedText.capital } }

  private static func contains(_ code: [UInt8], _ part: [UInt8]) -> Bool {
    guard code.count >= part.count else { return false }
    return (0...(code.count - part.count)).contains { code[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
