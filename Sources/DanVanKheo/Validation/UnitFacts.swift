public import VietnameseText

/// The unit that a submission names, with every unit it may mean (đơn vị gửi).
public struct UnitFacts: Sendable {
  /// A unit of that code or name, alive or not.
  public struct Candidate: Sendable {
    /// Its id.
    public var id: Int64
    /// Its name with the units above it.
    public var path: String
    /// First day; nil if unknown.
    public var validFrom: CalendarDay?
    /// Last day; nil if it still exists.
    public var validUntil: CalendarDay?
    /// The names of the units that took over.
    public var successors: [String]
    /// True if it was divided, or a part of it went elsewhere: its figures cannot follow by themselves.
    public var isSplit: Bool

    /// Tells whether it existed on a day.
    func isAlive(on day: CalendarDay) -> Bool {
      (validFrom.map { $0 <= day } ?? true) && (validUntil.map { day <= $0 } ?? true)
    }
  }

  /// The code or name as written.
  public var text: String
  /// All units of that code or name.
  public var candidates: [Candidate]

  init(_ json: JSON) throws(FactsError) {
    text = try json.required("text", \.text)
    candidates = []
    for item in json["candidates"]?.elements ?? [] { candidates.append(try Candidate(item, text: text)) }
  }
}

extension UnitFacts.Candidate {
  /// Reads a unit's card.
  ///
  /// - Parameters:
  ///   - json: The card, as `registry.validation_facts` makes it.
  ///   - text: How the unit is called where the card has no name.
  /// - Throws: `FactsError` if the card has no id.
  init(_ json: JSON, text: String) throws(FactsError) {
    id = Int64(try json.required("id", \.int))
    path = json["path"]?.text ?? json["name"]?.text ?? text
    validFrom = json["valid_from"]?.text.flatMap { CalendarDay(iso: $0) }
    validUntil = json["valid_until"]?.text.flatMap { CalendarDay(iso: $0) }
    successors = json["successors"]?.elements?.compactMap(\.text) ?? []
    isSplit = json["split"]?.bool ?? false
  }
}

/// What is known of a unit that an item of a list names.
struct ListedUnit: Sendable {
  /// How many units it may be on the day of filing; 1 if it is certain.
  var candidates: Int
  /// Where none of that name existed on the day: the one that had ended last; nil if there never was one.
  var ended: UnitFacts.Candidate?

  /// Reads an item of the facts; nil if it says nothing of a unit.
  init?(_ json: JSON) throws(FactsError) {
    guard let count = json["unit_candidates"]?.int else { return nil }
    candidates = count
    if let card = json["ended_unit"], card["id"] != nil { ended = try UnitFacts.Candidate(card, text: "") }
  }
}
