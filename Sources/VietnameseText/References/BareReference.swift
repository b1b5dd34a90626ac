/// Decides whether a noun with a number is a reference without its symbol: `Chỉ thị số 05`, but not `Kế hoạch 5 năm`.
struct BareReference {
  let isReference: Bool

  init(_ text: FoldedText, _ symbol: SymbolReader.Symbol, _ prefix: ReferencePrefix, isListed: Bool) {
    isReference = Self.decide(text, symbol, prefix, isListed)
  }

  /// Words that may follow a number which is a document's.
  private static let followers: Set<String> = [
    "của", "về", "ngày", "và", "khóa", "khoá", "do", "là", "được", "đã", "gắn", "với", "trên", "tại", "này", "để",
    "trong",
    "ban", "quy", "có", "nêu", "cho", "theo", "hay", "hoặc", "cũng", "nhằm", "từ", "đến", "vào", "ở", "ra", "yêu",
    "đối",
  ]
  /// Words that may follow the next number of a list: “Nghị quyết 59, 66 và 68 của …”, but not “Nghị quyết 59, 66 cán bộ”.
  private static let enders: Set<String> = ["của", "và", "khóa", "khoá", "năm", "ngày"]
  /// Nouns that are counted: “Kế hoạch số 5 năm” is none.
  private static let counted: Set<String> = [
    "tuần", "quý", "mô", "trường", "hộ", "người", "đồng", "triệu", "tỷ", "tỉ", "nghìn", "vụ", "xã", "phường",
    "thôn",
    "nội", "nhiệm", "vấn", "điểm", "giờ", "phút", "ha", "km", "m", "cán", "đơn", "cơ", "chi",
  ]

  private static func decide(
    _ text: FoldedText, _ symbol: SymbolReader.Symbol, _ prefix: ReferencePrefix, _ isListed: Bool
  ) -> Bool {
    let end = symbol.end
    guard prefix.type != nil || prefix.isPlainDocument else { return false }
    let bare = prefix.type?.bare ?? .never
    let next = text.letter(end)
    // Glued to more: `5%`, `5/2`, `5-7`, `5.000`, `5m`.
    switch next {
    case 0x25, 0x2F, 0x2D, 0x2B: return false
    case 0x2E, 0x2C: if text.isDigit(end + 1) { return false }
    default: if text.isLetter(end) || text.isDigit(end) { return false }
    }
    if symbol.year != nil {
      // `Nghị định 100/2019`; with other nouns it may be a month.
      return prefix.hasNumberWord && (bare != .never || prefix.type?.code == "Luật")
        || ["NĐ", "TT", "TTLT"].contains(prefix.type?.code)
    }
    let at = text.skipBlanks(end)
    // A telephone number or a list of figures.
    if text.isDigit(at) { return false }
    let word = DateScan(text: text).word(at: at)
    let written = text.text(word).lowercased()
    if written == "năm" || written == "tháng" || written == "ngày" {
      guard text.isDigit(text.skipBlanks(word.upperBound)) else { return false }
    } else if counted.contains(written) || text.letter(at) == 0x2D || text.letter(at) == 0x2F {
      return false
    }
    if isListed { return bare != .never && (word.isEmpty || Self.enders.contains(written)) }
    if prefix.isPlainDocument { return prefix.hasNumberWord && written == "ngày" }
    if prefix.isAbbreviation { return prefix.hasNumberWord && bare == .always }
    if prefix.hasNumberWord { return bare != .never }
    guard bare == .always, prefix.isCapital, !(1945...2100).contains(symbol.number), symbol.number < 10_000 else {
      return false
    }
    return word.isEmpty || followers.contains(written) || written == "năm"
  }
}
