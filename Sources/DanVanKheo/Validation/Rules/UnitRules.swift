import VietnameseText

/// DV-001, 002, 003: the unit that files is one unit, and it existed on the day of filing.
struct UnitRule: Rule {
  static let codes: [RuleCode] = [.dv001, .dv002, .dv003]

  static func examine(_ examination: inout Examination) {
    let unit = examination.facts.unit
    let day = examination.facts.filedOn
    let alive = unit.candidates.count { $0.isAlive(on: day) }
    if alive == 1 { return }
    if alive > 1 {
      examination.report(.dv003, at: "/unit", .text("unit", unit.text), .count("count", alive))
      return
    }
    // The one that ended last is what people still call by that name.
    let ended = unit.candidates.filter { $0.validUntil.map { $0 < day } ?? false }
    guard let last = ended.max(by: { ($0.validUntil ?? day, $1.id) < ($1.validUntil ?? day, $0.id) }),
      let until = last.validUntil
    else {
      examination.report(.dv001, at: "/unit", .text("unit", unit.text))
      return
    }
    examination.report(ended: last, on: until, at: "/unit")
  }
}

extension Examination {
  /// DV-002: a unit existed no more on the day of filing; who took over is named.
  fileprivate mutating func report(ended unit: UnitFacts.Candidate, on until: CalendarDay, at path: String) {
    let shown = unit.successors.prefix(5)
    report(
      .dv002, at: path, .text("unit", unit.path), .day("ended_on", until),
      FindingValue(
        name: "successors", json: .array(shown.map(JSON.string)),
        written: shown.isEmpty ? "chưa rõ" : shown.joined(separator: "; ")))
  }
}

/// DV-001, 002, 003 for the units named inside the content: of models, recipients and inspections.
///
/// The model of a unit that has ended since is found all the same, and then its unit is certain.
struct ListedUnitsRule: Rule {
  static let codes: [RuleCode] = [.dv001, .dv002, .dv003]

  static func examine(_ examination: inout Examination) {
    if examination.facts.kind.isRecognition {
      for model in examination.facts.models {
        check(
          examination.list("models"), model.index, "unit", "/models/\(model.index)/unit", model.unitCandidates,
          model.endedUnit, &examination)
      }
    } else if examination.facts.kind.isCommendation {
      for (index, unit) in examination.facts.recipientUnits.sorted(by: { $0.key < $1.key }) {
        check(
          examination.list("recipients"), index, "unit", "/recipients/\(index)/unit", unit.candidates, unit.ended,
          &examination)
      }
    } else if examination.facts.kind == .inspectionRecord {
      for (index, unit) in examination.facts.inspectedUnits.sorted(by: { $0.key < $1.key }) {
        check(
          examination.list("units"), index, nil, "/units/\(index)", unit.candidates, unit.ended, &examination)
      }
    }
  }

  private static func check(
    _ list: [JSON], _ index: Int, _ member: String?, _ path: String, _ candidates: Int,
    _ ended: UnitFacts.Candidate?, _ examination: inout Examination
  ) {
    guard candidates != 1, list.indices.contains(index) else { return }
    // A missing name is a missing item, not an unknown unit.
    guard let text = (member.flatMap { list[index][$0] } ?? list[index]).words else { return }
    if candidates == 0 {
      if let ended, let until = ended.validUntil, until < examination.facts.filedOn {
        examination.report(ended: ended, on: until, at: path)
      } else {
        examination.report(.dv001, at: path, .text("unit", text))
      }
    } else {
      examination.report(.dv003, at: path, .text("unit", text), .count("count", candidates))
    }
  }
}

/// DV-004: the district level ended on 30 June 2025.
struct DistrictLevelRule: Rule {
  static let codes: [RuleCode] = [.dv004]

  static func examine(_ examination: inout Examination) {
    guard examination.text("level") == "HUYEN", let start = start(of: examination),
      let end = CalendarDay(year: 2025, month: 7, day: 1), start >= end
    else { return }
    examination.report(.dv004, at: "/level")
  }

  /// The first day of the period a proposal or decision is about.
  private static func start(of examination: Examination) -> CalendarDay? {
    if let year = examination.year { return CalendarDay(year: year, month: 1, day: 1) }
    if let period = examination.text("period") { return periodStart(period) }
    // A decision without a year records the past; its day says nothing about the period.
    return examination.facts.kind.isDecision ? nil : examination.facts.campaign.from
  }
}
