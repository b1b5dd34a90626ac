extension QuantityReader {
  /// Where the number ends, if it is no quantity but part of a name, a symbol, a slogan, a score or a telephone number.
  func nameEnd(_ at: Int) -> Int? {
    let token = text.tokens[at]
    if token.isGlued, let end = gluedNameEnd(at) { return end }
    if let end = symbolEnd(at) { return end }
    if let end = telephoneEnd(at) { return end }
    if isListMarker(at) { return at + 1 }
    if isSlogan(at) { return afterSlogan(at) }
    if let end = clockOrScoreEnd(at) { return end }
    if let end = namedNumberEnd(at) { return end }
    return gluedTailEnd(at)
  }

  /// QH15, Covid-19, /2021/ in an address; but ngày10/12/2020 and có127 are glued by mistake.
  private func gluedNameEnd(_ at: Int) -> Int? {
    let before = token(at - 1)
    switch before.kind {
    case .word:
      // A digit of another width or script.
      if isForeignDigit(text.scalars[before.end - 1]) { return at + 1 }
      if before.isPlain || before.isAllCapitals {
        return WordRole(before.hash).contains(.hour) ? nil : afterAddress(at + 1)
      }
    case .mark where before.isGlued && at - 1 >= floor:
      let earlier = token(at - 2)
      if before.hash == 0x2D, earlier.kind == .word { return at + 1 }
      if [0x2F, 0x40, 0x5F, 0x23, 0x3D, 0x26, 0x2E].contains(before.hash), earlier.kind == .word, earlier.isPlain {
        return afterAddress(at + 1)
      }
    default: break
    }
    return nil
  }

  /// What hangs together without a blank, as in an address: /2021/10/15.html.
  private func afterAddress(_ at: Int) -> Int {
    var next = at
    while mark(next) != 0, mark(next) != 0x2C, token(next).isGlued, token(next + 1).isGlued,
      token(next + 1).kind != .mark
    {
      next += 2
      while token(next).kind == .number || token(next).kind == .word, token(next).isGlued { next += 1 }
    }
    return next
  }

  /// `03 – KL/TU`, `16 KH/BCĐ`, `06/2022/QH15`, `249/MTTQ-BTT`: number, perhaps a year, and capitals.
  func symbolEnd(_ at: Int) -> Int? {
    guard integer(at, digits: 1...5) != nil else { return nil }
    var next = at + 1
    // 12a
    if token(next).kind == .word, token(next).isGlued, token(next).end - token(next).start == 1,
      mark(next + 1) == 0x2F || mark(next + 1) == 0x2D
    {
      next += 1
    }
    var hasMark = false
    if mark(next) == 0x2F || mark(next) == 0x2D {
      hasMark = true
      next += 1
      if integer(next, digits: 4...4) != nil, mark(next + 1) == 0x2F || mark(next + 1) == 0x2D { next += 2 }
    }
    let type = token(next)
    guard type.kind == .word, type.isCapitalised else { return nil }
    let length = type.end - type.start
    // “3 UBND/xã” has no capital behind the slash.
    let hasIssuer = (mark(next + 1) == 0x2F || mark(next + 1) == 0x2D) && token(next + 2).isCapitalised
    if hasMark {
      guard length <= 8, hasIssuer || type.isAllCapitals && length >= 2 else { return nil }
      // “3-5 Đoàn”, “2021 – Đảng”: a dash with blanks needs the whole symbol.
      if !token(next).isGlued, !hasIssuer { return nil }
      if !hasIssuer, mark(next - 1) == 0x2F, text.tokens[next - 1].isGlued == false { return nil }
    } else {
      guard hasIssuer, type.isAllCapitals || length <= 3, length >= 2, length <= 5, mark(next + 1) == 0x2F else {
        return nil
      }
    }
    next += 1
    while next < text.tokens.count, mark(next) == 0x2F || mark(next) == 0x2D || mark(next) == 0x26,
      token(next + 1).isCapitalised || token(next + 1).kind == .number && token(next + 1).isGlued
    {
      next += 2
    }
    while token(next).kind == .number, token(next).isGlued { next += 1 }
    return next
  }

  /// A telephone number: behind its word, or beginning with a zero.
  private func telephoneEnd(_ at: Int) -> Int? {
    let token = text.tokens[at]
    let length = token.end - token.start
    var before = at - 1
    for _ in 0..<3 where mark(before) == 0x3A || mark(before) == 0x2E || mark(before) == 0x28 { before -= 1 }
    let isAnnounced = role(before).union(pairRole(endingAt: before)).contains(.telephone)
    let startsWithZero =
      length >= 3 && text.scalars[token.start] == 0x30 && isDigit(text.scalars[token.start + 1])
      && text.scalars[token.start + 2] != 0x2C && isDigit(text.scalars[token.start + 2])
    guard isAnnounced || startsWithZero else { return nil }
    var next = at + 1
    while next < text.tokens.count {
      if text.tokens[next].kind == .number {
        next += 1
      } else if [0x2D, 0x2E, 0x28, 0x29, 0x2F].contains(mark(next)), isNumber(next + 1) {
        next += 2
      } else {
        break
      }
    }
    return next
  }

  /// `1. Kết quả`, `2.1 Kết quả`, `3) …` at the head of a line, `(1)` anywhere.
  private func isListMarker(_ at: Int) -> Bool {
    let number = text.tokens[at]
    let length = number.end - number.start
    if mark(at - 1) == 0x28, mark(at + 1) == 0x29, length <= 2 { return true }
    guard token(at - 1).kind == .lineEnd else { return false }
    let isShort = integer(at, digits: 1...2) != nil
    switch mark(at + 1) {
    case 0x2E, 0x29: return (isShort || length <= 8 && !isThousands(at)) && token(at + 2).kind == .word
    case 0x2F: return isShort && token(at + 2).kind == .word && !token(at + 2).isGlued
    default:
      return !isShort && length <= 8 && token(at + 1).isCapitalised && integer(at, digits: 1...8) == nil
        && !isThousands(at)
    }
  }

  private func isThousands(_ at: Int) -> Bool {
    if case .exact(let number) = reading(at) { return number.scale == 0 }
    return false
  }

  /// “4 không”, “5 không, 3 sạch”; and a small number at the head of a quotation.
  private func isSlogan(_ at: Int) -> Bool {
    guard let value = integer(at, digits: 1...2), value <= 20 else { return false }
    let quote = mark(at - 1)
    if quote == 0x201C || quote == 0x2018 || quote == 0xAB
      || quote == 0x22 && text.tokens[at].isGlued && !text.tokens[at - 1].isGlued
    {
      return true
    }
    return value <= 10 && integer(at, digits: 1...1) != nil && role(at + 1).contains(.slogan)
      && !(role(at + 1).contains(.idle) && role(at + 2).contains(.idle))
  }

  /// “5+1”, “3 trong 1”: the second number belongs to it.
  private func afterSlogan(_ at: Int) -> Int {
    let isJoined = mark(at + 1) == 0x2B || word(at + 1) == Words.inside
    return isJoined && isNumber(at + 2) ? at + 3 : at + 1
  }

  /// `24/7`, `21:22`, `tỷ số 2-1`.
  private func clockOrScoreEnd(_ at: Int) -> Int? {
    if mark(at + 1) == 0x2D, isNumber(at + 2), Words.scores.contains(pairHash(at - 2)) { return at + 3 }
    guard integer(at, digits: 2...2) == 24, mark(at + 1) == 0x2F, let second = integer(at + 2, digits: 1...2),
      second == 7 || second == 24, !role(at - 1).contains(.day)
    else { return nil }
    if second == 24, let unit = unit(at + 3), unit.isKnown, !role(at + 3).contains(.hour) { return nil }
    if second == 7, integer(at + 4, digits: 4...4) != nil { return nil }
    return role(at + 3).contains(.hour) ? at + 4 : at + 3
  }

  /// Phường 13, Ban Chỉ đạo 441, số 35, Tổ 2.
  private func namedNumberEnd(_ at: Int) -> Int? {
    var before = at - 1
    if mark(before) == 0x3A, role(before - 1).contains(.number) { before -= 1 }
    let role = role(before)
    guard before >= floor, !role.isEmpty || token(before).kind == .word else { return nil }
    if role.contains(.number) {
      let earlier = self.role(before - 1)
      if earlier.contains(.countedNumber) { return nil }
      return isFollowedByUnit(at) && before == at - 1 && earlier.isEmpty ? nil : afterNamed(at)
    }
    guard before == at - 1 else { return nil }
    let pair = pairRole(endingAt: before)
    if pair.contains(.named) || role.contains(.named) {
      // “giai đoạn 2021–2025” is a period.
      if integer(at, digits: 4...4) != nil, pair == WordRole(Words.stage) { return nil }
      if role.contains(.yearCue), integer(at, digits: 4...4) != nil { return nil }
      return afterNamed(at)
    }
    if role.contains(.oftenNamed) || pair.contains(.oftenNamed) {
      if role.contains(.yearCue), integer(at, digits: 4...4) != nil { return nil }
      // đường 30 tháng 4
      if isNumberedMonth(at + 1), Words.streets.contains(word(before)) { return at + 3 }
      return isFollowedByUnit(at) ? nil : afterNamed(at)
    }
    return nil
  }

  /// A named number takes the letters glued to it, and a second part behind a slash: 11A, hẻm 30/47.
  private func afterNamed(_ at: Int) -> Int {
    var next = at + 1
    if token(next).kind == .word, token(next).isGlued { next += 1 }
    while mark(next) == 0x2F, token(next).isGlued, isNumber(next + 1), token(next + 1).isGlued { next += 2 }
    return next
  }

  /// A number is glued to letters that are no unit: 11A, 4G.
  private func gluedTailEnd(_ at: Int) -> Int? {
    let tail = token(at + 1)
    guard tail.kind == .word, tail.isGlued else { return nil }
    if isForeignDigit(text.scalars[tail.start]) { return at + 2 }
    if scale(tail.hash) != nil || WordRole(tail.hash).contains(.hour) || currency(at + 1) != nil { return nil }
    if let unit = unit(at + 1), unit.isKnown, !tail.isCapitalised { return nil }
    return tail.isPlain || tail.isCapitalised ? at + 2 : nil
  }

  private func isForeignDigit(_ value: UInt32) -> Bool {
    value >= 0x660 && Unicode.Scalar(value)?.properties.numericType == .decimal
  }

  /// Something that is surely counted or measured stands behind the number.
  private func isFollowedByUnit(_ at: Int) -> Bool {
    var next = at + 1
    if isNumberedMonth(next) { return false }
    if scale(word(next)) != nil { next += 1 }
    if mark(next) == 0x25 || currency(next) != nil || next > at + 1 { return true }
    guard let unit = unit(next), unit.isKnown else { return false }
    return !token(unit.tokens.upperBound).isCapitalised
  }
}
