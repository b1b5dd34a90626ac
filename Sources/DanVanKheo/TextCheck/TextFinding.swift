/// What a rule found at one place of a running text.
///
/// `validate` gives it the pointer of the text it stands in, `dvkd check` its line and column.
public struct TextFinding: Sendable {
  /// The rule.
  public var code: RuleCode
  /// Where: Unicode-scalar offsets into the text, half-open.
  public var range: Range<Int>
  /// The values of the rule's message, by name.
  var values: [FindingValue]

  /// Notes a finding.
  init(_ code: RuleCode, at range: Range<Int>, _ values: FindingValue...) {
    self.code = code
    self.range = range
    self.values = values
  }

  /// Notes a finding whose values are made elsewhere.
  init(_ code: RuleCode, at range: Range<Int>, _ values: [FindingValue]) {
    self.code = code
    self.range = range
    self.values = values
  }

  /// The same finding at another place.
  init(_ finding: TextFinding, at range: Range<Int>) { self.init(finding.code, at: range, finding.values) }
}
