import VietnameseText

/// TB-006: the first article counts as many collectives, individuals and households as the list has.
struct StatedCountRule: DocumentRule {
  static let codes: [RuleCode] = [.tb006]

  private static let kinds = [
    (code: "collective", words: ["tập", "thể"]), (code: "individual", words: ["cá", "nhân"]),
    (code: "household", words: ["hộ", "gia", "đình"]),
  ]

  static func examine(_ examination: inout DocumentExamination) {
    guard !examination.facts.list.isEmpty, let article = examination.facts.body.first else { return }
    let words = documentWords(article)
    var stated: [(noun: String, count: Int, listed: Int)] = []
    for kind in kinds {
      guard let count = count(before: kind.words, in: words) else { continue }
      let listed = examination.facts.list.count { $0.kind == kind.code }
      stated.append((kind.words.joined(separator: " "), count, listed))
    }
    guard !stated.isEmpty else { return }
    let isComplete = stated.reduce(0) { $0 + $1.listed } == examination.facts.list.count
    if isComplete, stated.allSatisfy({ $0.count == $0.listed }) { return }
    examination.report(
      .tb006, at: "/body/0", .text("stated", stated.map { "\($0.count) \($0.noun)" }.joined(separator: ", ")),
      .text("listed", listed(examination.facts.list)))
  }

  /// “15 tập thể”, “15 (mười lăm) tập thể”.
  private static func count(before noun: [String], in words: [DocumentWord]) -> Int? {
    guard let place = words.place(of: noun) else { return nil }
    var at = place - 1
    // Back over the number in words.
    if at >= 0, words[at].raw.hasSuffix(")") {
      while at > 0, !words[at].raw.hasPrefix("(") { at -= 1 }
      at -= 1
    }
    guard at >= 0 else { return nil }
    return Int(words[at].bare.filter { $0 != "." })
  }

  private static func listed(_ list: [DocumentFacts.Subject]) -> String {
    kinds.compactMap { kind in
      let count = list.count { $0.kind == kind.code }
      return count == 0 ? nil : "\(count) \(kind.words.joined(separator: " "))"
    }.joined(separator: ", ")
  }
}

/// TB-008: names are printed as approved, to the tone mark.
struct ApprovedNameRule: DocumentRule {
  static let codes: [RuleCode] = [.tb008]

  static func examine(_ examination: inout DocumentExamination) {
    guard let approved = examination.facts.approved else { return }
    let exact = Set(approved.map { spelling($0.name) })
    let alike = Dictionary(approved.map { (plainWords($0.name), $0.name) }, uniquingKeysWith: { first, _ in first })
    for (index, subject) in examination.facts.list.enumerated() where !exact.contains(spelling(subject.name)) {
      let meant = alike[plainWords(subject.name)]
      examination.report(
        .tb008, at: "/list/\(index)", .text("written", subject.name), .text("approved", meant ?? "không có trong hồ sơ")
      )
    }
  }

  /// Capitals and blanks do not count.
  private static func spelling(_ name: String) -> String { tidySpaces(precomposed(name)).lowercased() }
}
