/// DV-007: the figures of a unit that was divided later cannot be given to its successors.
///
/// A unit that had ended when it filed is DV-002's.
struct SplitUnitRule: Rule {
  static let codes: [RuleCode] = [.dv007]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .registration || examination.facts.kind == .report,
      let unit = examination.facts.certainUnit, unit.isSplit
    else { return }
    let shown = Array(unit.successors.prefix(5))
    examination.report(
      .dv007, at: "/unit", .text("unit", unit.path),
      FindingValue(
        name: "successors", json: .array(shown.map(JSON.string)),
        written: shown.joined(separator: "; ") + (unit.successors.count > shown.count ? "; …" : "")))
  }
}
