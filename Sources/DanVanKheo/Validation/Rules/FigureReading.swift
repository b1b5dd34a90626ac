import VietnameseText

/// A figure of a report as it was given.
enum FigureReading {
  /// Not given.
  case absent
  /// One value.
  case exact(DecimalNumber)
  /// Two readings: `4.65`, `1,500`.
  case ambiguous(String)
  /// Given as “gần”, “hơn”, “khoảng”: kept with its sign, never calculated with.
  case approximate(DecimalNumber, Quantity.Approximation, String)
  /// No number.
  case unreadable(String)

  /// Reads a JSON number (decimal point) or a Vietnamese one (decimal comma).
  init(_ value: JSON?) {
    switch value {
    case nil, .null?: self = .absent
    case .number(let digits)?: self = Self.plain(digits).map(FigureReading.exact) ?? .unreadable(digits)
    case .string(let text)?:
      if text.isEmpty {
        self = .absent
        return
      }
      switch readNumber(text) {
      case .exact(let number): self = .exact(number)
      case .ambiguous: self = .ambiguous(text)
      case .unreadable: self = Self.approximate(text) ?? .unreadable(text)
      }
    case let other?: self = .unreadable(other.written)
    }
  }

  /// The value, if it is certain.
  var number: DecimalNumber? {
    if case .exact(let number) = self { number } else { nil }
  }

  /// The value as stated, with its sign.
  var stated: (value: DecimalNumber, approximation: Quantity.Approximation?)? {
    switch self {
    case .exact(let number): (number, nil)
    case .approximate(let number, let sign, _): (number, sign)
    case .absent, .ambiguous, .unreadable: nil
    }
  }

  /// JSON's own form of a number, without an exponent.
  private static func plain(_ digits: String) -> DecimalNumber? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, digits.utf8.count <= 17, let mantissa = Int64(parts.joined()) else { return nil }
    return DecimalNumber(mantissa: mantissa, scale: parts.count == 2 ? parts[1].utf8.count : 0)
  }

  private static let signs: [String: Quantity.Approximation] = [
    "gần": .under, "dưới": .under, "hơn": .over, "trên": .over, "khoảng": .about, "~": .about,
  ]

  /// `hơn 20`, `gần 1,2 triệu`; nil if no sign stands in front or no number behind it.
  private static func approximate(_ text: String) -> FigureReading? {
    let words = text.lowercased().split(separator: " ", maxSplits: 1)
    guard words.count == 2, let sign = signs[precomposed(String(words[0]))] else { return nil }
    switch readNumber(String(words[1])) {
    case .exact(let number): return .approximate(number, sign, text)
    case .ambiguous: return .ambiguous(text)
    case .unreadable: break
    }
    var found = quantities(in: String(words[1]), limit: 2)
    // “1,2 triệu” alone may be money or not; the value is the same.
    if found.first?.isAmbiguous == true { found = quantities(in: "\(words[1]) người", limit: 2) }
    guard found.count == 1 else { return nil }
    if found[0].isAmbiguous { return .ambiguous(text) }
    switch found[0].content {
    case .count(let number?), .measure(let number?), .percent(let number?), .money(let number?, _):
      return .approximate(number, sign, text)
    default: return nil
    }
  }
}

/// Units of measure: what they measure may have decimals, all else is counted in whole numbers.
private let measures: Set<String> = [
  "%", "phần trăm", "ha", "hecta", "m", "m2", "m²", "m3", "m³", "km", "km2", "km²", "cm", "kg", "g", "tấn", "tạ", "yến",
  "lít", "đồng", "nghìn đồng", "ngàn đồng", "triệu", "triệu đồng", "tỷ", "tỉ", "tỷ đồng", "tỉ đồng", "usd", "điểm",
  "giờ", "phút",
  "lần", "hệ số", "kw", "mw", "kwh", "mét", "ki-lô-mét", "sào", "mẫu", "công", "ngày công", "mm", "dm", "ml", "‰",
  "điểm phần trăm", "điểm %", "mét vuông", "mét khối", "vnd", "vnđ", "đ",
]

/// Words in front of a unit that make it one of many: 2,5 nghìn hộ.
private let multiples: Set<String> = ["trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"]

/// Tells whether a unit measures rather than counts: a measure, a multiple (`nghìn hộ`) or a rate (`người/hộ`).
func isMeasure(_ unit: String) -> Bool {
  let unit = tidySpaces(unit.lowercased())
  if unit.isSame(as: "đ/c") { return false }
  return measures.contains(unit) || unit.utf8.contains(0x2F) && unit.contains("/")
    || unit.split(separator: " ").first.map { multiples.contains(String($0)) } == true
}
