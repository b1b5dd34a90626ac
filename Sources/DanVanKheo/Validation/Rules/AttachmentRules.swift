/// DK-012: a registration comes with the confirmation of the Party committee or the head of the unit.
///
/// A confirmation that came with an earlier version still counts.
struct ConfirmationRule: Rule {
  static let codes: [RuleCode] = [.dk012]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .registration,
      !examination.facts.attachments.contains(where: \.isConfirmation)
    else { return }
    examination.report(.dk012, at: "/attachments")
  }
}

/// BC-009: a report comes with evidence: pictures, minutes, lists; a confirmation is none.
struct EvidenceRule: Rule {
  static let codes: [RuleCode] = [.bc009]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .report, examination.facts.attachments.allSatisfy(\.isConfirmation) else { return }
    examination.report(.bc009, at: "/attachments")
  }
}
