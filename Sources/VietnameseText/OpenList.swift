/// Finds lists of names that are left open: `Châu Thành, Bình Đại, Ba Tri,…` (danh sách còn để ngỏ).
///
/// Linear. The items in front of the dots must be names: short, and with a capital at their start or behind a word such
/// as xã or hội. `chuyển đổi số,…` and `an toàn xã hội,...` are no lists of names.
/// - Parameters:
///   - scalars: The scalars of a text.
///   - leastNames: How many names make a list: 2 in running text, 1 where names are expected.
/// - Returns: From the first of these names to the last dot, in order.
public func openLists(in scalars: [UInt32], leastNames: Int = 2) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var at = 0
  while at < scalars.count {
    guard let end = dots(scalars, at) else {
      at += 1
      continue
    }
    if let start = names(scalars, before: at, leastNames) { found.append(start..<end) }
    at = end
  }
  return found
}

/// Where the dots that leave something open end: `…`, two full stops or more, `v.v`, `vv`.
private func dots(_ scalars: [UInt32], _ at: Int) -> Int? {
  func value(_ offset: Int) -> UInt32 { at + offset < scalars.count ? scalars[at + offset] : 0 }
  var end = at
  switch value(0) {
  case 0x2026: end += 1
  case 0x2E where value(1) == 0x2E: end += 2
  case 0x76:
    guard at == 0 || !isLetter(scalars[at - 1]) else { return nil }
    if value(1) == 0x76, !isLetter(value(2)) {
      end += 2
    } else if value(1) == 0x2E, value(2) == 0x76, !isLetter(value(3)) {
      end += 3
    } else {
      return nil
    }
  default: return nil
  }
  while end < scalars.count, scalars[end] == 0x2026 || scalars[end] == 0x2E { end += 1 }
  return end
}

/// Where the names in front of an offset start, if there are enough of them.
private func names(_ scalars: [UInt32], before end: Int, _ least: Int) -> Int? {
  var item = end
  var start = end
  for number in 1...least {
    var isSeparated = false
    while item > 0, isGap(scalars[item - 1]) {
      item -= 1
      isSeparated = isSeparated || scalars[item] == 0x2C || scalars[item] == 0x3B
    }
    // “… Ba Tri...” needs no comma before the dots, but one between the names.
    guard item > 0, isSeparated || number == 1 else { return nil }
    var from = item
    while from > 0, item - from <= 80, !isBreak(scalars[from - 1]) { from -= 1 }
    guard from == 0 || isBreak(scalars[from - 1]) else { return nil }
    while from < item, CharacterKind(scalars[from]) == .space { from += 1 }
    // The first name may have the sentence in front of it: “… của Huyện ủy Châu Thành”.
    guard from < item, isName(scalars, from..<item, mayHaveLead: number > 1) else { return nil }
    start = from
    item = from
  }
  return start
}

private func isGap(_ value: UInt32) -> Bool {
  value == 0x2C || value == 0x3B || value == 0x20 || value > 0x7F && CharacterKind(value) == .space
}

private func isBreak(_ value: UInt32) -> Bool {
  switch value {
  case 0x0A, 0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x2E, 0x22, 0x201C, 0x201D: true
  default: false
  }
}

/// Words that stand in front of a name, in small letters.
private let nouns: [[UInt32]] = [
  "ấp", "bản", "ban", "chi", "đoàn", "đảng", "hội", "huyện", "khối", "khu", "làng", "ông", "bà", "phường", "quận",
  "thôn", "thị", "tỉnh", "tổ", "trường", "xã", "xóm", "buôn", "sở", "phòng", "công",
].map(scalarValues)

/// At most eight words that start with a capital, or with a noun and hold one; behind a lead, a capital near the end.
private func isName(_ scalars: [UInt32], _ item: Range<Int>, mayHaveLead: Bool) -> Bool {
  var words: [Range<Int>] = []
  var at = item.lowerBound
  while at < item.upperBound {
    if !isLetter(scalars[at]) {
      at += 1
      continue
    }
    let start = at
    while at < item.upperBound, isLetter(scalars[at]) { at += 1 }
    words.append(start..<at)
  }
  func isCapital(_ word: Range<Int>) -> Bool { VietnameseLetter(scalars[word.lowerBound])?.isUpper == true }
  guard let first = words.first else { return false }
  if mayHaveLead { return words.suffix(4).contains(where: isCapital) }
  return words.count <= 8 && (isCapital(first) || isNoun(scalars, first) && words.contains(where: isCapital))
}

private func isNoun(_ scalars: [UInt32], _ word: Range<Int>) -> Bool {
  nouns.contains { scalars[word].elementsEqual($0) }
}
