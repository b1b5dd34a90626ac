import VietnameseText

/// TB-005: no basis had gone out of force when the paper was signed.
struct ExpiredBasisRule: DocumentRule {
  static let codes: [RuleCode] = [.tb005]

  static func examine(_ examination: inout DocumentExamination) {
    let day = examination.day
    let expired = examination.facts.knownBases.compactMap { basis in
      basis.validUntil.flatMap(CalendarDay.init).flatMap { $0 < day ? (basis: basis, until: $0) : nil }
    }
    for (index, line) in examination.facts.bases.enumerated() {
      let words = documentWords(line)
      guard let found = expired.first(where: { cites($0.basis, words, line) }) else { continue }
      examination.report(
        .tb005, at: "/bases/\(index)", .text("document", found.basis.symbol), .day("ended_on", found.until))
    }
  }

  /// By its symbol, or a law by its name and day.
  private static func cites(_ basis: LegalBasis, _ words: [DocumentWord], _ line: String) -> Bool {
    let symbol = basis.symbol.lowercased()
    if words.contains(where: { $0.bare == symbol }) { return true }
    guard basis.type == "Luật", let title = basis.title, let issued = basis.issuedOn.flatMap(CalendarDay.init) else {
      return false
    }
    return line.lowercased().contains(title.lowercased()) && writtenDates(words).contains { $0.day == issued }
  }
}

/// TB-011: a paper that corrects or revokes another names its number and its day.
struct CorrectionRule: DocumentRule {
  static let codes: [RuleCode] = [.tb011]

  private static let acts = [
    ["đính", "chính"], ["thu", "hồi"], ["hủy", "bỏ"], ["huỷ", "bỏ"], ["hủy", "quyết", "định"],
    ["huỷ", "quyết", "định"],
  ]

  static func examine(_ examination: inout DocumentExamination) {
    let subject = documentWords(examination.facts.subject)
    guard acts.contains(where: { subject.place(of: $0) != nil }) else { return }
    let texts = [examination.facts.subject] + examination.facts.body
    if !texts.contains(where: namesPaper) { examination.report(.tb011, at: "/subject") }
  }

  /// A symbol after “số”, and a date behind it.
  private static func namesPaper(_ text: String) -> Bool {
    let words = documentWords(text)
    let dates = writtenDates(words)
    return words.indices.dropFirst().contains { at in
      let symbol = words[at].bare
      let isSymbol =
        words[at - 1].bare == "số" && ("0"..."9").contains(symbol.first ?? " ")
        && (symbol.contains("/") || symbol.contains("-"))
      return isSymbol && dates.contains { $0.day != nil && (at + 1...at + 12).contains($0.at) }
    }
  }
}
