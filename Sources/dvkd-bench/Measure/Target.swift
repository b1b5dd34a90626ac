/// What a key of a summary is to reach.
struct Target {
  enum Relation: String {
    case atLeast = "≥"
    case atMost = "≤"
  }

  let key: String
  let relation: Relation
  let bound: Double

  static func atLeast(_ key: String, _ bound: Double) -> Target {
    Target(key: key, relation: .atLeast, bound: bound)
  }

  static func atMost(_ key: String, _ bound: Double) -> Target {
    Target(key: key, relation: .atMost, bound: bound)
  }

  /// Whether the summary reaches it; false when the number is not there.
  func isReached(_ summary: Summary) -> Bool {
    guard let value = summary.numbers[key] else { return false }
    return relation == .atLeast ? value >= bound : value <= bound
  }

  var wanted: String { "\(relation.rawValue) \(Table.plain(bound))" }

  func found(_ summary: Summary) -> String { summary.numbers[key].map(Table.plain) ?? "none" }

  /// One line for people.
  func judgement(_ summary: Summary) -> String {
    "wanted  \(key) \(wanted): \(isReached(summary) ? "reached" : "missed"), \(found(summary))"
  }
}
