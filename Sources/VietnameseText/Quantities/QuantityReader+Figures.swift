/// A number with what stands behind it.
struct Figure {
  /// Nil if it can be read in two ways.
  var value: DecimalNumber?
  /// The value before it was scaled, for “6-7 triệu”.
  var scale: Int?
  var currency: String?
  var isPercent = false
  var unit: FoundUnit?
  var per: Range<Int>?
  /// The token behind all of it.
  var next: Int

  /// Something stands behind the number.
  var hasUnit: Bool { scale != nil || currency != nil || isPercent || unit != nil }
}

extension QuantityReader {
  /// Reads a count, measure, share, amount or range that begins with this number.
  mutating func readFigure(_ at: Int) -> Int? {
    // `.5 ha` has lost its first digits, `5‰` and `30°C` are measured in what no report counts by.
    if mark(at - 1) == 0x2E || mark(at - 1) == 0x2C, text.tokens[at].isGlued, !text.tokens[at - 1].isGlued {
      return at + 1
    }
    if isOddSign(at + 1) { return at + 2 }
    guard let figure = figure(at) else { return nil }
    if let next = readFraction(at) { return next }
    if let next = readRange(at, figure) { return next }
    if let next = readBrokenRange(at, figure) { return next }
    return noteFigure(at, figure)
  }

  /// ‰, ‱, ° or ℃.
  private func isOddSign(_ at: Int) -> Bool {
    let token = token(at)
    guard token.kind == .mark || token.kind == .word, token.start < token.end else { return false }
    return [0x2030, 0x2031, 0xB0, 0xBA, 0x2103].contains(text.scalars[token.start])
  }

  /// The number at a token with scale, currency, unit and rate; nil if it is unreadable.
  func figure(_ at: Int) -> Figure? {
    var value: DecimalNumber?
    switch reading(at) {
    case .exact(let number): value = number
    case .ambiguous: value = nil
    case .unreadable: return nil
    }
    var figure = Figure(value: value, next: at + 1)
    readScale(&figure)
    if let (code, next) = currency(figure.next) {
      figure.currency = code
      figure.next = next
    } else if mark(figure.next) == 0x25 {
      figure.isPercent = true
      figure.next += 1
    } else if word(figure.next) == Words.part, pairHash(figure.next) == Words.percent {
      figure.isPercent = true
      figure.next += 2
    } else if let unit = unit(figure.next), unit.isKnown || token(figure.next).isGlued == false {
      figure.unit = unit
      figure.next = unit.tokens.upperBound
    }
    if figure.hasUnit, let per = per(figure.next) {
      figure.per = per
      figure.next = per.upperBound
    }
    return figure
  }

  /// nghìn, triệu, trăm triệu; 1 tỷ 200 triệu.
  private func readScale(_ figure: inout Figure) {
    var zeros = 0
    while let more = scaleWord(figure.next), zeros + more <= 15 {
      zeros += more
      figure.next += 1
    }
    guard zeros > 0 else { return }
    figure.scale = zeros
    figure.value = figure.value?.scaled(by: zeros)
    // 3 tỷ 500 triệu 200 nghìn
    while let rest = integer(figure.next, digits: 1...3), let smaller = scaleWord(figure.next + 1), smaller < zeros,
      let part = DecimalNumber(mantissa: Int64(rest))?.scaled(by: smaller)
    {
      figure.value = figure.value?.adding(part)
      figure.next += 2
      zeros = smaller
    }
    if word(figure.next) == Words.half {
      figure.value = nil
      figure.next += 1
    }
  }

  /// Tỷ lệ, tỷ trọng are no milliards.
  private func scaleWord(_ at: Int) -> Int? {
    guard let zeros = scale(word(at)) else { return nil }
    return zeros == 9 && ScaleWords.notMilliard.contains(word(at + 1)) ? nil : zeros
  }

  // MARK: Fractions

  /// Reads 216/221 thành viên (đạt 97,7%), also 216 hộ/221 hộ; not 24 mô hình/11 chi, đảng bộ.
  private mutating func readFraction(_ at: Int) -> Int? {
    guard case .exact(let x) = reading(at) else { return nil }
    var slash = at + 1
    let firstUnit = unit(slash).flatMap { $0.isKnown ? $0 : nil }
    if let firstUnit { slash = firstUnit.tokens.upperBound }
    guard mark(slash) == 0x2F, case .exact(let y) = reading(slash + 1) else { return nil }
    // 1/2/3 is neither.
    if mark(slash + 2) == 0x2F, isNumber(slash + 3) { return skipChain(slash + 3) }
    // A school year; a period where a word says so.
    if firstUnit == nil, [x, y].allSatisfy({ $0.whole.map { (1900...2100).contains($0) } ?? false }) {
      return slash + 2
    }
    var next = slash + 2
    let unit = unit(next).flatMap { $0.isKnown || !token(next).isGlued ? $0 : nil }
    if let firstUnit {
      guard let unit, unit.isKnown, sameWords(firstUnit.tokens, unit.tokens) else { return nil }
    }
    if let unit { next = unit.tokens.upperBound }
    // 12/5 đường Trần Phú
    if role(slash + 2).contains(.oftenNamed), token(slash + 3).isCapitalised, unit?.isKnown != true { return next }
    var first = at
    let approximation = approximation(before: at, value: x, unit: unit, isCount: true, first: &first)
    let percent = shareBeside(next)
    let isUncertain = firstUnit == nil && percent == nil && unit == nil && mayBeDayAndMonth(at)
    if let percent {
      note(
        .fraction(x: x, y: y, percent: percent.value, isConsistent: fits(percent.value, x, y)), from: first,
        to: percent.next, approximation: approximation, unit: unit?.tokens)
      return percent.next
    }
    note(
      .fraction(x: x, y: y, percent: nil, isConsistent: nil), from: first, to: next, approximation: approximation,
      unit: unit?.tokens, isAmbiguous: isUncertain)
    return next
  }

  private func skipChain(_ at: Int) -> Int {
    var next = at + 1
    while mark(next) == 0x2F, isNumber(next + 1) { next += 2 }
    return next
  }

  func sameWords(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { token($0).hash == token($1).hash }
  }

  /// The exact percentage that a fraction is given with: `(97,7%)`, `(đạt 97,7%)`, `= 97,7%`, `, đạt 97,7%`.
  private func shareBeside(_ at: Int) -> (value: DecimalNumber, next: Int)? {
    // A bracket or “, đạt” may follow some words later, but not behind another number or the end of the sentence.
    var open = at
    while open < at + 14, token(open).kind == .word { open += 1 }
    if mark(open) == 0x28 {
      var number = open + 1
      while number < open + 5, role(number).contains(.shareCue) || mark(number) == 0x3D || mark(number) == 0x3A {
        number += 1
      }
      if case .exact(let value) = reading(number), mark(number + 1) == 0x25,
        mark(number + 2) == 0x29 || mark(number + 2) == 0x2C || mark(number + 2) == 0x3B
      {
        return (value, mark(number + 2) == 0x29 ? number + 3 : number + 2)
      }
      return nil
    }
    var number = mark(open) == 0x2C ? open : at
    if mark(number) == 0x2C { number += 1 }
    let cue = number
    guard mark(number) == 0x3D || role(number).contains(.shareCue) else { return nil }
    while number < cue + 5, role(number).contains(.shareCue) || mark(number) == 0x3D || mark(number) == 0x3A {
      number += 1
    }
    guard case .exact(let value) = reading(number), mark(number + 1) == 0x25, token(number + 2).kind != .word,
      mark(number + 2) != 0x2F
    else { return nil }
    return (value, number + 2)
  }

  /// True if the percentage is that of x in y, to one unit of its last digit.
  private func fits(_ percent: DecimalNumber, _ x: DecimalNumber, _ y: DecimalNumber) -> Bool {
    guard let part = x.whole, let whole = y.whole, whole > 0 else { return false }
    let expected = Int128(part) * 100 * Int128(powerOfTen(percent.scale))
    return (Int128(percent.mantissa) * Int128(whole) - expected).magnitude <= Int128(whole).magnitude
  }

  // MARK: Ranges

  /// 6-7 triệu đồng, từ 5 đến 7 hộ.
  private mutating func readRange(_ at: Int, _ left: Figure) -> Int? {
    // “5-7 hộ” has nothing between number and dash; a fallback noun before a dash is none.
    var low = left
    if let unit = left.unit, !unit.isKnown {
      low = Figure(value: left.value, scale: left.scale, next: unit.tokens.lowerBound)
    }
    let joint = low.next
    let isDash = mark(joint) == 0x2D
    guard isDash || word(joint) == Words.to || word(joint) == Words.until, isNumber(joint + 1),
      let high = figure(joint + 1), low.per == nil
    else { return nil }
    // A chain of dashes is no range.
    if isDash, mark(joint + 2) == 0x2D, isNumber(joint + 3) {
      var next = joint + 2
      while mark(next) == 0x2D, isNumber(next + 1) { next += 2 }
      return next
    }
    if isOddSign(joint + 2) { return joint + 3 }
    // “từ 5 đến 10 tháng 6” are days.
    if let unit = high.unit, isNumberedMonth(unit.tokens.lowerBound) { return joint + 1 }
    if low.currency != nil, low.currency != high.currency { return nil }
    if low.isPercent, !high.isPercent { return nil }
    if let mine = low.unit {
      guard let other = high.unit, sameWords(mine.tokens, other.tokens) else { return nil }
    }
    // From one hour to another.
    if let unit = high.unit, word(unit.tokens.lowerBound) == Words.hour, word(at - 1) == Words.from { return high.next }
    var lowValue = low.value
    if low.scale == nil, let zeros = high.scale { lowValue = lowValue?.scaled(by: zeros) }
    var currency = high.currency
    var isAmbiguous = false
    if currency == nil, isBareMoney(high, at) {
      if let isMoney = moneyCertainty(at, high) {
        currency = isMoney ? "VND" : nil
      } else {
        isAmbiguous = true
      }
    }
    if let lowValue, let highValue = high.value {
      if !lowValue.isLess(than: highValue) { isAmbiguous = true }
    } else {
      isAmbiguous = true
    }
    var first = at
    let sign = approximation(before: at, value: lowValue, unit: high.unit, isCount: false, first: &first)
    if word(first - 1) == Words.from, first - 1 >= floor { first -= 1 }
    note(
      .range(low: isAmbiguous ? nil : lowValue, high: isAmbiguous ? nil : high.value, currency: currency), from: first,
      to: high.next, approximation: sign, unit: high.unit.flatMap { hidden($0, high) },
      unitText: high.isPercent ? "%" : nil, per: high.per, isAmbiguous: isAmbiguous)
    return high.next
  }

  /// 200 250 triệu/ha: a lost dash, or a lost dot.
  private mutating func readBrokenRange(_ at: Int, _ left: Figure) -> Int? {
    guard !left.hasUnit, isNumber(at + 1), let right = figure(at + 1) else { return nil }
    if isPhoneLike(at) { return nil }
    var last = at + 1
    while last < at + 6, isThreeDigits(last + 1), isThreeDigits(last) { last += 1 }
    guard let end = last == at + 1 ? right : figure(last), end.hasUnit,
      !(end.unit.map { !$0.isKnown } ?? false) || end.scale != nil
    else {
      return nil
    }
    var first = at
    let sign = approximation(before: at, value: left.value, unit: end.unit, isCount: false, first: &first)
    let low = left.value?.whole ?? 0
    let high = integer(at + 1, digits: 1...9).map(Int64.init) ?? right.value?.whole ?? 0
    let mayBeThousands = isThreeDigits(at + 1) && integer(at, digits: 1...3) != nil
    if last > at + 1 || mayBeThousands && high > low * 3 {
      note(
        end.currency != nil || isBareMoney(end, at)
          ? .money(nil, currency: end.currency ?? "VND")
          : end.isPercent ? .percent(nil) : end.unit?.isMeasure == true ? .measure(nil) : .count(nil), from: first,
        to: end.next, approximation: sign, unit: end.unit.flatMap { hidden($0, end) }, per: end.per, isAmbiguous: true)
      return end.next
    }
    guard left.value != nil, low < high, last == at + 1 else { return at + 1 }
    note(
      .range(low: nil, high: nil, currency: end.currency), from: first, to: end.next, approximation: sign,
      unit: end.unit.flatMap { hidden($0, end) }, unitText: end.isPercent ? "%" : nil, per: end.per, isAmbiguous: true)
    return end.next
  }

  private func isThreeDigits(_ at: Int) -> Bool { integer(at, digits: 3...3) != nil }

  private func isPhoneLike(_ at: Int) -> Bool {
    integer(at, digits: 4...4) != nil && integer(at + 1, digits: 4...4) != nil
  }

  /// The unit to name; none where it is part of the currency or the scale.
  func hidden(_ unit: FoundUnit, _ figure: Figure) -> Range<Int>? {
    figure.currency != nil || figure.isPercent ? nil : unit.tokens
  }
}

private enum ScaleWords {
  static let notMilliard = Set(["lệ", "trọng", "số", "suất", "giá", "phú"].map(wordHash))
}

extension DecimalNumber {
  /// The number with so many zeros behind it; nil if it gets too long.
  func scaled(by zeros: Int) -> DecimalNumber? {
    if zeros <= scale {
      var number = self
      number = DecimalNumber(mantissa: mantissa, scale: scale - zeros) ?? self
      return number
    }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: powerOfTen(min(zeros - scale, 18)))
    return overflow ? nil : DecimalNumber(mantissa: product)
  }

  /// True if it is smaller than the other, or if that cannot be told.
  public func isLess(than other: DecimalNumber) -> Bool {
    adding(other.negated)?.isNegative ?? false
  }
}
