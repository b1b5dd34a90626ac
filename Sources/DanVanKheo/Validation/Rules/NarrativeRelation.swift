import VietnameseText

/// Two figures of a sentence of which one is a part of the other: `808 mô hình đăng ký, trong đó 179 được công nhận`.
///
/// Only what the sentence itself calls a part is one: recognised models may be of earlier years than the registered.
struct NarrativeRelation {
  /// What a figure counts.
  enum Group {
    case registered
    case recognised
    case exemplary
  }

  /// The part, and what it counts.
  let part: (number: DecimalNumber, group: Group, text: String)
  /// The whole, and what it counts.
  let whole: (number: DecimalNumber, group: Group, text: String)

  /// Finds the relations of a text; each figure is compared with the next one, over “trong đó”.
  static func all(_ quantities: [Quantity], _ survey: FigureSurvey) -> [NarrativeRelation] {
    zip(quantities, quantities.dropFirst()).compactMap { whole, part in
      NarrativeRelation(whole, part, survey)
    }
  }

  private init?(_ whole: Quantity, _ part: Quantity, _ survey: FigureSurvey) {
    let sentence = survey.sentenceIndex(whole)
    guard let large = whole.exactNumber, let small = part.exactNumber, sentence == survey.sentenceIndex(part) else {
      return nil
    }
    let gap = whole.range.upperBound..<part.range.lowerBound
    guard gap.count <= 80 else { return nil }
    let between = survey.words(in: gap)
    guard let cue = between.indices.dropLast().first(where: { between[$0] == "trong" && between[$0 + 1] == "đó" })
    else {
      return nil
    }
    let end = survey.range(ofSentence: sentence).upperBound
    let tail = part.range.upperBound..<max(part.range.upperBound, min(end, part.range.upperBound + 60))
    let before = survey.words(before: whole.range.lowerBound, limit: 3)
    guard let first = Self.group(whole, before: before, after: Array(between[..<cue])),
      let second = Self.group(part, before: Array(between[(cue + 2)...]), after: Self.clause(tail, survey))
    else { return nil }
    self.whole = (large, first, whole.raw)
    self.part = (small, second, part.raw)
  }

  /// The words up to the next mark.
  private static func clause(_ range: Range<Int>, _ survey: FigureSurvey) -> [String] {
    let end = survey.scalars[range].firstIndex { [0x2C, 0x3B, 0x2E, 0x28].contains($0) } ?? range.upperBound
    return Array(survey.words(in: range.lowerBound..<end).prefix(6))
  }

  /// Nil for what is no model, for what is only a part of the registered and for what is only proposed.
  private static func group(_ quantity: Quantity, before: [String], after: [String]) -> Group? {
    guard let unit = quantity.unit?.lowercased() else { return nil }
    let said = (before + [unit] + after).joined(separator: " ")
    if others.contains(where: said.contains) { return nil }
    if unit.hasPrefix("điển hình") || unit == "mô hình" && after.starts(with: ["điển", "hình"]) { return .exemplary }
    guard unit.hasPrefix("mô hình") else { return nil }
    let (isRegistered, isRecognised) = (said.contains("đăng ký"), said.contains("công nhận"))
    return isRegistered == isRecognised ? nil : isRegistered ? .registered : .recognised
  }

  private static let others = ["mới", "duy trì", "nhân rộng", "đề nghị", "chưa", "không", "lũy kế", "luỹ kế"]
}
