internal import ArgumentParser
internal import VietnameseText

/// `dvkd text references`.
struct TextReferences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "Find the documents a text refers to (số, ký hiệu văn bản).")

  mutating func run() throws {
    try TextLines.answer(unreadable: "[]") { line in
      try JSONText.line(documentReferences(in: line).map(Answer.init))
    }
  }

  /// A reference in the field names of the contract; unknown fields are null, never left out.
  private struct Answer: Encodable {
    let reference: DocumentReference

    private enum CodingKeys: String, CodingKey {
      case raw, start, end, number, suffix, date, system, repaired
      case yearInNumber = "year_in_number"
      case typeCode = "type_code"
      case issuerCode = "issuer_code"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(reference.raw, forKey: .raw)
      try container.encode(reference.start, forKey: .start)
      try container.encode(reference.end, forKey: .end)
      try container.encode(reference.number, forKey: .number)
      try container.encode(reference.suffix, forKey: .suffix)
      try container.encode(reference.yearInNumber, forKey: .yearInNumber)
      try container.encode(reference.typeCode, forKey: .typeCode)
      try container.encode(reference.issuerCode, forKey: .issuerCode)
      try container.encode(reference.date, forKey: .date)
      try container.encode(reference.system?.rawValue, forKey: .system)
      try container.encode(reference.repaired, forKey: .repaired)
    }
  }
}
