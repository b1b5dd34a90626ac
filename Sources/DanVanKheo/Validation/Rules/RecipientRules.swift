import VietnameseText

/// KT-002, 003: one achievement is commended once, and one form not more often a year than the campaign allows.
struct RepeatedAwardRule: Rule {
  static let codes: [RuleCode] = [.kt002, .kt003]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind.isCommendation else { return }
    let awards = examination.facts.awards
    let level = examination.text("level")
    let form = examination.text("form")
    let symbol = examination.content["decision"]?["symbol"]?.words.map(compact)
    var listed: [[String]: Int] = [:]
    for (index, recipient) in examination.list("recipients").enumerated() {
      if let name = recipient["name"]?.words {
        let identity = identity(of: recipient, name, examination)
        if let first = listed[identity] {
          examination.report(
            .kt002, at: "/recipients/\(index)", .text("recipient", name),
            .text("decision", "số thứ tự \(first + 1) của chính văn bản này"))
        } else {
          listed[identity] = index
        }
      }
      guard let facts = awards.recipients[index], let name = recipient["name"]?.words else { continue }
      // A decision that several units hand in is one decision.
      let others = facts.achievements.filter { symbol == nil || compact($0.decision) != symbol }
      if let same = others.first(where: {
        $0.isSameAchievement && (awards.campaign.isOnceForAllLevels || $0.level == level)
      }) {
        examination.report(
          .kt002, at: "/recipients/\(index)", .text("recipient", name), .text("decision", same.decision))
      }
      guard let cap = awards.campaign.formCap, let form, let year = actDay(examination)?.year else { continue }
      let count = others.count { $0.form == form && $0.day?.year == year }
      if count >= cap {
        examination.report(
          .kt003, at: "/recipients/\(index)", .text("form", awards.formName ?? form), .count("count", count),
          .text("year", String(year)), .text("recipient", name), .count("cap", cap))
      }
    }
  }

  /// What tells one line of the list from another: who, of which unit, for which model.
  private static func identity(of recipient: JSON, _ name: String, _ examination: Examination) -> [String] {
    let others = [recipient["kind"], recipient["unit"], recipient["position"]].map { $0?.words }
    let model = recipient["model"]
    return ([name] + others + [model?["name"]?.words, model?["unit"]?.words]).map { $0.map(examination.key) ?? "" }
  }

  /// A symbol without blanks.
  private static func compact(_ symbol: String) -> String { String(symbol.filter { !$0.isWhitespace }).uppercased() }
}

/// KT-004: nobody is commended while discipline, an inspection or a verification is open against him.
struct ProceedingRule: Rule {
  static let codes: [RuleCode] = [.kt004]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind.isCommendation, let day = actDay(examination) else { return }
    for (index, recipient) in examination.list("recipients").enumerated() {
      guard let name = recipient["name"]?.words,
        let open = examination.facts.awards.recipients[index]?.proceedings.first(where: { $0.validity.contains(day) })
      else { continue }
      let since = open.validity.from.map { FindingValue.day("since", $0) } ?? .text("since", "không rõ")
      examination.report(.kt004, at: "/recipients/\(index)", .text("recipient", name), since)
    }
  }
}

/// KT-006: a collective that was dissolved is not commended.
struct DissolvedCollectiveRule: Rule {
  static let codes: [RuleCode] = [.kt006]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind.isCommendation, let day = actDay(examination) else { return }
    for (index, recipient) in examination.list("recipients").enumerated() {
      guard recipient["kind"]?.text == "collective", let name = recipient["name"]?.words,
        let ended = examination.facts.awards.recipients[index]?.endedOn, ended < day
      else { continue }
      examination.report(.kt006, at: "/recipients/\(index)", .text("recipient", name), .day("ended_on", ended))
    }
  }
}

/// The day an award is judged on: that of the decision, nil if it has none; that of filing for a proposal.
func actDay(_ examination: Examination) -> CalendarDay? {
  examination.facts.kind.isDecision
    ? examination.content["decision"]?["issued_on"]?.day : examination.facts.filedOn
}
