import VietnameseText

/// A submission under examination: what the rules look at and where they leave what they find.
struct Examination {
  let facts: SubmissionFacts
  let catalogue: RuleCatalogue
  /// The content, tidied as the text rules go over it; later rules read this.
  var content: JSON
  /// True once a repair changed the content.
  private(set) var isRepaired = false
  private(set) var findings: [Finding] = []
  /// True once a finding of severity L was made, also one beyond the limit.
  private(set) var hasError = false

  /// More findings than an officer can read are not kept.
  static let findingLimit = 200

  init(_ facts: SubmissionFacts, _ catalogue: RuleCatalogue) {
    self.facts = facts
    self.catalogue = catalogue
    content = facts.content
  }

  /// Notes a finding, unless the catalogue has no such rule on that day or it was noted for this place already.
  mutating func report(_ code: RuleCode, at path: @autoclosure () -> String, _ values: FindingValue...) {
    report(code, at: path(), values)
  }

  /// Notes what a rule of running text found in the text at a place.
  mutating func report(_ finding: TextFinding, at path: String) {
    report(finding.code, at: path, finding.values)
  }

  /// Notes a finding whose values are made elsewhere.
  mutating func report(_ code: RuleCode, at path: @autoclosure () -> String, _ values: [FindingValue]) {
    // Once the list is full and the outcome known, a hostile list costs no more than looking at it.
    guard findings.count < Self.findingLimit || !hasError else { return }
    guard let row = catalogue.row(code, on: facts.filedOn) else { return }
    if row.severity == .error { hasError = true }
    let place = Self.short(path())
    guard findings.count < Self.findingLimit, !findings.contains(where: { $0.code == code && $0.path == place })
    else { return }
    findings.append(
      Finding(
        code: code, severity: row.severity, path: place, message: row.message.rendered(values),
        data: .object(values.map { JSON.Member($0.name, $0.json) })))
  }

  /// Replaces the content by a tidied one.
  mutating func repair(_ repaired: JSON) {
    content = repaired
    isRepaired = true
  }

  /// Replaces one member, at most one object deep, that is there.
  mutating func repair(_ names: [String], with value: JSON) {
    repair(content.replacing(names[...], with: value))
  }

  /// The list at the top of the content; empty if it is none.
  func list(_ name: String) -> [JSON] { content[name]?.elements ?? [] }

  /// A text that says something: nil if it is missing, of another type, or holds no letter and no digit.
  func text(_ names: String...) -> String? {
    var value: JSON? = content
    for name in names { value = value?[name] }
    return value?.words
  }

  /// The year the submission is about, if it names one.
  var year: Int? { content["year"].flatMap { $0.int ?? $0.text.flatMap { Int($0) } } }

  func key(_ text: String) -> String { nameKey(text, dictionary: catalogue.abbreviations) }

  /// Long enough for any real place, short enough for an index row.
  private static func short(_ path: String) -> String {
    path.utf8.count <= 400 ? path : String(String.UnicodeScalarView(path.unicodeScalars.prefix(100))) + "…"
  }
}

extension JSON {
  /// The text, if it holds a letter or a digit.
  var words: String? { text.flatMap { hasWords($0) ? $0 : nil } }

  /// The value with one member replaced.
  func replacing(_ names: ArraySlice<String>, with value: JSON) -> JSON {
    guard let name = names.first else { return value }
    guard case .object(var members) = self, let at = members.firstIndex(where: { $0.name == name }) else { return self }
    members[at].value = members[at].value.replacing(names.dropFirst(), with: value)
    return .object(members)
  }
}
