/// Finds a quotation mark of a paragraph that has no partner (dấu ngoặc kép không cân đối).
///
/// Linear, and gentle: where a mark stands tells more than its shape, so `"Dân vận khéo”` is balanced, as is a mark of
/// the wrong shape; `‘Dân vận khéo”` is not. Apostrophes (H’Hen) and inches (24") are no quotation marks.
/// - Parameters:
///   - scalars: The scalars of the text.
///   - paragraph: The paragraph in them.
/// - Returns: The offset of the first such mark; nil if all have partners.
public func unbalancedQuote(in scalars: [UInt32], paragraph: Range<Int>) -> Int? {
  var open: [(at: Int, isSingle: Bool)] = []
  for at in paragraph where scalars[at] == 0x22 || scalars[at] >= 0xAB {
    let before = at > paragraph.lowerBound ? scalars[at - 1] : 0x20
    let after = at + 1 < paragraph.upperBound ? scalars[at + 1] : 0x20
    switch QuotationMark(scalars[at], before: before, after: after, isInside: !open.isEmpty) {
    case nil: continue
    case .opening(let isSingle): open.append((at, isSingle))
    case .closing(isSingle: true):
      if open.last?.isSingle == true { open.removeLast() }
    case .closing(isSingle: false):
      guard let last = open.popLast() else { return at }
      if last.isSingle { return last.at }
    }
  }
  return open.first?.at
}

/// What a quotation mark does at its place.
private enum QuotationMark {
  case opening(isSingle: Bool)
  case closing(isSingle: Bool)

  init?(_ value: UInt32, before: UInt32, after: UInt32, isInside: Bool) {
    let isSingle = value == 0x2018 || value == 0x2019
    guard isSingle || value == 0x22 || (0x201C...0x201F).contains(value) || value == 0xAB || value == 0xBB else {
      return nil
    }
    let isWordBefore = isWord(before)
    let isWordAfter = isWord(after)
    if isSingle, isWordBefore == isWordAfter { return nil }
    if value == 0x22, !isInside, (0x30...0x39).contains(before) { return nil }
    // Between a blank and a word it opens, between a word and a blank it closes; else the shape decides.
    let startsThere = isBlank(before) || before == 0x28
    let endsThere = isBlank(after) || after < 0x80 && !isWordAfter && after != 0x28
    if startsThere && isWordAfter {
      self = .opening(isSingle: isSingle)
    } else if endsThere && !startsThere {
      self = .closing(isSingle: isSingle)
    } else {
      switch value {
      case 0x201C, 0x201E, 0x201F, 0x2018, 0xAB: self = .opening(isSingle: isSingle)
      case 0x22: self = isInside ? .closing(isSingle: false) : .opening(isSingle: false)
      default: self = .closing(isSingle: isSingle)
      }
    }
  }
}

private func isWord(_ value: UInt32) -> Bool { isLetter(value) || (0x30...0x39).contains(value) }
private func isBlank(_ value: UInt32) -> Bool { CharacterKind(value) == .space }
