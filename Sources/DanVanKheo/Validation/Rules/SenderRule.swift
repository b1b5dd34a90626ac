/// DV-006: who sends is the unit that files, or the one directly above it.
///
/// A portal that names no sender is trusted.
struct SenderRule: Rule {
  static let codes: [RuleCode] = [.dv006]

  static func examine(_ examination: inout Examination) {
    guard let sender = examination.facts.sender else { return }
    switch sender.relation {
    case .itself, .parent: return
    case .other, .unknown:
      // Of a unit that does not exist DV-001 and DV-002 speak.
      guard examination.facts.unit.candidates.contains(where: { $0.isAlive(on: examination.facts.filedOn) }) else {
        return
      }
      examination.report(
        .dv006, at: "/sender_unit", .text("sender", sender.text),
        .text("unit", examination.facts.certainUnit?.path ?? examination.facts.unit.text))
    }
  }
}
