public import VietnameseText

/// The campaign of a submission (đợt) with what it decided: rule set, fields, parameters.
public struct CampaignFacts: Sendable {
  /// One field of the campaign's set (lĩnh vực).
  public struct Field: Sendable {
    /// Its code.
    public var code: String
    /// Its comparison key.
    public var key: String
  }

  /// The version of the rule book that counts.
  public var ruleSet: Int
  /// Its code.
  public var code: String
  /// The unit that organises it; nil if unknown.
  public var unitID: Int64?
  /// First day of the period.
  public var from: CalendarDay?
  /// Last day of the period.
  public var until: CalendarDay?
  /// True if the committee that organises it groups units into blocks (khối) in the period.
  public var hasBlocks: Bool
  /// The fields that registrations may name; empty if the campaign has no set.
  public var fields: [Field]
  /// How many supplements may be handed in: by the campaign, else by the law of its first day.
  public var supplementLimit: Int
  /// Who may register: `collective`, `individual`, and `household` where the campaign allows it.
  public var subjectKinds: [String]
  /// Rules that this campaign weighs otherwise than the catalogue, L for C or C for L.
  public var severities: [RuleCode: Severity]
  /// By how many percent a figure may change from one period to the next without an explanation: likewise.
  public var changeLimitPercent: Int
  /// True if the campaign counts exemplary models (điển hình) among the recognised ones.
  public var countsExemplaryAsRecognised: Bool
  /// Until when registrations are taken; nil if any day is.
  var registrationDeadline: Deadline?
  /// Until when reports are taken.
  var reportDeadline: Deadline?
  /// Until when proposals are taken.
  var proposalDeadline: Deadline?

  init(_ json: JSON) throws(FactsError) {
    ruleSet = try json.required("rule_set", \.int)
    code = json["code"]?.text ?? ""
    unitID = json["unit_id"]?.int.map(Int64.init)
    hasBlocks = json["has_blocks"]?.bool ?? false
    until = json["to"]?.text.flatMap { CalendarDay(iso: $0) }
    from = json["from"]?.text.flatMap { CalendarDay(iso: $0) }
    fields = (json["fields"]?.elements ?? []).compactMap { field in
      guard let code = field["code"]?.text, let key = field["key"]?.text else { return nil }
      return Field(code: code, key: key)
    }
    let parameters = json["parameters"]
    supplementLimit = try Self.number("supplement_limit", parameters)
    subjectKinds = parameters?["subject_kinds"]?.elements?.compactMap(\.text) ?? ["collective", "individual"]
    severities = Self.severities(parameters?["severity"])
    changeLimitPercent = try Self.number("change_limit_percent", parameters)
    countsExemplaryAsRecognised = parameters?["exemplary_are_recognised"]?.bool ?? false
    registrationDeadline = parameters?["registration_deadline"]?.text.flatMap(Deadline.init)
    reportDeadline = parameters?["report_deadline"]?.text.flatMap(Deadline.init)
    proposalDeadline = parameters?["proposal_deadline"]?.text.flatMap(Deadline.init)
  }

  /// A parameter that the database gives of every campaign: its own, else the legal one of its first day.
  private static func number(_ name: String, _ parameters: JSON?) throws(FactsError) -> Int {
    guard let value = parameters?[name]?.int else { throw .field("campaign.parameters.\(name)") }
    return value
  }

  /// Only errors and warnings change places; what was tidied stays a hint.
  private static func severities(_ json: JSON?) -> [RuleCode: Severity] {
    guard case .object(let members)? = json else { return [:] }
    var severities: [RuleCode: Severity] = [:]
    for member in members {
      guard let code = RuleCode(rawValue: member.name), let severity = member.value.text.flatMap(Severity.init),
        severity != .hint
      else { continue }
      severities[code] = severity
    }
    return severities
  }

  /// Until when a kind of submission is taken; nil if any day is.
  func deadline(for kind: SubmissionKind) -> Deadline? {
    switch kind {
    case .registration: registrationDeadline
    case .report: reportDeadline
    case .recognitionProposal, .commendationProposal: proposalDeadline
    case .inspectionRecord, .recognitionDecision, .commendationDecision: nil
    }
  }
}
