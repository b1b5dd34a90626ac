import VietnameseText

/// How much a model being registered overlaps with another (chồng chéo): by name, place, owner, field and content.
struct OverlapScore: Sendable {
  /// How alike the names are, their addresses left out; 0...1.
  let name: Double
  /// The comparison keys are equal.
  let isSameName: Bool
  /// Where they lie to each other.
  let place: Locality.Relation
  /// The same unit registered both.
  let isSameUnit: Bool
  /// The same unit, or the same leading subject.
  let isSameOwner: Bool
  /// The same field.
  let isSameField: Bool
  /// How alike the contents are; nil if that cannot be told.
  let content: Double?
  /// One content is a copy of the other.
  let isCopy: Bool

  /// Names of this similarity are names of one thing.
  static let alikeName = 0.7
  /// From here on it is asked whether the two are one.
  static let overlapPercent = 72

  /// Compares a model that is being registered with one that is there.
  /// - Returns: nil when neither their names are alike nor their contents copies: then nothing else counts.
  init?(_ subject: OverlapSubject, _ candidate: OverlapCandidate, dictionary: AbbreviationDictionary) {
    let words = KeyWords(nameKey(candidate.name, dictionary: dictionary))
    name = Self.name(subject.words, words)
    isCopy = candidate.content.map { subject.content.isCopy(of: $0) } ?? false
    guard name >= Self.alikeName || isCopy else { return nil }
    let theirs = OverlapSubject.locality(
      words, places: candidate.places, path: candidate.unitPath, dictionary)
    isSameUnit = subject.unitID == candidate.unitID
    let relation = subject.locality.relation(to: theirs)
    // An agency stands in no commune that anyone named.
    place = relation == .elsewhere && isSameUnit && subject.locality.communes.isEmpty ? .same : relation
    // “Chi hội Phụ nữ thôn 1” is in every commune.
    isSameOwner =
      isSameUnit || place != .elsewhere && subject.ownerKey == nameKey(candidate.owner, dictionary: dictionary)
    isSameName = subject.key == words.text(words.all)
    isSameField = subject.fieldKey != nil && subject.fieldKey == candidate.fieldKey
    content = candidate.content.flatMap { subject.content.similarity(to: $0) }
  }

  /// The names are names of one thing.
  var isAlike: Bool { name >= Self.alikeName }

  /// One thing, called as before or renamed: a copied content under another title counts where it was copied from, in
  /// the unit or the place.
  var isOneThing: Bool { isAlike || isRenamed }

  /// A copied content under a new title, in the same unit or place.
  var isRenamed: Bool { isCopy && !isAlike && (isSameUnit || place == .same) }

  /// The whole in percent: name 50, place 20, content 15, field 10, owner 5; what is unknown is left out.
  ///
  /// Of a content under a new title only the content counts.
  var percent: Int {
    if isRenamed { return Int(((content ?? 0) * 100).rounded()) }
    let shared = (place == .same ? 20.0 : 0) + (isSameField ? 10 : 0) + (isSameOwner ? 5 : 0)
    let sum = 50 * name + 15 * (content ?? 0) + shared
    return Int((sum / (content == nil ? 85 : 100) * 100).rounded())
  }

  /// The two may be one and the same: alike in name, and in one place or one field; or a copy under a new title.
  ///
  /// A common title in another place is none; only a copied content makes it one.
  var isOverlap: Bool {
    if isRenamed { return true }
    guard isAlike, percent >= Self.overlapPercent else { return false }
    // One unit may do the same in several hamlets; the same name again in one year is DK-006's.
    return isSameUnit ? place == .same && !isSameName : place == .same || isSameField
  }

  /// Compares names without their addresses.
  private static func name(_ one: KeyWords, _ other: KeyWords) -> Double {
    let (mine, theirs) = (core(one), core(other))
    let similarity = Trigrams(words: one, mine).similarity(to: Trigrams(words: other, theirs))
    // “trồng cây quế” and “trồng cây quế phát triển kinh tế”: the same with its purpose added.
    let least = min(mine.count, theirs.count)
    let isBegun = least >= 3 && zip(mine, theirs).allSatisfy { one[$0] == other[$1] }
    return max(similarity, isBegun ? 0.8 : 0)
  }

  /// Words in front of a title that its template may or may not have.
  private static let lead: WordSet = [
    "mô", "hình", "dân", "vận", "khéo", "động", "tuyên", "truyền", "nhân", "trong", "thực", "hiện", "hội", "viên",
    "cán",
    "bộ", "và", "các", "tham", "gia",
  ]

  private static func core(_ words: KeyWords) -> Range<Int> {
    let end = TitleCore.end(of: words)
    var start = 0
    while start + 3 < end, lead.contains(words[start]) { start += 1 }
    return start..<end
  }
}
