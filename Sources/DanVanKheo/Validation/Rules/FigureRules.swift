import VietnameseText

/// BC-006, 008, 013: counts are whole numbers, not below zero, nor is money of an award; figures have one reading, percentages a denominator.
struct CountRule: Rule {
  static let codes: [RuleCode] = [.bc006, .bc008, .bc013]

  static func examine(_ examination: inout Examination) {
    if examination.facts.kind.isCommendation {
      for (index, recipient) in examination.list("recipients").enumerated() {
        check(recipient["amount"], "/recipients/\(index)/amount", mustBeWhole: false, &examination)
      }
    }
    guard examination.facts.kind == .report else { return }
    for (index, indicator) in examination.list("indicators").enumerated() {
      let unit = indicator["unit"]?.words
      let measures = unit.map(isMeasure) ?? false
      check(indicator["value"], "/indicators/\(index)/value", mustBeWhole: unit != nil && !measures, &examination)
      check(indicator["x"], "/indicators/\(index)/x", mustBeWhole: !measures, &examination)
      check(indicator["y"], "/indicators/\(index)/y", mustBeWhole: !measures, &examination)
      if isAlone(indicator), let percent = FigureReading(indicator["percent"]).stated?.value {
        examination.report(.bc013, at: "/indicators/\(index)/percent", .text("text", "\(percent)%"))
      }
    }
    for (index, table) in examination.list("tables").enumerated() {
      let mustBeWhole = table["unit"]?.words.map { !isMeasure($0) } ?? false
      check(table["total"], "/tables/\(index)/total", mustBeWhole: mustBeWhole, &examination)
      for (part, item) in (table["parts"]?.elements ?? []).enumerated() {
        check(item["value"], "/tables/\(index)/parts/\(part)/value", mustBeWhole: mustBeWhole, &examination)
      }
    }
  }

  /// True if nothing but a percentage is given.
  private static func isAlone(_ indicator: JSON) -> Bool {
    ["value", "x", "y"].allSatisfy { if case .absent = FigureReading(indicator[$0]) { true } else { false } }
  }

  private static func check(
    _ value: JSON?, _ path: @autoclosure () -> String, mustBeWhole: Bool, _ examination: inout Examination
  ) {
    switch FigureReading(value) {
    case .absent, .approximate: return
    case .ambiguous(let text): examination.report(.bc008, at: path(), .text("text", text))
    case .unreadable(let text): examination.report(.bc006, at: path(), .text("value", text))
    case .exact(let number):
      if number.isNegative || mustBeWhole && !number.isWhole {
        examination.report(.bc006, at: path(), .number("value", number))
      }
    }
  }
}

/// BC-002, 003: of y there are at most y, and the percentage fits the fraction to one unit of its last digit.
struct RatioRule: Rule {
  static let codes: [RuleCode] = [.bc002, .bc003]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .report else { return }
    for (index, indicator) in examination.list("indicators").enumerated() {
      guard let x = FigureReading(indicator["x"]).number, let y = FigureReading(indicator["y"]).number else { continue }
      if x.isNegative || y.isNegative { continue }  // BC-006
      guard let (part, whole) = sameScale(x, y) else { continue }
      if whole == 0 || part > whole {
        examination.report(.bc002, at: "/indicators/\(index)", .number("x", x), .number("y", y))
        continue
      }
      guard let percent = FigureReading(indicator["percent"]).number else { continue }
      let expected = Int128(part) * 100 * Int128(powers[percent.scale])
      let given = Int128(percent.mantissa) * Int128(whole)
      if (given - expected).magnitude > Int128(whole).magnitude {
        examination.report(
          .bc003, at: "/indicators/\(index)/percent", .number("percent", percent), .number("x", x), .number("y", y),
          .text("expected", roundedPercent(part, whole, places: max(1, min(percent.scale, 4)))))
      }
    }
  }

  private static let powers: [Int64] = (0...15).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }

  /// Both as whole numbers of one unit; nil if that takes more than 15 digits.
  private static func sameScale(_ x: DecimalNumber, _ y: DecimalNumber) -> (Int64, Int64)? {
    let scale = max(x.scale, y.scale)
    guard let zero = DecimalNumber(mantissa: 0, scale: scale), let part = x.adding(zero), let whole = y.adding(zero)
    else { return nil }
    return (part.mantissa, whole.mantissa)
  }
}

/// BC-004, 015: a total is the sum of its parts, and approximate parts are no parts of a sum.
struct SumRule: Rule {
  static let codes: [RuleCode] = [.bc004, .bc015]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .report else { return }
    for (index, table) in examination.list("tables").enumerated() {
      guard let total = FigureReading(table["total"]).number, let parts = table["parts"]?.elements, !parts.isEmpty
      else { continue }
      for (part, item) in parts.enumerated() {
        guard case .approximate(_, _, let text) = FigureReading(item["value"]) else { continue }
        examination.report(.bc015, at: "/tables/\(index)/parts/\(part)/value", .text("text", text))
      }
      guard let sum = sum(of: parts), let difference = total.adding(sum.negated), difference.mantissa != 0
      else { continue }
      examination.report(
        .bc004, at: "/tables/\(index)/total", .number("total", total), .number("sum", sum),
        .number("difference", difference))
    }
  }

  /// Nil if one of the parts cannot be calculated with.
  private static func sum(of parts: [JSON]) -> DecimalNumber? {
    var sum = DecimalNumber(mantissa: 0)
    for part in parts {
      guard let number = FigureReading(part["value"]).number else { return nil }
      sum = sum?.adding(number)
    }
    return sum
  }
}
