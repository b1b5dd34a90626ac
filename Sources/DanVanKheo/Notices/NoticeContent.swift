/// Everything a notice prints, chosen from facts: pure, no clock, no numbering, no signing.
///
/// The daemon drafts; number, day, signature and seal are acts of people and stay placeholders.
public struct NoticeContent: Sendable, Equatable {
  /// An article of a decision (Điều).
  public struct Article: Sendable, Equatable {
    /// The label, “Điều 1” with its full stop.
    public let label: String
    /// Its text.
    public let text: String
  }

  /// A row of the list of commended subjects.
  public struct Row: Sendable, Equatable {
    /// Number in the list (STT), from 1.
    public let number: String
    /// The name as filed.
    public let name: String
    /// Office and unit at the time of merit.
    public let place: String
    /// The model.
    public let model: String
    /// The form of award.
    public let form: String
  }

  /// Which notice it is.
  public let kind: NoticeKind
  /// The system of papers; nil = a person must choose it.
  public let system: DocumentSystem?
  /// “DỮ LIỆU MÔ PHỎNG – BẢN DỰ THẢO” for simulated data, else nil.
  public let watermark: String?
  /// The head of the paper.
  public let header: OfficialHeader
  /// “QUYẾT ĐỊNH” or “THÔNG BÁO”.
  public let typeName: String
  /// What it is about (trích yếu).
  public let subject: String
  /// The line that names the deciding authority; nil in a notice.
  public let authority: String?
  /// Legal bases, ready to print with their closing marks.
  public let bases: [String]
  /// Symbols of the documents cited.
  public let citedSymbols: [String]
  /// Numbers of the documents cited, in the catalogue.
  public let citedDocumentIDs: [Int64]
  /// Articles of a decision; empty in a notice.
  public let articles: [Article]
  /// Paragraphs of a notice; empty in a decision.
  public let paragraphs: [String]
  /// The annexed list of a commendation decision; empty in all others.
  public let rows: [Row]
  /// The table of a notice about an appraisal or a revocation; nil where there is none.
  public let list: NoticeList?
  /// The line under the list's title; nil without a list.
  public let annexReference: String?
  /// “Tổng cộng” of the list, equal to Điều 1; nil without a list.
  public let total: String?
  /// Lines of the signature block, all placeholders.
  public let signature: [String]
  /// Lines of “Nơi nhận”.
  public let recipients: [String]
}
