extension NoticeContent {
  /// Words the request for a supplement: rule, message, place and remedy of each finding, the day, the round, whom to ask.
  ///
  /// What the campaign does not say stays a placeholder.
  public init(_ facts: SupplementRequestFacts) {
    let system = DocumentSystem.of(issuer: facts.issuer, symbol: nil)
    self.init(
      kind: .supplementRequest, system: system, demo: facts.demo,
      header: Self.noticeHeader(facts.issuer, system: system),
      subject: "Về việc yêu cầu bổ sung hồ sơ số \(facts.objectID)", paragraphs: Self.paragraphs(facts),
      recipients: ["- \(facts.unit);"])
  }

  private static func paragraphs(_ facts: SupplementRequestFacts) -> [String] {
    let model = facts.model.map { ", mô hình “\($0)”" } ?? ""
    let errors = facts.findings.filter { $0.severity == "L" }
    let warnings = facts.findings.filter { $0.severity != "L" }
    var lines = [
      "Qua kiểm tra, \(facts.issuer) đề nghị \(addressee(facts)) bổ sung, chỉnh sửa hồ sơ số \(facts.objectID) "
        + "(\(facts.kindName)\(model), đợt \(facts.campaign)) theo các nội dung sau (lần thứ \(facts.round), được bổ sung "
        + "tối đa \(facts.limit) lần):"
    ]
    lines += errors.enumerated().map { item($0.offset + 1, $0.element) }
    if !warnings.isEmpty {
      lines.append("Các nội dung sau đề nghị giải trình, hoặc chỉnh sửa trong cùng lần bổ sung:")
      lines += warnings.enumerated().map { item(errors.count + $0.offset + 1, $0.element) }
    }
    let until = facts.until.map { "đến hết \($0.documentForm)" } ?? "[cần bổ sung]"
    lines.append("Thời hạn bổ sung: \(until).")
    lines.append("Người liên hệ: \(facts.contact ?? "[cần bổ sung]").")
    return lines
  }

  /// The unit as the issuer calls it: his own name is not said again behind it.
  private static func addressee(_ facts: SupplementRequestFacts) -> String {
    let own = ", " + facts.issuer
    return facts.unit.hasSuffix(own) ? String(facts.unit.dropLast(own.count)) : facts.unit
  }

  private static func item(_ number: Int, _ finding: SupplementRequestFacts.Finding) -> String {
    let action = finding.action.map { " \($0)" } ?? ""
    return "\(number). [\(finding.code)] \(finding.message) (Mục: \(finding.place).)\(action)"
  }
}
