import VietnameseText

/// BC-005: what a report says of the period before fits the closed figure, and the difference is one.
struct ComparisonRule: Rule {
  static let codes: [RuleCode] = [.bc005]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .report else { return }
    for (index, indicator) in examination.list("indicators").enumerated() {
      guard let current = FigureReading(indicator["value"]).number else { continue }
      let stated = FigureReading(indicator["previous"]).number
      let change = FigureReading(indicator["change"]).number
      let closed = examination.closedValue(of: indicator)
      guard let previous = closed ?? stated, let right = current.adding(previous.negated) else { continue }
      // Without a difference of its own the report claims the one that its two figures make.
      guard let claimed = change ?? stated.flatMap({ current.adding($0.negated) }), !claimed.hasSameValue(as: right)
      else { continue }
      examination.report(
        .bc005, at: "/indicators/\(index)/\(change == nil ? "previous" : "change")", .number("current", current),
        .number("previous", previous), .number("difference", claimed))
    }
  }
}

/// BC-011: a figure that changed by more than the campaign's limit is explained.
///
/// The closed figure of the period before counts, else the one the report gives; from nothing there is no percentage.
struct ChangeRule: Rule {
  static let codes: [RuleCode] = [.bc011]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .report else { return }
    for (index, indicator) in examination.list("indicators").enumerated() {
      guard let current = FigureReading(indicator["value"]).number,
        let previous = examination.closedValue(of: indicator) ?? FigureReading(indicator["previous"]).number,
        let percent = percent(from: previous, to: current, over: examination.facts.campaign.changeLimitPercent)
      else { continue }
      examination.report(
        .bc011, at: "/indicators/\(index)/value", .text("percent", percent), .number("previous", previous),
        .number("current", current))
    }
  }

  /// The change in percent as written, if it is more than the limit; nil also where it grew from nothing.
  static func percent(from previous: DecimalNumber, to current: DecimalNumber, over limit: Int) -> String? {
    guard let change = current.adding(previous.negated), let zero = DecimalNumber(mantissa: 0, scale: change.scale),
      let base = previous.adding(zero), base.mantissa > 0
    else { return nil }
    let difference = Int128(change.mantissa)
    let whole = Int128(base.mantissa)
    return Int128(difference.magnitude) * 100 <= Int128(limit) * whole ? nil : percent(difference, of: whole)
  }

  /// With its sign and one decimal, rounded half up: `+286,4`.
  private static func percent(_ difference: Int128, of whole: Int128) -> String {
    let tenths = (Int128(difference.magnitude) * 2000 + whole) / (2 * whole)
    guard tenths <= 999_999_999_999_999, let number = DecimalNumber(mantissa: Int64(tenths), scale: 1) else {
      return difference < 0 ? "−" : "+"
    }
    return (difference < 0 ? "−" : "+") + (number.whole.map { String($0) } ?? number.description)
  }
}

extension Examination {
  /// The closed figure of the period before that an indicator of a report goes on; nil if there is none.
  fileprivate func closedValue(of indicator: JSON) -> DecimalNumber? {
    indicator["name"]?.words.flatMap { closedValue(named: $0) }
  }

  /// The closed figure of that name; nil if there is none.
  func closedValue(named name: String) -> DecimalNumber? {
    guard !facts.closedFigures.isEmpty else { return nil }
    let key = key(name)
    return facts.closedFigures.first { $0.key == key }?.value
  }
}
