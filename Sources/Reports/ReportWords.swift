import DanVanKheo

/// The wording of the report's pages, as the database keeps it (terms of the family `report`).
struct ReportWords: Sendable {
  private let words: [String: String]

  /// Reads the data of `stats.report_words`.
  init(json text: String) throws(ReportError) {
    guard case .object(let members) = JSON(ifValid: text) else { throw .unexpectedShape(path: "words") }
    words = Dictionary(members.compactMap { member in member.value.text.map { (member.name, $0) } }) { first, _ in first
    }
  }

  /// The words of a code; the code itself where the data lacks it, so that a page is never without its figures.
  subscript(code: String) -> String { words[code] ?? code }

  /// Whether the data has words of a code.
  func has(_ code: String) -> Bool { words[code] != nil }

  /// A sentence with its places filled: `{n}` by the value of `n`.
  ///
  /// What a value brings along is not read again, so a name with braces stays as it is.
  func callAsFunction(_ code: String, _ values: KeyValuePairs<String, String>) -> String {
    var rest = self[code][...]
    var filled = ""
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"),
        let value = values.first(where: { $0.key == rest[rest.index(after: open)..<close] })?.value
      else {
        filled += "{"
        rest = rest.dropFirst()
        continue
      }
      filled += value
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
