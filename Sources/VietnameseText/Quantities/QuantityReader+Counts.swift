extension QuantityReader {
  /// Notes a single number with its unit; nil if nothing tells that it counts or measures something.
  mutating func noteFigure(_ at: Int, _ figure: Figure) -> Int? {
    let isYearLike = integer(at, digits: 4...4).map { (1900...2100).contains($0) } ?? false
    if isYearLike, !figure.hasUnit || figure.unit?.isKnown == false && figure.scale == nil { return nil }
    if !figure.hasUnit, isBareNumberMeaningless(at, figure) { return nil }
    // “20 tháng 10” is a day, if anything.
    if let unit = figure.unit, isNumberedMonth(unit.tokens.lowerBound) { return nil }
    var figure = figure
    if let digits = integer(at, digits: 8...15), digits > 0, !figure.hasUnit { return nil }
    var isNegative = false
    if at > floor || at == 1, mark(at - 1) == 0x2D, text.tokens[at].isGlued,
      text.scalars[text.tokens[at - 1].start] == 0x2212
    {
      figure.value = figure.value?.negated
      isNegative = true
    }

    if isBehindHyphen(at) {
      // “đạt -5%” is below zero; elsewhere a hyphen may be one or a dash.
      isNegative = role(at - 2).contains(.shareCue) || mark(at - 2) == 0x28
      figure.value = isNegative ? figure.value?.negated : nil
    }

    var money = figure.currency
    var isAmbiguous = figure.value == nil
    if money == nil, isBareMoney(figure, at) {
      switch moneyCertainty(at, figure) {
      case true?: money = "VND"
      case false?: break
      case nil: isAmbiguous = true
      }
      if money != nil || isAmbiguous, let unit = figure.unit, !unit.isKnown {
        figure.next = unit.tokens.lowerBound
        figure.unit = nil
      }
    }
    let content: Quantity.Content
    let value = isAmbiguous ? nil : figure.value
    if figure.isPercent {
      content = .percent(value)
    } else if let money {
      content = .money(value, currency: money)
    } else if figure.unit?.isMeasure == true || !isAmbiguous && figure.value?.isWhole == false {
      content = .measure(value)
    } else if isAmbiguous, figure.unit == nil, figure.scale == nil {
      content = .measure(nil)
    } else {
      content = .count(value)
    }
    var first = isNegative ? at - 1 : at
    let isCount = if case .count = content { true } else { false }
    let sign = approximation(before: first, value: figure.value, unit: figure.unit, isCount: isCount, first: &first)
    note(
      content, from: first, to: figure.next, approximation: sign, unit: figure.unit.flatMap { hidden($0, figure) },
      per: figure.per, isAmbiguous: isAmbiguous)
    return figure.next
  }

  /// True if a hyphen stands right before the number and a blank before the hyphen, within a line.
  private func isBehindHyphen(_ at: Int) -> Bool {
    guard at - 1 >= floor, at >= 2, text.tokens[at].isGlued, !text.tokens[at - 1].isGlued || mark(at - 2) == 0x28,
      mark(at - 1) == 0x2D, text.scalars[text.tokens[at - 1].start] == 0x2D
    else { return false }
    return token(at - 2).kind == .word || mark(at - 2) == 0x28 || mark(at - 2) == 0x3A
  }

  /// “20 triệu” without đồng and without anything counted.
  func isBareMoney(_ figure: Figure, _ at: Int) -> Bool {
    figure.currency == nil && !figure.isPercent && (figure.scale ?? 0) >= 6 && figure.unit?.isKnown != true
  }

  /// True if such a number is money, false if it is none, nil if nobody can tell.
  func moneyCertainty(_ at: Int, _ figure: Figure) -> Bool? {
    if figure.per != nil { return true }
    for back in 1...6 {
      let token = token(at - back)
      if token.kind == .lineEnd { break }
      if WordRole(token.hash).contains(.moneyCue), token.kind == .word { return true }
    }
    return nil
  }

  /// A number without a unit says something only where no name stands before it.
  private func isBareNumberMeaningless(_ at: Int, _ figure: Figure) -> Bool {
    let before = token(at - 1)
    if before.kind == .word {
      if role(at - 1).contains(.year) { return true }
      if before.isCapitalised, token(at - 2).kind == .word || before.isAllCapitals { return true }
      // công nghiệp 4.0
      if figure.value == nil, role(at - 1).isEmpty { return true }
    }
    // 12-34-5678
    let isHung = before.kind == .mark && text.tokens[at].isGlued && before.isGlued
    if isHung, before.hash == 0x2F || before.hash == 0x2D, text.scalars[before.start] != 0x2212 { return true }
    if mark(at + 1) == 0x2D, token(at + 1).isGlued, isNumber(at + 2), token(at + 2).isGlued { return true }
    return false
  }

  /// The sign in front of a number, and where it begins.
  func approximation(
    before at: Int, value: DecimalNumber?, unit: FoundUnit?, isCount: Bool, first: inout Int
  ) -> Quantity.Approximation? {
    var sign: Quantity.Approximation?
    var place = at - 1
    while place >= floor, place >= at - 3 {
      let role = role(place)
      if mark(place) == 0x7E {
        sign = sign ?? .about
        first = place
      } else if place >= floor + 1, pairRole(endingAt: place).contains(.about) {
        sign = sign ?? .about
        first = place - 1
        place -= 1
      } else if role.contains(.about) {
        sign = sign ?? .about
        first = place
      } else if role.contains(.under) || role.contains(.over) {
        if sign != nil { break }
        if self.role(place - 1).contains(.comparing), !role.contains(.place), !role.contains(.under) { break }
        if role.contains(.place), isCount {
          // “trên 4 lĩnh vực” names a place.
          if let value, let ten = Self.ten, value.isLess(than: ten) { break }
          if let unit, self.role(unit.tokens.lowerBound).contains(.area) { break }
        }
        sign = role.contains(.under) ? .under : .over
        first = place
      } else {
        break
      }
      place -= 1
    }
    return sign
  }

  private static let ten = DecimalNumber(mantissa: 10)
}
