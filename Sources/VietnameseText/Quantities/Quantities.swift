/// Finds the quantities of a text: counts, measures, shares, amounts, dates, spans of time and time limits.
///
/// Linear in the length of the text. Numbers inside names, slogans, document symbols and telephone numbers are none.
/// - Parameters:
///   - text: Any text; in any normal form.
///   - limit: Reading stops behind so many quantities.
/// - Returns: The quantities in the order of the text; they do not overlap.
public func quantities(in text: String, limit: Int = .max) -> [Quantity] {
  var reader = QuantityReader(text)
  return reader.read(limit: limit)
}

/// Goes over a text once and takes the quantities out of it.
///
/// Every look ahead or back is bounded by a constant number of words, so the whole is linear.
struct QuantityReader {
  let text: TokenizedText
  /// The first token that no quantity has taken.
  var floor = 0
  var found: [Quantity] = []

  init(_ text: String) { self.text = TokenizedText(text) }

  mutating func read(limit: Int) -> [Quantity] {
    let count = text.tokens.count
    // In one piece: a hostile text has a quantity for every four bytes.
    found.reserveCapacity(min(limit, text.numberCount))
    var at = 0
    while at < count, found.count < limit {
      let token = text.tokens[at]
      var next: Int?
      switch token.kind {
      case .number: next = nameEnd(at) ?? readDateList(at) ?? readTime(at) ?? readFigure(at)
      case .word where token.hash == Words.month: next = readNamedMonth(at)
      case .word where token.hash == Words.quarter: next = readQuarter(at)
      case .word where token.hash == Words.week: next = readWeek(at)
      default: break
      }
      at = max(next ?? at + 1, at + 1)
    }
    return found
  }

  // MARK: Looking at tokens

  @inline(__always)
  func token(_ at: Int) -> TextToken {
    at >= 0 && at < text.tokens.count ? text.tokens[at] : .nothing
  }

  @inline(__always)
  func isNumber(_ at: Int) -> Bool { token(at).kind == .number }

  /// The hash of a word; 0 if there is none.
  @inline(__always)
  func word(_ at: Int) -> UInt64 {
    let token = token(at)
    return token.kind == .word ? token.hash : 0
  }

  /// A mark, all dashes as one; 0 if there is none.
  @inline(__always)
  func mark(_ at: Int) -> UInt64 {
    let token = token(at)
    return token.kind == .mark ? token.hash : 0
  }

  func role(_ at: Int) -> WordRole {
    let token = token(at)
    return token.kind == .word ? WordRole(token.hash) : []
  }

  /// The roles of the pair of words that ends here.
  func pairRole(endingAt at: Int) -> WordRole {
    guard at >= 1, token(at).kind == .word, token(at - 1).kind == .word else { return [] }
    return WordRole(pairHash(at - 1))
  }

  /// The hash of two words with one blank between.
  func pairHash(_ at: Int) -> UInt64 {
    var hash = hashed(word(at), 0x20)
    let second = token(at + 1)
    for value in text.scalars[second.start..<second.end] { hash = hashed(hash, lowercased(value)) }
    return hash
  }

  /// The digits of a number token without marks; nil if it has marks or not so many digits, 15 at most.
  func integer(_ at: Int, digits: ClosedRange<Int>) -> Int? {
    let token = token(at)
    guard let value = token.whole, digits.contains(token.end - token.start) else { return nil }
    return value
  }

  /// Notes a quantity that stands from one token to before another.
  mutating func note(
    _ content: Quantity.Content, from first: Int, to next: Int, approximation: Quantity.Approximation? = nil,
    unit: Range<Int>? = nil, unitText: String? = nil, per: Range<Int>? = nil, isAmbiguous: Bool = false,
    isImpossible: Bool = false
  ) {
    let range = text.tokens[first].start..<text.tokens[next - 1].end
    found.append(
      Quantity(
        range: text.origin(range.lowerBound)..<text.origin(range.upperBound), raw: written(first..<next),
        content: content, approximation: approximation, unit: unit.map(written) ?? unitText, per: per.map(written),
        isAmbiguous: isAmbiguous, isImpossible: isImpossible))
    floor = next
  }

  /// The text of some tokens as it was given.
  func written(_ tokens: Range<Int>) -> String {
    guard !tokens.isEmpty else { return "" }
    return text.written(text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end)
  }
}

/// Words that a program has to know one by one.
enum Words {
  static let month = wordHash("tháng")
  static let quarter = wordHash("quý")
  static let week = wordHash("tuần")
  static let day = wordHash("ngày")
  static let year = wordHash("năm")
  static let now = wordHash("nay")
  static let current = wordHash("hiện")
  static let ordinal = wordHash("thứ")
  static let of = wordHash("của")
  static let first = wordHash("đầu")
  static let last = wordHash("cuối")
  static let end = wordHash("hết")
  static let to = wordHash("đến")
  static let until = wordHash("tới")
  static let from = wordHash("từ")
  static let stage = wordHash("giai đoạn")
  static let term = wordHash("nhiệm kỳ")
  static let termOther = wordHash("nhiệm kì")
  static let schoolYear = wordHash("năm học")
  static let reckoned = wordHash("tính")
  static let latest = wordHash("chậm nhất")
  static let latestOther = wordHash("muộn nhất")
  static let limit = wordHash("hạn cuối")
  static let limitOther = wordHash("hạn chót")
  static let notLater = wordHash("không quá")
  static let isWord = wordHash("là")
  static let into = wordHash("vào")
  static let minute = wordHash("phút")
  static let at = wordHash("lúc")
  static let and = wordHash("và")
  static let part = wordHash("phần")
  static let percent = wordHash("phần trăm")
  static let dong = wordHash("đồng")
  static let revolution = wordHash("mạng")
  static let times = wordHash("lần")
  static let eleven = wordHash("một")
  static let twelve = wordHash("hai")
  static let ten = wordHash("mười")
  static let scores: Set = [wordHash("tỷ số"), wordHash("tỉ số")]
  static let number = wordHash("số")
  static let shortComrade = wordHash("đ")
  static let inside = wordHash("trong")
  static let hour = wordHash("giờ")
  static let half = wordHash("rưỡi")
  static let streets = Set(["đường", "phố", "trường"].map(wordHash))
}
