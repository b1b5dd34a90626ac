/// BC-001: a report is about a model that was registered for its year.
struct ReportedRegistrationRule: Rule {
  static let codes: [RuleCode] = [.bc001]

  static func examine(_ examination: inout Examination) {
    // Of a unit that is not certain, a model without a name, a missing or impossible year other rules speak.
    guard examination.facts.kind == .report, examination.facts.certainUnit != nil,
      examination.text("model", "name") != nil, let year = examination.year,
      ReportPeriod(String(year)) != nil
    else { return }
    if !examination.facts.registeredYears.contains(year) {
      examination.report(.bc001, at: "/year", FindingValue.id("year", Int64(year)))
    }
  }
}

/// BC-014: one model of one unit is reported once for a period.
///
/// A longer period that has all days of the one reported before sums it up: the year after its first half is right, the
/// first half after the year is not.
struct ReportPeriodRule: Rule {
  static let codes: [RuleCode] = [.bc014]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .report,
      let code = examination.text("period") ?? examination.year.map({ String($0) }), let period = ReportPeriod(code)
    else { return }
    let others = examination.facts.otherReports.filter { other in
      guard let days = ReportPeriod(other.period) else { return false }
      return period.overlaps(days) && !period.sumsUp(days)
    }
    guard let first = others.map(\.id).min() else { return }
    let path = examination.text("period") == nil ? "/year" : "/period"
    examination.report(.bc014, at: path, .text("period", code), .id("id", first))
  }
}
