import VietnameseText

/// BC-007: days exist and years are plausible; a day written another way becomes ISO in the tidied content.
struct DateRule: Rule {
  static let codes: [RuleCode] = [.bc007]

  /// Years that a movement of this state can have.
  private static let years = 1945...2100

  static func examine(_ examination: inout Examination) {
    checkDay(["filed_on"], &examination)
    switch examination.facts.kind {
    case .registration:
      checkDay(["starts_on"], &examination)
      checkDay(["ends_on"], &examination)
    case .report: checkDay(["held_on"], &examination)
    case .inspectionRecord: checkDay(["inspected_on"], &examination)
    case .recognitionDecision, .commendationDecision: checkDay(["decision", "issued_on"], &examination)
    case .recognitionProposal, .commendationProposal: break
    }
    checkYear(&examination)
    if examination.facts.kind.isCommendation || examination.facts.kind == .report,
      let period = examination.text("period"), periodStart(period) == nil
    {
      examination.report(.bc007, at: "/period", .text("text", period))
    }
  }

  private static func checkDay(_ names: [String], _ examination: inout Examination) {
    guard let value = names.reduce(examination.content as JSON?, { $0?[$1] }), !value.isNull else { return }
    let text = value.text ?? value.written
    if text.isEmpty { return }
    if case .day(let day) = readDate(text), years.contains(day.year) {
      if text != day.iso { examination.repair(names, with: .string(day.iso)) }
    } else {
      examination.report(.bc007, at: "/" + names.joined(separator: "/"), .text("text", text))
    }
  }

  private static func checkYear(_ examination: inout Examination) {
    guard let value = examination.content["year"], !value.isNull else { return }
    let text = value.text ?? value.written
    if text.isEmpty { return }
    var year = value.int
    if year == nil, case .year(let read) = readDate(text) { year = read }
    guard let year, years.contains(year) else {
      examination.report(.bc007, at: "/year", .text("text", text))
      return
    }
    if value.written != String(year) { examination.repair(["year"], with: .number(String(year))) }
  }
}

/// The first day of a period: `2021`, `2021-H1`, `2021-9M`, `2021-Q3`, `2018-2020`; nil for anything else.
func periodStart(_ code: String) -> CalendarDay? {
  let parts = code.split(separator: "-", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]), (1945...2100).contains(year)
  else { return nil }
  guard parts.count == 2 else { return CalendarDay(year: year, month: 1, day: 1) }
  switch parts[1] {
  case "H1", "9M", "Q1": return CalendarDay(year: year, month: 1, day: 1)
  case "H2", "Q3": return CalendarDay(year: year, month: 7, day: 1)
  case "Q2": return CalendarDay(year: year, month: 4, day: 1)
  case "Q4": return CalendarDay(year: year, month: 10, day: 1)
  default:
    guard parts[1].utf8.count == 4, let last = Int(parts[1]), (year...2100).contains(last) else { return nil }
    return CalendarDay(year: year, month: 1, day: 1)
  }
}
