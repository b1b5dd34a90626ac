import VietnameseText

/// A commendation that a subject already has (khen thưởng đã có).
struct AchievementFacts: Sendable {
  /// The decision, as officers name it.
  var decision: String
  /// The form of award; nil if the record gives none.
  var form: String?
  /// The level that commended.
  var level: String?
  /// The day of the decision; nil if unknown.
  var day: CalendarDay?
  /// True if it was for the very same achievement: movement, period and model are the same.
  var isSameAchievement: Bool

  init(_ json: JSON) {
    decision = json["decision"]?.words ?? "không rõ số"
    form = json["form"]?.words
    level = json["level"]?.text
    day = json["day"]?.day
    isSameAchievement = json["same_achievement"]?.bool ?? false
  }
}
