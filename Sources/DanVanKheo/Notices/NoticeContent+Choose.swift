extension NoticeContent {
  /// Chooses header system, bases valid on the decision's day, wording and list for a notice.
  /// - Parameter facts: What the database knows; `facts.recipients` holds one subject for N08.
  public init(_ facts: NoticeFacts) {
    let system = DocumentSystem.of(issuer: facts.decision.issuer, symbol: facts.decision.symbol)
    self.system = system
    kind = facts.notice == .decision ? .decision : .toSubject
    watermark = facts.demo ? NoticeWording.watermark : nil
    list = nil
    signature = Self.signatureLines
    switch facts.notice {
    case .decision:
      let cited = Self.basesInForce(facts, system: system)
      header = Self.header(facts, type: "QĐ", isSamePaper: true, system: system)
      typeName = "QUYẾT ĐỊNH"
      subject = facts.decision.subject ?? "Về việc khen thưởng trong phong trào thi đua “\(facts.movement)”"
      authority = facts.decision.issuer.uppercased()
      bases = NoticeWording.punctuated(
        cited.isEmpty ? [NoticeWording.missingBasis] : cited.map { "Căn cứ \($0.citation)" }, system: system)
      citedSymbols = cited.map(\.symbol)
      citedDocumentIDs = cited.map(\.documentID)
      articles = Self.articles(facts)
      paragraphs = []
      rows = Self.rows(facts)
      annexReference = "(Kèm theo \(NoticeWording.decisionReference(facts.decision)))"
      total = "Tổng cộng: \(NoticeWording.counts(of: facts.recipients))."
      recipients = ["- Như Điều 3;", Self.filing(system)]
    case .toSubject:
      header = Self.header(facts, type: "TB", isSamePaper: false, system: system)
      typeName = "THÔNG BÁO"
      subject = "Về việc khen thưởng trong phong trào thi đua “\(facts.movement)”"
      authority = nil
      bases = NoticeWording.punctuated(
        ["Căn cứ \(NoticeWording.decisionReference(facts.decision))"], system: system)
      citedSymbols = facts.decision.symbol.map { [$0] } ?? []
      citedDocumentIDs = [facts.documentID]
      articles = []
      paragraphs = Self.paragraphs(facts)
      rows = []
      annexReference = nil
      total = nil
      recipients = facts.recipients.map { "- \($0.name);" } + [Self.filing(system)]
    }
  }

  /// The catalogue's documents of this system in force on the decision's day; none when the day is unknown.
  private static func basesInForce(_ facts: NoticeFacts, system: DocumentSystem?) -> [LegalBasis] {
    guard let system, let day = facts.decision.issuedOn else { return [] }
    return facts.bases.filter { $0.system == system && $0.isInForce(on: day) }
  }

  private static func header(
    _ facts: NoticeFacts, type: String, isSamePaper: Bool, system: DocumentSystem?
  ) -> OfficialHeader {
    OfficialHeader(
      system: system, issuer: facts.decision.issuer,
      number: OfficialHeader.numberLine(
        type: type, symbol: facts.decision.symbol, isSamePaper: isSamePaper, system: system),
      date: isSamePaper ? facts.decision.issuedOn : nil)
  }

  private static func articles(_ facts: NoticeFacts) -> [Article] {
    let act = facts.form.map { "Tặng \($0) cho" } ?? "Nay \(NoticeWording.missingForm) đối với"
    let counts = NoticeWording.counts(of: facts.recipients)
    return [
      Article(label: "Điều 1.", text: "\(act) \(counts) \(NoticeWording.merit(facts)) (có danh sách kèm theo)."),
      Article(label: "Điều 2.", text: "Mức tiền thưởng và nguồn kinh phí: [cần bổ sung]."),
      Article(
        label: "Điều 3.",
        text:
          "[Cơ quan thi hành: cần bổ sung] và các tập thể, cá nhân có tên trong danh sách chịu trách nhiệm thi hành "
          + "Quyết định này. Quyết định có hiệu lực kể từ ngày ký."),
    ]
  }

  private static func paragraphs(_ facts: NoticeFacts) -> [String] {
    let form = facts.form.map { "được tặng \($0)" } ?? "được \(NoticeWording.missingForm)"
    return facts.recipients.map { recipient in
      let place = place(of: recipient)
      let who = place.isEmpty ? recipient.name : "\(recipient.name), \(place)"
      let model = recipient.model.map { " với mô hình “\($0)”" } ?? ""
      return "\(facts.decision.issuer) trân trọng thông báo: \(who) \(form)\(model), \(NoticeWording.merit(facts))."
    } + ["Thời gian, địa điểm trao: [cần bổ sung]."]
  }

  private static func rows(_ facts: NoticeFacts) -> [Row] {
    facts.recipients.enumerated().map { index, recipient in
      Row(
        number: String(index + 1), name: recipient.name, place: place(of: recipient), model: recipient.model ?? "",
        form: facts.form ?? NoticeWording.missingForm)
    }
  }

  private static func place(of recipient: NoticeFacts.Recipient) -> String {
    [recipient.position, recipient.unit].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The block under which a person signs: authority to sign, office and name are never filled in.
  static let signatureLines = ["[quyền hạn, chức vụ của người ký]", "[chữ ký, dấu]", "[họ và tên]"]

  static func filing(_ system: DocumentSystem?) -> String {
    system == .party ? "- Lưu Văn phòng." : "- Lưu: VT."
  }
}
