/// Lines of a text that are in an old encoding (đoạn văn bản mã cũ).
public struct LegacyPassage: Sendable, Hashable {
  /// Where they stand: half-open offsets of scalars, without the blanks at either end.
  public let range: Range<Int>
  /// The encoding they were in.
  public let encoding: LegacyEncoding

  /// What the passage says in Unicode; asked for by the scalars of the text it was found in.
  public func reading(in scalars: [UInt32]) -> LegacyReading { LegacyReading(Array(scalars[range]), encoding) }
}

/// Finds the passages of a text that are in an old encoding; what stands around them can be read.
///
/// Linear. A text of one line is in an old encoding if `legacyEncoding` says so. Of several lines, those in one encoding
/// that follow one another, with nothing between them that only Unicode has, are one passage; of a line that else is
/// Unicode only the odd words.
/// - Parameter scalars: A text as received, before spaces were tidied (TCVN3 writes ư as a soft hyphen).
/// - Returns: The passages in order; none if the text is Unicode as it should be.
public func legacyPassages(in scalars: [UInt32]) -> [LegacyPassage] {
  var lines = evidenceLines(scalars)
  var whole = LegacyEvidence()
  for line in lines { whole.add(line.evidence) }
  let verdict = whole.verdict
  if let verdict, whole.proper == 0, let first = lines.first, let last = lines.last {
    return [LegacyPassage(range: first.range.lowerBound..<last.range.upperBound, encoding: verdict)]
  }
  for index in lines.indices {
    let evidence = lines[index].evidence
    if let encoding = evidence.verdict {
      // Two odd words in a long text may be a foreign name; where they are the whole line, they are not.
      if verdict != nil || evidence.proper == 0 && evidence.count(encoding) >= 2 { lines[index].encoding = encoding }
    } else if let verdict, evidence.count(verdict) > 0 {
      lines[index].encoding = verdict
    }
  }
  return joined(lines, scalars)
}

private struct EvidenceLine {
  var range: Range<Int>
  var evidence: LegacyEvidence
  var encoding: LegacyEncoding?
}

/// The lines that hold more than blanks; only what no encoding uses for a letter ends a line.
private func evidenceLines(_ scalars: [UInt32]) -> [EvidenceLine] {
  var lines: [EvidenceLine] = []
  var start = 0
  for at in 0...scalars.count where at == scalars.count || scalars[at] == 0x0A || scalars[at] == 0x0D {
    var (first, end) = (start, at)
    while first < end, scalars[first] == 0x20 || scalars[first] == 0x09 { first += 1 }
    while end > first, scalars[end - 1] == 0x20 || scalars[end - 1] == 0x09 { end -= 1 }
    if first < end { lines.append(EvidenceLine(range: first..<end, evidence: LegacyEvidence(scalars[first..<end]))) }
    start = at + 1
  }
  return lines
}

private func joined(_ lines: [EvidenceLine], _ scalars: [UInt32]) -> [LegacyPassage] {
  var passages: [LegacyPassage] = []
  // Since the last passage there was nothing that only Unicode has.
  var isOpen = false
  for line in lines {
    guard let encoding = line.encoding else {
      if line.evidence.proper > 0 { isOpen = false }
      continue
    }
    if line.evidence.proper > line.evidence.count(encoding) {
      passages += oddWords(scalars, line.range, encoding).map { LegacyPassage(range: $0, encoding: encoding) }
      isOpen = false
      continue
    }
    if isOpen, let last = passages.last, last.encoding == encoding {
      passages[passages.count - 1] = LegacyPassage(
        range: last.range.lowerBound..<line.range.upperBound, encoding: encoding)
    } else {
      passages.append(LegacyPassage(range: line.range, encoding: encoding))
    }
    isOpen = true
  }
  return passages
}

/// The words of a line that look like an encoding; one between two of them goes with them.
private func oddWords(_ scalars: [UInt32], _ line: Range<Int>, _ encoding: LegacyEncoding) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var start = line.lowerBound
  var gap = 0
  for at in line.lowerBound...line.upperBound
  where at == line.upperBound || scalars[at] == 0x20 || scalars[at] == 0x09 {
    defer { start = at + 1 }
    if start == at { continue }
    let evidence = LegacyEvidence(scalars[start..<at])
    if evidence.count(encoding) == 0 {
      gap += evidence.proper > 0 ? 2 : 1
    } else if gap <= 1, let last = found.popLast() {
      found.append(last.lowerBound..<at)
      gap = 0
    } else {
      found.append(start..<at)
      gap = 0
    }
  }
  return found
}
