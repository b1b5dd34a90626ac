import VietnameseText

/// What the rules of appraisal, recognition and award know beyond the content (dữ kiện thẩm định, khen thưởng).
///
/// What the database does not tell is nil, and the rules that need it are silent: nobody is blamed for what is not known.
struct AwardFacts: Sendable {
  /// The level that recognises or commends.
  var level: LevelFacts?
  /// Levels that count as the next lower one, the one that exists today first; empty for the lowest.
  var lowerLevels: [LevelFacts]?
  /// Bodies that the issuer's name may mean, those out of office too; empty if none is known.
  var authorities: [AuthorityFacts]?
  /// The criteria of the campaign.
  var criteria: [CriterionFacts]
  /// What is known of listed models, by their place in `content.models`.
  var models: [Int: AppraisedModelFacts]
  /// What is known of listed subjects, by their place in `content.recipients`.
  var recipients: [Int: RecipientFacts]
  /// What is known of the bases that the content names, by their place in `content.bases`.
  var thematicBases: Set<Int>
  /// The number of this decision, if its issuer gave it to other papers of the type in the year.
  var usedNumbers: [Int]
  /// What officers call the form of award.
  var formName: String?
  /// Legal parameters valid on the day of the act.
  var parameters: LegalParameterFacts
  /// The files handed in, with their names and kinds; nil if not told.
  var attachments: [JSON]?
  /// What the campaign decided about awards.
  var campaign: AwardParameters

  init(_ facts: JSON) {
    let json = facts["awards"] ?? .null
    level = json["level"].flatMap(LevelFacts.init)
    lowerLevels = json["lower_levels"]?.elements?.compactMap(LevelFacts.init)
    authorities = json["authorities"]?.elements?.compactMap(AuthorityFacts.init)
    criteria = json["criteria"]?.elements?.compactMap(CriterionFacts.init) ?? []
    models = Self.byIndex(json["models"], AppraisedModelFacts.init)
    recipients = Self.byIndex(json["recipients"], RecipientFacts.init)
    thematicBases = Set((json["thematic_bases"]?.elements ?? []).compactMap(\.int))
    usedNumbers = json["used_numbers"]?.elements?.compactMap { $0["number"]?.int } ?? []
    formName = json["form_name"]?.words
    parameters = LegalParameterFacts(json["parameters"])
    // Without a word about awards nothing is said about the files either.
    attachments = json.isNull ? nil : facts["attachments"]?.elements
    campaign = AwardParameters(facts["campaign"]?["parameters"])
  }

  private static func byIndex<Value>(_ json: JSON?, _ read: (JSON) -> Value) -> [Int: Value] {
    var values: [Int: Value] = [:]
    for item in json?.elements ?? [] {
      if let index = item["index"]?.int { values[index] = read(item) }
    }
    return values
  }
}

extension JSON {
  /// The day, if it is an ISO one.
  var day: CalendarDay? { text.flatMap { CalendarDay(iso: $0) } }

  /// The number, if it is certain; JSON's or the Vietnamese way of writing.
  var decimal: DecimalNumber? { FigureReading(self).number }
}
