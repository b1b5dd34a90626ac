import VietnameseText

/// What a sentence of a report says of a change: `4.648 mô hình, tăng 3.445 mô hình so với năm 2019 (1.203 mô hình)`.
///
/// Only this form is read: the figure, right behind it “tăng” or “giảm” and by how much of the same, then “so với” and a
/// period. All figures are exact ones.
struct NarrativeComparison {
  /// The figure that changed.
  let current: DecimalNumber
  /// By how much, with its sign.
  let change: DecimalNumber
  /// What it was, if that is said too.
  let previous: DecimalNumber?
  /// What is counted, in the words behind the figure: `mô hình dân vận khéo`.
  let thing: String
  /// Whether the text compares with the period before that of the report.
  let isPeriodBefore: Bool

  /// Finds the comparisons of a text.
  ///
  /// - Parameters:
  ///   - quantities: The quantities of the report's own paragraphs.
  ///   - survey: The text they were found in.
  ///   - year: The year the report is about; nil if it is about another period.
  /// - Returns: The comparisons in the order of the text.
  static func all(_ quantities: [Quantity], _ survey: FigureSurvey, year: Int?) -> [NarrativeComparison] {
    quantities.indices.dropFirst().compactMap { index in
      NarrativeComparison(quantities, index, survey, year: year)
    }
  }

  private init?(_ quantities: [Quantity], _ index: Int, _ survey: FigureSurvey, year: Int?) {
    let (figure, difference) = (quantities[index - 1], quantities[index])
    guard let current = figure.exactNumber, let amount = difference.exactNumber, amount.mantissa > 0,
      let unit = figure.unit,
      difference.unit == nil || difference.unit == unit,
      survey.sentenceIndex(figure) == survey.sentenceIndex(difference)
    else { return nil }
    let gap = figure.range.upperBound..<difference.range.lowerBound
    guard gap.count <= 80, let isGrowth = Self.isGrowth(gap, survey) else { return nil }
    let end = survey.range(ofSentence: survey.sentenceIndex(difference)).upperBound
    let tail =
      difference.range.upperBound..<max(difference.range.upperBound, min(end, difference.range.upperBound + 80))
    guard let base = Self.base(survey.text(tail).lowercased(), year: year) else { return nil }
    self.current = current
    change = isGrowth ? amount : amount.negated
    isPeriodBefore = base
    thing = unit + survey.text(gap).prefix { !",;(".contains($0) }
    previous = Self.previous(quantities, after: index, unit, survey)
  }

  /// True behind “, tăng”, false behind “(giảm thêm”; nil where something else is said to have changed.
  private static func isGrowth(_ gap: Range<Int>, _ survey: FigureSurvey) -> Bool? {
    let parts = survey.text(gap).lowercased().split(separator: " ").map(String.init)
    guard let at = parts.lastIndex(where: { ["tăng", "giảm"].contains($0) }), at > 0,
      parts[(at + 1)...].allSatisfy({ ["thêm", "được"].contains($0) }),
      // “85 hộ, thu nhập tăng 6”: the word stands right behind the mark, or no mark stands there.
      !parts[..<(at - 1)].contains(where: { $0.contains(where: ",;(:".contains) })
    else {
      return Self.isGrowthInBrackets(parts)
    }
    let last = parts[at - 1]
    return last.dropLast().contains(where: ",;(:".contains) || last.hasSuffix("(") || last.hasSuffix(":")
      ? nil : parts[at] == "tăng"
  }

  /// “85 hộ (tăng 6 hộ …)”: the bracket stands at the word.
  private static func isGrowthInBrackets(_ parts: [String]) -> Bool? {
    guard let word = parts.last, word == "(tăng" || word == "(giảm",
      !parts.dropLast().contains(where: { $0.contains(where: ",;(:".contains) })
    else { return nil }
    return word == "(tăng"
  }

  /// Whether what follows “so với” is the period before; nil without these words right behind the change.
  private static func base(_ tail: String, year: Int?) -> Bool? {
    let words = tail.split(whereSeparator: { " \u{A0}\n".contains($0) })
    guard let at = words.indices.dropLast().first(where: { words[$0] == "so" && words[$0 + 1] == "với" }), at <= 4,
      !words[..<at].contains(where: { $0.contains(where: ",;.(:".contains) })
    else { return nil }
    let rest = words[(at + 2)...].prefix(5).map { word in word.filter { !",;.()".contains($0) } }
    if rest.starts(with: ["kỳ", "trước"]) || rest.starts(with: ["cùng", "kỳ"]) && rest.dropFirst(2).first != "năm" {
      return true
    }
    let named = rest.starts(with: ["cùng", "kỳ"]) ? rest.dropFirst(2) : rest[...]
    guard let year, named.first == "năm", let which = named.dropFirst().first else { return false }
    return which == "trước" || which == "ngoái" || which == String(year - 1)
  }

  /// The next figure of the sentence, if it counts the same and only dates stand in between.
  private static func previous(
    _ quantities: [Quantity], after index: Int, _ unit: String, _ survey: FigureSurvey
  ) -> DecimalNumber? {
    var from = quantities[index].range.upperBound
    for next in quantities[(index + 1)...].prefix(2) {
      guard survey.sentenceIndex(next) == survey.sentenceIndex(quantities[index]) else { return nil }
      let gap = survey.text(from..<max(from, next.range.lowerBound)).lowercased()
      switch next.content {
      case .date, .datePartial, .period: from = next.range.upperBound
      case .count, .measure, .money:
        let words = gap.split(separator: " ").map { $0.filter { !"(,".contains($0) } }.filter { !$0.isEmpty }
        let isSaid = gap.contains("(") || words.last == "là"
        return isSaid && next.unit == unit && words.suffix(2).allSatisfy(Self.leads.contains) ? next.exactNumber : nil
      default: return nil
      }
    }
    return nil
  }

  /// What may stand between the period and the figure it had.
  private static let leads: Set<String> = ["năm", "trước", "ngoái", "kỳ", "cùng", "là", "có", "chỉ"]
}

extension Quantity {
  /// The number of a figure that may be calculated with: exact, read in one way, no rate.
  var exactNumber: DecimalNumber? {
    guard !isAmbiguous, approximation == nil, per == nil else { return nil }
    switch content {
    case .count(let number), .measure(let number), .money(let number, _): return number
    default: return nil
    }
  }
}
