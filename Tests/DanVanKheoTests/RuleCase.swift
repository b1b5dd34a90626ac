import Testing

@testable import DanVanKheo

/// One example of a rule: what is changed in facts without a flaw, and where the rule then finds something.
struct RuleCase: Sendable, CustomTestStringConvertible {
  var code: RuleCode
  var kind: SubmissionKind
  var edits: [(path: String, value: JSON?)]
  /// Where the rule speaks; nil if it must not.
  var path: String?

  var testDescription: String {
    let changes = edits.map { "\($0.path) = \($0.value?.written.prefix(60) ?? "–")" }.joined(separator: ", ")
    return "\(code.rawValue) \(path == nil ? "passes" : "fails") with \(changes)"
  }

  static func fails(
    _ code: RuleCode, _ kind: SubmissionKind = .registration, _ path: String, _ edits: (String, JSON?)...
  ) -> RuleCase {
    RuleCase(code: code, kind: kind, edits: edits.map { ($0.0, $0.1) }, path: path)
  }

  static func passes(_ code: RuleCode, _ kind: SubmissionKind = .registration, _ edits: (String, JSON?)...) -> RuleCase
  {
    RuleCase(code: code, kind: kind, edits: edits.map { ($0.0, $0.1) }, path: nil)
  }

  /// Judges the example and checks that the rule speaks where it should, that nothing else is wrong, and what it says.
  func check() throws {
    var draft = try FactsDraft(kind)
    for edit in edits { draft.set(edit.path, edit.value) }
    let verdict = try draft.verdict()
    let own = verdict.findings.filter { $0.code == code }
    let others = verdict.findings.filter { $0.code != code }
    guard let path else {
      #expect(own.isEmpty, "\(own.map(\.message))")
      return
    }
    #expect(own.map(\.path) == [path])
    #expect(others.isEmpty, "\(others.map { "\($0.code.rawValue) \($0.path)" })")
    #expect(own.allSatisfy { !$0.message.isEmpty && !$0.message.contains("{") }, "\(own.map(\.message))")
    #expect(verdict.state == (own.contains { $0.severity == .error } ? .needsSupplement : .valid))
  }
}
