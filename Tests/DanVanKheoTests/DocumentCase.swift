import Testing
import VietnameseText

@testable import DanVanKheo

/// One example of a rule about papers: what is changed in a paper without a flaw, and where the rule then speaks.
struct DocumentCase: Sendable, CustomTestStringConvertible {
  var code: RuleCode
  var title: String
  /// The paper it starts from.
  var base: DocumentFacts
  var edit: @Sendable (inout DocumentFacts) -> Void
  /// Where the rule speaks; nil if it must not.
  var path: String?

  var testDescription: String { "\(code.rawValue) \(path == nil ? "passes" : "fails"): \(title)" }

  static func passes(
    _ code: RuleCode, _ title: String, _ base: DocumentFacts = .state,
    _ edit: @escaping @Sendable (inout DocumentFacts) -> Void = { _ in }
  ) -> DocumentCase {
    DocumentCase(code: code, title: title, base: base, edit: edit, path: nil)
  }

  static func fails(
    _ code: RuleCode, _ path: String, _ title: String, _ base: DocumentFacts = .state,
    _ edit: @escaping @Sendable (inout DocumentFacts) -> Void
  ) -> DocumentCase {
    DocumentCase(code: code, title: title, base: base, edit: edit, path: path)
  }

  /// Judges the paper and checks that the rule speaks where it should, and nobody else.
  func check() throws {
    var facts = base
    edit(&facts)
    let today = try #require(CalendarDay(year: 2026, month: 9, day: 1))
    let findings = documentFindings(facts, catalogue: try FactsDraft.catalogue(), today: today)
    #expect(findings.filter { $0.code == code }.map(\.path) == (path.map { [$0] } ?? []))
    #expect(findings.allSatisfy { $0.code == code }, "\(findings.map { "\($0.code.rawValue) \($0.message)" })")
    #expect(findings.allSatisfy { !$0.message.contains("{") }, "\(findings.map(\.message))")
  }
}

extension DocumentFacts {
  /// A decision of a commune's People's Committee without a flaw.
  static let state: DocumentFacts = {
    var facts = DocumentFacts()
    facts.system = .state
    facts.date = CalendarDay(year: 2026, month: 2, day: 4)
    facts.header = ["ỦY BAN NHÂN DÂN XÃ NGHĨA TÁ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    facts.number = "Số: 12/QĐ-UBND"
    facts.placeDate = "Nghĩa Tá, ngày 04 tháng 02 năm 2026"
    facts.subject = "Về việc tặng Giấy khen trong phong trào thi đua “Dân vận khéo”"
    facts.bases = [
      "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
      "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ.",
    ]
    facts.body = ["Điều 1. Tặng Giấy khen cho 02 (hai) tập thể, 01 (một) cá nhân có thành tích."]
    facts.signature = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hà Văn Cẩn"]
    facts.recipients = ["- Như Điều 3;", "- Sở Nội vụ;", "- Lưu: VT, TĐKT."]
    facts.list = [
      Subject(kind: "collective", name: "Chi bộ Tân Thành"),
      Subject(kind: "collective", name: "Hội Nông dân xã Nghĩa Tá"),
      Subject(kind: "individual", name: "Vũ Thị Thuỳ Trang"),
    ]
    facts.approved = facts.list
    facts.knownBases = DocumentFacts.exampleBases
    return facts
  }()

  /// A notice of a commune's Party committee without a flaw.
  static let party: DocumentFacts = {
    var facts = DocumentFacts.state
    facts.system = .party
    facts.header = ["ĐẢNG BỘ TỈNH THÁI NGUYÊN", "ĐẢNG UỶ XÃ NGHĨA TÁ", "ĐẢNG CỘNG SẢN VIỆT NAM"]
    facts.number = "Số 12-TB/ĐU"
    facts.signature = ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Hà Văn Cẩn"]
    facts.recipients = ["- Tỉnh uỷ (báo cáo),", "- Lưu VPĐU."]
    return facts
  }()

  private static let exampleBases: [LegalBasis] = [
    basis("15/2003/QH11", "Luật", "Luật Thi đua, Khen thưởng", "2003-11-26", until: "2023-12-31"),
    basis("06/2022/QH15", "Luật", "Luật Thi đua, khen thưởng", "2022-06-15"),
    basis("98/2023/NĐ-CP", "NĐ", "Quy định chi tiết", "2023-12-31", until: "2025-06-30"),
    basis("152/2025/NĐ-CP", "NĐ", "Quy định chi tiết", "2025-06-14"),
  ]

  private static func basis(_ symbol: String, _ type: String, _ title: String, _ day: String, until: String? = nil)
    -> LegalBasis
  {
    LegalBasis(
      documentID: 1, symbol: symbol, type: type, issuer: nil, issuedOn: NoticeDate(iso: day), title: title,
      system: .state, validFrom: NoticeDate(iso: day), validUntil: until.flatMap { NoticeDate(iso: $0) })
  }
}
