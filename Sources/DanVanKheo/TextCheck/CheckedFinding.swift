/// A finding of `checkText`: what a linter prints.
public struct CheckedFinding: Sendable {
  /// The rule.
  public let code: RuleCode
  /// How much it weighs.
  public let severity: Severity
  /// Where: Unicode-scalar offsets into the text as received, half-open.
  public let range: Range<Int>
  /// What to tell its author, in Vietnamese.
  public let message: String
  /// The text found, at most 80 characters of it.
  public let excerpt: String
  /// The values of the message by name.
  public let data: JSON
}
