/// What the database knows about the result of an appraisal to be drafted (`notice.appraisal_facts`, N05).
public struct AppraisalResultFacts: Sendable, Decodable {
  /// What the items are.
  public enum ItemKind: String, Sendable, Decodable {
    /// Models appraised.
    case model
    /// Recipients of a proposal that lists no models.
    case recipient
  }

  /// A model appraised, or a recipient proposed.
  public struct Item: Sendable, Decodable {
    /// Its name as the proposal writes it.
    public let name: String
    /// Its unit.
    public let unit: String?
    /// Its total score, a decimal number; nil if it was not scored, or scores are not public.
    public let total: String?
  }

  /// The appraisal.
  public let objectID: Int64
  /// Whether the source is simulated; the draft is watermarked then.
  public let demo: Bool
  /// The template to print with.
  public let template: NoticeFacts.Template
  /// Who appraised, as the minutes name it.
  public let body: String
  /// The day of the appraisal.
  public let heldOn: NoticeDate
  /// Code of the campaign.
  public let campaign: String
  /// The proposal.
  public let submissionID: Int64
  /// What was handed in, such as “Đề nghị công nhận”.
  public let kindName: String
  /// The unit that proposed.
  public let unit: String
  /// The conclusion, such as “Đạt”; it is about the whole proposal.
  public let conclusion: String
  /// Why it failed or was returned; nil if it passed.
  public let reason: String?
  /// Whether the campaign makes scores public.
  public let publishesScores: Bool
  /// What the items are.
  public let itemKind: ItemKind
  /// What was appraised, in the order of the proposal.
  public let items: [Item]

  private enum CodingKeys: String, CodingKey {
    case demo, template, body, campaign, unit, conclusion, reason, items
    case objectID = "object_id"
    case heldOn = "held_on"
    case submissionID = "submission_id"
    case kindName = "kind_name"
    case publishesScores = "publishes_scores"
    case itemKind = "item_kind"
  }
}
