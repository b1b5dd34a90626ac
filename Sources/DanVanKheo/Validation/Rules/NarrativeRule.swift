import VietnameseText

/// BC-002, 003, 004, 007, 008, 012, 013, 015 in running text: what reports tell and registrations plan; of reports also
/// BC-005, 010 and 011.
struct NarrativeRule: Rule {
  static let codes: [RuleCode] = [
    .bc002, .bc003, .bc004, .bc005, .bc007, .bc008, .bc010, .bc011, .bc012, .bc013, .bc015,
  ]

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
      let figures = quantities(in: text, limit: 4000)
      let boilerplate = examination.catalogue.boilerplate
      for finding in figureFindings(in: text, quantities: figures, boilerplate: boilerplate) {
        // A plan names shares to come: nothing stands beside them yet.
        if examination.facts.kind == .registration, finding.code == .bc013 { continue }
        examination.report(finding.code, at: "/\(field)", finding.values)
      }
      if examination.facts.kind == .report { judgeClaims(text, figures, &examination) }
    }
  }

  /// BC-005, 010 and 011, where a sentence says all that they need.
  private static func judgeClaims(_ text: String, _ figures: [Quantity], _ examination: inout Examination) {
    guard figures.count >= 2 else { return }
    let scalars = scalarValues(of: text)
    let (mayCompare, mayRelate) = (holds(Self.comparing, scalars), holds(Self.among, scalars))
    guard mayCompare || mayRelate else { return }
    var body = articleBody(of: scalars, boilerplate: examination.catalogue.boilerplate)[...]
    // No honest report tells more figures.
    let own = figures.prefix(1000).filter { figure in
      while let paragraph = body.first, paragraph.upperBound <= figure.range.lowerBound { body.removeFirst() }
      return body.first?.contains(figure.range.lowerBound) ?? false
    }
    let survey = FigureSurvey(text, own)
    let isWholeYear = examination.text("period").map { Int($0) == examination.year } ?? true
    let year = isWholeYear ? examination.year : nil
    for comparison in mayCompare ? NarrativeComparison.all(own, survey, year: year) : [] {
      judge(comparison, &examination)
    }
    for relation in mayRelate ? NarrativeRelation.all(own, survey) : [] { judge(relation, &examination) }
  }

  private static let comparing = scalarValues(of: "so với")
  private static let among = scalarValues(of: "trong đó")

  private static func holds(_ words: [UInt32], _ scalars: [UInt32]) -> Bool {
    guard scalars.count >= words.count else { return false }
    return (0...scalars.count - words.count).contains { at in
      scalars[at] == words[0] && scalars[at..<at + words.count].elementsEqual(words)
    }
  }

  private static func judge(_ comparison: NarrativeComparison, _ examination: inout Examination) {
    let closed = comparison.isPeriodBefore ? examination.closedValue(named: comparison.thing) : nil
    let current = comparison.current
    if let previous = closed ?? comparison.previous, let right = current.adding(previous.negated),
      !comparison.change.hasSameValue(as: right)
    {
      examination.report(
        .bc005, at: "/narrative", .number("current", current), .number("previous", previous),
        .number("difference", comparison.change))
    }
    guard comparison.isPeriodBefore,
      let previous = closed ?? comparison.previous ?? current.adding(comparison.change.negated),
      let percent = ChangeRule.percent(from: previous, to: current, over: examination.facts.campaign.changeLimitPercent)
    else { return }
    examination.report(
      .bc011, at: "/narrative", .text("percent", percent), .number("previous", previous), .number("current", current))
  }

  private static func judge(_ relation: NarrativeRelation, _ examination: inout Examination) {
    switch (relation.part.group, relation.whole.group) {
    case (.recognised, .registered): break
    case (.exemplary, .recognised), (.exemplary, .registered):
      guard examination.facts.campaign.countsExemplaryAsRecognised else { return }
    default: return
    }
    guard relation.whole.number.isLess(than: relation.part.number) else { return }
    examination.report(
      .bc010, at: "/narrative", .text("smaller", relation.part.text), .number("x", relation.part.number),
      .text("larger", relation.whole.text), .number("y", relation.whole.number))
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
