/// A noun or unit of measure behind a number.
struct FoundUnit {
  /// Its tokens.
  var tokens: Range<Int>
  /// It stands in the list of known ones.
  var isKnown: Bool
  var isMeasure: Bool
}

extension QuantityReader {
  /// What a number token says.
  func reading(_ at: Int) -> NumberReading {
    let token = token(at)
    guard token.kind == .number else { return .unreadable }
    if let value = integer(at, digits: 1...9) {
      return DecimalNumber(mantissa: Int64(value)).map(NumberReading.exact) ?? .unreadable
    }
    guard token.end - token.start <= 32 else { return .unreadable }
    return readNumber(digits: text.scalars[token.start..<token.end], isNegative: false)
  }

  /// The unit that begins at a token: the longest known one, else the word itself if it may be a noun.
  func unit(_ at: Int) -> FoundUnit? {
    let first = token(at)
    guard first.kind == .word else { return nil }
    // 5 đ/c
    if first.hash == Words.shortComrade, mark(at + 1) == 0x2F, word(at + 2) == Currency.comrade {
      return FoundUnit(tokens: at..<at + 3, isKnown: true, isMeasure: false)
    }
    // “đợt 1 năm 2022”; but “2 năm 2024 - 2025”
    if first.hash == Words.year, integer(at + 1, digits: 4...4) != nil, mark(at + 2) != 0x2D { return nil }
    // 2/3 số hộ
    if first.hash == Words.number, word(at + 1) != Words.number, let unit = unit(at + 1), unit.isKnown {
      return FoundUnit(tokens: at..<unit.tokens.upperBound, isKnown: true, isMeasure: unit.isMeasure)
    }
    for noun in unitNouns(first.hash) {
      var next = at + 1
      var fits = true
      for hash in noun.rest {
        if token(next).hash != hash || token(next).kind == .number {
          fits = false
          break
        }
        next += 1
      }
      guard fits else { continue }
      // m2, km2, m3
      if noun.isMeasure, first.end - first.start <= 2, let power = integer(next, digits: 1...1), token(next).isGlued,
        power == 2 || power == 3
      {
        next += 1
      }
      return FoundUnit(tokens: at..<next, isKnown: true, isMeasure: noun.isMeasure)
    }
    let role = WordRole(first.hash)
    guard !first.isCapitalised, role.isDisjoint(with: [.idle, .year, .from, .to, .partOfTime, .before, .number]),
      scale(first.hash) == nil
    else { return nil }
    return FoundUnit(tokens: at..<at + 1, isKnown: false, isMeasure: false)
  }

  /// The currency that is named at a token, and the token behind it.
  func currency(_ at: Int) -> (code: String, next: Int)? {
    if mark(at) == 0x24 { return ("USD", at + 1) }
    if mark(at) == 0x20AB { return ("VND", at + 1) }
    let token = token(at)
    guard token.kind == .word else { return nil }
    switch Currency.words[token.hash] {
    case nil: return nil
    case .dong?:
      let behind = self.token(at + 1)
      return behind.kind == .word && Currency.notMoney.contains(behind.hash) ? nil : ("VND", at + 1)
    case .shortDong?:
      // 5 đ/c: đồng chí
      return mark(at + 1) == 0x2F && word(at + 2) == Currency.comrade ? nil : ("VND", at + 1)
    case .vnd?: return ("VND", at + 1)
    case .dollar?: return ("USD", at + 1)
    case .euro?: return ("EUR", at + 1)
    }
  }

  /// What stands behind a slash: `/ha`, `/người/tháng`; and the token behind it.
  func per(_ at: Int) -> Range<Int>? {
    guard mark(at) == 0x2F, token(at + 1).kind == .word, let unit = unit(at + 1) else { return nil }
    var next = unit.tokens.upperBound
    if mark(next) == 0x2F, token(next).isGlued, let second = self.unit(next + 1) { next = second.tokens.upperBound }
    return at + 1..<next
  }
}

private enum Currency {
  case dong, shortDong, vnd, dollar, euro

  static let words = WordTable(
    Dictionary(
      uniqueKeysWithValues: [
        ("đồng", dong), ("đ", shortDong), ("vnđ", vnd), ("vnd", vnd), ("usd", dollar), ("đô", dollar), ("euro", euro),
        ("eur", euro),
      ].map { (wordHash($0.0), $0.1) }))

  /// đồng chí, đồng bào, đồng hồ …: no money.
  static let notMoney = Set(
    ["chí", "bào", "hồ", "ruộng", "nghiệp", "bằng", "lúa", "cỏ", "hương", "đội", "diễn", "chủ", "tác"].map(wordHash))
  static let comrade = wordHash("c")
}
