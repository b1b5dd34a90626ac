/// What the database knows about a decision that revoked recognitions or commendations (`notice.revocation_facts`, N11).
public struct RevocationFacts: Sendable, Decodable {
  /// Something that was revoked.
  public struct Act: Sendable, Decodable {
    /// What it was.
    public enum Kind: String, Sendable, Decodable {
      /// A recognition (công nhận).
      case recognition
      /// A commendation (khen thưởng).
      case commendation
    }

    /// What it was.
    public let kind: Kind
    /// `collective`, `individual` or `household`; `collective` for the unit of a model.
    public let subjectKind: String
    /// The model, or the commended subject as filed.
    public let name: String
    /// Its unit.
    public let unit: String?
    /// Title or form of award, level, and year.
    public let what: String
    /// Why it was revoked.
    public let reason: String
    /// The decision it rested on.
    public let original: NoticeFacts.Decision
    /// That decision in the catalogue.
    public let originalDocumentID: Int64
    /// The commended subject in the registry; nil for a model.
    public let subjectID: Int64?

    private enum CodingKeys: String, CodingKey {
      case kind, name, unit, what, reason, original
      case subjectKind = "subject_kind"
      case originalDocumentID = "original_document_id"
      case subjectID = "subject_id"
    }
  }

  /// The document that revoked.
  public let objectID: Int64
  /// Whether a source is simulated; the draft is watermarked then.
  public let demo: Bool
  /// The template valid for the document's day.
  public let template: NoticeFacts.Template
  /// Its number, day and issuer.
  public let decision: NoticeFacts.Decision
  /// Its type by its symbol, such as `QĐ` or `TB`; nil if the symbol names none.
  public let type: String?
  /// What it revoked: recognitions first, then commendations.
  public let acts: [Act]
  /// The catalogue of legal bases, all systems and dates, in the order of citation.
  public let bases: [LegalBasis]

  private enum CodingKeys: String, CodingKey {
    case demo, template, decision, type, acts, bases
    case objectID = "object_id"
  }
}
