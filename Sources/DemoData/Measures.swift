/// Codes of measures that claims are compared with, where the code alone says little.
enum Measures {
  /// Units with at least one model: x of “30/47”.
  static let unitsWithModels = "M11X"
  /// Units of the committee on the last day: y of “30/47”.
  static let units = "M11Y"
  static let inspectionTeams = "M17"
  static let inspectedUnits = "M18"
  static let chosenForReplication = "M19"
}
