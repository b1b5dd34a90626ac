import Foundation

/// Other ways to write the same words: what people's keyboards and files really do.
enum Spelling {
  /// The old placing of tone marks (hoà, uỷ) instead of the new one (hòa, ủy).
  static func oldTones(_ text: String) -> String {
    let pairs = [
      ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"), ("óe", "oé"), ("ỏe", "oẻ"),
      ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
    ]
    return pairs.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal) }
  }

  /// Every letter decomposed into its base and its marks (NFD), as macOS file names are.
  static func decomposed(_ text: String) -> String {
    text.decomposedStringWithCanonicalMapping
  }

  /// No-break spaces and doubled spaces, as in text copied from a portal.
  static func withStraySpaces(_ text: String) -> String {
    text.replacingOccurrences(of: " ", with: "\u{A0} ", options: .literal)
  }

  /// Applies a spelling to every text of a value.
  static func respell(_ value: JSONValue, _ spell: (String) -> String) -> JSONValue {
    switch value {
    case .text(let text): .text(spell(text))
    case .array(let elements): .array(elements.map { respell($0, spell) })
    case .object(let members): .object(members.map { .init(name: $0.name, value: respell($0.value, spell)) })
    default: value
    }
  }
}
