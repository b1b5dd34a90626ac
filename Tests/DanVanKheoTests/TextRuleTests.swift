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
}
