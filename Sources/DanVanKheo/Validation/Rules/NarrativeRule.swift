import VietnameseText

/// BC-002, 003, 004, 007, 008, 012, 013, 015 in running text: what reports tell and registrations plan.
struct NarrativeRule: Rule {
  static let codes: [RuleCode] = [.bc002, .bc003, .bc004, .bc007, .bc008, .bc012, .bc013, .bc015]

  static func examine(_ examination: inout Examination) {
    let fields: [String]
    switch examination.facts.kind {
    case .report: fields = ["narrative"]
    case .registration:
      fields = [
        "situation", "goals", "content", "scope", "forces", "resources", "schedule", "outputs", "sustainability",
      ]
    default: return
    }
    for field in fields {
      guard let text = examination.readable(field), text.utf8.contains(where: { (0x30...0x39).contains($0) })
      else { continue }
      for finding in figureFindings(in: text, boilerplate: examination.catalogue.boilerplate) {
        // A plan names shares to come: nothing stands beside them yet.
        if examination.facts.kind == .registration, finding.code == .bc013 { continue }
        examination.report(finding.code, at: "/\(field)", finding.values)
      }
    }
  }
}

extension Examination {
  /// A text at the top of the content, lines in an old encoding left out: figures in them are counted by nobody.
  func readable(_ field: String) -> String? {
    guard let text = content[field]?.text else { return nil }
    guard findings.contains(where: { $0.code == .vb001 && $0.path == "/\(field)" }),
      let legacy = LegacyText(scalarValues(of: text))
    else { return text }
    return string(of: legacy.readable[...])
  }
}
