extension QuantityReader {
  /// Reads a date, a minute of a day, a period or a deadline that begins with this number.
  mutating func readTime(_ at: Int) -> Int? {
    if let next = readHalfYear(at) { return next }
    if let date = moment(at) { return noteMoment(date) }
    if let next = readDaySpan(at) { return next }
    // A time of day alone is no quantity.
    if let clock = clock(at) { return clock.next }
    return nil
  }

  /// tháng Giêng, tháng mười một năm 2021.
  mutating func readNamedMonth(_ at: Int) -> Int? {
    guard let (month, next) = namedMonth(at + 1), word(at - 1) != Words.revolution, !role(at - 1).contains(.each)
    else { return nil }
    var date = WrittenDate(month: month, first: at, next: next)
    readYear(&date)
    return noteMoment(date)
  }

  /// quý III năm 2021, quý 3/2021.
  mutating func readQuarter(_ at: Int) -> Int? {
    let quarter: Int
    if let digit = integer(at + 1, digits: 1...1) {
      quarter = digit
    } else if let roman = Roman.quarters[word(at + 1)] {
      quarter = roman
    } else {
      return nil
    }
    var next = at + 2
    if word(next) == Words.year || mark(next) == 0x2F || mark(next) == 0x2D { next += 1 } else { return nil }
    guard (1...4).contains(quarter), let year = integer(next, digits: 4...4), Self.years.contains(year) else {
      return nil
    }
    note(months(quarter * 3 - 2, quarter * 3, year), from: at, to: next + 1)
    return next + 1
  }

  /// tuần 2 tháng 3/2021, tuần thứ hai của tháng 10, tuần đầu tháng 5.
  mutating func readWeek(_ at: Int) -> Int? {
    var next = at + 1
    var week: Int?
    if word(next) == Words.ordinal { next += 1 }
    if let digit = integer(next, digits: 1...2) {
      week = digit
    } else if word(next) == Words.first || next > at + 1 && role(next).contains(.slogan) && word(next) == Roman.first {
      week = 1
    } else if next > at + 1 {
      week = monthNamed(word(next))
    }
    guard let week, (1...5).contains(week) else { return nil }
    next += 1
    if word(next) == Words.of { next += 1 }
    guard word(next) == Words.month else { return nil }
    var date: WrittenDate
    if isNumber(next + 1), let month = self.date(next + 1), month.day == nil, month.month != nil {
      date = month
    } else if let (month, end) = namedMonth(next + 1) {
      date = WrittenDate(month: month, first: next, next: end)
      readYear(&date)
    } else {
      return nil
    }
    if date.isImpossible { return nil }
    note(.datePartial(PartialDate(week: week, month: date.month, year: date.year)), from: at, to: date.next)
    return date.next
  }

  // MARK: Moments

  /// A date with the time of day before or behind it, if there is one.
  private func moment(_ at: Int, span: WrittenDate? = nil) -> WrittenDate? {
    if let clock = clock(at) {
      var next = clock.next
      for _ in 0..<4 where !isNumber(next) {
        let isJoint =
          mark(next) == 0x2C || mark(next) == 0x2D || role(next).contains(.day) || role(next).contains(.dateCue)
        guard isJoint else { return nil }
        next += 1
      }
      guard isNumber(next), var date = date(next), date.day != nil else { return nil }
      date.first = at
      if date.year != nil, !date.isImpossible {
        date.hour = clock.hour
        date.minute = clock.minute
      }
      return date
    }
    guard var date = date(at, span: span) else { return nil }
    if date.full != nil, !date.isImpossible {
      var next = date.next
      for _ in 0..<3
      where [0x2C, 0x2D, 0x7C, 0x28].contains(mark(next)) || word(next) == Words.at || word(next) == Words.into {
        next += 1
      }
      if isNumber(next), let clock = clock(next) {
        date.hour = clock.hour
        date.minute = clock.minute
        date.next = mark(clock.next) == 0x29 && mark(date.next) == 0x28 ? clock.next + 1 : clock.next
      }
    }
    return date
  }

  /// 21:22, 8 giờ 30 phút, 8h30; but not “8 giờ/ngày”.
  private func clock(_ at: Int) -> (hour: Int, minute: Int, next: Int)? {
    guard let hour = integer(at, digits: 1...2), hour < 25 else { return nil }
    if mark(at + 1) == 0x3A, token(at + 1).isGlued, token(at + 2).isGlued, let minute = integer(at + 2, digits: 2...2) {
      var next = at + 3
      if mark(next) == 0x3A, token(next).isGlued, integer(next + 1, digits: 2...2) != nil { next += 2 }
      return hour < 24 && minute < 60 ? (hour, minute, next) : nil
    }
    guard hour < 24, role(at + 1).contains(.hour) else { return nil }
    if let minute = integer(at + 2, digits: 1...2), minute < 60 {
      return (hour, minute, word(at + 3) == Words.minute ? at + 4 : at + 3)
    }
    let isTimeOfDay =
      word(at - 1) == Words.at || token(at + 1).isGlued || role(at + 2).contains(.day)
      || mark(at + 2) == 0x2C && role(at + 3).contains(.day)
    return isTimeOfDay ? (hour, 0, at + 2) : nil
  }

  /// Notes a date, or the period or deadline that it belongs to.
  private mutating func noteMoment(_ date: WrittenDate) -> Int {
    if !date.isImpossible, !date.isAmbiguous, let next = notePeriod(date) { return next }
    if let next = noteDeadline(date) { return next }
    note(
      date.content, from: date.first, to: date.next,
      isAmbiguous: date.isAmbiguous || date.isImpossible, isImpossible: date.isImpossible)
    return date.next
  }

  // MARK: Deadlines

  /// trước ngày …, chậm nhất là ngày …, đến hết ngày ….
  private mutating func noteDeadline(_ date: WrittenDate) -> Int? {
    guard !date.isImpossible, !date.isAmbiguous else { return nil }
    var place = date.first - 1
    if mark(place) == 0x3A || word(place) == Words.isWord || word(place) == Words.into { place -= 1 }
    if word(place) == Words.to, place >= floor + 2 { place -= 1 }
    guard place >= floor else { return nil }
    var bound: Deadline.Bound?
    var first = place
    if role(place).contains(.before), place == date.first - 1 {
      bound = .before
    } else if place > floor {
      let pair = pairHash(place - 1)
      if [Words.latest, Words.latestOther, Words.limit, Words.limitOther, Words.notLater].contains(pair) {
        bound = .until
        first = place - 1
      } else if word(place) == Words.end, word(place - 1) == Words.to || word(place - 1) == Words.until,
        word(place - 2) != Words.reckoned
      {
        bound = .until
        first = place - 1
      }
    }
    guard let bound, date.day != nil else { return nil }
    if let iso = date.iso {
      note(.deadline(Deadline(bound: bound, iso: iso)), from: first, to: date.next)
    } else {
      note(date.content, from: first, to: date.next)
    }
    return date.next
  }

  // MARK: Periods

  /// 2021–2025, từ năm 2018 đến nay, 01/3–30/11/2026.
  private mutating func notePeriod(_ left: WrittenDate) -> Int? {
    let joint = left.next
    let isSchoolYear =
      left.isYear && mark(joint) == 0x2F && integer(joint + 1, digits: 4...4) == left.year.map { $0 + 1 }
    let isDash = mark(joint) == 0x2D || isSchoolYear
    guard isDash || word(joint) == Words.to || word(joint) == Words.until else { return nil }
    if !isDash, word(joint + 1) == Words.now || word(joint + 1) == Words.current {
      guard left.start != nil else { return nil }
      let next = word(joint + 1) == Words.current && word(joint + 2) == Words.now ? joint + 3 : joint + 2
      note(.period(from: left.start, to: nil), from: periodStart(left), to: next)
      return next
    }
    var at = joint + 1
    for _ in 0..<3 where !isNumber(at) {
      let role = role(at)
      guard role.contains(.day) || role.contains(.month) || role.contains(.year) || role.contains(.partOfTime) else {
        return nil
      }
      at += 1
    }
    guard isNumber(at), nameFreeDate(at), var right = date(at, span: left), !right.isImpossible, !right.isAmbiguous
    else { return nil }
    right.first = joint + 1
    if isDash, left.isYear != right.isYear { return nil }
    var start = left
    if start.year == nil {
      guard right.year != nil, right.month != nil else {
        guard right.year == nil else { return nil }
        start.month = start.month ?? right.month
        guard start.month != nil else { return nil }
        note(start.content, from: periodStart(left), to: left.next)
        note(right.content, from: right.first, to: right.next)
        return right.next
      }
      start.year = right.year
      if start.month == nil { start.month = right.month }
    }
    guard right.year != nil, let from = start.start, let to = right.end else { return nil }
    let isAmbiguous = from.opening > to.closing
    note(
      .period(from: isAmbiguous ? nil : from, to: isAmbiguous ? nil : to), from: periodStart(left), to: right.next,
      isAmbiguous: isAmbiguous)
    return right.next
  }

  /// No symbol of a document begins here.
  private func nameFreeDate(_ at: Int) -> Bool { symbolEnd(at) == nil }

  /// 20-28/4/2021, từ 20 đến 28/4/2021, ngày 14-15/10.
  private mutating func readDaySpan(_ at: Int) -> Int? {
    guard let day = integer(at, digits: 1...2), (1...31).contains(day),
      mark(at + 1) == 0x2D || word(at - 1) == Words.from && word(at + 1) == Words.to,
      integer(at + 2, digits: 1...2) != nil, mark(at + 3) == 0x2F || isNumberedMonth(at + 3), let right = date(at + 2),
      right.full != nil || word(at - 1) == Words.day && right.day != nil && right.month != nil, !right.isImpossible
    else { return nil }
    return notePeriod(WrittenDate(day: day, first: at, next: at + 1))
  }

  /// 6 tháng đầu năm 2021, 9 tháng đầu năm 2021, 6 tháng cuối năm 2021.
  private mutating func readHalfYear(_ at: Int) -> Int? {
    guard let months = integer(at, digits: 1...2), (1...11).contains(months), word(at + 1) == Words.month,
      word(at + 2) == Words.first || word(at + 2) == Words.last, word(at + 3) == Words.year,
      let year = integer(at + 4, digits: 4...4), Self.years.contains(year)
    else { return nil }
    let isFirst = word(at + 2) == Words.first
    note(self.months(isFirst ? 1 : 13 - months, isFirst ? months : 12, year), from: at, to: at + 5)
    return at + 5
  }

  private func months(_ first: Int, _ last: Int, _ year: Int) -> Quantity.Content {
    .period(
      from: WrittenDate(month: first, year: year, first: 0, next: 0).start,
      to: WrittenDate(month: last, year: year, first: 0, next: 0).end)
  }

  /// The “từ”, “giai đoạn” or “nhiệm kỳ” in front of a period.
  private func periodStart(_ date: WrittenDate) -> Int {
    let first = date.first
    guard first - 1 >= floor else { return first }
    if word(first - 1) == Words.from { return first - 1 }
    if first - 2 >= floor, [Words.stage, Words.term, Words.termOther, Words.schoolYear].contains(pairHash(first - 2)) {
      return first - 2
    }
    return first
  }
}

private enum Roman {
  static let quarters: [UInt64: Int] = Dictionary(
    uniqueKeysWithValues: [("i", 1), ("ii", 2), ("iii", 3), ("iv", 4)].map { (wordHash($0.0), $0.1) })
  static let first = wordHash("nhất")
}
