import VietnameseText

/// A range of days, open where a bound is not known (thời gian hiệu lực).
struct Validity: Sendable, Hashable {
  /// First day.
  var from: CalendarDay?
  /// Last day.
  var until: CalendarDay?

  /// Reads `valid_from` and `valid_until` of an object.
  init(_ json: JSON) {
    from = json["valid_from"]?.day
    until = json["valid_until"]?.day
  }

  init(from: CalendarDay?, until: CalendarDay?) {
    self.from = from
    self.until = until
  }

  func contains(_ day: CalendarDay) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }
}
