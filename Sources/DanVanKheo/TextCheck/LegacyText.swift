import VietnameseText

/// A text of which some lines are in an old encoding: these are told, the rest can be judged.
struct LegacyText {
  /// The lines in an old encoding.
  let passages: [LegacyPassage]
  /// The text as received.
  let received: [UInt32]

  /// Looks for such lines.
  /// - Returns: nil if there are none.
  init?(_ received: [UInt32]) {
    passages = legacyPassages(in: received)
    if passages.isEmpty { return nil }
    self.received = received
  }

  /// More than anybody reads; each costs a conversion.
  private static let limit = 50

  /// VB-001, one a passage.
  var findings: [TextFinding] {
    passages.prefix(Self.limit).map { passage in
      TextFinding(
        .vb001, at: passage.range, Self.values(excerpt(received, passage.range), passage.reading(in: received)))
    }
  }

  /// The text with an ellipsis and blanks in place of each passage: what is left out, and nothing moves.
  var readable: [UInt32] {
    var readable = received
    for passage in passages {
      for at in passage.range where readable[at] != 0x0A && readable[at] != 0x0D { readable[at] = 0x20 }
      readable[passage.range.lowerBound] = 0x2026
    }
    return readable
  }

  /// True if a control character stands in it that is no byte of a letter.
  var hasControl: Bool {
    readable.contains(where: isControl)
      || passages.contains { received[$0.range].contains { isControl($0) && !Self.isByte($0) } }
  }

  /// True for what Latin-1 shows for the second and third byte of a letter in UTF-8.
  static func isByte(_ value: UInt32) -> Bool { (0x80..<0xA0).contains(value) }

  /// The values of VB-001: the text as received in one line, and what it seems to say.
  private static func values(_ text: String, _ reading: LegacyReading) -> [FindingValue] {
    [
      .text("encoding", reading.encoding.rawValue), .text("text", inOneLine(text)),
      .text("converted", inOneLine(reading.converted)),
      .text("certainty", FigureFormat.percent(Int64(reading.certainty * 1000), of: 1000) ?? ""),
    ]
  }

  private static func inOneLine(_ text: String) -> String {
    string(of: scalarValues(of: text).map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }[...])
  }
}
