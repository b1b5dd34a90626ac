import VietnameseText

/// A proceeding that holds an award back: discipline, inspection, verification of a complaint (xem xét kỷ luật, thanh tra, xác minh).
struct DisciplineFacts: Sendable {
  /// The days on which it is open.
  var validity: Validity

  init(_ json: JSON) { validity = Validity(json) }
}
