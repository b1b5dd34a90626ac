extension NoticeContent {
  /// Words the notice that a submission is invalid or failed: each reason with its basis, and the right to object.
  ///
  /// What is not recorded stays a placeholder: a reason, and until when and under which rule one may object.
  public init(_ facts: RefusalFacts) {
    let system = DocumentSystem.of(issuer: facts.issuer, symbol: nil)
    let verdict = facts.outcome == .invalid ? "không hợp lệ" : "không đạt"
    self.init(
      kind: .refusal, system: system, demo: facts.demo, header: Self.noticeHeader(facts.issuer, system: system),
      subject: "Về việc hồ sơ số \(facts.objectID) \(verdict)", bases: [Self.basis(facts)],
      paragraphs: Self.paragraphs(facts, verdict), recipients: ["- \(facts.unit);"])
  }

  private static func basis(_ facts: RefusalFacts) -> String {
    switch facts.outcome {
    case .invalid:
      let rules = facts.ruleSet.map { " (bộ quy tắc số \($0))" } ?? ""
      return facts.checkedOn.map {
        "Căn cứ kết quả kiểm tra hồ sơ \($0.documentForm) theo quy tắc của đợt \(facts.campaign)\(rules)"
      } ?? NoticeWording.missingBasis
    case .failed:
      return facts.appraisal.map { "Căn cứ biên bản thẩm định \($0.heldOn.documentForm) của \($0.body)" }
        ?? NoticeWording.missingBasis
    }
  }

  private static func paragraphs(_ facts: RefusalFacts, _ verdict: String) -> [String] {
    let model = facts.model.map { ", mô hình “\($0)”" } ?? ""
    var lines = [
      "\(facts.issuer) thông báo: hồ sơ số \(facts.objectID) (\(facts.kindName)\(model), đợt \(facts.campaign)) của "
        + "\(facts.unit) \(verdict), với lý do sau:"
    ]
    let reasons =
      switch facts.outcome {
      case .invalid: facts.findings.map(reason)
      case .failed: facts.appraisal.map(reasons) ?? []
      }
    lines += reasons.isEmpty ? ["[lý do: cần bổ sung]"] : reasons.enumerated().map { "\($0.offset + 1). \($0.element)" }
    if facts.outcome == .invalid, facts.supplementsUsed > 0 {
      lines.append("Hồ sơ đã được bổ sung \(FigureFormat.padded(Int64(facts.supplementsUsed))) lần.")
    }
    let contact = facts.contact.map { " (liên hệ: \($0))" } ?? ""
    lines.append(
      "Đơn vị có hồ sơ có quyền kiến nghị về kết quả này với \(facts.issuer)\(contact). Thời hạn và căn cứ kiến nghị: "
        + "[cần bổ sung].")
    return lines
  }

  private static func reason(_ finding: RefusalFacts.Finding) -> String {
    let basis = finding.basis.map { " Căn cứ: \($0)." } ?? ""
    return "[\(finding.code)] \(finding.message) (Mục: \(finding.place).)\(basis)"
  }

  /// The minutes give one reason for the whole proposal; it is said of each model by name.
  private static func reasons(_ appraisal: RefusalFacts.Appraisal) -> [String] {
    let why = appraisal.reason.map(NoticeWording.sentence) ?? "[lý do: cần bổ sung]"
    return appraisal.models.isEmpty ? [why] : appraisal.models.map { "Mô hình “\($0)”: \(why)" }
  }
}
