import VietnameseText

/// What is known of a subject that is to be commended.
struct RecipientFacts: Sendable {
  /// The last day of the collective, if it was dissolved.
  var endedOn: CalendarDay?
  /// The commendations it already has.
  var achievements: [AchievementFacts]
  /// Proceedings against it.
  var proceedings: [DisciplineFacts]

  init(_ json: JSON) {
    endedOn = json["ended_on"]?.day
    achievements = json["achievements"]?.elements?.map(AchievementFacts.init) ?? []
    proceedings = json["proceedings"]?.elements?.map(DisciplineFacts.init) ?? []
  }
}
