public import VietnameseText

/// A model that is being registered, as the overlap search and its score see it.
public struct OverlapSubject: Sendable {
  /// The signature of its title.
  public let signature: TitleSignature
  let key: String
  let words: KeyWords
  let locality: Locality
  let fieldKey: String?
  let ownerKey: String?
  let unitID: Int64?
  let unitKey: String
  let root: String
  let content: ContentSketch

  /// Takes what counts from the facts of a registration.
  /// - Returns: nil for other kinds, and without a name of the model.
  public init?(_ facts: SubmissionFacts, dictionary: AbbreviationDictionary) {
    guard facts.kind == .registration, let model = facts.content["model"], let name = model["name"]?.words else {
      return nil
    }
    key = nameKey(name, dictionary: dictionary)
    guard !key.isEmpty else { return nil }
    words = KeyWords(key)
    signature = TitleSignature(key: key)
    let alive = facts.unit.candidates.filter { $0.isAlive(on: facts.filedOn) }
    let unit = alive.count == 1 ? alive[0] : nil
    unitID = unit?.id
    let path = unit?.path ?? facts.unit.text
    let places = model["places"]?.elements?.compactMap(\.text) ?? model["places"]?.text.map { [$0] } ?? []
    locality = Self.locality(words, places: places, path: path, dictionary)
    let parts = path.split(separator: ",")
    root = parts.last.map { nameKey(String($0), dictionary: dictionary) } ?? ""
    unitKey = parts.first.map { nameKey(String($0), dictionary: dictionary) } ?? ""
    fieldKey = model["field"]?.text.map { field in
      facts.campaign.fields.first { $0.code.isSame(as: field) }?.key ?? nameKey(field, dictionary: dictionary)
    }
    let subjects = facts.content["subjects"]?.elements ?? []
    ownerKey = (subjects.first { $0["role"]?.text?.isSame(as: "lead") == true } ?? subjects.first)?["name"]?.text.map {
      nameKey($0, dictionary: dictionary)
    }
    content = ContentSketch(facts.content["content"]?.text ?? "")
  }

  /// What the places of a model say, completed by where its unit stands.
  static func locality(
    _ words: KeyWords, places: [String], path: String, _ dictionary: AbbreviationDictionary
  ) -> Locality {
    var stated = Locality()
    stated.add(words, from: TitleCore.end(of: words))
    for place in places.prefix(20) where place.utf8.count <= 400 {
      for part in place.split(whereSeparator: { ",;–-".contains($0) }) {
        stated.add(key: nameKey(String(part), dictionary: dictionary))
      }
    }
    var standing = Locality()
    for part in path.split(separator: ",") { standing.add(key: nameKey(String(part), dictionary: dictionary)) }
    return stated.completed(by: standing)
  }

  /// The signature as a verdict carries it and `registry.overlap_candidates` asks by it.
  public var json: JSON {
    var members = signature.members
    members.append(JSON.Member("places", .array(places.map { .number(String($0)) })))
    members.append(JSON.Member("province", .number(String(Self.number(root) & Int64(ShortHash.prime)))))
    members.append(JSON.Member("content", .string(content.hex)))
    return .object(members)
  }

  /// The probe of one submission.
  /// - Parameter id: The submission.
  /// - Returns: One element of the list that `registry.overlap_candidates` takes.
  public func probe(id: Int64) -> JSON {
    guard case .object(var members) = json else { return .null }
    members.append(JSON.Member("id", .number(String(id))))
    if let unitID { members.append(JSON.Member("unit_id", .number(String(unitID)))) }
    return .object(members)
  }

  /// A number for each of its communes, the top of the unit's path with it: there are many communes of one name.
  private var places: [Int64] { locality.communes.sorted().prefix(4).map { Self.number("\($0), \(root)") } }

  /// A hash of 62 bits.
  private static func number(_ text: String) -> Int64 {
    var hash = PartHash(seed: 1)
    for scalar in text.unicodeScalars { hash.add(UInt64(scalar.value)) }
    return hash.value
  }
}
