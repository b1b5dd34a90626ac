extension NoticeContent {
  /// Words the notice of an appraisal's result: campaign, body, day, and the result of each item; scores where they are public.
  public init(_ facts: AppraisalResultFacts) {
    let system = DocumentSystem.of(issuer: facts.body, symbol: nil)
    let reason = facts.reason.map { " Lý do: \(NoticeWording.sentence($0))" } ?? ""
    let opening =
      "\(facts.body) thông báo kết quả thẩm định hồ sơ số \(facts.submissionID) (\(facts.kindName), đợt "
      + "\(facts.campaign)) của \(facts.unit), thẩm định \(facts.heldOn.documentForm), như sau:"
    self.init(
      kind: .appraisalResult, system: system, demo: facts.demo,
      header: Self.noticeHeader(facts.body, system: system),
      subject: "Kết quả thẩm định hồ sơ số \(facts.submissionID)",
      bases: ["Căn cứ biên bản thẩm định \(facts.heldOn.documentForm) của \(facts.body)"],
      paragraphs: [opening, "Kết luận: \(facts.conclusion).\(reason)"], list: Self.list(facts),
      recipients: ["- \(facts.unit);"])
  }

  private static func list(_ facts: AppraisalResultFacts) -> NoticeList? {
    guard !facts.items.isEmpty else { return nil }
    let columns = [facts.itemKind == .model ? "Mô hình" : "Tập thể, cá nhân", "Đơn vị", "Kết quả"]
    return NoticeList(
      columns: facts.publishesScores ? columns + ["Điểm"] : columns,
      rows: facts.items.map { item in
        let cells = [item.name, item.unit ?? "", facts.conclusion]
        return facts.publishesScores
          ? cells + [item.total?.replacing(".", with: ",") ?? "không chấm điểm"] : cells
      })
  }
}
