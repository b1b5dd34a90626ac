extension NoticeContent {
  /// A draft that people sign; what its kind does not print is left empty.
  ///
  /// Legal bases are given without their closing marks; documents cited by symbol and number in the catalogue; a system of nil is
  /// for a person to choose.
  init(
    kind: NoticeKind, system: DocumentSystem?, demo: Bool, header: OfficialHeader, typeName: String = "THÔNG BÁO",
    subject: String, authority: String? = nil, bases: [String] = [], cited: [(symbol: String?, id: Int64)] = [],
    articles: [Article] = [], paragraphs: [String] = [], list: NoticeList? = nil, annexReference: String? = nil,
    total: String? = nil, recipients: [String]
  ) {
    self.kind = kind
    self.system = system
    watermark = demo ? NoticeWording.watermark : nil
    self.header = header
    self.typeName = typeName
    self.subject = subject
    self.authority = authority
    self.bases = NoticeWording.punctuated(bases, system: system)
    citedSymbols = cited.compactMap(\.symbol)
    citedDocumentIDs = cited.map(\.id)
    self.articles = articles
    self.paragraphs = paragraphs
    rows = []
    self.list = list
    self.annexReference = annexReference
    self.total = total
    signature = Self.signatureLines
    self.recipients = recipients + [Self.filing(system)]
  }

  /// The head of a notice (TB) that gets its own number: dots, which a person fills in.
  static func noticeHeader(_ issuer: String, system: DocumentSystem?) -> OfficialHeader {
    OfficialHeader(
      system: system, issuer: issuer,
      number: OfficialHeader.numberLine(type: "TB", symbol: nil, isSamePaper: false, system: system), date: nil)
  }
}
