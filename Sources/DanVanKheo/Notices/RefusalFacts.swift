/// What the database knows about a refusal to be drafted (`notice.refusal_facts`, N03).
public struct RefusalFacts: Sendable, Decodable {
  /// Why the submission was refused.
  public enum Outcome: String, Sendable, Decodable {
    /// Errors stayed after the last supplement (không hợp lệ).
    case invalid
    /// The appraisal ended so (không đạt).
    case failed
  }

  /// An error that refused it.
  public struct Finding: Sendable, Decodable {
    /// The rule.
    public let code: String
    /// What is wrong.
    public let message: String
    /// Where, in the words of the form.
    public let place: String
    /// What the rule rests on; nil if the catalogue names nothing.
    public let basis: String?
  }

  /// The appraisal that it failed in.
  public struct Appraisal: Sendable, Decodable {
    /// Who appraised, as the minutes name it.
    public let body: String
    /// The day.
    public let heldOn: NoticeDate
    /// Why it failed; nil if the minutes say nothing.
    public let reason: String?
    /// Names of the models appraised; empty for a proposal without models.
    public let models: [String]

    private enum CodingKeys: String, CodingKey {
      case body, reason, models
      case heldOn = "held_on"
    }
  }

  /// The submission.
  public let objectID: Int64
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
  /// How it came out.
  public let outcome: Outcome
  /// The version of the rule book that judged it; nil if none did.
  public let ruleSet: Int?
  /// The day of that verdict.
  public let checkedOn: NoticeDate?
  /// How many supplements it had.
  public let supplementsUsed: Int
  /// Whom to ask; nil if the campaign names nobody.
  public let contact: String?
  /// The errors of an invalid submission.
  public let findings: [Finding]
  /// The appraisal of a failed one; nil if none is recorded.
  public let appraisal: Appraisal?

  private enum CodingKeys: String, CodingKey {
    case demo, template, issuer, campaign, unit, model, outcome, contact, findings, appraisal
    case objectID = "object_id"
    case kindName = "kind_name"
    case ruleSet = "rule_set"
    case checkedOn = "checked_on"
    case supplementsUsed = "supplements_used"
  }
}
