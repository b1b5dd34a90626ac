import Testing
import VietnameseText

@testable import DanVanKheo

@Suite struct CheckTextTests {
  private let catalogue: RuleCatalogue
  private let day: CalendarDay

  init() throws {
    day = try #require(CalendarDay(year: 2026, month: 1, day: 1))
    catalogue = try RuleCatalogue(
      version: 2, rules: FactsDraft.reference("rules.csv"), abbreviations: FactsDraft.reference("abbreviations.csv"),
      boilerplate: FactsDraft.reference("boilerplate.csv"))
  }

  private func findings(_ text: String) -> [String] {
    checkText(text, catalogue: catalogue, on: day).map { finding in
      "\(finding.code.rawValue) \(finding.range.lowerBound)..<\(finding.range.upperBound)"
    }
  }

  @Test(
    "each rule names the place of what it found in the text as received",
    arguments: [
      ("Dân vận khéo\n\nXã Nông Thượng\n", []), ("tập\u{A0}thể", ["VB-003 3..<4"]), ("a\r\n  b\r\n", ["VB-003 3..<5"]),
      ("a \r\nb", ["VB-003 1..<2"]),
      ("ha\u{300} giang", ["VB-002 1..<3"]), ("ha\u{300} tíên", ["VB-002 1..<3", "VB-010 4..<8"]),
      ("ha\u{300} tie\u{302}\u{301}n, ti\u{301}e\u{302}n", ["VB-002 1..<3", "VB-010 12..<18"]),
      ("một <script> hai", ["VB-008 4..<16"]), ("a\u{7}b", ["VB-008 1..<2"]), ("xã\n=SUM(A1)", ["VB-008 3..<11"]),
      ("Hội nghị\nD©n vËn khÐo, nh©n d©n x·", ["VB-001 9..<34"]), ("Ðảng và HÐND", ["VB-006 0..<4", "VB-006 8..<12"]),
      ("Các tin khác\nXã có 2/8", ["VB-004 0..<12"]), ("xã “A", ["VB-005 3..<4"]), ("", []), ("\n\n", []),
      ("Ông Björn Müller, café, Huawei, Citroën 25°C ©", []),
      ("H'Hen Niê, Y Ngông, K'sor, Đắk Lắk, Ksorr, Cư M'gar", []),
    ])
  func places(text: String, expected: [String]) {
    #expect(findings(text) == expected)
  }

  @Test("a finding carries its message, its severity and a piece of the text")
  func finding() throws {
    let finding = try #require(checkText("ở Ðảng", catalogue: catalogue, on: day).first)
    #expect(finding.message == "Có ký tự giống chữ Đ nhưng sai mã (U+00D0): “Ðảng”.")
    #expect(finding.severity == .warning)
    #expect(finding.excerpt == "Ðảng")
    #expect(finding.data["code_points"]?.text == "U+00D0")
  }
}
