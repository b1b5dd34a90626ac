import VietnameseText

/// Finds totals that differ from the sum of the parts beside them (BC-004), and parts that are no exact figures (BC-015).
///
/// Parts and total are known by a sum that is written out (`24 + 8 + 89 + 6 = 127`), or by “gồm” or “chia ra” between a
/// total and a closed list of parts of the same noun. “Trong đó” may name a mere share of the total, and the same thing
/// twice: it is never judged; “cụ thể” is only where a name with a colon announces every part.
func sumFindings(_ quantities: [Quantity], _ survey: FigureSurvey) -> [TextFinding] {
  guard quantities.count >= 3 else { return [] }
  var findings: [TextFinding] = []
  var at = 0
  while at < quantities.count {
    let end = chainEnd(quantities, at, survey)
    if end > at + 1 {
      if let finding = writtenOutFinding(quantities, at..<end, survey) { findings.append(finding) }
      at = end
    } else {
      at += 1
    }
  }
  for cue in survey.cues(quantities) {
    if let finding = listFinding(quantities, cue, survey) { findings.append(finding) }
  }
  return findings
}

/// A word that joins a total and its parts.
struct SumCue {
  /// “gồm” and “chia ra” announce all parts, “cụ thể” perhaps only some.
  var announcesAll: Bool
  /// The first quantity behind it.
  var next: Int
  /// The sentence it stands in.
  var sentence: Int
  var offset: Int
}

// MARK: Sums written out

/// The quantity behind the last one that is joined by a plus sign.
private func chainEnd(_ quantities: [Quantity], _ start: Int, _ survey: FigureSurvey) -> Int {
  var end = start + 1
  while end < quantities.count, value(quantities[end - 1]) != nil, value(quantities[end]) != nil,
    survey.gap(quantities[end - 1], quantities[end]) == [0x2B]
  {
    end += 1
  }
  return end
}

private func writtenOutFinding(_ quantities: [Quantity], _ chain: Range<Int>, _ survey: FigureSurvey) -> TextFinding? {
  var total: Int?
  if chain.upperBound < quantities.count,
    survey.gap(quantities[chain.upperBound - 1], quantities[chain.upperBound]) == [0x3D]
  {
    total = chain.upperBound
  } else if chain.lowerBound > 0 {
    let gap = survey.gap(quantities[chain.lowerBound - 1], quantities[chain.lowerBound])
    if gap == [0x3D] || gap == [0x28] || gap == [0x3A] { total = chain.lowerBound - 1 }
  }
  guard let total, let sum = value(quantities[total]), quantities[total].unit == nil || agree(quantities, total, chain),
    !isOverlapping(from: quantities[min(total, chain.lowerBound)], to: quantities[chain.upperBound - 1], survey)
  else { return nil }
  return judge(quantities, total, sum, Array(chain))
}

/// Units do not contradict: the total's is the parts', or these have none.
private func agree(_ quantities: [Quantity], _ total: Int, _ chain: Range<Int>) -> Bool {
  chain.allSatisfy { quantities[$0].unit == nil || quantities[$0].noun == quantities[total].noun }
}

// MARK: Lists of parts

private func listFinding(_ quantities: [Quantity], _ cue: SumCue, _ survey: FigureSurvey) -> TextFinding? {
  guard cue.next < quantities.count else { return nil }
  guard let noun = quantities[cue.next].noun, value(quantities[cue.next]) != nil else {
    return chainBehindCue(quantities, cue, survey)
  }
  guard
    let total = (max(0, cue.next - 40)..<cue.next).last(where: {
      quantities[$0].noun == noun && value(quantities[$0]) != nil && !survey.isBracketed(quantities[$0])
        && !survey.words(before: quantities[$0].range.lowerBound, limit: 2).contains(where: FigureWords.change.contains)
    }), let sum = value(quantities[total])
  else { return nil }
  let distance = cue.sentence - survey.sentenceIndex(quantities[total])
  if cue.announcesAll ? distance > 0 : distance > 1 && !survey.isItem(quantities[cue.next]) { return nil }
  guard let parts = parts(quantities, cue, noun, survey), isClosed(quantities, cue, parts, survey) else { return nil }
  if parts.contains(where: { quantities[$0].approximation != nil }) {
    let isSum = (cue.announcesAll || parts.count >= 3) && !isOpen(quantities, cue, parts, survey)
    return isSum ? judge(quantities, total, sum, parts) : nil
  }
  // Where the list runs over several sentences the sum may be reached before its end.
  guard let added = addedUp(quantities, parts), let difference = sum.adding(added.negated)?.mantissa.magnitude,
    let whole = sum.whole, added.scale == 0
  else { return nil }
  let tolerance = cue.announcesAll ? UInt64(whole.magnitude) / 5 : max(1, UInt64(whole.magnitude) / 50)
  guard parts.count >= (cue.announcesAll ? 2 : 3), difference <= tolerance else { return nil }
  return difference == 0 || isOpen(quantities, cue, parts, survey) ? nil : judge(quantities, total, sum, parts)
}

/// 127 mô hình, gồm 24 + 8 + 89 + 6.
private func chainBehindCue(_ quantities: [Quantity], _ cue: SumCue, _ survey: FigureSurvey) -> TextFinding? {
  let end = chainEnd(quantities, cue.next, survey)
  guard cue.announcesAll, end > cue.next + 1, cue.next > 0, let sum = value(quantities[cue.next - 1]),
    survey.sentenceIndex(quantities[cue.next - 1]) == cue.sentence,
    end == quantities.count || survey.gap(quantities[end - 1], quantities[end]) != [0x3D],
    !isOverlapping(from: quantities[cue.next - 1], to: quantities[end - 1], survey)
  else { return nil }
  return judge(quantities, cue.next - 1, sum, Array(cue.next..<end))
}

/// The counts of one noun that a list names.
private func parts(_ quantities: [Quantity], _ cue: SumCue, _ noun: String, _ survey: FigureSurvey) -> [Int]? {
  var parts: [Int] = []
  var sentence = cue.sentence
  for index in cue.next..<min(quantities.count, cue.next + 60) {
    let quantity = quantities[index]
    let own = survey.sentenceIndex(quantity)
    if own > sentence {
      // “Khối doanh nghiệp: 06 mô hình” goes on with the list of a sentence before.
      guard own == sentence + 1, survey.isItem(quantity), let last = parts.last, survey.isItem(quantities[last]),
        quantity.noun == noun
      else { break }
      sentence = own
    }
    if quantity.noun == noun, value(quantity) != nil, !survey.isBracketed(quantity) { parts.append(index) }
  }
  return parts.isEmpty ? nil : parts
}

/// True if “và” or a semicolon before the last part says that the list ends there; behind “cụ thể” if each part has its
/// own name.
private func isClosed(_ quantities: [Quantity], _ cue: SumCue, _ parts: [Int], _ survey: FigureSurvey) -> Bool {
  guard parts.count >= 2 else { return false }
  let areItems = parts.count >= 3 && parts.allSatisfy { survey.isItem(quantities[$0]) }
  if !cue.announcesAll || areItems { return areItems }
  let last = parts[parts.count - 1]
  let gap = quantities[parts[parts.count - 2]].range.upperBound..<quantities[last].range.lowerBound
  if gap.count > 200 { return false }
  return survey.words(in: gap).contains("và") || parts.count >= 3 && survey.has(0x3B, in: gap)
}

/// True if the words beside a sum say that something may be counted twice: “có 1 mô hình thuộc hai lĩnh vực”.
private func isOverlapping(from first: Quantity, to last: Quantity, _ survey: FigureSurvey) -> Bool {
  let sentence = survey.range(ofSentence: survey.sentenceIndex(last))
  let end = max(last.range.upperBound, min(sentence.upperBound, last.range.upperBound + 200))
  let list = first.range.lowerBound..<end
  return list.count > 4000 || survey.words(in: list).mentions(SumWords.twice)
}

/// True if a list is open or says a part of it in words: then its sum is not the total.
private func isOpen(_ quantities: [Quantity], _ cue: SumCue, _ parts: [Int], _ survey: FigureSurvey) -> Bool {
  guard let last = parts.last else { return true }
  let sentence = survey.range(ofSentence: survey.sentenceIndex(quantities[last]))
  let end = min(sentence.upperBound, quantities[last].range.upperBound + 200)
  let list = cue.offset..<max(cue.offset, end)
  // “…” at the start of the next line stands for items that cannot be read.
  let next = survey.scalars[sentence.upperBound...].first { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 }
  return next == 0x2026 || list.count > 4000 || survey.has(0x2026, in: list) || survey.text(list).contains("..")
    || survey.words(in: list).mentions(SumWords.rest.union(SumWords.twice).union(SumWords.degrees))
}

private enum SumWords {
  static let rest: Set<String> = ["còn lại", "khác", "một số", "nhiều", "vv", "chủ yếu", "trong đó", "riêng"]
  /// One thing may be two of the parts.
  static let twice: Set<String> = [
    "thuộc hai", "thuộc cả", "cả hai", "vừa", "trùng", "đồng thời", "lồng ghép", "thuộc nhiều",
  ]
  /// What has one of these has another too: a model commune is one that reached the standard.
  static let degrees: Set<String> = [
    "đạt chuẩn", "nâng cao", "kiểu mẫu", "vùng cao", "vùng sâu", "biên giới", "đặc biệt", "tiêu biểu", "xuất sắc",
  ]
}

// MARK: Judging

/// BC-015 if a part is no exact figure, BC-004 if the sum differs.
private func judge(_ quantities: [Quantity], _ total: Int, _ sum: DecimalNumber, _ parts: [Int]) -> TextFinding? {
  if quantities[total].approximation != nil { return nil }
  if let vague = parts.first(where: { quantities[$0].approximation != nil }) {
    return TextFinding(.bc015, at: quantities[vague].range, .text("text", quantities[vague].raw))
  }
  guard let added = addedUp(quantities, parts), let difference = sum.adding(added.negated), difference.mantissa != 0
  else { return nil }
  return TextFinding(
    .bc004, at: quantities[total].range, .number("total", sum), .number("sum", added),
    .number("difference", difference))
}

private func addedUp(_ quantities: [Quantity], _ parts: [Int]) -> DecimalNumber? {
  parts.reduce(DecimalNumber(mantissa: 0)) { sum, part in
    value(quantities[part]).flatMap { sum?.adding($0) }
  }
}

/// A number that may be added.
private func value(_ quantity: Quantity) -> DecimalNumber? {
  guard quantity.per == nil else { return nil }
  switch quantity.content {
  case .count(let value), .measure(let value): return value
  case .money(let value, _): return value
  default: return nil
  }
}

extension Quantity {
  /// The noun that is counted or the unit, in lower case.
  fileprivate var noun: String? {
    if case .money(_, let currency) = content { return currency }
    return unit?.lowercased()
  }
}

extension FigureSurvey {
  /// What stands between two quantities, blanks left out; nil if it is long.
  fileprivate func gap(_ left: Quantity, _ right: Quantity) -> [UInt32]? {
    let gap = left.range.upperBound..<right.range.lowerBound
    return gap.count <= 6 ? scalars[gap].filter { $0 != 0x20 && $0 != 0xA0 } : nil
  }

  /// True if a colon announces the quantity: “Khối Nội chính: 08 mô hình”.
  fileprivate func isItem(_ quantity: Quantity) -> Bool {
    var at = quantity.range.lowerBound - 1
    while at >= 0, scalars[at] == 0x20 || scalars[at] == 0xA0 { at -= 1 }
    return at >= 0 && scalars[at] == 0x3A
  }

  /// The words that join totals and parts, in the order of the text.
  fileprivate func cues(_ quantities: [Quantity]) -> [SumCue] {
    var cues: [SumCue] = []
    var next = 0
    var sentence = 0
    for at in scalars.indices {
      guard at == 0 || !Self.isLetter(scalars[at - 1]),
        let cue = Self.cueWords.first(where: { starts(with: $0.word, at) })
      else { continue }
      while next < quantities.count, quantities[next].range.lowerBound < at { next += 1 }
      while sentence < sentenceEnds.count - 1, sentenceEnds[sentence] <= at { sentence += 1 }
      // “bao gồm, cụ thể”: the last word before the list counts. More lists than that nobody writes.
      if cues.last?.next == next { cues.removeLast() }
      if cues.count == 100 { break }
      cues.append(SumCue(announcesAll: cue.announcesAll, next: next, sentence: sentence, offset: at))
    }
    return cues
  }

  private func starts(with word: [UInt32], _ at: Int) -> Bool {
    guard at + word.count <= scalars.count else { return false }
    for (offset, value) in word.enumerated() {
      let own = scalars[at + offset]
      guard own == value || offset == 0 && own + 0x20 == value && own < 0x80 else { return false }
    }
    return at + word.count == scalars.count || !Self.isLetter(scalars[at + word.count])
  }

  private static let cueWords: [(word: [UInt32], announcesAll: Bool)] = [
    ("gồm", true), ("chia ra", true), ("cụ thể", false),
  ].map { (Array($0.0.unicodeScalars.map(\.value)), $0.1) }
}
