/// The words and codes by which references are read: types with their nouns, issuers with their systems.
public struct DocumentVocabulary: Sendable {
  /// A code of a type as it may be written.
  struct DocumentType: Sendable {
    let code: String
    let users: DocumentTypes.Users
    let bare: DocumentTypes.Bare
    /// The spelling had to be mended.
    let isDamage: Bool
  }

  /// A noun that names a type.
  struct Noun: Sendable {
    /// The words before the last, backwards.
    let rest: [UInt64]
    let type: DocumentType
  }

  /// Whose papers a code of an issuer signs; nil in it: the shape of the symbol decides.
  struct Issuer: Sendable {
    let code: String
    let system: DocumentReference.System?
    /// Small letters belong to the code (`TTg`).
    let isMixedCase: Bool
  }

  /// The vocabulary of Vietnamese administration.
  public static let standard = DocumentVocabulary()

  private(set) var types: [UInt64: DocumentType] = [:]
  private(set) var issuers: [UInt64: Issuer] = [:]
  /// By the last word; longer ones first.
  private(set) var nouns: [UInt64: [Noun]] = [:]

  private init() {
    for row in DocumentTypes.rows {
      let type = DocumentType(code: row.code, users: row.users, bare: row.bare, isDamage: false)
      // Laws have no abbreviation that could stand in a symbol.
      if row.code != "Luật" { types[FoldedText.key(row.code)] = type }
      for noun in row.nouns {
        let words = noun.split(separator: " ").reversed().map { FoldedText.key(String($0)) }
        nouns[words[0], default: []].append(Noun(rest: Array(words.dropFirst()), type: type))
      }
    }
    for spelling in DocumentTypes.spellings {
      guard let type = types[FoldedText.key(spelling.code)] else { continue }
      types[FoldedText.key(spelling.written)] = DocumentType(
        code: type.code, users: type.users, bare: type.bare, isDamage: spelling.isDamage)
    }
    for (last, list) in nouns { nouns[last] = list.sorted { $0.rest.count > $1.rest.count } }
    let systems: [([String], DocumentReference.System?)] = [
      (DocumentIssuers.party, .party), (DocumentIssuers.state, .state), (DocumentIssuers.front, .front),
      (DocumentIssuers.organisations, .organisation), (DocumentIssuers.others, .other), (DocumentIssuers.shared, nil),
    ]
    for (codes, system) in systems {
      for code in codes {
        issuers[FoldedText.key(code)] = Issuer(
          code: code, system: system, isMixedCase: code.unicodeScalars.contains { $0.properties.isLowercase })
      }
    }
  }
}
