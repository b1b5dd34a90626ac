import VietnameseText

/// KT-001: the issuer may give this form of award on that day.
///
/// A decision is judged by its level, which must exist on that day, and by its issuer, if the table of authorities knows
/// it; a proposal by its level alone. The lowest level of a form is a legal parameter; without one only the body is judged.
struct AwardAuthorityRule: Rule {
  static let codes: [RuleCode] = [.kt001]

  static func examine(_ examination: inout Examination) {
    let awards = examination.facts.awards
    guard examination.facts.kind.isCommendation, let form = examination.text("form"), let level = awards.level else {
      return
    }
    let isHighEnough = awards.parameters.lowestLevel(form: form).map { $0 <= level.position } ?? true
    if examination.facts.kind == .commendationProposal {
      if !isHighEnough {
        report(form, issuer: level.name.lowercased(), on: examination.facts.filedOn, at: "/form", &examination)
      }
      return
    }
    guard let issuer = examination.text("decision", "issuer"),
      let day = examination.content["decision"]?["issued_on"]?.day
    else { return }
    if level.validity.contains(day) {
      guard let authorities = awards.authorities, !authorities.isEmpty else { return }
      if isHighEnough, authorities.contains(where: { $0.commends && $0.decides(at: level.code, on: day) }) { return }
    }
    report(form, issuer: issuer, on: day, at: "/decision/issuer", &examination)
  }

  private static func report(
    _ form: String, issuer: String, on day: CalendarDay, at path: String, _ examination: inout Examination
  ) {
    let name = examination.facts.awards.formName ?? form
    examination.report(.kt001, at: path, .text("form", name), .text("issuer", issuer), .day("date", day))
  }
}
