public import VietnameseText

/// Why the facts of a submission cannot be judged: a broken contract between daemon and database.
public enum FactsError: Error, Sendable, Hashable {
  /// Not JSON at all.
  case syntax(offset: Int)
  /// A field is missing or of the wrong type.
  case field(String)
}

/// All that the rules may know of one submission: the answer of `registry.validation_facts`.
///
/// It counts only what submissions in front of this one made, so a verdict never depends on timing.
public struct SubmissionFacts: Sendable {
  /// Its id.
  public var id: Int64
  /// The version of its content, 1 and up; a supplement makes a new one.
  public var version: Int
  /// What it is.
  public var kind: SubmissionKind
  /// Its state; only `submitted` is judged.
  public var state: String
  /// The day it was filed; units are resolved on it.
  public var filedOn: CalendarDay
  /// The day its first version was filed; `filedOn` unless it is a supplement.
  public var firstFiledOn: CalendarDay
  /// How often a supplement was handed in.
  public var supplementsUsed: Int
  /// Submissions in front of it that the verdict depends on and that are not decided yet.
  public var blockedBy: [Int64]
  /// The campaign it belongs to.
  public var campaign: CampaignFacts
  /// The unit that filed it.
  public var unit: UnitFacts
  /// What it says, untouched.
  public var content: JSON
  /// Who sends it, if the portal says so.
  public var sender: SenderFacts?
  /// The block of its unit as of the campaign's period; nil if it has none or nobody asked.
  public var block: String?
  /// Its attachments, those of earlier versions included: a supplement adds to the dossier.
  public var attachments: [AttachmentFacts]
  /// Reports in front of it, of the same unit about the same model.
  public var otherReports: [OtherReport]
  /// Figures of the period before that are closed; empty until periods are closed.
  public var closedFigures: [ClosedFigure]
  /// Earlier valid registrations of the same unit, model and year.
  public var duplicates: [Int64]
  /// Years in which this model is registered.
  public var registeredYears: [Int]
  /// The model that a replication names as its source.
  public var sourceModel: SourceModelFacts?
  /// The models that a proposal or decision lists.
  public var models: [ModelFacts]
  /// What is known of the unit of each recipient, by its place.
  var recipientUnits: [Int: ListedUnit]
  /// What is known of each inspected unit, by its place.
  var inspectedUnits: [Int: ListedUnit]
  /// Models that may be the same as the one registered; found by `registry.overlap_candidates`, the nearest first.
  public var overlap: [OverlapCandidate]
  /// The model being registered, by which the candidates were looked for; nil if they were not.
  public var overlapSubject: OverlapSubject?
  /// What is known of appraisals, authorities and awards.
  var awards: AwardFacts

  /// Reads the facts.
  ///
  /// - Parameter text: JSON as `registry.validation_facts` gives it; members this version does not know are ignored.
  /// - Throws: `FactsError` if the database broke the contract. Nothing inside `content` is an error here.
  public init(json text: String) throws(FactsError) {
    let json: JSON
    do { json = try JSON(parsing: text) } catch { throw .syntax(offset: error.offset) }
    id = Int64(try json.required("id", \.int))
    version = try json.required("version", \.int)
    kind = try json.required("kind") { $0.text.flatMap(SubmissionKind.init) }
    state = try json.required("state", \.text)
    filedOn = try json.required("filed_on") { $0.text.flatMap { CalendarDay(iso: $0) } }
    firstFiledOn = json["first_filed_on"]?.text.flatMap { CalendarDay(iso: $0) } ?? filedOn
    supplementsUsed = try json.required("supplements_used", \.int)
    blockedBy = json["blocked_by"]?.elements?.compactMap(\.int).map(Int64.init) ?? []
    campaign = try CampaignFacts(json["campaign"] ?? .null)
    unit = try UnitFacts(json["unit"] ?? .null)
    content = json["content"] ?? .null
    sender = json["sender"].flatMap(SenderFacts.init)
    block = json["block"]?.text
    attachments = json["attachments"]?.elements?.compactMap(AttachmentFacts.init) ?? []
    otherReports = json["other_reports"]?.elements?.compactMap(OtherReport.init) ?? []
    closedFigures = json["closed_figures"]?.elements?.compactMap(ClosedFigure.init) ?? []
    duplicates = json["duplicates"]?.elements?.compactMap(\.int).map(Int64.init) ?? []
    registeredYears = json["registered_years"]?.elements?.compactMap(\.int) ?? []
    sourceModel = json["source_model"].flatMap(SourceModelFacts.init)
    models = []
    for item in json["models"]?.elements ?? [] {
      if let model = try ModelFacts(item) { models.append(model) }
    }
    recipientUnits = try Self.listedUnits(json["recipients"])
    inspectedUnits = try Self.listedUnits(json["inspected_units"])
    overlap = json["overlap"]?.elements?.compactMap(OverlapCandidate.init) ?? []
    awards = AwardFacts(json)
  }

  /// The unit that files, if exactly one existed on the day of filing.
  var certainUnit: UnitFacts.Candidate? {
    let alive = unit.candidates.filter { $0.isAlive(on: filedOn) }
    return alive.count == 1 ? alive[0] : nil
  }

  private static func listedUnits(_ json: JSON?) throws(FactsError) -> [Int: ListedUnit] {
    var units: [Int: ListedUnit] = [:]
    for item in json?.elements ?? [] {
      if let index = item["index"]?.int, let unit = try ListedUnit(item) { units[index] = unit }
    }
    return units
  }
}

extension JSON {
  /// A member that must be there.
  func required<T>(_ name: String, _ read: (JSON) -> T?) throws(FactsError) -> T {
    guard let value = self[name].flatMap(read) else { throw .field(name) }
    return value
  }
}
