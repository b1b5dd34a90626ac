/// How a lane asks for its next jobs.
enum ClaimPlan {
  /// Up to `limit` jobs behind these keys, one a priority.
  case behind([ClaimCursor.Key], limit: Int)
  /// These jobs, which stand behind the cursor.
  case numbers([Int64])
  /// The suspect that the control connection gave, to run alone.
  case suspect(Int64)

  /// How many jobs it asks for.
  var asked: Int {
    switch self {
    case .behind(_, let limit): limit
    case .numbers(let ids): ids.count
    case .suspect: 1
    }
  }

  /// Whether it names its jobs.
  var isByNumber: Bool {
    if case .behind = self { false } else { true }
  }
}
