/// The issuer's code as it is given out: precomposed, in canonical dashes, without blanks.
enum IssuerCode {
  /// Everything behind the type, or before it where the order is reversed; nil if the symbol names no issuer.
  static func text(
    of symbol: SymbolReader.Symbol, in text: FoldedText, _ vocabulary: DocumentVocabulary
  ) -> String? {
    guard let range = symbol.issuerRange else { return nil }
    var code = ""
    var at = range.lowerBound
    while at < range.upperBound {
      switch text.letter(at) {
      case 0x20, 0x0A: at += 1
      case 0x2D:
        code += "-"
        at += 1
      case 0x2F:
        code += "/"
        at += 1
      case 0x2E where !isInitial(text, at):
        code += "."
        at += 1
      case 0x2E: at += 1
      default:
        var end = at
        while end < range.upperBound, text.isLetter(end) || text.isDigit(end) || text.letter(end) == 0x26 { end += 1 }
        if end == at { end += 1 }
        let part = part(text, at..<end, vocabulary)
        // TƯ is another spelling of TW, with or without a full stop.
        code += code.hasSuffix("T") && part == "Ư" ? "W" : part
        at = end
      }
    }
    return code
  }

  /// Tells whether a look-alike of Đ stands in a symbol.
  static func hasLookAlike(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.contains { [0xD0, 0x189, 0xF0, 0x256].contains($0.value) }
  }

  private static func part(_ text: FoldedText, _ range: Range<Int>, _ vocabulary: DocumentVocabulary) -> String {
    if let issuer = vocabulary.issuers[text.key(range)], issuer.isMixedCase || !range.contains(where: text.isCapital) {
      return issuer.code
    }
    var written = text.text(range)
    if !range.contains(where: text.isCapital) { written = written.uppercased() }
    var code = String.UnicodeScalarView()
    for scalar in written.unicodeScalars {
      switch scalar.value {
      case 0xD0, 0x189: code.append("Đ")
      case 0x1AF where code.last == "T": code.append("W")
      default: code.append(scalar)
      }
    }
    return String(code)
  }

  /// The full stop of `T.Ư` and `T.W`, which is not written.
  private static func isInitial(_ text: FoldedText, _ index: Int) -> Bool {
    text.letter(index - 1) == 0x74 && !text.isLetter(index - 2) && !text.isLetter(index + 2)
  }
}
