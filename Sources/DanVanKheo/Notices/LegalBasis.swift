/// A document that a decision may cite as its legal basis (căn cứ), with the days on which it was in force.
public struct LegalBasis: Sendable, Hashable, Decodable {
  /// Its number in the catalogue.
  public let documentID: Int64
  /// The symbol, such as `152/2025/NĐ-CP`.
  public let symbol: String
  /// The type code, such as `Luật`, `NĐ`, `TT`.
  public let type: String
  /// Who issued it.
  public let issuer: String?
  /// The day of issue.
  public let issuedOn: NoticeDate?
  /// What it is about (trích yếu).
  public let title: String?
  /// The system of papers that cites it; nil for one that no notice is drafted in.
  public let system: DocumentSystem?
  /// First day in force; nil = not known, so it is never cited.
  public let validFrom: NoticeDate?
  /// Last day in force; nil = still in force.
  public let validUntil: NoticeDate?

  private enum CodingKeys: String, CodingKey {
    case symbol, type, issuer, title, system
    case documentID = "document_id"
    case issuedOn = "issued_on"
    case validFrom = "valid_from"
    case validUntil = "valid_until"
  }

  /// Makes a row of the catalogue.
  init(
    documentID: Int64, symbol: String, type: String, issuer: String?, issuedOn: NoticeDate?, title: String?,
    system: DocumentSystem?, validFrom: NoticeDate?, validUntil: NoticeDate?
  ) {
    self.documentID = documentID
    self.symbol = symbol
    self.type = type
    self.issuer = issuer
    self.issuedOn = issuedOn
    self.title = title
    self.system = system
    self.validFrom = validFrom
    self.validUntil = validUntil
  }

  /// Decodes a catalogue row; an unknown system is no error.
  public init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: CodingKeys.self)
    documentID = try row.decode(Int64.self, forKey: .documentID)
    symbol = try row.decode(String.self, forKey: .symbol)
    type = try row.decodeIfPresent(String.self, forKey: .type) ?? ""
    issuer = try row.decodeIfPresent(String.self, forKey: .issuer)
    issuedOn = try row.decodeIfPresent(NoticeDate.self, forKey: .issuedOn)
    title = try row.decodeIfPresent(String.self, forKey: .title)
    system = try row.decodeIfPresent(String.self, forKey: .system).flatMap(DocumentSystem.init(rawValue:))
    validFrom = try row.decodeIfPresent(NoticeDate.self, forKey: .validFrom)
    validUntil = try row.decodeIfPresent(NoticeDate.self, forKey: .validUntil)
  }

  /// Whether the document was surely in force on that day; an unknown start counts as not in force.
  public func isInForce(on date: NoticeDate) -> Bool {
    guard let validFrom, validFrom <= date else { return false }
    return validUntil.map { date <= $0 } ?? true
  }

  /// The text printed after “Căn cứ”: a law by name and day, other documents by symbol, day, issuer and subject.
  public var citation: String {
    let day = issuedOn.map { " \($0.documentForm)" } ?? ""
    if type == "Luật" { return "\(title ?? "Luật số \(symbol)")\(day)" }
    let noun = Self.nouns[type] ?? type
    let issuer = issuer.map { " của \(type == "TT" && $0.hasPrefix("Bộ ") ? "Bộ trưởng \($0)" : $0)" } ?? ""
    let subject = title.map { " \($0.prefix(1).lowercased())\($0.dropFirst())" } ?? ""
    return "\(noun) số \(symbol)\(day)\(issuer)\(subject)"
  }

  private static let nouns = ["NĐ": "Nghị định", "TT": "Thông tư", "QĐ": "Quyết định", "HD": "Hướng dẫn"]
}
