/// A document that a text refers to, as its number and symbol say (số, ký hiệu văn bản).
public struct DocumentReference: Sendable, Hashable {
  /// Whose papers a document belongs to, as its symbol tells (hệ văn bản).
  public enum System: String, Sendable, Hashable {
    /// The Party's (Đảng): `03-KL/TU`.
    case party = "dang"
    /// The State's (nhà nước): `12/QĐ-UBND`.
    case state = "nha_nuoc"
    /// The Fatherland Front's (Mặt trận): `249/MTTQ-BTT`.
    case front = "mat_tran"
    /// A mass organisation's (đoàn thể): `15-KH/HND`.
    case organisation = "doan_the"
    /// Somebody else's.
    case other = "khac"
  }

  /// The reference as written, from the number to the end of the symbol; without a symbol, from the noun.
  public let raw: String
  /// Where `raw` begins, in Unicode scalars of the text as given.
  public let start: Int
  /// Where `raw` ends, exclusive.
  public let end: Int
  /// The number; 1 or more.
  public let number: Int
  /// The letter behind the number (`12a`), as written.
  public let suffix: String?
  /// The year that is part of a normative document's number (`19/2025/QĐ-TTg`).
  public let yearInNumber: Int?
  /// The abbreviation of the type; from the noun before it only where the symbol names none.
  public let typeCode: String?
  /// What follows the type in the symbol, in canonical dashes.
  public let issuerCode: String?
  /// ISO date at the precision written: `2021-04-20`, `2021-04`, `2021`.
  public let date: String?
  /// Whose papers it belongs to, if its symbol or its words tell.
  public internal(set) var system: System?
  /// The symbol was mended: a dash, a slash or the Đ of a code was missing or wrong; blanks and case do not count.
  public let repaired: Bool
}
