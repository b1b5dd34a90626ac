import VietnameseText

/// TB-009: a paper has the Quốc hiệu or the Party's title, never both.
struct MixedHeaderRule: DocumentRule {
  static let codes: [RuleCode] = [.tb009]

  static func examine(_ examination: inout DocumentExamination) {
    let keys = examination.facts.header.map(examination.key)
    let state = ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"].map(examination.key)
    let party = examination.key("Đảng Cộng sản Việt Nam")
    let hasState = keys.contains { key in state.contains { key.contains($0) } }
    let hasParty = keys.contains { $0.contains(party) }
    let isWrong =
      switch examination.facts.system {
      case .party: hasState
      case .state, .front: hasParty
      case nil: hasState && hasParty
      }
    if isWrong || hasState && hasParty { examination.report(.tb009, at: "/header") }
  }
}

/// TB-003: a date in words exists, days below 10 and the months 1 and 2 have a zero in front.
struct WrittenDateRule: DocumentRule {
  static let codes: [RuleCode] = [.tb003]

  static func examine(_ examination: inout DocumentExamination) {
    for (path, text) in [("/place_date", examination.facts.placeDate)] + examination.texts {
      let wrong = writtenDates(documentWords(text)).first { !$0.isWellWritten }
      if let wrong { examination.report(.tb003, at: path, .text("text", wrong.text)) }
    }
  }
}

/// TB-004: the authority to sign is marked in the way of the system, and whoever signs for another is his deputy.
struct SigningRule: DocumentRule {
  static let codes: [RuleCode] = [.tb004]

  private static let stateMarks = ["TM.", "KT.", "TL.", "TUQ.", "Q."]
  private static let partyMarks = ["T/M", "K/T", "T/L"]
  /// Marks that no system knows, as people write them.
  private static let looseMarks = ["TM", "KT", "TL", "TUQ", "T.M", "K.T", "T.L", "T/M.", "K/T.", "T/L.", "TM/", "KT/"]

  static func examine(_ examination: inout DocumentExamination) {
    guard let system = examination.facts.system else { return }
    let lines = examination.facts.signature.filter { !DocumentExamination.isPlaceholder($0) }
    let own = system == .party ? partyMarks : stateMarks
    for (index, line) in lines.enumerated() {
      guard let mark = line.split(separator: " ").first.map({ $0.uppercased() }) else { continue }
      let known = stateMarks + partyMarks + looseMarks
      // “TM.ỦY BAN”: the mark without a blank behind it.
      let found = known.contains(mark) ? mark : stateMarks.first { mark.hasPrefix($0) }
      guard let found else { continue }
      let signsForAnother = found == "KT." || found == "K/T"
      let deputy = index + 1 < lines.count && lines[index + 1].uppercased().hasPrefix("PHÓ")
      if !own.contains(found) || signsForAnother && !deputy {
        examination.report(.tb004, at: "/signature", .text("text", line))
      }
    }
  }
}
