import VietnameseText

/// DK-010: what is done begins before it ends, and some of it falls into the campaign's period.
///
/// A model goes on for years: only a time that lies wholly outside the period is wrong. The year of a registration is one
/// of the campaign's, that of a report one of the period it names.
struct ScheduleRule: Rule {
  static let codes: [RuleCode] = [.dk010]

  static func examine(_ examination: inout Examination) {
    checkYear(&examination)
    guard examination.facts.kind == .registration else { return }
    let campaign = examination.facts.campaign
    // A day that cannot be read is BC-007's.
    let start = examination.text("starts_on").flatMap { CalendarDay(iso: $0) }
    let end = examination.text("ends_on").flatMap { CalendarDay(iso: $0) }
    if let start, let end, end < start {
      report("/ends_on", start, end, &examination)
    } else if let start, let last = campaign.until, last < start {
      report("/starts_on", start, end, &examination)
    } else if let end, let first = campaign.from, end < first {
      report("/ends_on", start, end, &examination)
    }
  }

  private static func checkYear(_ examination: inout Examination) {
    // A year that no movement can have, and a period that is none, are BC-007's.
    guard let year = examination.year, ReportPeriod(String(year)) != nil else { return }
    let first: Int?
    let last: Int?
    switch examination.facts.kind {
    case .registration:
      first = examination.facts.campaign.from?.year
      last = examination.facts.campaign.until?.year
    case .report:
      guard let period = examination.text("period").flatMap({ ReportPeriod($0) }) else { return }
      first = period.first.year
      last = period.last.year
    default: return
    }
    if first ?? year <= year, year <= last ?? year { return }
    let years = first == last ? [first] : [first, last]
    examination.report(
      .dk010, at: "/year", FindingValue(name: "from", json: .number(String(year)), written: "năm \(year)"),
      .text("until", "kỳ " + years.map { $0.map(String.init) ?? "…" }.joined(separator: "-")))
  }

  private static func report(
    _ path: String, _ start: CalendarDay?, _ end: CalendarDay?, _ examination: inout Examination
  ) {
    func value(_ name: String, _ day: CalendarDay?) -> FindingValue {
      day.map { .day(name, $0) } ?? FindingValue(name: name, json: .null, written: "chưa nêu")
    }
    examination.report(.dk010, at: path, value("from", start), value("until", end))
  }
}
