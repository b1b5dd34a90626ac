/// A model that may be the same as the one being registered, as `registry.overlap_candidates` found it.
///
/// Only what submissions of a smaller turn made is in it.
public struct OverlapCandidate: Sendable {
  /// Its id.
  public var modelID: Int64
  /// Its code: MH and a number.
  public var code: String
  /// Its name as first registered.
  public var name: String
  /// The unit that registered it.
  public var unitID: Int64
  /// The path of that unit.
  public var unitPath: String
  /// Who leads it (chủ thể chủ trì), if that is known.
  public var lead: String?
  /// Its places as written.
  public var places: [String]
  /// The comparison key of its field; nil if unclassified.
  public var fieldKey: String?
  /// The first year in which it is registered.
  public var firstYear: Int
  /// The last one.
  public var lastYear: Int
  /// The levels that recognised it.
  public var levels: [String]
  /// What it does.
  var content: ContentSketch?

  init?(_ json: JSON) {
    guard let id = json["model_id"]?.int, let code = json["code"]?.text, let name = json["name"]?.text,
      let unit = json["unit_id"]?.int, let first = json["first_year"]?.int
    else { return nil }
    modelID = Int64(id)
    self.code = code
    self.name = name
    unitID = Int64(unit)
    unitPath = json["unit"]?.text ?? ""
    lead = json["lead"]?.text
    places = json["places"]?.elements?.compactMap(\.text) ?? []
    fieldKey = json["field"]?.text
    firstYear = first
    lastYear = json["last_year"]?.int ?? first
    levels = json["levels"]?.elements?.compactMap(\.text) ?? []
    content = json["content"]?.text.flatMap { ContentSketch(hex: $0) }
  }

  /// Reads the candidates of one submission.
  /// - Parameter text: The JSON array that `registry.overlap_candidates` gives; what this version does not know is ignored.
  /// - Returns: The candidates in their order.
  /// - Throws: `FactsError` if it is no array.
  public static func list(json text: String) throws(FactsError) -> [OverlapCandidate] {
    let json: JSON
    do { json = try JSON(parsing: text) } catch { throw .syntax(offset: error.offset) }
    guard let elements = json.elements else { throw .field("overlap") }
    return elements.compactMap(OverlapCandidate.init)
  }

  /// Who is named as its owner: the leading subject, else the first part of the unit's path.
  var owner: String { lead ?? unitPath.split(separator: ",").first.map(String.init) ?? unitPath }
}
