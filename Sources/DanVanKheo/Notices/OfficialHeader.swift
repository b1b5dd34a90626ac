/// The head of an official paper: who issues it on the left, the state or Party title on the right.
///
/// A paper has either the Quốc hiệu or the Party title, never both.
public struct OfficialHeader: Sendable, Equatable {
  /// Name of the superior body; nil where the system prints none.
  public let superior: String?
  /// The issuing body in capitals.
  public let issuer: String
  /// The star line of Party papers.
  public let star: Bool
  /// The title on the right: Quốc hiệu or the Party's name; nil while the system is unknown.
  public let title: String?
  /// The motto under the Quốc hiệu; nil in Party papers.
  public let motto: String?
  /// Number and symbol, such as `Số: 12/QĐ-UBND` or `Số 12-QĐ/HU`.
  public let number: String
  /// Place and day of issue.
  public let placeDate: String

  /// Chooses the header of a paper.
  /// - Parameters:
  ///   - system: The system of papers; nil prints placeholders instead of a guessed title.
  ///   - issuer: The issuing body as recorded.
  ///   - number: The number line, ready to print.
  ///   - date: The day of issue; nil leaves the dots a person fills in.
  public init(system: DocumentSystem?, issuer: String, number: String, date: NoticeDate?) {
    self.issuer = issuer.uppercased()
    self.number = number
    placeDate = "[địa danh], " + (date?.documentForm ?? "ngày …… tháng …… năm ……")
    switch system {
    case .party:
      superior = "[đảng bộ cấp trên: cần bổ sung]"
      star = true
      title = "ĐẢNG CỘNG SẢN VIỆT NAM"
      motto = nil
    case .state, .front:
      superior = nil
      star = false
      title = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
      motto = "Độc lập - Tự do - Hạnh phúc"
    case nil:
      superior = nil
      star = false
      title = nil
      motto = nil
    }
  }

  /// The number line: a recorded symbol as it is, else dots in the form of the system.
  /// - Parameters:
  ///   - type: The type code, `QĐ` or `TB`.
  ///   - symbol: The recorded symbol; only its issuer code is taken when the paper is a new one.
  ///   - isSamePaper: Whether `symbol` is the symbol of this very paper.
  ///   - system: The system of papers; nil leaves only dots.
  /// - Returns: A line such as `Số: 12/QĐ-UBND`, `Số ……-TB/HU`.
  static func numberLine(type: String, symbol: String?, isSamePaper: Bool, system: DocumentSystem?) -> String {
    let prefix = system == .party ? "Số " : "Số: "
    if isSamePaper, let symbol { return prefix + withLeadingZero(symbol) }
    let code = symbol.flatMap { issuerCode(of: $0, system: system) } ?? "……"
    switch system {
    case .party: return prefix + "……-\(type)/\(code)"
    case .state: return prefix + "……/\(type)-\(code)"
    case .front: return prefix + "……/\(code)"
    case nil: return prefix + "……"
    }
  }

  /// Numbers below 10 get a leading zero (Nghị định 30/2020/NĐ-CP).
  static func withLeadingZero(_ symbol: String) -> String {
    let digits = symbol.prefix { ("0"..."9").contains($0) }
    return digits.count == 1 ? "0" + symbol : symbol
  }

  private static func issuerCode(of symbol: String, system: DocumentSystem?) -> String? {
    let separator: Character = system == .party ? "/" : "-"
    guard let cut = symbol.lastIndex(of: separator) else { return nil }
    let code = symbol[symbol.index(after: cut)...].trimmingSpaces
    return code.isEmpty ? nil : code
  }
}

extension Substring {
  /// The text without spaces at both ends.
  fileprivate var trimmingSpaces: String {
    var part = self
    while part.first == " " { part.removeFirst() }
    while part.last == " " { part.removeLast() }
    return String(part)
  }
}
