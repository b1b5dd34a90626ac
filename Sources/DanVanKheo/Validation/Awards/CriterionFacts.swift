import VietnameseText

/// A criterion of the campaign (tiêu chí).
struct CriterionFacts: Sendable {
  /// Its code: `novelty`.
  var code: String
  /// Its name: “Tính mới”.
  var name: String
  /// The highest score; nil where the guideline gives none.
  var maximum: DecimalNumber?

  init?(_ json: JSON) {
    guard let code = json["code"]?.text else { return nil }
    self.code = code
    name = json["name"]?.words ?? fieldLabel(["models", "criteria", code])
    maximum = json["max_score"]?.decimal
  }
}
