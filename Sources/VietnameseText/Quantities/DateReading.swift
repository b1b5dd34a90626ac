/// What a written date says, as precisely as it was written.
public enum DateReading: Sendable, Hashable {
  /// A full day: `14/12/ 2017`, `3-2-2025`, `ngày 5 tháng 2 năm 2021`, `2021-02-05`.
  case day(CalendarDay)
  /// A month: `6/2017`, `tháng 6 năm 2017`.
  case month(year: Int, month: Int)
  /// A year: `năm 2018`, `2018`.
  case year(Int)
  /// A day without its year: `15/10`.
  case dayAndMonth(day: Int, month: Int)
  /// Written as a date, but the calendar has no such day or month: `31/02/2021`, `13/2021`.
  case impossible
  /// Not a date.
  case unreadable
}

/// Reads one date, in any of the forms that reports use; day first, never month first.
///
/// Linear, and nothing longer than 60 bytes is a date.
/// - Parameter text: The date alone, blanks allowed within; a time of day behind it (`24/02/2025 - 21:22`) is dropped.
/// - Returns: The date at the precision it was written with.
public func readDate(_ text: String) -> DateReading {
  guard text.utf8.count <= 60 else { return .unreadable }
  var parts = DateParts(text)
  parts.dropTimeOfDay()
  if parts.isBroken { return .unreadable }
  let numbers = parts.numbers
  switch (parts.words, parts.marks.count, numbers.count) {
  case ([], 2, 3) where numbers[0].digits == 4 && parts.marks == [0x2D, 0x2D]:
    return day(numbers[2], numbers[1], numbers[0])
  case ([], 2, 3), (["ngay"], 2, 3): return day(numbers[0], numbers[1], numbers[2])
  case (["ngay", "thang", "nam"], 0, 3): return day(numbers[0], numbers[1], numbers[2])
  case ([], 1, 2) where numbers[1].digits == 4, (["thang"], 1, 2) where numbers[1].digits == 4,
    (["thang", "nam"], 0, 2):
    return (1...12).contains(numbers[0].value) && numbers[1].digits == 4
      ? .month(year: numbers[1].value, month: numbers[0].value) : .impossible
  case ([], 1, 2), (["ngay"], 1, 2), (["ngay", "thang"], 0, 2):
    // 29/02 exists in some years.
    return CalendarDay(year: 2000, month: numbers[1].value, day: numbers[0].value) == nil
      ? .impossible : .dayAndMonth(day: numbers[0].value, month: numbers[1].value)
  case ([], 0, 1) where numbers[0].digits == 4, (["nam"], 0, 1) where numbers[0].digits == 4:
    return numbers[0].value > 0 ? .year(numbers[0].value) : .impossible
  default: return .unreadable
  }
}

private func day(_ day: DateParts.Number, _ month: DateParts.Number, _ year: DateParts.Number) -> DateReading {
  guard year.digits == 4, day.digits <= 2, month.digits <= 2 else { return .impossible }
  return CalendarDay(year: year.value, month: month.value, day: day.value).map(DateReading.day) ?? .impossible
}

/// A text cut into the numbers, words and marks of a date.
private struct DateParts {
  struct Number {
    var value: Int
    var digits: Int
  }

  var numbers: [Number] = []
  /// `ngay`, `thang`, `nam`; always before their number.
  var words: [String] = []
  var marks: [UInt8] = []
  /// Something else stands in the text, or the order is wrong.
  var isBroken = false

  init(_ text: String) {
    let bytes = Array(precomposed(text).lowercased().utf8)
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0x30...0x39:
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        if at - start > 4 { isBroken = true }
        numbers.append(
          Number(value: bytes[start..<at].reduce(0) { ($0 * 10 + Int($1 - 0x30)) % 100_000 }, digits: at - start))
        continue
      case 0x20: break
      case 0x2C: break
      case 0x2F, 0x2D, 0x2E, 0x3A:
        if numbers.isEmpty { isBroken = true }
        marks.append(bytes[at])
      default:
        guard let (word, length) = Self.word(bytes[at...]) else {
          isBroken = true
          return
        }
        words.append(word)
        at += length
        continue
      }
      at += 1
    }
    if marks.contains(where: { $0 != marks[0] && $0 != 0x3A }) && !marks.contains(0x3A) { isBroken = true }
  }

  /// Drops the `- 21:22` behind a date.
  mutating func dropTimeOfDay() {
    guard let colon = marks.firstIndex(of: 0x3A), numbers.count == 5, colon == marks.count - 1 else {
      if marks.contains(0x3A) { isBroken = true }
      return
    }
    numbers.removeLast(2)
    marks.removeLast()
    if marks.count == 3 { marks.removeLast() }
  }

  private static let known: [(spelling: [UInt8], word: String)] = [
    (Array("ngày".utf8), "ngay"), (Array("tháng".utf8), "thang"), (Array("năm".utf8), "nam"),
  ]

  private static func word(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
    for (spelling, word) in known where bytes.starts(with: spelling) { return (word, spelling.count) }
    return nil
  }
}
