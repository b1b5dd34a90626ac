import VietnameseText

/// KT-008: the money of an award is its factor times the base salary of the day of decision.
///
/// Silent where no amount is given, and where the parameters of that day do not give both.
struct AwardMoneyRule: Rule {
  static let codes: [RuleCode] = [.kt008]

  static func examine(_ examination: inout Examination) {
    let parameters = examination.facts.awards.parameters
    guard examination.facts.kind.isCommendation, let base = parameters.baseSalary, let form = examination.text("form"),
      let level = examination.text("level")
    else { return }
    for (index, recipient) in examination.list("recipients").enumerated() {
      // Less than nothing is BC-006's.
      guard let amount = recipient["amount"]?.decimal, !amount.isNegative, let kind = recipient["kind"]?.text,
        let factor = parameters.factor(form: form, level: level, kind: kind),
        let expected = product(factor, base), !amount.hasSameValue(as: expected)
      else { continue }
      examination.report(
        .kt008, at: "/recipients/\(index)/amount", .number("amount", amount), .number("factor", factor),
        .number("base", base), .number("expected", expected))
    }
  }

  /// The product without zeros behind the comma; nil if it takes more than 15 digits.
  private static func product(_ factor: DecimalNumber, _ base: DecimalNumber) -> DecimalNumber? {
    let (mantissa, overflow) = factor.mantissa.multipliedReportingOverflow(by: base.mantissa)
    var scale = factor.scale + base.scale
    guard !overflow else { return nil }
    var digits = mantissa
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    return DecimalNumber(mantissa: digits, scale: scale)
  }
}
