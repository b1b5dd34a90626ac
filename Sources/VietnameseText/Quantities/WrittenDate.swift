/// A day, month or year as it stands in a text, with the tokens it takes.
struct WrittenDate {
  var day: Int?
  var month: Int?
  var year: Int?
  var hour: Int?
  var minute: Int?
  /// The calendar has no such day, month or year.
  var isImpossible = false
  /// It may be something else, or another date.
  var isAmbiguous = false
  /// The first token, its “ngày”, “tháng”, “đầu năm” included, and the token behind it.
  var first: Int
  var next: Int

  /// The day, if all of it is said and exists.
  var full: CalendarDay? {
    guard let day, let month, let year else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// True if only the year is said.
  var isYear: Bool { day == nil && month == nil && year != nil }

  /// The quantity that it is.
  var content: Quantity.Content {
    if isImpossible { return .date(nil) }
    if let full {
      if isAmbiguous { return .date(nil) }
      if let hour { return .dateTime(full, hour: hour, minute: minute ?? 0) }
      return .date(full)
    }
    if day != nil, month != nil, year != nil { return .date(nil) }
    return .datePartial(PartialDate(day: day, month: month, year: year))
  }

  /// The first day of a month or the day itself; nil if the year is not said.
  var start: Quantity.PeriodEnd? {
    guard let year else { return nil }
    guard let month else { return .year(year) }
    return CalendarDay(year: year, month: month, day: day ?? 1).map(Quantity.PeriodEnd.day)
  }

  /// The last day of a month or the day itself; nil if the year is not said.
  var end: Quantity.PeriodEnd? {
    guard let year else { return nil }
    guard let month else { return .year(year) }
    return CalendarDay(year: year, month: month, day: day ?? CalendarDay.days(inMonth: month, of: year))
      .map(Quantity.PeriodEnd.day)
  }

  /// The date at its precision, as `2026-10-25T17:00`, `2026-10-25`, `2026-10`, `2026`; nil without a year.
  var iso: String? {
    guard let year else { return nil }
    if let full {
      guard let hour else { return full.iso }
      return "\(full.iso)T\(hour < 10 ? "0" : "")\(hour):\((minute ?? 0) < 10 ? "0" : "")\(minute ?? 0)"
    }
    guard let month else { return String(year) }
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}

extension Quantity.PeriodEnd {
  /// The first day of it, to compare by.
  var opening: (Int, Int, Int) {
    switch self {
    case .year(let year): (year, 1, 1)
    case .day(let day): (day.year, day.month, day.day)
    }
  }

  /// The last day of it, to compare by.
  var closing: (Int, Int, Int) {
    switch self {
    case .year(let year): (year, 12, 31)
    case .day(let day): (day.year, day.month, day.day)
    }
  }
}
