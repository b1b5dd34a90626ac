import VietnameseText

/// Judges the figures of a text's own paragraphs; those of portal leftovers and related news are somebody else's.
///
/// - Parameters:
///   - text: The text, precomposed.
///   - boilerplate: The portals' phrases.
/// - Returns: The findings in the order of the text.
func figureFindings(in text: String, boilerplate: Boilerplate) -> [TextFinding] {
  figureFindings(in: text, quantities: quantities(in: text, limit: 4000), boilerplate: boilerplate)
}

/// The same with quantities that are known already.
func figureFindings(in text: String, quantities: [Quantity], boilerplate: Boilerplate) -> [TextFinding] {
  let found = figureFindings(in: text, quantities: quantities)
  if found.isEmpty { return [] }
  let body = articleBody(of: scalarValues(of: text), boilerplate: boilerplate)
  return found.filter { finding in body.contains { $0.contains(finding.range.lowerBound) } }
}
