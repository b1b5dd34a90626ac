import Testing

@testable import DanVanKheo

@Suite struct HostileContentTests {
  @Test(
    "content of any shape gets a verdict, never a crash",
    arguments: [0, 1])
  func large(index: Int) throws {
    let many = Array(repeating: "{}", count: 300_000).joined(separator: ",")
    let content = ["{\"models\":[\(many)]}", "{\"subjects\":[\(many)],\"indicators\":[\(many)],\"tables\":[\(many)]}"][
      index]
    for kind in [SubmissionKind.registration, .report, .recognitionProposal] {
      var draft = try FactsDraft(kind)
      draft.set("content", try JSON(parsing: content))
      let facts = try SubmissionFacts(json: draft.facts.written)
      let catalogue = try FactsDraft.catalogue()
      let start = ContinuousClock.now
      #expect(validate(facts, catalogue: catalogue).findings.count <= Examination.findingLimit)
      // A debug build on a busy machine; what is quadratic would take minutes.
      #expect(ContinuousClock.now - start < .seconds(20))
    }
  }
}
