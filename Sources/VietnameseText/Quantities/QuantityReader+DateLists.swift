/// Days and months that share the month or year behind the last of them.
extension QuantityReader {
  /// More members than that no list of days has.
  private static let longestList = 31

  /// các ngày 10, 15 và 20 tháng 3 năm 2021; các tháng 5, 6 và 7 năm 2024; ngày 29, 30, 31/2.
  mutating func readDateList(_ at: Int) -> Int? {
    let isOfDays = role(at - 1).contains(.day)
    guard at - 1 >= floor, isOfDays || word(at - 1) == Words.month else { return nil }
    let highest = isOfDays ? 31 : 12
    var members: [Int] = []
    var next = at
    while members.count < Self.longestList, let value = integer(next, digits: 1...2), (1...highest).contains(value) {
      if !members.isEmpty, isCounted(next, isOfDays: isOfDays) { break }
      members.append(next)
      guard let behind = listJoint(next + 1) else { break }
      next = behind
    }
    guard members.count > 1, let last = members.last else { return nil }
    var shared = WrittenDate(listed: last, isOfDays, self)
    shared.first = last
    if !isOfDays || shared.month != nil { readYear(&shared) }
    for (place, member) in members.enumerated() {
      guard let value = integer(member, digits: 1...2) else { return nil }
      var date = shared
      if isOfDays { date.day = value } else { date.month = value }
      date.first = place == 0 ? member - 1 : member
      date.next = member == last ? shared.next : member + 1
      date = judged(date)
      note(
        date.content, from: date.first, to: date.next, isAmbiguous: date.isImpossible, isImpossible: date.isImpossible)
    }
    return shared.next
  }

  /// `20 tháng 10`, `8 tháng 3 năm 2024` without “ngày”.
  func dayAndMonthInWords(_ at: Int, _ day: Int) -> WrittenDate? {
    guard (1...31).contains(day), integer(at, digits: 1...2) != nil, word(at + 1) == Words.month,
      let month = integer(at + 2, digits: 1...2)
    else { return nil }
    var date = WrittenDate(day: day, month: month, first: at, next: at + 3)
    readYear(&date)
    guard (1...12).contains(month) || date.year != nil else { return nil }
    if date.year == nil, unit(at + 3)?.isKnown == true || scale(word(at + 3)) != nil || mark(at + 3) == 0x25 {
      return nil
    }
    return judged(date)
  }

  /// “tháng” with the number of a month behind it.
  func isNumberedMonth(_ at: Int) -> Bool {
    guard word(at) == Words.month, let month = integer(at + 1, digits: 1...2) else { return false }
    return (1...12).contains(month)
  }

  /// The token behind a comma or “và” that leads to another bare number.
  private func listJoint(_ at: Int) -> Int? {
    var next = at
    if mark(next) == 0x2C { next += 1 }
    if word(next) == Words.and { next += 1 }
    return next > at && isNumber(next) ? next : nil
  }

  /// True if a number behind the first of a list counts something: “ngày 5, 6 hộ”, “tháng 5, 6 tháng đầu năm”.
  private func isCounted(_ at: Int, isOfDays: Bool) -> Bool {
    let next = at + 1
    if isOfDays {
      if isNumberedMonth(next) { return false }
      if mark(next) == 0x2F {
        guard let month = integer(next + 1, digits: 1...2), (1...12).contains(month) else { return true }
        return unit(next + 2) != nil || mark(next + 2) == 0x25 || mark(next + 2) == 0x28 || mark(next + 2) == 0x3D
      }
    } else if mark(next) == 0x2F {
      return integer(next + 1, digits: 4...4) == nil
    }
    if mark(next) == 0x2D || mark(next) == 0x25 || mark(next) == 0x2B || currency(next) != nil { return true }
    return unit(next) != nil || scale(word(next)) != nil
  }
}

extension WrittenDate {
  /// The last of a list, with the month it names: `20 tháng 3`, `31/2`.
  fileprivate init(listed at: Int, _ isOfDays: Bool, _ reader: QuantityReader) {
    self.init(first: at, next: at + 1)
    guard isOfDays else { return }
    guard reader.isNumberedMonth(at + 1) || reader.mark(at + 1) == 0x2F else { return }
    month = reader.integer(at + 2, digits: 1...2)
    if month != nil { next = at + 3 }
  }
}
