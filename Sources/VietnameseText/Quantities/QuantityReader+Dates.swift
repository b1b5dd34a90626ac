extension QuantityReader {
  static let years = 1000...2100

  /// The date that a number begins, if it surely is one or is marked as uncertain.
  ///
  /// At the far end of a span the words of the near end are understood (“từ năm 2018 đến 2020”).
  func date(_ at: Int, span: WrittenDate? = nil) -> WrittenDate? {
    let token = text.tokens[at]
    let before = at - 1 >= floor ? role(at - 1) : []
    if let date = dottedDate(at) { return withFirst(date, before) }
    guard token.end - token.start <= 5, let value = integer(at, digits: 1...5) else { return nil }
    let separator = mark(at + 1)
    if separator == 0x2F || separator == 0x2D, isNumber(at + 2) {
      if mark(at + 3) == separator, isNumber(at + 4) {
        if let date = threeParts(at) { return withFirst(date, before) }
        if separator == 0x2F, mark(at + 5) != 0x2D { return nil }
      }
    }
    if before.contains(.day), !role(at - 2).contains(.each) { return dayBehindWord(at, value) }
    if before.contains(.month), !role(at - 2).contains(.each) { return monthBehindWord(at, value) }
    if before.contains(.year) {
      guard integer(at, digits: 4...4) != nil, Self.years.contains(value),
        !role(at - 2).contains(.each) || role(at - 2).contains(.each) && !isFollowedByCounted(at)
      else { return nil }
      return withFirst(WrittenDate(year: value, first: at, next: at + 1), before)
    }
    if let date = dayAndMonthInWords(at, value) { return date }
    if let date = twoParts(at, value, before, span) { return date }
    return bareYear(at, value, before, span)
  }

  private func isFollowedByCounted(_ at: Int) -> Bool { unit(at + 1)?.isKnown == true || scale(word(at + 1)) != nil }

  /// A day with dots: `03.02.2025`.
  private func dottedDate(_ at: Int) -> WrittenDate? {
    let token = text.tokens[at]
    guard (8...10).contains(token.end - token.start) else { return nil }
    var parts: [Int] = [0]
    var lengths = [0]
    for value in text.scalars[token.start..<token.end] {
      if value == 0x2E {
        parts.append(0)
        lengths.append(0)
      } else if isDigit(value) {
        parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(value - 0x30)
        lengths[lengths.count - 1] += 1
      } else {
        return nil
      }
    }
    guard parts.count == 3, lengths[0] <= 2, lengths[1] <= 2, lengths[2] == 4 else { return nil }
    return full(parts[0], parts[1], parts[2], at, at + 1)
  }

  /// 14/12/ 2017, 3-2-2025, 2021-02-05, 5/3/21.
  private func threeParts(_ at: Int) -> WrittenDate? {
    let separator = mark(at + 1)
    guard !(mark(at + 5) == separator && isNumber(at + 6) && token(at + 5).isGlued) else { return nil }
    let last = token(at + 4).end - token(at + 4).start
    if separator == 0x2D, let year = integer(at, digits: 4...4), let month = integer(at + 2, digits: 2...2),
      let day = integer(at + 4, digits: 2...2)
    {
      return full(day, month, year, at, at + 5)
    }
    guard let day = integer(at, digits: 1...2), let month = integer(at + 2, digits: 1...2),
      let year = integer(at + 4, digits: 1...5)
    else { return nil }
    switch last {
    // 12-34-5678 is the number of something.
    case 4 where separator == 0x2D && !Self.years.contains(year) && !role(at - 1).contains(.day): return nil
    case 4: return full(day, month, year, at, at + 5)
    case 2:
      guard (1...31).contains(day), (1...12).contains(month) else { return nil }
      return WrittenDate(day: day, month: month, year: year, isAmbiguous: true, first: at, next: at + 5)
    case 3, 5:
      guard separator == 0x2F, (1...31).contains(day), (1...12).contains(month) else { return nil }
      return WrittenDate(isImpossible: true, isAmbiguous: true, first: at, next: at + 5)
    default: return nil
    }
  }

  private func full(_ day: Int, _ month: Int, _ year: Int, _ first: Int, _ next: Int) -> WrittenDate {
    let exists = Self.years.contains(year) && CalendarDay(year: year, month: month, day: day) != nil
    return WrittenDate(
      day: day, month: month, year: year, isImpossible: !exists, isAmbiguous: !exists, first: first, next: next)
  }

  /// ngày 15, ngày 15/10, ngày 3-2, ngày 15 tháng 10 năm 2021.
  private func dayBehindWord(_ at: Int, _ day: Int) -> WrittenDate? {
    guard integer(at, digits: 1...2) != nil else { return nil }
    var date = WrittenDate(day: day, first: at - 1, next: at + 1)
    if mark(at + 1) == 0x2F || mark(at + 1) == 0x2D && mark(at + 3) != 0x2F && word(at + 3) != Words.month,
      let month = integer(at + 2, digits: 1...2)
    {
      date.month = month
      date.next = at + 3
    } else if word(at + 1) == Words.month, let month = integer(at + 2, digits: 1...2) {
      date.month = month
      date.next = at + 3
    } else if word(at + 1) == Words.month, let (month, next) = namedMonth(at + 2) {
      date.month = month
      date.next = next
    } else {
      guard (1...31).contains(day), !isFollowedByCounted(at), mark(at + 1) != 0x25 else { return nil }
      return date
    }
    readYear(&date)
    return judged(date)
  }

  /// tháng 6, tháng 6/2017, tháng 6 năm 2017.
  private func monthBehindWord(_ at: Int, _ month: Int) -> WrittenDate? {
    guard integer(at, digits: 1...2) != nil else { return nil }
    var date = WrittenDate(month: month, first: at - 1, next: at + 1)
    if mark(at + 1) == 0x2F || mark(at + 1) == 0x2D, let year = integer(at + 2, digits: 4...4) {
      date.year = year
      date.next = at + 3
    } else {
      readYear(&date)
    }
    guard (1...12).contains(month) || date.year != nil else { return nil }
    if date.year == nil, isFollowedByCounted(at) || mark(at + 1) == 0x25 || currency(at + 1) != nil { return nil }
    date = judged(date)
    return withPartOfTime(date)
  }

  /// 15/10, 6/2017.
  private func twoParts(_ at: Int, _ left: Int, _ before: WordRole, _ span: WrittenDate?) -> WrittenDate? {
    let separator = mark(at + 1)
    guard separator == 0x2F || separator == 0x2D, integer(at, digits: 1...2) != nil else { return nil }
    if let year = integer(at + 2, digits: 4...4), Self.years.contains(year), (1...12).contains(left) {
      if let unit = unit(at + 3), unit.isKnown { return nil }
      if separator == 0x2D, !token(at + 1).isGlued || !token(at + 2).isGlued { return nil }
      return WrittenDate(month: left, year: year, first: at, next: at + 3)
    }
    guard separator == 0x2F, let right = integer(at + 2, digits: 1...2), (1...31).contains(left),
      (1...12).contains(right)
    else { return nil }
    var date = WrittenDate(day: left, month: right, first: at, next: at + 3)
    if !mayBeDayAndMonth(at) {
      // “kỳ họp 31/11”: a day the calendar does not have, where nothing is counted.
      let isCounted = unit(at + 3) != nil || [0x25, 0x28, 0x3D].contains(mark(at + 3))
      return before.contains(.dateCue) && !isCounted ? judged(date) : nil
    }
    readYear(&date)
    if date.year != nil { return judged(date) }
    let isCounted = unit(at + 3) != nil || mark(at + 3) == 0x25
    // 01/3–30/11/2026
    if mark(at + 3) == 0x2D, integer(at + 4, digits: 1...2) != nil, mark(at + 5) == 0x2F,
      integer(at + 6, digits: 1...2) != nil, !isCounted
    {
      return date
    }
    if unit(at + 3)?.isKnown == true || mark(at + 3) == 0x28 || mark(at + 3) == 0x3D || mark(at + 3) == 0x25 {
      return nil
    }
    if span?.day != nil || before.contains(.dateCue) { return date }
    if mark(at - 1) == 0x28, mark(at + 3) == 0x29 { return date }
    if isCounted { return nil }
    if at - 1 == floor, mark(at - 1) == 0x2C || word(at - 1) == Words.and,
      case .datePartial(let last)? = found.last?.content,
      last.day != nil, last.month != nil
    {
      return date
    }
    if left <= right { date.isAmbiguous = true }
    return date
  }

  /// Both sides of the slash are small enough for a day and a month.
  func mayBeDayAndMonth(_ at: Int) -> Bool {
    guard let day = integer(at, digits: 1...2), let month = integer(at + 2, digits: 1...2) else { return false }
    return CalendarDay(year: 2000, month: month, day: day) != nil
  }

  /// A year without its word: “giai đoạn 2021-2025”, “từ 2018”, “2018, 2019 và 2020”.
  private func bareYear(_ at: Int, _ value: Int, _ before: WordRole, _ span: WrittenDate?) -> WrittenDate? {
    guard integer(at, digits: 4...4) != nil, (1900...2100).contains(value) else { return nil }
    if unit(at + 1)?.isKnown == true || scale(word(at + 1)) != nil || mark(at + 1) == 0x25 || currency(at + 1) != nil {
      return nil
    }
    let date = WrittenDate(year: value, first: at, next: at + 1)
    if span?.isYear == true || before.contains(.yearCue) { return withFirst(date, before) }
    if mark(at + 1) == 0x2D, let other = integer(at + 2, digits: 4...4), (1900...2100).contains(other),
      mark(at + 3) != 0x2D
    {
      return date
    }
    // The next of a list of years.
    if at - 1 == floor, let last = found.last, case .datePartial(let partial) = last.content, partial.year != nil,
      partial.month == nil, mark(at - 1) == 0x2C || word(at - 1) == Words.and
    {
      return date
    }
    return nil
  }

  /// “năm 2021” or “/2021” behind a day or month.
  func readYear(_ date: inout WrittenDate) {
    var next = date.next
    if mark(next) == 0x2C, word(next + 1) == Words.year { next += 1 }
    if word(next) == Words.year, let year = integer(next + 1, digits: 4...4) {
      date.year = year
      date.next = next + 2
    } else if mark(date.next) == 0x2F || mark(date.next) == 0x2D, let year = integer(date.next + 1, digits: 4...4) {
      date.year = year
      date.next += 2
    }
  }

  /// Marks what the calendar does not have; 29/02 exists in some years.
  func judged(_ date: WrittenDate) -> WrittenDate {
    var judged = date
    let exists =
      Self.years.contains(date.year ?? 2000)
      && CalendarDay(year: date.year ?? 2000, month: date.month ?? 1, day: date.day ?? 1) != nil
    if !exists {
      judged.isImpossible = true
      judged.isAmbiguous = true
    }
    return judged
  }

  /// Takes the “ngày” or “đầu năm” in front into the date.
  private func withFirst(_ date: WrittenDate, _ before: WordRole) -> WrittenDate {
    var date = date
    if before.contains(.day) || before.contains(.year) && date.isYear { date.first -= 1 }
    return withPartOfTime(date)
  }

  private func withPartOfTime(_ date: WrittenDate) -> WrittenDate {
    guard date.day == nil, date.first - 1 >= floor, role(date.first - 1).contains(.partOfTime) else { return date }
    var date = date
    date.first -= 1
    return date
  }

  /// giêng, mười một, chạp; and the token behind it.
  func namedMonth(_ at: Int) -> (month: Int, next: Int)? {
    guard let month = monthNamed(word(at)), word(at + 1) != Words.times else { return nil }
    if month == 10 {
      if word(at + 1) == Words.eleven { return (11, at + 2) }
      if word(at + 1) == Words.twelve { return (12, at + 2) }
    }
    return (month, at + 1)
  }
}
