/// Collects dossiers in the order they are filed and numbers their keys.
///
/// The order matters: a maintained registration comes after the year before, a decision after the registrations it names.
struct DossierBook {
  var generator: SeededGenerator
  private(set) var dossiers: [Dossier] = []
  private var serial: [String: Int] = [:]
  let locality: Locality

  init(locality: Locality, seed: UInt64) {
    self.locality = locality
    generator = SeededGenerator(seed: seed)
  }

  /// Appends a dossier under the next key of its prefix, for example `BK-2021-0007`.
  mutating func file(
    _ kind: Dossier.Kind, prefix: String, campaign: String, unit: String, content: JSONValue, role: Dossier.Role,
    source: String = "demo", repeats: Int = 0, withdrawal: String? = nil
  ) {
    dossiers.append(
      Dossier(
        source: source, key: nextKey(prefix), kind: kind, campaign: campaign, unit: unit, content: content, role: role,
        locality: locality, repeats: repeats, withdrawal: withdrawal))
  }

  /// Registers a model for a year.
  mutating func register(
    _ model: ModelPlan, year: Int, kind: RegistrationForm.Kind, campaign: String, role: Dossier.Role
  ) {
    let content = RegistrationForm.content(of: model, year: year, kind: kind, using: &generator)
    file(
      .registration, prefix: campaign, campaign: campaign, unit: model.unit, content: content, role: role,
      source: model.filingSource)
  }

  /// Reports the result of a registered model at the end of its year.
  mutating func report(_ model: ModelPlan, year: Int, campaign: String, indicators: [JSONValue]? = nil) {
    let content = ReportForm.content(of: model, year: year, indicators: indicators, using: &generator)
    file(
      .report, prefix: "\(campaign)-BC", campaign: campaign, unit: model.unit, content: content, role: .evidence,
      source: model.filingSource)
  }

  /// Makes the last dossier's sender press the button again, `times` times.
  mutating func repeatLast(_ times: Int) {
    dossiers[dossiers.count - 1].repeats = times
  }

  private mutating func nextKey(_ prefix: String) -> String {
    let number = serial[prefix, default: 0] + 1
    serial[prefix] = number
    let digits = String(number)
    return "\(prefix)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}
