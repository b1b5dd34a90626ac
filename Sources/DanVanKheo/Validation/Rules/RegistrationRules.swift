/// DK-006: the same model of the same unit is registered once a year.
struct DuplicateRule: Rule {
  static let codes: [RuleCode] = [.dk006]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .registration, let first = examination.facts.duplicates.min() else { return }
    examination.report(.dk006, at: "/model/name", .id("id", first))
  }
}

/// DK-008: what is maintained was registered before.
struct MaintainedRule: Rule {
  static let codes: [RuleCode] = [.dk008]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .registration, examination.text("type") == "maintained", let year = examination.year
    else { return }
    if !examination.facts.registeredYears.contains(where: { $0 < year }) { examination.report(.dk008, at: "/type") }
  }
}

/// DK-014: what is replicated names a recognised model as its source.
struct ReplicatedRule: Rule {
  static let codes: [RuleCode] = [.dk014]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .registration, examination.text("type") == "replicated" else { return }
    if let source = examination.facts.sourceModel, source.isFound, source.isRecognised { return }
    examination.report(.dk014, at: "/model/source")
  }
}
