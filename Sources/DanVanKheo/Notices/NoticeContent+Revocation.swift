extension NoticeContent {
  /// Words the text of a recorded revocation: the decisions it revokes with number and day, why, on which basis, and what follows.
  ///
  /// The law on commendations is cited only where a commendation is revoked and it was in force on the day. What follows beyond
  /// the registry (the money and the certificate handed back) is named only then, its amount and term stay placeholders.
  public init(_ facts: RevocationFacts) {
    let system = DocumentSystem.of(issuer: facts.decision.issuer, symbol: facts.decision.symbol)
    let isNotice = facts.type == "TB"
    let laws = Self.laws(facts, system)
    let originals = Self.originals(facts)
    let texts = Self.texts(facts, hasLaw: !laws.isEmpty, isNotice: isNotice)
    let named = NoticeWording.documentReference(facts.decision, noun: isNotice ? "Thông báo" : "Quyết định")
    self.init(
      kind: .revocation, system: system, demo: facts.demo,
      header: OfficialHeader(
        system: system, issuer: facts.decision.issuer,
        number: OfficialHeader.numberLine(
          type: isNotice ? "TB" : "QĐ", symbol: facts.decision.symbol, isSamePaper: true, system: system),
        date: facts.decision.issuedOn),
      typeName: isNotice ? "THÔNG BÁO" : "QUYẾT ĐỊNH",
      subject: facts.decision.subject ?? "Về việc \(Self.verb(facts.acts))",
      authority: isNotice ? nil : facts.decision.issuer.uppercased(),
      bases: (laws.isEmpty ? [NoticeWording.missingBasis] : laws.map { "Căn cứ \($0.citation)" })
        + originals.map { "Căn cứ \(NoticeWording.documentReference($0.decision, noun: "Quyết định"))" },
      cited: laws.map { ($0.symbol, $0.documentID) } + originals.map { ($0.decision.symbol, $0.id) },
      articles: isNotice ? [] : texts.enumerated().map { Article(label: "Điều \($0.offset + 1).", text: $0.element) },
      paragraphs: isNotice ? texts : [], list: Self.list(facts.acts), annexReference: "(Kèm theo \(named))",
      total: "Tổng cộng: \(Self.counts(facts.acts)).",
      recipients: isNotice ? Self.addressees(facts.acts) : ["- Như Điều 3;"])
  }

  /// The law of the system in force on the day, where there is a commendation that it governs.
  private static func laws(_ facts: RevocationFacts, _ system: DocumentSystem?) -> [LegalBasis] {
    guard let system, let day = facts.decision.issuedOn, facts.acts.contains(where: { $0.kind == .commendation })
    else { return [] }
    return facts.bases.filter { $0.system == system && $0.isInForce(on: day) }
  }

  /// The decisions that are revoked, each once.
  private static func originals(_ facts: RevocationFacts) -> [(decision: NoticeFacts.Decision, id: Int64)] {
    var seen: Set<Int64> = []
    return facts.acts.filter { seen.insert($0.originalDocumentID).inserted }.map {
      ($0.original, $0.originalDocumentID)
    }
  }

  private static func verb(_ acts: [RevocationFacts.Act]) -> String {
    switch (acts.contains { $0.kind == .recognition }, acts.contains { $0.kind == .commendation }) {
    case (true, true): "thu hồi công nhận và hủy quyết định khen thưởng"
    case (true, false): "thu hồi công nhận"
    default: "hủy quyết định khen thưởng"
    }
  }

  private static func counts(_ acts: [RevocationFacts.Act]) -> String {
    let models = Int64(acts.count { $0.kind == .recognition })
    let commended = acts.filter { $0.kind == .commendation }.map(\.subjectKind)
    return [models > 0 ? NoticeWording.counted(models, "mô hình") : "", NoticeWording.counts(ofKinds: commended)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func texts(_ facts: RevocationFacts, hasLaw: Bool, isNotice: Bool) -> [String] {
    let verb = verb(facts.acts)
    var follows =
      facts.acts.contains { $0.kind == .recognition }
      ? ["Mô hình bị thu hồi công nhận không còn được tính là mô hình được công nhận."] : []
    if facts.acts.contains(where: { $0.kind == .commendation }) {
      follows.append(
        hasLaw
          ? "Tập thể, cá nhân bị hủy quyết định khen thưởng nộp lại hiện vật khen thưởng và tiền thưởng đã nhận; mức và "
            + "thời hạn: [cần bổ sung]."
          : "Việc nộp lại hiện vật, tiền thưởng đã nhận: [cần bổ sung].")
    }
    let act = "\(verb.prefix(1).uppercased())\(verb.dropFirst())"
    let paper = isNotice ? "Thông báo" : "Quyết định"
    return [
      "\(act) đối với \(counts(facts.acts)) (có danh sách và lý do kèm theo).", follows.joined(separator: " "),
      "[Cơ quan thi hành: cần bổ sung] và các tập thể, cá nhân có tên trong danh sách chịu trách nhiệm thi hành \(paper) "
        + "này. \(paper) có hiệu lực kể từ ngày ký.",
    ]
  }

  private static func list(_ acts: [RevocationFacts.Act]) -> NoticeList {
    NoticeList(
      columns: ["Mô hình, tập thể, cá nhân", "Đơn vị", "Nội dung bị thu hồi, hủy", "Văn bản gốc", "Lý do"],
      rows: acts.map { act in
        let what = act.what.isEmpty ? NoticeWording.missingForm : act.what
        return [
          act.name, act.unit ?? "", act.kind == .recognition ? "Công nhận: \(what)" : "Khen thưởng: \(what)",
          NoticeWording.documentReference(act.original, noun: "Quyết định"), act.reason,
        ]
      })
  }

  private static func addressees(_ acts: [RevocationFacts.Act]) -> [String] {
    var seen: Set<String> = []
    return acts.map { $0.kind == .recognition ? $0.unit ?? $0.name : $0.name }
      .filter { seen.insert($0).inserted }.map { "- \($0);" }
  }
}
