/// A document that a decision may cite as its legal basis (căn cứ), with the days on which it was in force.
public struct LegalBasis: Sendable, Hashable, Decodable {
  /// The symbol, such as `152/2025/NĐ-CP`.
  public let symbol: String
  /// The text as it is printed after “Căn cứ”.
  public let text: String
  /// The system of papers that cites it.
  public let system: DocumentSystem
  /// First day in force; nil = not known, so it is never cited.
  public let validFrom: NoticeDate?
  /// Last day in force; nil = still in force.
  public let validUntil: NoticeDate?

  private enum CodingKeys: String, CodingKey {
    case symbol, text, system
    case validFrom = "valid_from"
    case validUntil = "valid_until"
  }

  /// Makes a basis; used by tests and by generators of catalogues.
  public init(symbol: String, text: String, system: DocumentSystem, validFrom: NoticeDate?, validUntil: NoticeDate?) {
    self.symbol = symbol
    self.text = text
    self.system = system
    self.validFrom = validFrom
    self.validUntil = validUntil
  }

  /// Whether the document was surely in force on that day; an unknown start counts as not in force.
  public func isInForce(on date: NoticeDate) -> Bool {
    guard let validFrom, validFrom <= date else { return false }
    return validUntil.map { date <= $0 } ?? true
  }
}
