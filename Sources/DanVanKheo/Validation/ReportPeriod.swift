import VietnameseText

/// The days of a period code (kỳ): `2021`, `2021-H1`, `2021-9M`, `2021-Q3`, `2018-2020`.
struct ReportPeriod: Sendable, Equatable {
  let first: CalendarDay
  let last: CalendarDay

  /// Reads a code; nil for anything else.
  init?(_ code: String) {
    guard let first = periodStart(code) else { return nil }
    let parts = code.split(separator: "-")
    let year = parts.count == 2 ? Int(parts[1]) ?? first.year : first.year
    let (month, day) =
      switch parts.count == 2 ? parts[1] : "" {
      case "H1", "Q2": (6, 30)
      case "9M", "Q3": (9, 30)
      case "Q1": (3, 31)
      default: (12, 31)
      }
    guard let last = CalendarDay(year: year, month: month, day: day) else { return nil }
    self.first = first
    self.last = last
  }

  /// Tells whether they share a day.
  func overlaps(_ other: ReportPeriod) -> Bool { first <= other.last && other.first <= last }

  /// Tells whether it has all days of the other and more.
  func sumsUp(_ other: ReportPeriod) -> Bool { first <= other.first && other.last <= last && self != other }
}
