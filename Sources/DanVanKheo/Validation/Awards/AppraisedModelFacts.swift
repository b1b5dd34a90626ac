import VietnameseText

/// What is known of a model that is proposed or recognised.
struct AppraisedModelFacts: Sendable {
  /// A valid report of its results.
  struct Report: Sendable {
    /// The year it is about.
    var year: Int
    /// The day it was filed.
    var filedOn: CalendarDay?
  }

  /// Its valid reports; nil if not told.
  var reports: [Report]?
  /// Names of its subjects: who made it, who leads it, who takes part.
  var subjects: [String]
  /// The appraisals recorded for it, in order; nil if not told.
  var appraisals: [AppraisalFacts]?

  init(_ json: JSON) {
    reports = json["reports"]?.elements?.compactMap { item in
      item["year"]?.int.map { Report(year: $0, filedOn: item["filed_on"]?.day) }
    }
    subjects = json["subjects"]?.elements?.compactMap(\.words) ?? []
    appraisals = json["appraisals"]?.elements?.map(AppraisalFacts.init)
  }
}
