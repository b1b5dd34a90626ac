import VietnameseText

/// Legal parameters valid on the day of an act, by code (tham số pháp lý): base salary, factors, lowest levels.
///
/// They are data with a source and a range of days; no code holds a value.
struct LegalParameterFacts: Sendable {
  private var values: [String: DecimalNumber] = [:]

  init(_ json: JSON?) {
    guard case .object(let members)? = json else { return }
    for member in members { values[member.name] = member.value.decimal }
  }

  /// The base salary in đồng a month (mức lương cơ sở).
  var baseSalary: DecimalNumber? { values["base_salary"] }

  /// By how much the base salary is multiplied for an award (hệ số): `bang_khen_tinh_individual_factor`.
  func factor(form: String, level: String, kind: String) -> DecimalNumber? {
    values["\(form)_\(level.lowercased())_\(kind)_factor"]
  }

  /// The lowest level that may give a form of award, as the position of the level: `bang_khen_lowest_level`.
  func lowestLevel(form: String) -> Int? { values["\(form)_lowest_level"]?.whole.map { Int($0) } }
}
