import DanVanKheo
import Foundation
import VietnameseText

/// A function of the text rooms that a submission's text may reach.
struct TextFunction {
  let name: String
  /// Calls it; the result only keeps the call alive.
  let call: (String) -> Int

  /// All of them, by the rule book of the checkout.
  static func all() throws -> [TextFunction] {
    let folder = URL(fileURLWithPath: try Script.find("deploy/dev/postgres")).deletingLastPathComponent()
      .appendingPathComponent("../../sql/reference").standardizedFileURL
    func file(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    guard let day = CalendarDay(year: 2026, month: 3, day: 2) else { return [] }
    return all(
      try RuleCatalogue(
        version: 2, rules: file("rules.csv"), abbreviations: file("abbreviations.csv"),
        boilerplate: file("boilerplate.csv"), words: file("words.csv")), on: day)
  }

  /// All of them; texts are cut and judged by a rule book.
  private static func all(_ catalogue: RuleCatalogue, on day: CalendarDay) -> [TextFunction] {
    [
      TextFunction(name: "check") { checkText($0, catalogue: catalogue, on: day).count },
      TextFunction(name: "quantities") { quantities(in: $0).count },
      TextFunction(name: "references") { documentReferences(in: $0).count },
      TextFunction(name: "claims") { claims(in: $0, boilerplate: catalogue.boilerplate).count },
      TextFunction(name: "normalise") { precomposed($0).utf8.count + (isPrecomposed($0) ? 1 : 0) },
      TextFunction(name: "spaces") { tidySpaces($0).utf8.count },
      TextFunction(name: "encodings") { legacyReading(of: $0)?.converted.utf8.count ?? 0 },
      TextFunction(name: "unsafe") { (hasMarkup($0) ? 1 : 0) + (isFormula($0) ? 1 : 0) },
      TextFunction(name: "dates") { if case .unreadable = readDate($0) { 0 } else { 1 } },
      TextFunction(name: "numbers") { if case .unreadable = readNumber($0) { 0 } else { 1 } },
      TextFunction(name: "name key") { nameKey($0, dictionary: catalogue.abbreviations).utf8.count },
      TextFunction(name: "search key") { searchKey($0, dictionary: catalogue.abbreviations).utf8.count },
      TextFunction(name: "order") { VietnameseOrder($0) < VietnameseOrder("") ? 1 : 0 },
      TextFunction(name: "person order") { PersonNameOrder($0) < PersonNameOrder("") ? 1 : 0 },
      TextFunction(name: "signature") {
        TitleSignature(key: nameKey($0, dictionary: catalogue.abbreviations)).parts.count
      },
      TextFunction(name: "blocks") { text in
        let scalars = scalarValues(of: text)
        let paragraphs = paragraphRanges(in: scalars)
        return textBlocks(of: scalars, paragraphs: paragraphs, boilerplate: catalogue.boilerplate).count
          + articleBody(of: scalars, boilerplate: catalogue.boilerplate).count
      },
      TextFunction(name: "sentences") { text in
        let scalars = scalarValues(of: text)
        return paragraphRanges(in: scalars).reduce(0) { $0 + sentenceRanges(in: scalars, paragraph: $1).count }
      },
      TextFunction(name: "report") { verdict(on: $0, "report", "narrative", catalogue) },
      TextFunction(name: "registration") { verdict(on: $0, "registration", "outputs", catalogue) },
      TextFunction(name: "content") { verdict(on: $0, "registration", "content", catalogue) },
    ]
  }

  /// How many findings a submission has that says nothing but one text.
  private static func verdict(on text: String, _ kind: String, _ member: String, _ catalogue: RuleCatalogue) -> Int {
    let facts = JSON.object([
      JSON.Member("id", .number("1")), JSON.Member("version", .number("1")), JSON.Member("kind", .string(kind)),
      JSON.Member("state", .string("submitted")), JSON.Member("filed_on", .string("2026-03-02")),
      JSON.Member("source", .string("bench")), JSON.Member("supplements_used", .number("0")),
      JSON.Member(
        "unit", .object([JSON.Member("text", .string("Xã Nông Thượng")), JSON.Member("candidates", .array([]))])),
      JSON.Member(
        "campaign",
        .object([
          JSON.Member("code", .string("DVK-2026")), JSON.Member("rule_set", .number("2")),
          JSON.Member("from", .string("2026-01-01")), JSON.Member("to", .string("2026-12-31")),
          JSON.Member(
            "parameters",
            .object([
              JSON.Member("supplement_limit", .number("1")), JSON.Member("change_limit_percent", .number("100")),
            ])),
        ])),
      JSON.Member("content", .object([JSON.Member(member, .string(text))])),
    ])
    do {
      return validate(try SubmissionFacts(json: facts.written), catalogue: catalogue).findings.count
    } catch {
      preconditionFailure("the facts of the benchmark are broken: \(error)")
    }
  }
}
