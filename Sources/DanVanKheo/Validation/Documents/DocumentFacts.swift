public import VietnameseText

/// An official paper as it is printed, drafted or handed in, with what is known about it (văn bản).
///
/// What is left empty is not judged; a place that people fill in later (“……”, “[…]”) is no mistake.
public struct DocumentFacts: Sendable {
  /// A row of the annexed list, or a subject that a record approved.
  public struct Subject: Sendable, Hashable {
    /// `collective`, `individual` or `household`.
    public var kind: String
    /// The name as printed or approved.
    public var name: String

    /// Makes a row.
    public init(kind: String, name: String) {
      self.kind = kind
      self.name = name
    }
  }

  /// The system of papers; nil = not known, and what depends on it is not judged.
  public var system: DocumentSystem?
  /// The day of signing; nil while the paper has none.
  public var date: CalendarDay?
  /// Lines of both heads: superior and issuing body, Quốc hiệu or the Party's name.
  public var header: [String] = []
  /// The number line, such as `Số: 12/QĐ-UBND`.
  public var number = ""
  /// Place and day, such as “Bắc Kạn, ngày 04 tháng 02 năm 2026”.
  public var placeDate = ""
  /// What it is about (trích yếu).
  public var subject = ""
  /// Lines of legal bases (căn cứ).
  public var bases: [String] = []
  /// Paragraphs and articles, Điều 1 first where there are articles.
  public var body: [String] = []
  /// Lines of the signature block from the authority to sign down.
  public var signature: [String] = []
  /// Lines of “Nơi nhận”.
  public var recipients: [String] = []
  /// The annexed list.
  public var list: [Subject] = []
  /// The subjects as approved; nil = nothing to compare with.
  public var approved: [Subject]?
  /// Numbers that papers of this type of this issuer have in the year of the date.
  public var usedNumbers: Set<Int> = []
  /// The catalogue of legal bases with the days on which they are in force.
  public var knownBases: [LegalBasis] = []
  /// Public holidays; Saturdays and Sundays need not be told.
  public var holidays: Set<CalendarDay> = []

  /// Makes an empty paper.
  public init() {}

  /// The paper that a notice will be printed as.
  ///
  /// - Parameters:
  ///   - content: What the notice prints.
  ///   - facts: What it was chosen from; the names to be printed are those approved.
  public init(_ content: NoticeContent, facts: NoticeFacts) {
    system = content.system
    date = facts.notice == .decision ? facts.decision.issuedOn.flatMap(CalendarDay.init) : nil
    header = [content.header.superior, content.header.issuer, content.header.title, content.header.motto]
      .compactMap(\.self)
    number = content.header.number
    placeDate = content.header.placeDate
    subject = content.subject
    bases = content.bases
    body = content.articles.map { "\($0.label) \($0.text)" } + content.paragraphs
    signature = content.signature
    recipients = content.recipients
    approved = facts.recipients.map { Subject(kind: $0.kind, name: $0.name) }
    list = zip(content.rows, facts.recipients).map { row, recipient in Subject(kind: recipient.kind, name: row.name) }
    knownBases = facts.bases
  }
}

extension CalendarDay {
  /// The same day.
  init?(_ date: NoticeDate) { self.init(year: date.year, month: date.month, day: date.day) }
}
