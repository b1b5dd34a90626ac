import VietnameseText

/// A level of recognition and commendation with the days on which it exists (cấp).
struct LevelFacts: Sendable {
  /// Its code: `XA`, `TINH`.
  var code: String
  /// Its name: “Cấp tỉnh”.
  var name: String
  /// Its place from the lowest up.
  var position: Int
  /// The days on which it exists.
  var validity: Validity

  init?(_ json: JSON) {
    guard let code = json["code"]?.text else { return nil }
    self.code = code
    name = json["name"]?.words ?? code
    position = json["position"]?.int ?? 0
    validity = Validity(json)
  }
}
