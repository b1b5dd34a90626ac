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
    for item in json["candidates"]?.elements ?? [] {
      let id = try item.required("id", \.int)
      candidates.append(
        Candidate(
          id: Int64(id), path: item["path"]?.text ?? item["name"]?.text ?? text,
          validFrom: item["valid_from"]?.text.flatMap { CalendarDay(iso: $0) },
          validUntil: item["valid_until"]?.text.flatMap { CalendarDay(iso: $0) },
          successors: item["successors"]?.elements?.compactMap(\.text) ?? [],
          isSplit: item["split"]?.bool ?? false))
    }
  }
}
