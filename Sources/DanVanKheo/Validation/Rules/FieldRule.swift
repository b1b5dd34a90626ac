/// DK-003: the field is one of the campaign's.
struct FieldRule: Rule {
  static let codes: [RuleCode] = [.dk003]

  static func examine(_ examination: inout Examination) {
    let fields = examination.facts.campaign.fields
    guard examination.facts.kind == .registration, !fields.isEmpty, let field = examination.text("model", "field")
    else { return }
    let key = examination.key(field)
    if !fields.contains(where: { $0.key.isSame(as: key) || $0.code.isSame(as: field) }) {
      examination.report(.dk003, at: "/model/field", .text("field", field))
    }
  }
}
