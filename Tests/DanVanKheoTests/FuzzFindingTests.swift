import Testing

@testable import DanVanKheo

/// Inputs that fuzzing found.
@Suite struct FuzzFindingTests {
  @Test("a blank behind a control character is one blank: nothing to tidy, and tidying is done after one pass")
  func blankBehindControl() throws {
    var draft = try FactsDraft(.registration)
    draft.set("content/goals", "Dân vận\u{E}\u{0} khéo")
    let verdict = try draft.verdict()
    #expect(verdict.repaired == nil)
    #expect(verdict.findings.map(\.code) == [.vb008])
  }
}
