import VietnameseText

/// DK-010: what is done begins before it ends, and some of it falls into the campaign's period.
///
/// A model goes on for years: only a time that lies wholly outside the period is wrong.
struct ScheduleRule: Rule {
  static let codes: [RuleCode] = [.dk010]

  static func examine(_ examination: inout Examination) {
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

  private static func report(
    _ path: String, _ start: CalendarDay?, _ end: CalendarDay?, _ examination: inout Examination
  ) {
    func value(_ name: String, _ day: CalendarDay?) -> FindingValue {
      day.map { .day(name, $0) } ?? FindingValue(name: name, json: .null, written: "chưa nêu")
    }
    examination.report(.dk010, at: path, value("from", start), value("until", end))
  }
}
