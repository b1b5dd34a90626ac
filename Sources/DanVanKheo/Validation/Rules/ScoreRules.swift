import VietnameseText

/// CN-005, 006: each score is a number from 0 to its maximum, the total is their sum and reaches the campaign's threshold.
///
/// Silent without scores; the maximum and the threshold are the campaign's, there is no default.
struct ScoreRule: Rule {
  static let codes: [RuleCode] = [.cn005, .cn006]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .recognitionProposal else { return }
    for (index, model) in examination.list("models").enumerated() {
      let recorded = examination.facts.awards.models[index]?.appraisals?.last?.scores
      guard let scores = model["scores"] ?? recorded, !scores.isNull else { continue }
      let path = "/models/\(index)/scores"
      guard case .object(let members) = scores else {
        checkNumber(scores, "điểm", nil, path, &examination)
        continue
      }
      var sum = DecimalNumber(mantissa: 0)
      checkNumber(scores["total"], "tổng", nil, path + "/total", &examination)
      for member in members where member.name != "total" {
        checkNumber(
          member.value, fieldName(member.name, examination), maximum(member.name, examination),
          path + "/" + member.name,
          &examination)
        let score = member.value.decimal
        sum = score.flatMap { sum?.adding($0) }
        if let score, let maximum = maximum(member.name, examination), maximum.isLess(than: score) {
          report(fieldName(member.name, examination), score, maximum, path + "/" + member.name, &examination)
        }
      }
      let total = scores["total"]?.decimal
      if let total, let sum, members.count > 1, !total.hasSameValue(as: sum) {
        report("tổng", total, sum, path + "/total", &examination)
      }
      let reached = total ?? sum
      if let threshold = examination.facts.awards.campaign.threshold, let reached, reached.isLess(than: threshold) {
        examination.report(.cn006, at: path, .number("threshold", threshold), .number("score", reached))
      }
    }
  }

  private static func maximum(_ criterion: String, _ examination: Examination) -> DecimalNumber? {
    let awards = examination.facts.awards
    return awards.campaign.maxima[criterion] ?? awards.criteria.first { $0.code == criterion }?.maximum
  }

  private static func fieldName(_ criterion: String, _ examination: Examination) -> String {
    let name = examination.facts.awards.criteria.first { $0.code == criterion }?.name
    return (name ?? fieldLabel(["models", "criteria", criterion])).lowercased()
  }

  private static func checkNumber(
    _ value: JSON?, _ criterion: String, _ maximum: DecimalNumber?, _ path: String, _ examination: inout Examination
  ) {
    let expected = maximum.map { "số từ 0 đến \($0)" } ?? "số từ 0 trở lên"
    switch FigureReading(value) {
    case .exact(let number) where number.isNegative:
      examination.report(
        .cn005, at: path, .text("criterion", criterion), .number("score", number), .text("expected", expected))
    case .unreadable(let text), .ambiguous(let text), .approximate(_, _, let text):
      // A score has one reading, or it is none.
      examination.report(
        .cn005, at: path, .text("criterion", criterion), .text("score", text), .text("expected", expected))
    case .exact, .absent: return
    }
  }

  private static func report(
    _ criterion: String, _ score: DecimalNumber, _ expected: DecimalNumber, _ path: String,
    _ examination: inout Examination
  ) {
    examination.report(
      .cn005, at: path, .text("criterion", criterion), .number("score", score), .number("expected", expected))
  }
}

extension DecimalNumber {
  /// Tells whether the number is smaller; false if the difference takes more than 15 digits.
  func isLess(than other: DecimalNumber) -> Bool { adding(other.negated)?.isNegative ?? false }
}
