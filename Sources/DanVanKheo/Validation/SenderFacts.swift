/// Who sends a submission for the unit that files it (tài khoản gửi).
public struct SenderFacts: Sendable {
  /// How the sender stands to the unit that files.
  public enum Relation: String, Sendable {
    /// It is that unit.
    case itself = "self"
    /// It stands directly above it in some tree.
    case parent
    /// Neither.
    case other
    /// No unit of that name exists.
    case unknown
  }

  /// The sender's unit as the portal names it.
  public var text: String
  /// How it stands to the unit that files.
  public var relation: Relation

  init?(_ json: JSON) {
    guard let text = json["text"]?.text, let relation = json["relation"]?.text.flatMap(Relation.init) else {
      return nil
    }
    self.text = text
    self.relation = relation
  }
}
