import Testing

@testable import DanVanKheo

@Suite struct HostileContentTests {
  @Test("a huge list in any place gets a verdict, in time that grows as the list does", arguments: [0, 1])
  func large(index: Int) throws {
    let catalogue = try FactsDraft.catalogue()
    for kind in [SubmissionKind.registration, .report, .recognitionProposal] {
      func facts(_ count: Int) throws -> SubmissionFacts {
        let many = Array(repeating: "{}", count: count).joined(separator: ",")
        let content = [
          "{\"models\":[\(many)]}", "{\"subjects\":[\(many)],\"indicators\":[\(many)],\"tables\":[\(many)]}",
        ][index]
        var draft = try FactsDraft(kind)
        draft.set("content", try JSON(parsing: content))
        return try SubmissionFacts(json: draft.facts.written)
      }
      let (small, large) = (try facts(10_000), try facts(40_000))
      #expect(validate(large, catalogue: catalogue).findings.count <= Examination.findingLimit)
      let factor = Growth.factor(
        small: { validate(small, catalogue: catalogue).findings.count },
        large: { validate(large, catalogue: catalogue).findings.count })
      #expect(factor <= Growth.bound, "\(kind)")
    }
  }
}
