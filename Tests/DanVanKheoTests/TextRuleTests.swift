import Testing

@testable import DanVanKheo

@Suite struct TextRuleTests {
  @Test("text in an old encoding comes with what it seems to say, and how certain that is")
  func proposal() throws {
    var draft = try FactsDraft(.registration)
    draft.set("content/goals", "D©n vËn khÐo")
    let finding = try #require(try draft.verdict().findings.first)
    #expect(finding.data["converted"]?.text == "Dân vận khéo")
    #expect(finding.data["certainty"]?.text == "100,0")
  }

  private func codes(_ kind: SubmissionKind, _ path: String, _ text: String) throws -> [String] {
    var draft = try FactsDraft(kind)
    draft.set("content/\(path)", .string(text))
    return try draft.verdict().findings.map { "\($0.code.rawValue) \($0.path)" }
  }

  @Test("beside an old encoding everything else is told at once")
  func besideOldEncoding() throws {
    let old = "D©n vËn khÐo, nh©n d©n x·"
    let found = try codes(
      .registration, "content", "Ðảng ủy tíên bộ\n\(old)\n<script> ngày 31/02/2021 thu 200 250 triệu/ha")
    #expect(
      found == [
        "VB-001 /content", "VB-008 /content", "VB-006 /content", "VB-010 /content", "BC-007 /content",
        "BC-012 /content",
      ])
    #expect(
      try codes(.report, "narrative", "\(old)\nBáo cáo ngày 31/02/2021: đạt 221/216 hộ.")
        == ["VB-001 /narrative", "BC-007 /narrative", "BC-002 /narrative"])
    // Its own figures are nobody's, and its blanks are kept for the conversion.
    #expect(
      try codes(.report, "narrative", "Báo cáo của Đảng ủy\n\(old)  nh©n d©n ngµy 31/02/2021\u{AD}")
        == ["VB-001 /narrative"])
  }

  @Test("content with an old encoding is not tidied")
  func untouched() throws {
    var draft = try FactsDraft(.registration)
    draft.set("content/goals", "D©n vËn khÐo,  nh©n d©n\nĐảng uy\u{309}  xã")
    #expect(try draft.verdict().repaired == nil)
  }

  @Test(
    "outputs say something countable in our own letters, whatever stands beside them",
    arguments: [
      ("85/85 hộ trồng quế", true), ("40ha", true), ("5 m²", true), ("b \u{5B0}31/2a", false), ("\u{5B0}31", false),
      ("5個", false), ("٣ hộ", false), ("một trăm hộ \u{5D0}", true), ("tră\u{5B0}m", false), ("11A", false),
      ("漢 12 hộ", true), ("nâng cao nhận thức", false),
    ])
  func outputs(text: String, isMeasurable: Bool) {
    #expect(OutputsRule.isMeasurable(text) == isMeasurable)
  }
}
