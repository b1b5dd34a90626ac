import VietnameseText

/// A deadline as a letter words it (thời hạn); days are those of Asia/Ho_Chi_Minh.
///
/// “trước ngày D” ends with the day before D; “chậm nhất ngày D”, “đến hết ngày D” and D alone include D.
struct Deadline: Sendable, Equatable {
  /// The last day on which it is kept.
  let lastDay: CalendarDay
  /// The words, with the day written dd/mm/yyyy.
  let wording: String

  private static let openings: [(words: String, isIncluded: Bool)] = [
    ("trước ", false), ("chậm nhất là ", true), ("chậm nhất ", true), ("đến hết ", true), ("hết ", true),
    ("đến ", true),
  ]

  /// Reads a campaign parameter: `2026-10-25`, `trước ngày 25/10/2026`; nil for anything else.
  ///
  /// `registry.deadline_day` reads the same words.
  init?(_ text: String) {
    let words = tidySpaces(precomposed(text).lowercased())
    let opening = Self.openings.first { words.hasPrefix($0.words) }
    let rest = opening.map { String(words.dropFirst($0.words.count)) } ?? words
    guard case .day(let day) = readDate(rest) else { return nil }
    let isIncluded = opening?.isIncluded ?? true
    guard let last = isIncluded ? day : day.previous else { return nil }
    lastDay = last
    wording = isIncluded ? day.written : "trước ngày \(day.written)"
  }

  /// How many days too late a day is; 0 if it is in time.
  func delay(of day: CalendarDay) -> Int { max(0, day.ordinal - lastDay.ordinal) }
}

extension CalendarDay {
  /// The day before; nil before the first day of the calendar.
  var previous: CalendarDay? {
    if day > 1 { return CalendarDay(year: year, month: month, day: day - 1) }
    if month > 1 {
      return [31, 30, 29, 28].lazy.compactMap { CalendarDay(year: year, month: month - 1, day: $0) }.first
    }
    return CalendarDay(year: year - 1, month: 12, day: 31)
  }
}
