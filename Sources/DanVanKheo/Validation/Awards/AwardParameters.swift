import VietnameseText

/// What a campaign decided about recognition and awards (tham số của đợt); nil or empty = it decided nothing.
struct AwardParameters: Sendable {
  /// The total score from which a model is recognised.
  var threshold: DecimalNumber?
  /// How often one form may be given to one subject in one year.
  var formCap: Int?
  /// The highest score of criteria, before what the criterion set says.
  var maxima: [String: DecimalNumber]
  /// True if one achievement is commended once by all levels together, not once by each.
  var isOnceForAllLevels: Bool

  init(_ json: JSON?) {
    threshold = json?["recognition_threshold"]?.decimal
    formCap = json?["award_form_cap"]?.int
    maxima = [:]
    if case .object(let members)? = json?["criterion_maxima"] {
      for member in members { maxima[member.name] = member.value.decimal }
    }
    isOnceForAllLevels = json?["award_once_for_all_levels"]?.bool ?? false
  }
}
