import VietnameseText

/// TB-002: the number of a decision was not given to another one of its issuer and type in the year.
///
/// Silent about decisions without a number or a day, and where the numbers in use are not told.
struct DecisionNumberRule: Rule {
  static let codes: [RuleCode] = [.tb002]

  static func examine(_ examination: inout Examination) {
    guard let day = examination.content["decision"]?["issued_on"]?.day,
      let number = examination.facts.awards.usedNumbers.first
    else { return }
    examination.report(
      .tb002, at: "/decision/symbol", .text("number", String(number)), .text("year", String(day.year)))
  }
}
