import VietnameseText

/// A paper under examination: what the rules look at and where they leave what they find.
struct DocumentExamination {
  let facts: DocumentFacts
  let catalogue: RuleCatalogue
  let today: CalendarDay
  private(set) var findings: [Finding] = []

  /// More findings than an officer can read are not kept.
  static let findingLimit = 200

  init(facts: DocumentFacts, catalogue: RuleCatalogue, today: CalendarDay) {
    self.facts = facts
    self.catalogue = catalogue
    self.today = today
  }

  /// The day the paper is judged on.
  var day: CalendarDay { facts.date ?? today }

  /// Notes a finding, unless the catalogue has no such rule on that day or it was noted for this place already.
  mutating func report(_ code: RuleCode, at path: String, _ values: FindingValue...) {
    guard findings.count < Self.findingLimit, let row = catalogue.row(code, on: day),
      !findings.contains(where: { $0.code == code && $0.path == path })
    else { return }
    findings.append(
      Finding(
        code: code, severity: row.severity, path: path, message: row.message.rendered(values),
        data: .object(values.map { JSON.Member($0.name, $0.json) })))
  }

  func key(_ text: String) -> String { nameKey(text, dictionary: catalogue.abbreviations) }

  /// The parts of running text with their places.
  var texts: [(path: String, text: String)] {
    [("/subject", facts.subject)]
      + facts.bases.enumerated().map { ("/bases/\($0.offset)", $0.element) }
      + facts.body.enumerated().map { ("/body/\($0.offset)", $0.element) }
  }

  /// Tells whether people fill in that place later.
  static func isPlaceholder(_ text: String) -> Bool {
    text.isEmpty || text.contains("…") || text.contains("...") || text.contains("[")
  }
}
