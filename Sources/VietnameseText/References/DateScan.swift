/// Reads the date that begins at a place of a text, at the precision written.
struct DateScan {
  /// What stands there.
  enum Finding {
    /// No date.
    case none
    /// A date of which a part is missing, impossible or ambiguous.
    case broken
    /// An ISO date, and the index behind it.
    case date(String, end: Int)
  }

  let text: FoldedText

  static let ngay = FoldedText.key("ngày")
  private static let thang = FoldedText.key("tháng")
  private static let nam = FoldedText.key("năm")

  /// Reads a date that begins with “ngày”, “tháng” or “năm”, or with a digit.
  /// - Parameters:
  ///   - index: Where it begins.
  ///   - isBracketed: In brackets a month or a year needs no word before it: `(2021)`.
  /// - Returns: The date, or that none is there or cannot be told.
  func read(at index: Int, isBracketed: Bool = false) -> Finding {
    if text.isDigit(index) { return bare(at: index, isBracketed) }
    let word = word(at: index)
    switch text.key(word) {
    case Self.ngay:
      let next = text.skipBlanks(word.upperBound)
      return day(at: text.letter(next) == 0x3A ? text.skipBlanks(next + 1) : next)
    case Self.thang:
      guard let (month, end) = number(at: text.skipBlanks(word.upperBound), digits: 1...2) else { return .broken }
      return yearOf(month: month, day: nil, at: end)
    case Self.nam:
      guard let (year, end) = number(at: text.skipBlanks(word.upperBound), digits: 4...4), !isRange(at: end) else {
        return .none
      }
      return result(year, nil, nil, end)
    default: return .none
    }
  }

  /// The word that begins at an index.
  func word(at index: Int) -> Range<Int> {
    var end = index
    while end - index < 12, text.isLetter(end) { end += 1 }
    return index..<end
  }

  /// `5/3/2021`, `5 tháng 3 năm 2021` behind “ngày”.
  private func day(at index: Int) -> Finding {
    guard let (day, end) = number(at: index, digits: 1...2) else { return .broken }
    if let (mark, next) = mark(at: end) {
      guard let (month, monthEnd) = number(at: next, digits: 1...2), let (second, yearStart) = self.mark(at: monthEnd),
        second == mark,
        let (year, yearEnd) = number(at: yearStart, digits: 4...4)
      else { return .broken }
      return result(year, month, day, yearEnd)
    }
    let word = word(at: skipComma(end))
    guard text.key(word) == Self.thang,
      let (month, monthEnd) = number(at: text.skipBlanks(word.upperBound), digits: 1...2)
    else { return .broken }
    return yearOf(month: month, day: day, at: monthEnd)
  }

  /// The year behind “tháng 3”: `năm 2021`, `/2021`.
  private func yearOf(month: Int, day: Int?, at index: Int) -> Finding {
    if let (_, next) = mark(at: index) {
      guard let (year, end) = number(at: next, digits: 4...4) else { return .broken }
      return result(year, month, day, end)
    }
    let word = word(at: skipComma(index))
    guard text.key(word) == Self.nam, let (year, end) = number(at: text.skipBlanks(word.upperBound), digits: 4...4)
    else { return .broken }
    return result(year, month, day, end)
  }

  /// A date without a word before it.
  private func bare(at index: Int, _ isBracketed: Bool) -> Finding {
    if isBracketed, let (year, end) = number(at: index, digits: 4...4), text.letter(end) == 0x29 {
      return result(year, nil, nil, end)
    }
    guard let (first, end) = number(at: index, digits: 1...2), let (mark, next) = mark(at: end) else { return .none }
    if isBracketed, let (year, yearEnd) = number(at: next, digits: 4...4), text.letter(yearEnd) == 0x29 {
      return result(year, first, nil, yearEnd)
    }
    guard let (month, monthEnd) = number(at: next, digits: 1...2), let (second, yearStart) = self.mark(at: monthEnd),
      second == mark, let (year, yearEnd) = number(at: yearStart, digits: 4...4)
    else { return .none }
    return result(year, month, first, yearEnd)
  }

  private func result(_ year: Int, _ month: Int?, _ day: Int?, _ end: Int) -> Finding {
    guard (1900...2100).contains(year), let valid = CalendarDay(year: year, month: month ?? 1, day: day ?? 1) else {
      return .broken
    }
    return .date(String(valid.iso.prefix(day != nil ? 10 : month != nil ? 7 : 4)), end: end)
  }

  /// A number of so many digits, no more.
  private func number(at index: Int, digits: ClosedRange<Int>) -> (Int, Int)? {
    var end = index
    var value = 0
    while end - index <= digits.upperBound, text.isDigit(end) {
      value = value * 10 + Int(text.letter(end) - 0x30)
      end += 1
    }
    return digits.contains(end - index) ? (value, end) : nil
  }

  /// The mark between the parts of a date; a blank on either side is tolerated.
  private func mark(at index: Int) -> (UInt8, Int)? {
    let at = text.skipBlanks(index, limit: 2)
    let mark = text.letter(at)
    guard mark == 0x2F || mark == 0x2D || mark == 0x2E else { return nil }
    let next = text.skipBlanks(at + 1, limit: 2)
    return text.isDigit(next) ? (mark, next) : nil
  }

  private func skipComma(_ index: Int) -> Int {
    let at = text.skipBlanks(index)
    return text.letter(at) == 0x2C ? text.skipBlanks(at + 1) : at
  }

  /// Tells whether a year is the first of several: `năm 2021 - 2025`.
  private func isRange(at index: Int) -> Bool { mark(at: index) != nil }
}
