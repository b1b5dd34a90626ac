/// The symbol in a number line (số, ký hiệu), read strictly: what is printed must be exactly right.
struct DocumentSymbol {
  /// The symbol as printed, without “Số”.
  var text: String
  /// The number; nil if it is no number, as in a draft.
  var number: Int?
  private var digits = ""
  private var rest = ""

  init(line: String) {
    var text = line[...]
    for prefix in ["Số:", "Số", "SỐ:", "SỐ"] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
      break
    }
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    self.text = String(text)
    digits = String(text.prefix { ("0"..."9").contains($0) })
    number = Int(digits)
    var rest = text.dropFirst(digits.count)
    // 12a
    if let letter = rest.first, letter.isLetter, !digits.isEmpty { rest.removeFirst() }
    self.rest = String(rest)
  }

  /// Tells whether the symbol has the form of a system: `12-TB/ĐU` of the Party, `12/QĐ-UBND` of the State and the Front.
  func isWellFormed(in system: DocumentSystem) -> Bool {
    guard !digits.isEmpty, digits != "0" else { return false }
    switch system {
    case .party:
      let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].first == "-" else { return false }
      return Self.isCode(parts[0].dropFirst()) && Self.isCode(parts[1])
    case .state, .front:
      var parts = rest.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      guard rest.first == "/", digits.count > 1 else { return false }
      if parts.count == 2, let year = parts.first, year.utf8.count == 4, Int(year) != nil { parts.removeFirst() }
      guard parts.count == 1, let codes = parts.first?.split(separator: "-", omittingEmptySubsequences: false) else {
        return false
      }
      return codes.count >= 2 && codes.allSatisfy(Self.isCode)
    }
  }

  /// Letters and figures, the first a letter.
  private static func isCode(_ text: Substring) -> Bool {
    (text.first?.isLetter ?? false) && text.allSatisfy { $0.isLetter || ("0"..."9").contains($0) || $0 == "-" }
  }
}
