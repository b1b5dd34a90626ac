/// CN-001: only a model that is registered in the year is recognised.
///
/// Without a year, and for a selection to be replicated (which follows the recognition), any registration will do.
struct RegisteredModelsRule: Rule {
  static let codes: [RuleCode] = [.cn001]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind.isRecognition else { return }
    let isSelection = examination.text("title") == "nhan_rong"
    // Of a unit that is not certain nothing is known: DV-001, DV-003 speak.
    for model in examination.facts.models where model.unitCandidates == 1 {
      let isRegistered =
        if let year = examination.year, !isSelection { model.registeredYears.contains(year) } else {
          !model.registeredYears.isEmpty
        }
      if isRegistered { continue }
      let list = examination.list("models")
      let name = list.indices.contains(model.index) ? list[model.index]["name"]?.words : nil
      // A missing name is DK-001's.
      if let name { examination.report(.cn001, at: "/models/\(model.index)/name", .text("name", name)) }
    }
  }
}

/// CN-004: each proposed model is assessed by all four criteria.
struct CriteriaRule: Rule {
  static let codes: [RuleCode] = [.cn004]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .recognitionProposal else { return }
    for (index, model) in examination.list("models").enumerated() {
      for criterion in ["novelty", "skill", "practicality", "effectiveness"]
      where model["criteria"]?[criterion]?.words == nil {
        examination.report(
          .cn004, at: "/models/\(index)/criteria/\(criterion)",
          .text("criterion", fieldLabel(["models", "criteria", criterion]).lowercased()))
      }
    }
  }
}

/// CN-010: a model is recognised once by one level in one year under one title.
struct RepeatedRecognitionRule: Rule {
  static let codes: [RuleCode] = [.cn010]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind.isRecognition, let level = examination.text("level"),
      let title = examination.text("title")
    else { return }
    let year = examination.year
    var listed: Set<Int64> = []
    for model in examination.facts.models {
      guard let id = model.modelID else { continue }
      let isRepeated = model.recognitions.contains { $0.level == level && $0.title == title && $0.year == year }
      if isRepeated || !listed.insert(id).inserted {
        examination.report(
          .cn010, at: "/models/\(model.index)", .text("level", level), .text("title", title),
          .text("year", year.map(String.init) ?? "không rõ"))
      }
    }
  }
}
