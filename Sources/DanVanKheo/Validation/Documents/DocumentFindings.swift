public import VietnameseText

/// One rule about papers, or a family that is judged together.
protocol DocumentRule: SendableMetatype {
  /// The codes it reports.
  static var codes: [RuleCode] { get }
  /// Looks at the paper and notes what is wrong.
  static func examine(_ examination: inout DocumentExamination)
}

/// All rules about papers, in the order of their findings.
let documentRules: [any DocumentRule.Type] = [
  MixedHeaderRule.self,
  SymbolRule.self,
  UsedNumberRule.self,
  WrittenDateRule.self,
  ExpiredBasisRule.self,
  StatedCountRule.self,
  ApprovedNameRule.self,
  DeadlineDayRule.self,
  CorrectionRule.self,
  DistrictBodyRule.self,
  SigningRule.self,
  RecipientLinesRule.self,
]

/// Judges the text of an official paper by the rules TB-001 to TB-012.
///
/// Pure and linear in the text.
/// - Parameters:
///   - facts: The paper and what is known about it.
///   - catalogue: The version of the rule book that counts.
///   - today: The day that counts for a paper without a date.
/// - Returns: The findings; paths point into the paper: `/number`, `/bases/0`, `/list/3`.
public func documentFindings(_ facts: DocumentFacts, catalogue: RuleCatalogue, today: CalendarDay) -> [Finding] {
  var examination = DocumentExamination(facts: facts, catalogue: catalogue, today: today)
  for rule in documentRules { rule.examine(&examination) }
  return examination.findings
}
