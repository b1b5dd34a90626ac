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
      boilerplate: FactsDraft.reference("boilerplate.csv"), words: FactsDraft.reference("words.csv"))
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

  private static let old = "D©n vËn khÐo, nh©n d©n x·"

  @Test(
    "a line in an old encoding is told, and the rest of the text is judged",
    arguments: [
      (
        "Ðảng ủy xã\n\(old)\nNgày 31/02/2021, tíên bộ",
        ["VB-006 0..<4", "VB-001 11..<36", "BC-007 37..<52", "VB-010 54..<58"]
      ),
      ("\(old)\r\n  Đảng ủy <b>xã</b>\r\n", ["VB-001 0..<25", "VB-003 27..<29", "VB-008 37..<46"]),
      ("Đảng ủy\n\(old)\nĐạt 221/216 hộ\n\(old)", ["VB-001 8..<33", "BC-002 38..<48", "VB-001 49..<74"]),
      ("Đảng uy\u{309} x\u{E3}\n\(old)\nđê\u{309}", ["VB-002 6..<8", "VB-001 12..<37", "VB-002 39..<41"]),
      // What is dangerous is so in any encoding; signs that are bytes of letters are not.
      ("Đảng ủy\n=HYPERLINK(\"a\") \(old)", ["VB-001 8..<49", "VB-008 8..<49"]),
      ("Đảng ủy\n\(old)\u{7}", ["VB-001 8..<34", "VB-008 33..<34"]),
      ("Đảng ủy\nDÃ¢n váº\u{AD}n khÃ©o á»\u{85}ng", ["VB-001 8..<30"]),
      // No sum is told to be wrong when a part of it cannot be read.
      (
        "Toàn huyện có 127 mô hình, gồm: khối xã 100 mô hình; và khối Đảng 20 mô hình;\nkhèi Néi chÝnh 07 m« h×nh",
        ["VB-001 78..<103"]
      ),
      ("Toàn huyện có 127 mô hình, gồm: khối xã 100 mô hình; và khối Đảng 20 mô hình.\nHội nghị", ["BC-004 14..<25"]),
      // Nor is a list called open because such a line follows.
      ("Đảng bộ các huyện: Châu Thành, Bình Đại, Ba Tri,\n\(old)", ["VB-001 49..<74"]),
    ])
  func passages(text: String, expected: [String]) {
    #expect(findings(text) == expected)
  }

  @Test("each passage comes with what it seems to say, in one line")
  func proposals() {
    let found = checkText("\(Self.old)\nM« h×nh\nĐảng ủy xã\nDaân vaän kheùo", catalogue: catalogue, on: day)
    #expect(found.map { $0.data["encoding"]?.text } == ["TCVN3", "VNI"])
    #expect(found.map { $0.data["converted"]?.text } == ["Dân vận khéo, nhân dân xã Mô hình", "Dân vận khéo"])
    #expect(found.map { $0.data["certainty"]?.text } == ["100,0", "100,0"])
    #expect(found.allSatisfy { !$0.message.contains("\n") && $0.severity == .error })
  }

  @Test("a text of nothing but lines in an old encoding has one finding a passage, at most fifty")
  func many() {
    let lines = String(repeating: "\(Self.old)\nĐảng ủy xã\n", count: 200)
    #expect(checkText(lines, catalogue: catalogue, on: day).count { $0.code == .vb001 } == 50)
    #expect(findings(String(repeating: "D©n vËn khÐo\n", count: 3)) == ["VB-001 0..<38"])
  }
}
