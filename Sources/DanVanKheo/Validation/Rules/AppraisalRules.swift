import VietnameseText

/// CN-003: the minutes of the appraisal name the body, the day and those who took part.
///
/// They stand in the content, in the database, or are handed in as a file, which nobody reads here; one of these there must
/// be.
struct AppraisalMinutesRule: Rule {
  static let codes: [RuleCode] = [.cn003]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .recognitionProposal else { return }
    if let json = examination.content["appraisal"], !json.isNull {
      check(AppraisalFacts(json), at: "/appraisal", &examination)
      return
    }
    var isRecorded = examination.facts.attachments.contains(where: \.isMinutes)
    for index in examination.list("models").indices {
      guard let appraisals = examination.facts.awards.models[index]?.appraisals else { continue }
      isRecorded = true
      if let last = appraisals.last {
        check(last, at: "/models/\(index)", &examination)
      } else {
        examination.report(.cn003, at: "/models/\(index)", .text("missing", "cơ quan, ngày, thành phần"))
      }
    }
    if !isRecorded { examination.report(.cn003, at: "/appraisal", .text("missing", "cơ quan, ngày, thành phần")) }
  }

  private static func check(_ appraisal: AppraisalFacts, at path: String, _ examination: inout Examination) {
    var missing: [String] = []
    if appraisal.body == nil { missing.append("cơ quan") }
    if appraisal.heldOn == nil { missing.append("ngày") }
    if appraisal.members.isEmpty { missing.append("thành phần") }
    if !missing.isEmpty { examination.report(.cn003, at: path, .text("missing", missing.joined(separator: ", "))) }
  }
}

/// CN-008: nobody appraises a model of his own, or one of the collective he belongs to.
struct AppraiserRule: Rule {
  static let codes: [RuleCode] = [.cn008]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .recognitionProposal else { return }
    let content = examination.content["appraisal"].map(AppraisalFacts.init)
    for index in examination.list("models").indices {
      guard let model = examination.facts.awards.models[index], !model.subjects.isEmpty,
        let appraisal = content ?? model.appraisals?.last
      else { continue }
      let subjects = Set(model.subjects.map(examination.key))
      for (place, member) in appraisal.members.enumerated() {
        let name = withoutTitle(examination.key(member.name))
        guard subjects.contains(name) || member.unit.map({ subjects.contains(examination.key($0)) }) ?? false else {
          continue
        }
        let path = content == nil ? "/models/\(index)" : "/appraisal/members/\(place)"
        examination.report(.cn008, at: path, .text("name", member.name))
      }
    }
  }

  /// The key of a name without what stands before it.
  private static func withoutTitle(_ key: String) -> String {
    for title in ["ông ", "bà ", "đồng chí ", "đ c ", "anh ", "chị "] where key.hasPrefix(title) {
      return String(key.dropFirst(title.count))
    }
    return key
  }
}

/// CN-011: report, appraisal and decision follow one another.
struct ActOrderRule: Rule {
  static let codes: [RuleCode] = [.cn011]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind.isRecognition else { return }
    let decision = examination.content["decision"]?["issued_on"]?.day
    let content = examination.content["appraisal"].map(AppraisalFacts.init)
    for index in examination.list("models").indices {
      let model = examination.facts.awards.models[index]
      let appraisal = (content ?? model?.appraisals?.last)?.heldOn
      let report = model?.reports?.filter { $0.year == examination.year }.compactMap(\.filedOn).min()
      let acts = [("báo cáo", report), ("thẩm định", appraisal), ("quyết định", decision)].compactMap { name, day in
        day.map { (name: name, day: $0) }
      }
      for (earlier, later) in zip(acts, acts.dropFirst()) where earlier.day > later.day {
        examination.report(
          .cn011, at: "/models/\(index)", .text("earlier", earlier.name), .day("earlier_date", earlier.day),
          .text("later", later.name), .day("later_date", later.day))
        break
      }
    }
  }
}
