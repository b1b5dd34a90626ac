import VietnameseText

/// Judges the figures of a running text by the first 4,000 of them; no honest text of an allowed size has more.
func figureFindings(in text: String) -> [TextFinding] {
  figureFindings(in: text, quantities: quantities(in: text, limit: 4000))
}

/// Judges the figures of a running text: BC-002, 003, 004, 007, 008, 012, 013 and 015.
///
/// Linear; at most 200 findings. Whatever may have an honest reading is passed over: these rules block submissions.
/// - Parameters:
///   - text: The text, in any normal form.
///   - quantities: What `quantities(in:)` found in it.
/// - Returns: The findings in the order of the text.
func figureFindings(in text: String, quantities: [Quantity]) -> [TextFinding] {
  if quantities.isEmpty { return [] }
  let survey = FigureSurvey(text, quantities)
  var findings: [TextFinding] = []
  for index in quantities.indices {
    if findings.count >= 200 { break }
    if let finding = shareFinding(quantities, index, survey) ?? writingFinding(quantities[index], survey) {
      findings.append(finding)
    }
  }
  findings += sumFindings(quantities, survey)
  return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

/// BC-002, 003 and 013: shares.
private func shareFinding(_ quantities: [Quantity], _ index: Int, _ survey: FigureSurvey) -> TextFinding? {
  let quantity = quantities[index]
  switch quantity.content {
  case .fraction(let x?, let y?, let percent, let isConsistent):
    if quantity.isAmbiguous || quantity.approximation != nil { return nil }
    if y.mantissa == 0 || y.isLess(than: x) {
      // A plan may be outdone: 120/100, đạt 120 %.
      let isPlan = isConsistent == true || survey.mentionsPlan(quantity)
      if y.mantissa != 0, isPlan { return nil }
      guard isShareOfThings(quantity, x, y, survey) else { return nil }
      return TextFinding(.bc002, at: quantity.range, .number("x", x), .number("y", y))
    }
    guard let percent, isConsistent == false, let part = x.whole, let whole = y.whole else { return nil }
    return TextFinding(
      .bc003, at: quantity.range, .number("percent", percent), .number("x", x), .number("y", y),
      .text("expected", roundedPercent(part, whole, places: max(1, min(percent.scale, 4)))))
  case .percent(let percent?) where bracketedShare(quantities, index, survey) != nil:
    guard let (x, y) = bracketedShare(quantities, index, survey), let part = x.whole, let whole = y.whole, whole > 0,
      (Int128(percent.mantissa) * Int128(whole) - Int128(part) * 100 * powerOfTen(percent.scale)).magnitude
        > Int128(whole).magnitude
    else { return nil }
    return TextFinding(
      .bc003, at: quantity.range, .number("percent", percent), .number("x", x), .number("y", y),
      .text("expected", roundedPercent(part, whole, places: max(1, min(percent.scale, 4)))))
  case .percent(.some) where !hasDenominator(quantities, index, survey):
    return TextFinding(.bc013, at: quantity.range, .text("text", quantity.raw))
  default: return nil
  }
}

/// True if a fraction surely says so many of so many: it counts something, or is all that its sentence says.
///
/// Without a noun 120/80 may be a blood pressure, 195/65 a tyre.
private func isShareOfThings(
  _ quantity: Quantity, _ x: DecimalNumber, _ y: DecimalNumber, _ survey: FigureSurvey
) -> Bool {
  if let unit = quantity.unit { return !isMeasure(unit) && !FigureWords.pressures.contains(unit) }
  let sentence = survey.range(ofSentence: survey.sentenceIndex(quantity))
  guard sentence.count <= quantity.range.count + 8, survey.words(in: sentence).isEmpty else { return false }
  guard let part = x.whole, let whole = y.whole else { return false }
  return whole == 0 || part - whole <= whole / 10
}

/// The fraction in brackets right behind a percentage: `98% (47/47 chi bộ)`.
private func bracketedShare(
  _ quantities: [Quantity], _ index: Int, _ survey: FigureSurvey
) -> (x: DecimalNumber, y: DecimalNumber)? {
  guard index + 1 < quantities.count, quantities[index].approximation == nil, quantities[index].per == nil,
    case .fraction(let x?, let y?, nil, _) = quantities[index + 1].content, !quantities[index + 1].isAmbiguous,
    quantities[index + 1].approximation == nil, !x.isNegative, !y.isLess(than: x), y.mantissa > 0
  else { return nil }
  let gap = quantities[index].range.upperBound..<quantities[index + 1].range.lowerBound
  guard gap.count <= 3, survey.scalars[gap].filter({ $0 != 0x20 && $0 != 0xA0 }) == [0x28],
    !survey.words(before: quantities[index].range.lowerBound, limit: 1).contains(where: FigureWords.change.contains)
  else { return nil }
  return (x, y)
}

/// 10 to a power; 0...15.
private func powerOfTen(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

/// True if the text says of what a percentage is one, or if it is no share but a change or a rate.
private func hasDenominator(_ quantities: [Quantity], _ index: Int, _ survey: FigureSurvey) -> Bool {
  let quantity = quantities[index]
  if quantity.per != nil { return true }
  if let word = survey.words(before: quantity.range.lowerBound, limit: 1).last, FigureWords.change.contains(word) {
    return true
  }
  if index > 0 {
    let before = quantities[index - 1]
    let gap = before.range.upperBound..<quantity.range.lowerBound
    if gap.count <= 60, survey.sentenceIndex(before) == survey.sentenceIndex(quantity) {
      let words = survey.words(in: gap)
      switch before.content {
      case .fraction: return true
      case .count, .measure:
        if words.isEmpty && survey.has(0x28, in: gap) || words.contains(where: FigureWords.share.contains) {
          return true
        }
      default: break
      }
    }
  }
  if index + 1 < quantities.count {
    let after = quantities[index + 1]
    let gap = quantity.range.upperBound..<after.range.lowerBound
    if gap.count <= 40, survey.sentenceIndex(after) == survey.sentenceIndex(quantity) {
      let words = survey.words(in: gap)
      switch after.content {
      case .fraction, .count, .measure:
        if words.isEmpty && survey.has(0x28, in: gap) || words.mentions(FigureWords.whole) { return true }
      default: break
      }
    }
  }
  return false
}

/// BC-007, 008 and 012: how a figure is written.
private func writingFinding(_ quantity: Quantity, _ survey: FigureSurvey) -> TextFinding? {
  if quantity.isImpossible { return TextFinding(.bc007, at: quantity.range, .text("text", quantity.raw)) }
  guard quantity.isAmbiguous else { return nil }
  let digits = survey.fromFirstDigit(quantity.range)
  let text = FindingValue.text("text", survey.text(digits))
  switch quantity.content {
  case .range(nil, nil, _):
    return survey.hasBlankBetweenDigits(digits) ? TextFinding(.bc012, at: digits, text) : nil
  case .count(nil), .measure(nil), .percent(nil), .money(nil, _):
    return survey.hasMarkBetweenDigits(digits) || survey.hasBlankBetweenDigits(digits)
      ? TextFinding(.bc008, at: digits, text) : nil
  default: return nil
  }
}

/// The percentage of a part, rounded half up.
func roundedPercent(_ part: Int64, _ whole: Int64, places: Int) -> String {
  var unit: Int128 = 1
  for _ in 0..<places { unit *= 10 }
  let scaled = (Int128(part) * 200 * unit + Int128(whole)) / (2 * Int128(whole))
  return DecimalNumber(mantissa: Int64(clamping: scaled), scale: places)?.description ?? ""
}

/// Words that tell what a figure beside them means.
enum FigureWords {
  static let plan: Set<String> = ["kế hoạch", "chỉ tiêu", "vượt", "dự toán", "giao", "yêu cầu"]
  static let pressures: Set<String> = ["mmHg", "mmhg", "vôn", "V", "v"]
  /// A percentage behind these is a change, not a share.
  static let change: Set<String> = ["tăng", "giảm", "vượt", "thêm", "suất"]
  static let share: Set<String> = ["chiếm", "đạt", "bằng", "tương", "tỷ", "tỉ"]
  static let whole: Set<String> = ["tổng số", "trong số", "trên tổng", "của"]
}

extension [String] {
  /// True if one of the words, or two in a row, is in the set.
  func mentions(_ set: Set<String>) -> Bool {
    if contains(where: set.contains) { return true }
    return zip(self, dropFirst()).contains { set.contains("\($0) \($1)") }
  }
}
