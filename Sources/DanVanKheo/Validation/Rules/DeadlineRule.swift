/// DK-005: registrations, reports and proposals are filed in time.
///
/// The first version counts: who filed in time and was asked for a supplement is not late.
struct DeadlineRule: Rule {
  static let codes: [RuleCode] = [.dk005]

  static func examine(_ examination: inout Examination) {
    guard let deadline = examination.facts.campaign.deadline(for: examination.facts.kind) else { return }
    let days = deadline.delay(of: examination.facts.firstFiledOn)
    if days > 0 {
      examination.report(.dk005, at: "/filed_on", .text("deadline", deadline.wording), .count("days", days))
    }
  }
}
