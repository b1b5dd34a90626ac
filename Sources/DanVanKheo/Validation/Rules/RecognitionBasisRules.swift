import VietnameseText

/// CN-002: a model is proposed on a valid report of the year.
///
/// A selection to be replicated follows the recognition and needs none. Silent where the reports are not told.
struct ReportedModelsRule: Rule {
  static let codes: [RuleCode] = [.cn002]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .recognitionProposal, examination.text("title") != "nhan_rong" else { return }
    let year = examination.year
    for (index, model) in examination.list("models").enumerated() {
      guard let reports = examination.facts.awards.models[index]?.reports, let name = model["name"]?.words else {
        continue
      }
      if !reports.contains(where: { year == nil || $0.year == year }) {
        examination.report(.cn002, at: "/models/\(index)/name", .text("name", name))
      }
    }
  }
}

/// CN-007: a model comes from the level below; a warning, for levels may be skipped.
struct LowerLevelRule: Rule {
  static let codes: [RuleCode] = [.cn007]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .recognitionProposal, examination.text("title") != "nhan_rong",
      let lower = examination.facts.awards.lowerLevels, let next = lower.first
    else { return }
    let codes = Set(lower.map(\.code))
    let list = examination.list("models")
    for model in examination.facts.models where model.unitCandidates == 1 && list.indices.contains(model.index) {
      // Unregistered models are CN-001's, a missing name DK-001's.
      guard !model.registeredYears.isEmpty, let name = list[model.index]["name"]?.words else { continue }
      let isRecognised = model.recognitions.contains { recognition in
        codes.contains(recognition.level) && recognition.title != "nhan_rong"
      }
      if !isRecognised {
        examination.report(
          .cn007, at: "/models/\(model.index)", .text("name", name), .text("level", next.name.lowercased()))
      }
    }
  }
}

/// CN-009: the body that recognises may do so at this level on that day.
///
/// Nobody recognises at a level that does not exist on that day. Else silent about bodies the table of authorities does
/// not know, and about decisions without a day.
struct RecognisingAuthorityRule: Rule {
  static let codes: [RuleCode] = [.cn009]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .recognitionDecision, let level = examination.text("level"),
      let issuer = examination.text("decision", "issuer"), let day = examination.content["decision"]?["issued_on"]?.day
    else { return }
    let levelFacts = examination.facts.awards.level
    if levelFacts?.validity.contains(day) ?? true {
      guard let authorities = examination.facts.awards.authorities, !authorities.isEmpty,
        !authorities.contains(where: { $0.recognises && $0.decides(at: level, on: day) })
      else { return }
    }
    let name = (levelFacts?.name ?? level).lowercased()
    // The message says “ở cấp {level}”.
    examination.report(
      .cn009, at: "/decision/issuer", .text("unit", issuer),
      .text("level", name.hasPrefix("cấp ") ? String(name.dropFirst(4)) : name), .day("date", day))
  }
}
