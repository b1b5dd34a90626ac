import VietnameseText

/// The minutes of an appraisal (biên bản thẩm định): in the content of a proposal, or recorded before it.
struct AppraisalFacts: Sendable {
  /// A person who appraised.
  struct Member: Sendable {
    /// The name.
    var name: String
    /// The unit, if it is given.
    var unit: String?
  }

  /// The body that appraised; nil if it is not named.
  var body: String?
  /// The day; nil if it is not given or no day.
  var heldOn: CalendarDay?
  /// Who took part.
  var members: [Member]
  /// The scores by criterion, `total` among them.
  var scores: JSON?

  /// Reads `{"body", "held_on", "members": ["…" | {"name", "unit"}], "scores": {…}}`.
  init(_ json: JSON) {
    body = json["body"]?.words
    if let text = json["held_on"]?.text, case .day(let day) = readDate(text) { heldOn = day }
    members = (json["members"]?.elements ?? []).compactMap { member in
      (member["name"] ?? member).words.map { Member(name: $0, unit: member["unit"]?.words) }
    }
    scores = json["scores"]
  }
}
