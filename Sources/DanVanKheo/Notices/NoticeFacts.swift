/// What the database knows about one commendation notice to be drafted (`notice.notice_facts`).
public struct NoticeFacts: Sendable, Decodable {
  /// The two notices about commendations.
  public enum Kind: String, Sendable, Codable {
    /// Text of a recorded commendation decision with its list (Quyết định khen thưởng).
    case decision = "N07"
    /// Notice to one commended subject (Thông báo khen thưởng).
    case toSubject = "N08"
  }

  /// A recorded decision; number and day may be unknown.
  public struct Decision: Sendable, Decodable {
    /// The symbol as recorded, such as `12-QĐ/HU`.
    public let symbol: String?
    /// The day of issue.
    public let issuedOn: NoticeDate?
    /// Who issued it, as named in the record.
    public let issuer: String
    /// What it is about (trích yếu).
    public let subject: String?

    private enum CodingKeys: String, CodingKey {
      case symbol, issuer, subject
      case issuedOn = "issued_on"
    }
  }

  /// The template to print with.
  public struct Template: Sendable, Decodable {
    /// Its code, such as `N08`.
    public let code: String
    /// Its version.
    public let version: Int
    /// Its file, without extension.
    public let file: String
  }

  /// A commended subject.
  public struct Recipient: Sendable, Decodable {
    /// `collective`, `individual` or `household`.
    public let kind: String
    /// The name, printed exactly as filed.
    public let name: String
    /// The unit at the time of merit.
    public let unit: String?
    /// The office of a person at the time of merit.
    public let position: String?
    /// The model it is commended for.
    public let model: String?
    /// Its number in the registry.
    public let subjectID: Int64

    private enum CodingKeys: String, CodingKey {
      case kind, name, unit, position, model
      case subjectID = "subject_id"
    }
  }

  /// Which notice is wanted.
  public let notice: Kind
  /// The commendation (N08) or the decision (N07) it is about.
  public let objectID: Int64
  /// Whether the source is simulated; the draft is watermarked then.
  public let demo: Bool
  /// The template valid for the decision's day.
  public let template: Template
  /// The decision's document in the catalogue.
  public let documentID: Int64
  /// The decision that people issued.
  public let decision: Decision
  /// Vietnamese name of the form of award; nil when the record gives none.
  public let form: String?
  /// The movement, such as “Dân vận khéo”.
  public let movement: String
  /// The period of merit, such as `2018-2020`.
  public let period: String?
  /// The reason, in the words of the decision.
  public let reason: String?
  /// The commended subjects: one for N08, the whole list for N07.
  public let recipients: [Recipient]
  /// The catalogue of legal bases, all systems and dates, in the order of citation.
  public let bases: [LegalBasis]

  private enum CodingKeys: String, CodingKey {
    case notice, demo, template, decision, form, movement, period, reason, recipients, bases
    case objectID = "object_id"
    case documentID = "document_id"
  }
}
