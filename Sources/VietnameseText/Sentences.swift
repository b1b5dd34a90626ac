/// Cuts a text into its paragraphs: the lines that hold more than blanks (đoạn văn).
///
/// - Parameter scalars: The scalars of a text.
/// - Returns: Half-open ranges of offsets without the blanks at either end, in order.
public func paragraphRanges(in scalars: [UInt32]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var first = -1
  var last = -1
  for at in scalars.indices {
    let value = scalars[at]
    if value > 0x20 && value < 0x7F || value > 0xA0 && value < 0x1680 || CharacterKind(value) != .space {
      if first < 0 { first = at }
      last = at
    } else if value == 0x0A || value == 0x0D || value == 0x85 || value == 0x2028 || value == 0x2029 {
      if first >= 0 { ranges.append(first..<last + 1) }
      first = -1
    }
  }
  if first >= 0 { ranges.append(first..<last + 1) }
  return ranges
}

/// Cuts a paragraph into its sentences (câu).
///
/// Linear. A full stop within a number (`4.648`), behind an abbreviation (`TP. Bắc Kạn`, `TP.Bắc Kạn`) or behind the
/// number of a list item ends no sentence; one that was glued to the next sentence (`Nhân dân”.Các`) does.
/// - Parameters:
///   - scalars: The scalars of the text.
///   - paragraph: A paragraph in them.
/// - Returns: Half-open ranges of offsets that follow one another, without blanks between them.
public func sentenceRanges(in scalars: [UInt32], paragraph: Range<Int>) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = paragraph.lowerBound
  var at = start
  while at < paragraph.upperBound {
    let mark = scalars[at]
    at += 1
    guard mark == 0x2E || mark == 0x21 || mark == 0x3F || mark == 0x2026 else { continue }
    var end = at
    while end < paragraph.upperBound, isClosing(scalars[end]) { end += 1 }
    if end < paragraph.upperBound {
      let next = scalars[end]
      let isSpaced = CharacterKind(next) == .space
      guard isSpaced || VietnameseLetter(next)?.isUpper == true else {
        // No mark of this run ends a sentence: looked at one by one, a text of dots would take seconds.
        at = end
        continue
      }
      if mark == 0x2E, end == at, isAbbreviation(scalars, start..<at - 1, isSpaced: isSpaced) { continue }
    }
    ranges.append(start..<end)
    while end < paragraph.upperBound, CharacterKind(scalars[end]) == .space { end += 1 }
    start = end
    at = max(at, end)
  }
  if start < paragraph.upperBound { ranges.append(start..<paragraph.upperBound) }
  return ranges
}

/// Further marks and closing quotes behind the mark that ends a sentence; `/.` ends a document.
private func isClosing(_ value: UInt32) -> Bool {
  switch value {
  case 0x21, 0x22, 0x29, 0x2E, 0x2F, 0x3F, 0x5D, 0xBB, 0x2019, 0x201D, 0x2026: true
  default: false
  }
}

/// Up to two capitals, or up to four straight before a capital, or the number in front of a list item.
private func isAbbreviation(_ scalars: [UInt32], _ sentence: Range<Int>, isSpaced: Bool) -> Bool {
  var from = sentence.upperBound
  while from > sentence.lowerBound, sentence.upperBound - from < 5, isWord(scalars[from - 1]) { from -= 1 }
  let word = scalars[from..<sentence.upperBound]
  guard !word.isEmpty, word.count <= (isSpaced ? 2 : 4) else { return false }
  if word.allSatisfy({ (0x30...0x39).contains($0) }) { return from == sentence.lowerBound }
  return word.allSatisfy { VietnameseLetter($0)?.isUpper == true }
}

private func isWord(_ value: UInt32) -> Bool { isLetter(value) || (0x30...0x39).contains(value) }
