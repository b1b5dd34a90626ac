import VietnameseText

/// A date in running text: in words (“ngày 04 tháng 02 năm 2026”) or in figures (`25/10/2026`).
struct WrittenDate {
  /// The date as written.
  var text: String
  /// The day; nil if it does not exist.
  var day: CalendarDay?
  /// True if it is written in words with its zeros where papers want them; in figures always.
  var isWellWritten: Bool
  /// Where it begins, in words of the text.
  var at: Int
}

/// Finds the dates with day, month and year in a text, in order; linear.
func writtenDates(_ words: [DocumentWord]) -> [WrittenDate] {
  var dates: [WrittenDate] = []
  var at = 0
  while at < words.count {
    if at + 5 < words.count, words[at].bare == "ngày", words[at + 2].bare == "tháng", words[at + 4].bare == "năm",
      let date = inWords(words[at...].prefix(6), at)
    {
      dates.append(date)
      at += 6
    } else {
      if let date = inFigures(words[at], at) { dates.append(date) }
      at += 1
    }
  }
  return dates
}

private func inWords(_ words: ArraySlice<DocumentWord>, _ at: Int) -> WrittenDate? {
  let day = words[at + 1].bare
  let month = words[at + 3].bare
  let year = words[at + 5].bare
  guard let dayNumber = number(day, 1...2), let monthNumber = number(month, 1...2), let yearNumber = number(year, 4...4)
  else { return nil }
  let isPadded = (dayNumber >= 10 || day.utf8.count == 2) && (monthNumber >= 3 || month.utf8.count == 2)
  let calendar = CalendarDay(year: yearNumber, month: monthNumber, day: dayNumber)
  return WrittenDate(
    text: "ngày \(day) tháng \(month) năm \(year)", day: calendar, isWellWritten: isPadded && calendar != nil, at: at)
}

/// `25/10/2026`, `25-10-2026`, `25.10.2026`.
private func inFigures(_ word: DocumentWord, _ at: Int) -> WrittenDate? {
  let parts = word.bare.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == "." }
  guard parts.count == 3, let day = number(parts[0], 1...2), let month = number(parts[1], 1...2),
    let year = number(parts[2], 4...4)
  else { return nil }
  return WrittenDate(
    text: word.bare, day: CalendarDay(year: year, month: month, day: day), isWellWritten: true, at: at)
}

private func number(_ text: some StringProtocol, _ digits: ClosedRange<Int>) -> Int? {
  guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return Int(text)
}
