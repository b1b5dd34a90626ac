/// One rule of the book, or a family that is judged together.
protocol Rule: SendableMetatype {
  /// The codes it reports.
  static var codes: [RuleCode] { get }
  /// Looks at the submission and notes what is wrong.
  static func examine(_ examination: inout Examination)
}

/// All rules, in the order of their findings.
///
/// The text rules come first: the others read what they tidied.
let rules: [any Rule.Type] = [
  // Text
  TextRules.self,
  // Dates and units
  DateRule.self,
  UnitRule.self,
  ListedUnitsRule.self,
  DistrictLevelRule.self,
  BlockRule.self,
  SenderRule.self,
  SplitUnitRule.self,
  // Registration
  RequiredItemsRule.self,
  ModelNameRule.self,
  FieldRule.self,
  SubjectRule.self,
  DeadlineRule.self,
  DuplicateRule.self,
  MaintainedRule.self,
  ReplicatedRule.self,
  ScheduleRule.self,
  OutputsRule.self,
  ConfirmationRule.self,
  // Reports
  ReportedRegistrationRule.self,
  ReportPeriodRule.self,
  EvidenceRule.self,
  OverlapRules.self,
  // Figures
  CountRule.self,
  RatioRule.self,
  SumRule.self,
  NarrativeRule.self,
  ComparisonRule.self,
  ChangeRule.self,
  RelationRule.self,
  // Recognition
  RegisteredModelsRule.self,
  CriteriaRule.self,
  RepeatedRecognitionRule.self,
  ReportedModelsRule.self,
  AppraisalMinutesRule.self,
  ScoreRule.self,
  LowerLevelRule.self,
  AppraiserRule.self,
  RecognisingAuthorityRule.self,
  ActOrderRule.self,
  DecisionNumberRule.self,
  // Awards
  AwardAuthorityRule.self,
  RepeatedAwardRule.self,
  ProceedingRule.self,
  AwardDossierRule.self,
  DissolvedCollectiveRule.self,
  ThematicBasisRule.self,
  AwardMoneyRule.self,
]

/// Judges a submission by the rule book of its campaign.
///
/// Pure, and bounded for any content: linear in its size, at most 200 findings.
///
/// Rules know create, edit and resubmit. A supplement (version 2 and up) adds to a dossier that is already there: it is
/// never its own duplicate, for the facts leave out what the submission itself made; the day of the first version counts
/// against the deadline; attachments of earlier versions still count; and it stands behind all that was handed in
/// before it, so a registration or report that came meanwhile goes first.
/// - Parameters:
///   - facts: All that may be known of the submission; it is in state `submitted` and blocked by nobody.
///   - catalogue: The version of the rule book that its campaign names.
/// - Returns: The state that follows, the findings, and the content tidied where that was needed.
public func validate(_ facts: SubmissionFacts, catalogue: RuleCatalogue) -> Verdict {
  var examination = Examination(facts, catalogue)
  for rule in rules { rule.examine(&examination) }
  let state: Verdict.State =
    !examination.hasError
    ? .valid : facts.supplementsUsed < facts.campaign.supplementLimit ? .needsSupplement : .invalid
  return Verdict(
    id: facts.id, version: facts.version, ruleSet: catalogue.version, state: state,
    unitID: facts.certainUnit?.id, findings: examination.findings,
    repaired: examination.isRepaired ? examination.content : nil,
    claims: state == .valid && facts.kind == .report
      ? claims(ofReport: examination.content, boilerplate: catalogue.boilerplate) : [],
    signature: state == .valid ? examination.overlapSubject?.json : nil)
}
