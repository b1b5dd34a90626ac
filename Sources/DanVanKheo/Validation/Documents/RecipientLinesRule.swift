import VietnameseText

/// TB-007: “Nơi nhận” ends with where the paper is kept, and nobody gets it twice.
struct RecipientLinesRule: DocumentRule {
  static let codes: [RuleCode] = [.tb007]

  static func examine(_ examination: inout DocumentExamination) {
    let keys = examination.facts.recipients.map(examination.key)
    if !keys.contains(where: { $0 == "lưu" || $0.hasPrefix("lưu ") }) {
      examination.report(.tb007, at: "/recipients", .text("text", "Lưu"))
    }
    var seen: Set<String> = []
    for (index, key) in keys.enumerated() where !key.isEmpty && !seen.insert(key).inserted {
      examination.report(.tb007, at: "/recipients/\(index)", .text("text", examination.facts.recipients[index]))
    }
  }
}
