/// Where a model takes place (địa bàn): hamlets and communes by their keys, with their nouns: “thôn tân thành”.
struct Locality: Sendable {
  /// How two places lie to each other.
  enum Relation: Sendable {
    /// The same hamlet, or the same commune where one of them names no hamlet.
    case same
    /// The same commune, other hamlets.
    case neighbour
    /// Elsewhere, or not known.
    case elsewhere
  }

  /// Hamlets: thôn, bản, xóm, tổ dân phố.
  private(set) var hamlets: Set<String> = []
  /// Communes: xã, phường, thị trấn.
  private(set) var communes: Set<String> = []

  private static let communeNouns: Set<String> = ["xã", "phường", "trấn"]
  private static let upperNouns: WordSet = ["huyện", "tỉnh", "quận"]
  /// “Thành phố”: there are many a “xã Tân Thành”.
  private static let city: (WordSet, WordSet) = (["thành"], ["phố"])
  /// Of “thị trấn”, in front of whose name stands a noun that is none.
  private static let town: WordSet = ["trấn"]
  /// More names than a model has.
  private static let nameLimit = 40

  init() {}

  /// Adds the places that a key names, the part of a text between two commas or the end of a title.
  mutating func add(key: String) { add(KeyWords(key)) }

  /// Adds the places that the words from `start` on name.
  mutating func add(_ words: KeyWords, from start: Int = 0) {
    var noun: Int?
    func name(_ end: Int) -> String? { noun.flatMap { end > $0 + 1 && end <= $0 + 6 ? words.text($0..<end) : nil } }
    for index in start..<max(start, words.count) {
      let isUpper =
        Self.upperNouns.contains(words[index])
        || index + 1 < words.count && Self.city.0.contains(words[index]) && Self.city.1.contains(words[index + 1])
      guard isUpper || Self.town.contains(words[index]) || TitleCore.startsPlace(words, index), noun != index - 1 else {
        continue
      }
      keep(name(index))
      noun = isUpper ? nil : index
    }
    keep(name(words.count))
  }

  private mutating func keep(_ name: String?) {
    guard let name, hamlets.count + communes.count < Self.nameLimit else { return }
    if let noun = name.split(separator: " ").first, Self.communeNouns.contains(String(noun)) {
      communes.insert(name)
    } else {
      hamlets.insert(name)
    }
  }

  /// Takes the communes of another where this names none: a unit stands somewhere.
  func completed(by other: Locality) -> Locality {
    var result = self
    if communes.isEmpty { result.communes = other.communes }
    if hamlets.isEmpty { result.hamlets = other.hamlets }
    return result
  }

  func relation(to other: Locality) -> Relation {
    guard !communes.isDisjoint(with: other.communes) else {
      // “Thôn 1” is in every commune.
      return .elsewhere
    }
    return hamlets.isEmpty || other.hamlets.isEmpty || !hamlets.isDisjoint(with: other.hamlets) ? .same : .neighbour
  }
}
