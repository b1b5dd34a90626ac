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
  /// First day of the period.
  public var from: CalendarDay?
  /// The fields that registrations may name; empty if the campaign has no set.
  public var fields: [Field]
  /// How many supplements may be handed in; 1 unless the campaign says otherwise.
  public var supplementLimit: Int
  /// Who may register: `collective`, `individual`, and `household` where the campaign allows it.
  public var subjectKinds: [String]

  init(_ json: JSON) throws(FactsError) {
    ruleSet = try json.required("rule_set", \.int)
    from = json["from"]?.text.flatMap { CalendarDay(iso: $0) }
    fields = (json["fields"]?.elements ?? []).compactMap { field in
      guard let code = field["code"]?.text, let key = field["key"]?.text else { return nil }
      return Field(code: code, key: key)
    }
    let parameters = json["parameters"]
    supplementLimit = parameters?["supplement_limit"]?.int ?? 1
    subjectKinds = parameters?["subject_kinds"]?.elements?.compactMap(\.text) ?? ["collective", "individual"]
  }
}
