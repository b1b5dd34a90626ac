import VietnameseText

/// What the rules of written Vietnamese find in a text: VB-004, 005, 006, 007, 009, 010 and DK-015.
///
/// Linear; of one rule at most 200, more than anybody reads.
/// - Parameters:
///   - scalars: The text, precomposed and without old encodings.
///   - boilerplate: The portals' phrases.
///   - field: What officers call the text.
///   - isNameOfSubject: Whether the text names a subject; then one name in front of the dots is an open list too.
/// - Returns: The findings, rule by rule; each rule's in the order of the text.
func languageFindings(
  in scalars: [UInt32], boilerplate: Boilerplate, field: @autoclosure () -> String, isNameOfSubject: Bool = false
) -> [TextFinding] {
  var findings: [TextFinding] = []
  let limit = 200
  func quoted(_ name: String, _ range: Range<Int>) -> FindingValue { .text(name, excerpt(scalars, range)) }

  let paragraphs = paragraphRanges(in: scalars)
  let leftovers = textBlocks(of: scalars, paragraphs: paragraphs, boilerplate: boilerplate).compactMap(\.leftover)
  for leftover in leftovers.prefix(limit) {
    findings.append(TextFinding(.vb004, at: leftover, .text("field", field()), quoted("text", leftover)))
  }
  let quotes = paragraphs.lazy.compactMap { paragraph in
    unbalancedQuote(in: scalars, paragraph: paragraph).map { (paragraph, $0) }
  }
  for (paragraph, at) in quotes.prefix(limit) {
    findings.append(
      TextFinding(.vb005, at: at..<at + 1, quoted("text", at..<min(at + 40, paragraph.upperBound))))
  }
  let words = wordRanges(in: scalars)
  for word in lookAlikeWords(in: scalars, words: words).prefix(limit) {
    findings.append(
      TextFinding(.vb006, at: word, .text("code_points", codePoints(scalars[word])), quoted("text", word)))
  }
  if scalars.count >= 60 {
    for passage in repeatedPassages(in: scalars, paragraphs: paragraphs).prefix(limit) {
      findings.append(TextFinding(.vb007, at: passage, quoted("text", passage)))
    }
  }
  if let mixed = mixedToneStyles(in: scalars, words: words) {
    let later = mixed.old.lowerBound > mixed.new.lowerBound ? mixed.old : mixed.new
    findings.append(TextFinding(.vb009, at: later, quoted("old", mixed.old), quoted("new", mixed.new)))
  }
  for word in misplacedTones(in: scalars, words: words).prefix(limit) {
    findings.append(TextFinding(.vb010, at: word.range, quoted("text", word.range), .text("expected", word.expected)))
  }
  for list in openLists(in: scalars, leastNames: isNameOfSubject ? 1 : 2).prefix(limit) {
    findings.append(TextFinding(.dk015, at: list, quoted("text", list)))
  }
  return findings
}

/// A piece of a text as a text; by default no longer than a finding quotes.
func excerpt(_ scalars: [UInt32], _ range: Range<Int>, limit: Int = 400) -> String {
  string(of: scalars[range].prefix(limit))
}

/// The look-alikes of a word, each once: `U+00D0`.
private func codePoints(_ word: ArraySlice<UInt32>) -> String {
  var seen: [String] = []
  for value in word where isLookAlike(value) {
    let digits = String(value, radix: 16, uppercase: true)
    let written = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    if !seen.contains(written) { seen.append(written) }
  }
  return seen.joined(separator: ", ")
}
