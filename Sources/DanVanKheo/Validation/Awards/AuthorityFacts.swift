import VietnameseText

/// A body that may recognise or commend at a level, while it exists (thẩm quyền).
struct AuthorityFacts: Sendable {
  /// The level it decides at; nil for a body that exists at several.
  var level: String?
  /// It may recognise models.
  var recognises: Bool
  /// It may commend.
  var commends: Bool
  /// The days on which it is in office.
  var validity: Validity

  init(_ json: JSON) {
    level = json["level"]?.text
    recognises = json["recognises"]?.bool ?? false
    commends = json["commends"]?.bool ?? false
    validity = Validity(json)
  }

  /// Tells whether it is in office at a level on a day.
  func decides(at level: String?, on day: CalendarDay) -> Bool {
    validity.contains(day) && (self.level == nil || level == nil || self.level == level)
  }
}
