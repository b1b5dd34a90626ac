/// What is known of one model that a proposal or decision lists.
public struct ModelFacts: Sendable {
  /// A recognition that the model already has.
  public struct Recognition: Sendable {
    /// The level that recognised it.
    public var level: String
    /// The year; nil if unknown.
    public var year: Int?
    /// The title: mo_hinh, dien_hinh, nhan_rong.
    public var title: String
  }

  /// Its place in `content.models`, from 0.
  public var index: Int
  /// How many units its unit may be; 1 if it is certain.
  public var unitCandidates: Int
  /// Where its unit existed no more on the day of filing: which one that was.
  public var endedUnit: UnitFacts.Candidate?
  /// The model, if it is registered.
  public var modelID: Int64?
  /// Years in which it is registered.
  public var registeredYears: [Int]
  /// Its recognitions.
  public var recognitions: [Recognition]

  init?(_ json: JSON) throws(FactsError) {
    guard let index = json["index"]?.int else { return nil }
    self.index = index
    let unit = try ListedUnit(json)
    unitCandidates = unit?.candidates ?? 0
    endedUnit = unit?.ended
    modelID = json["model_id"]?.int.map(Int64.init)
    registeredYears = json["registered_years"]?.elements?.compactMap(\.int) ?? []
    recognitions = (json["recognitions"]?.elements ?? []).compactMap { item in
      guard let level = item["level"]?.text, let title = item["title"]?.text else { return nil }
      return Recognition(level: level, year: item["year"]?.int, title: title)
    }
  }
}

/// What is known of the model that a replication copies (mô hình gốc).
public struct SourceModelFacts: Sendable {
  /// True if the named model exists.
  public var isFound: Bool
  /// True if it was recognised.
  public var isRecognised: Bool

  init?(_ json: JSON) {
    guard let found = json["found"]?.bool else { return nil }
    isFound = found
    isRecognised = json["recognised"]?.bool ?? false
  }
}
