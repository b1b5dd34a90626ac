import VietnameseText

/// TB-001: the symbol has the form of its system of papers.
struct SymbolRule: DocumentRule {
  static let codes: [RuleCode] = [.tb001]

  static func examine(_ examination: inout DocumentExamination) {
    guard let system = examination.facts.system, !DocumentExamination.isPlaceholder(examination.facts.number) else {
      return
    }
    let symbol = DocumentSymbol(line: examination.facts.number)
    if symbol.isWellFormed(in: system) { return }
    examination.report(.tb001, at: "/number", .text("symbol", symbol.text), .text("system", system.vietnamese))
  }
}

/// TB-002: a number is used once a year by one issuer for one type of papers.
struct UsedNumberRule: DocumentRule {
  static let codes: [RuleCode] = [.tb002]

  static func examine(_ examination: inout DocumentExamination) {
    guard !DocumentExamination.isPlaceholder(examination.facts.number),
      let number = DocumentSymbol(line: examination.facts.number).number,
      examination.facts.usedNumbers.contains(number)
    else { return }
    examination.report(
      .tb002, at: "/number", .text("number", String(number)), .text("year", String(examination.day.year)))
  }
}

extension DocumentSystem {
  /// What officers call the system.
  var vietnamese: String {
    switch self {
    case .party: "Đảng"
    case .state: "nhà nước"
    case .front: "Mặt trận"
    }
  }
}
