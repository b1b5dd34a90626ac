/// The system of papers a document belongs to (hệ văn bản); it decides header, symbol and closing punctuation.
public enum DocumentSystem: String, Sendable, Codable, CaseIterable {
  /// State papers (nhà nước): Quốc hiệu, symbol `12/QĐ-UBND`.
  case state = "nha_nuoc"
  /// Party papers (Đảng): “ĐẢNG CỘNG SẢN VIỆT NAM”, symbol `12-QĐ/HU`.
  case party = "dang"
  /// Papers of the Fatherland Front (Mặt trận) and the unions: state-like, symbol `249/MTTQ-BTT`.
  case front = "mat_tran"

  /// Chooses the system of a paper by its issuer, else by the shape of its symbol.
  ///
  /// The issuer decides because a symbol may be missing or damaged. A committee that steers the movement
  /// (Ban Chỉ đạo) stands under a Party committee in every known case.
  /// - Returns: nil when neither tells; no header is guessed then.
  public static func of(issuer: String, symbol: String?) -> DocumentSystem? {
    let name = issuer.lowercased()
    if frontNames.contains(where: name.contains) { return .front }
    if partyNames.contains(where: name.contains) { return .party }
    if stateNames.contains(where: { name.hasPrefix($0) || name.hasPrefix("chủ tịch " + $0) }) { return .state }
    return symbol.flatMap(ofSymbol)
  }

  /// Reads the system from a symbol: number, hyphen, type, slash is the Party's; number, slash the State's or the Front's.
  private static func ofSymbol(_ symbol: String) -> DocumentSystem? {
    let afterNumber = symbol.drop { $0.isNumber }
    guard afterNumber.count < symbol.count, let separator = afterNumber.first else { return nil }
    switch separator {
    case "-": return .party
    case "/": return afterNumber.contains("MTTQ") ? .front : .state
    default: return nil
    }
  }

  private static let frontNames = [
    "mặt trận", "mttq", "hội nông dân", "hội liên hiệp", "hội cựu chiến binh", "liên đoàn lao động", "đoàn thanh niên",
  ]
  private static let partyNames = [
    "tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "huyện ủy", "huyện uỷ", "đảng ủy", "đảng uỷ", "quận ủy", "quận uỷ",
    "thị ủy", "thị uỷ", "ban dân vận", "ban tuyên giáo", "ban thường vụ", "ban bí thư", "chi bộ", "đảng bộ",
    "ban chỉ đạo",
  ]
  private static let stateNames = [
    "ủy ban nhân dân", "uỷ ban nhân dân", "ubnd", "sở ", "bộ ", "thủ tướng", "chính phủ",
  ]
}
