public import VietnameseText

/// Lints a running text by the rules that need nothing but the text (soát văn bản).
///
/// Linear. Text in an old encoding is judged no further: nothing in it can be read.
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
  var findings: [TextFinding]
  if let old = legacyFinding(received, text) {
    findings = [old]
  } else {
    let composed = ComposedText(received, text)
    findings = characterFindings(in: received, field: field)
    for finding in contentFindings(in: composed.scalars, catalogue, field) {
      findings.append(TextFinding(finding, at: composed.received(finding.range)))
    }
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

/// VB-001, at the first line that is in the old encoding.
private func legacyFinding(_ scalars: [UInt32], _ text: String) -> TextFinding? {
  guard let reading = legacyReading(of: text) else { return nil }
  let lines = paragraphRanges(in: scalars)
  let line = lines.first { legacyEncoding(of: excerpt(scalars, $0, limit: .max)) != nil } ?? scalars.indices
  let written = excerpt(scalars, line, limit: .max)
  return TextFinding(.vb001, at: line, legacyValues(written, legacyReading(of: written) ?? reading))
}

/// The values of VB-001: the text as received, and what it seems to say.
func legacyValues(_ text: String, _ reading: LegacyReading) -> [FindingValue] {
  [
    .text("encoding", reading.encoding.rawValue), .text("text", text), .text("converted", reading.converted),
    .text("certainty", FigureFormat.percent(Int64(reading.certainty * 1000), of: 1000) ?? ""),
  ]
}
