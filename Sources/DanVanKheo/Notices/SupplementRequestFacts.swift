/// What the database knows about a supplement request to be drafted (`notice.notice_facts`, N02).
public struct SupplementRequestFacts: Sendable, Decodable {
  /// What the check found, as the officer's report shows it.
  public struct Finding: Sendable, Decodable {
    /// The rule.
    public let code: String
    /// `L` must be mended, `C` is explained or mended.
    public let severity: String
    /// What is wrong.
    public let message: String
    /// Where, in the words of the form.
    public let place: String
    /// What to do; nil if the rule gives nothing.
    public let action: String?
  }

  /// The submission.
  public let objectID: Int64
  /// The version that was judged.
  public let version: Int
  /// Whether the source is simulated; the draft is watermarked then.
  public let demo: Bool
  /// The template to print with.
  public let template: NoticeFacts.Template
  /// The unit that organises the campaign.
  public let issuer: String
  /// Code of the campaign.
  public let campaign: String
  /// What was handed in, such as “Hồ sơ đăng ký”.
  public let kindName: String
  /// The unit that filed it, as found or else as written.
  public let unit: String
  /// The model's name, if it names one.
  public let model: String?
  /// Which supplement is asked for, from 1.
  public let round: Int
  /// How many the campaign allows.
  public let limit: Int
  /// The last day for it; nil if the campaign gives none.
  public let until: NoticeDate?
  /// Whom to ask; nil if the campaign names nobody.
  public let contact: String?
  /// What must be mended or explained, errors first.
  public let findings: [Finding]

  private enum CodingKeys: String, CodingKey {
    case version, demo, template, issuer, campaign, unit, model, round, limit, until, contact, findings
    case objectID = "object_id"
    case kindName = "kind_name"
  }
}
