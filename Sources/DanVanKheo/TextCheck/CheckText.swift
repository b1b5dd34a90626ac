public import VietnameseText

/// Lints a running text by the rules that need nothing but the text (soát văn bản).
///
/// Linear. Lines in an old encoding are judged no further, as nothing in them can be read; the others are.
/// - Parameters:
///   - text: The text as received.
///   - catalogue: The rule book; rules without a row find nothing.
///   - day: The day whose rules count.
///   - field: What officers call the text in messages.
/// - Returns: The findings in the order of the text.
public func checkText(
  _ text: String, catalogue: RuleCatalogue, on day: CalendarDay, field: String = "Văn bản"
) -> [CheckedFinding] {
  let received = scalarValues(of: text)
  let legacy = LegacyText(received)
  let readable = legacy?.readable ?? received
  let composed = ComposedText(readable, legacy == nil ? text : string(of: readable[...]))
  var findings = legacy?.findings ?? []
  findings += characterFindings(in: received, field: field, legacy: legacy?.passages.map(\.range) ?? [])
  for finding in contentFindings(in: composed.scalars, catalogue, field) {
    findings.append(TextFinding(finding, at: composed.received(finding.range)))
  }
  return findings.enumerated()
    .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
    .compactMap { _, finding in
      catalogue.row(finding.code, on: day).map { row in
        CheckedFinding(
          code: finding.code, severity: row.severity, range: finding.range,
          message: row.message.rendered(finding.values),
          excerpt: FindingValue.text("", excerpt(received, finding.range)).written,
          data: .object(finding.values.map { JSON.Member($0.name, $0.json) }))
      }
    }
}

/// What the text says, right or wrong: every family of rules over a precomposed text.
private func contentFindings(in scalars: [UInt32], _ catalogue: RuleCatalogue, _ field: String) -> [TextFinding] {
  languageFindings(in: scalars, boilerplate: catalogue.boilerplate, field: field)
    + figureFindings(in: excerpt(scalars, scalars.indices, limit: .max), boilerplate: catalogue.boilerplate)
}
