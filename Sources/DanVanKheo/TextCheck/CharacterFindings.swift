import VietnameseText

/// What the rules of characters find in a text as it was received: VB-002, 003, 008 and 011.
///
/// Linear. Line by line, the first place of each: spaces and normal forms are tidied by the line.
/// - Parameters:
///   - scalars: The text as received.
///   - field: What officers call the text.
///   - legacy: What is in an old encoding, in order: its signs are letters, and nothing in it is tidied.
/// - Returns: The findings, line by line.
func characterFindings(in scalars: [UInt32], field: String, legacy: [Range<Int>] = []) -> [TextFinding] {
  var findings: [TextFinding] = []
  var passages = legacy[...]
  for line in scalars.split(separator: 0x0A, omittingEmptySubsequences: true) {
    // A CR in front of the LF belongs to the line end.
    let line = line.last == 0x0D ? line.dropLast() : line
    while let passage = passages.first, passage.upperBound <= line.startIndex { passages.removeFirst() }
    let isLegacy = passages.first.map { $0.lowerBound < line.endIndex } ?? false
    if !isLegacy, let place = untidySpace(in: line) { findings.append(TextFinding(.vb003, at: place)) }
    if let at = line.firstIndex(where: { isControl($0) && !(isLegacy && LegacyText.isByte($0)) }) {
      findings.append(unsafe(at..<at + 1, "control", field))
    } else {
      let text = excerpt(scalars, line.indices, limit: .max)
      if hasMarkup(text) {
        let at = line.firstIndex { $0 == 0x3C || $0 == 0x26 } ?? line.startIndex
        findings.append(unsafe(at..<line.endIndex, "html", field))
      } else if isFormula(text) {
        findings.append(unsafe(line.indices, "formula", field))
      }
      if !isLegacy, let place = decomposed(line, text) { findings.append(TextFinding(.vb002, at: place)) }
    }
    if let start = line.firstIndex(of: 0xFFFD) {
      let end = line[start...].firstIndex { $0 != 0xFFFD } ?? line.endIndex
      findings.append(TextFinding(.vb011, at: start..<end, .text("field", field)))
    }
  }
  return findings
}

private func unsafe(_ range: Range<Int>, _ problem: String, _ field: String) -> TextFinding {
  TextFinding(.vb008, at: range, .text("field", field), .text("problem", problem))
}

/// The first run of blanks in a line that is not a single space between words.
private func untidySpace(in line: ArraySlice<UInt32>) -> Range<Int>? {
  guard line.contains(where: { !isBlank($0) }) else { return nil }
  var at = line.startIndex
  while at < line.endIndex {
    if !isBlank(line[at]) {
      at += 1
      continue
    }
    let start = at
    while at < line.endIndex, isBlank(line[at]) { at += 1 }
    if at - start > 1 || line[start] != 0x20 || start == line.startIndex || at == line.endIndex { return start..<at }
  }
  return nil
}

/// The first letter with marks of its own, in a line that is not in normal form C.
private func decomposed(_ line: ArraySlice<UInt32>, _ text: String) -> Range<Int>? {
  guard !isPrecomposed(text) else { return nil }
  guard let mark = line.firstIndex(where: isMark) else { return line.indices }
  let end = line[mark...].firstIndex { !isMark($0) } ?? line.endIndex
  return max(line.startIndex, mark - 1)..<end
}

private func isBlank(_ value: UInt32) -> Bool {
  switch value {
  case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200B, 0x200E, 0x200F, 0x202F, 0x205F, 0x2060,
    0x3000, 0xFEFF:
    true
  default: false
  }
}

/// A control character or a direction override; line ends and tabs are none.
func isControl(_ value: UInt32) -> Bool {
  switch value {
  case 0..<0x09, 0x0E..<0x20, 0x7F..<0x85, 0x86..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
