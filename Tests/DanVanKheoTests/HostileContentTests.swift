import Testing

@testable import DanVanKheo

@Suite struct HostileContentTests {
  @Test(
    "content of any shape gets a verdict, never a crash",
    arguments: [
      "null", "[]", "\"x\"", "5", "{}", #"{"model":[]}"#, #"{"model":{"name":{}},"subjects":{"0":1},"year":[]}"#,
      #"{"models":"x","recipients":5,"decision":[],"level":{},"indicators":[1,"x",null,[]],"tables":[{"parts":{}}]}"#,
      #"{"year":1e400,"starts_on":{"a":1},"held_on":[],"period":"…"}"#,
    ], SubmissionKind.allCases)
  func shapes(content: String, kind: SubmissionKind) throws {
    var draft = try FactsDraft(kind)
    draft.set("content", try JSON(parsing: content))
    let verdict = try draft.verdict()
    #expect(verdict.state == .needsSupplement)
    #expect(verdict.findings.contains { $0.code == .dk001 })
  }

  @Test("nesting beyond the limit is a finding, however deep")
  func depth() throws {
    let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
    var facts = try FactsDraft(.registration).facts.written
    facts = facts.replacing("\"goals\":", with: "\"deep\":\(deep),\"goals\":")
    let verdict = validate(try SubmissionFacts(json: facts), catalogue: try FactsDraft.catalogue())
    #expect(verdict.findings.map(\.code) == [.dk001])
    #expect(verdict.findings.allSatisfy { $0.path.utf8.count <= 410 })
  }

  @Test("findings are bounded in number and size, and an error beyond the limit still counts")
  func bounded() throws {
    var draft = try FactsDraft(.registration)
    let long = String(repeating: "x", count: 5000)
    draft.set("content/" + long, "hai  khoảng")
    draft.set("content/places", .array((0..<5000).map { .string("nơi  \($0)") }))
    draft.set("content/zzz", .string("a\u{301}" + String(repeating: "\u{301}", count: 5000)))
    draft.set("content/goals", nil)
    let verdict = try draft.verdict()
    #expect(verdict.findings.count == Examination.findingLimit)
    #expect(verdict.findings.allSatisfy { $0.path.utf8.count <= 410 && $0.message.utf8.count < 2000 })
    #expect(verdict.state == .needsSupplement)
  }

  @Test("facts that break the contract are an error", arguments: ["", "{", "{}", #"{"id":1}"#, #"{"id":"x"}"#])
  func brokenFacts(text: String) {
    #expect(throws: FactsError.self) { try SubmissionFacts(json: text) }
  }
}
