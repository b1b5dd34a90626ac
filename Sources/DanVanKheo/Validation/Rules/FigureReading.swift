import VietnameseText

/// A figure of a report as it was given.
enum FigureReading {
  /// Not given.
  case absent
  /// One value.
  case exact(DecimalNumber)
  /// Two readings, or given as “gần”, “hơn”, “khoảng”: never calculated with.
  case uncertain
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
      case .ambiguous: self = .uncertain
      case .unreadable: self = Self.isApproximate(text) ? .uncertain : .unreadable(text)
      }
    case let other?: self = .unreadable(other.written)
    }
  }

  /// The value, if it is certain.
  var number: DecimalNumber? {
    if case .exact(let number) = self { number } else { nil }
  }

  /// JSON's own form of a number, without an exponent.
  private static func plain(_ digits: String) -> DecimalNumber? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, digits.utf8.count <= 17, let mantissa = Int64(parts.joined()) else { return nil }
    return DecimalNumber(mantissa: mantissa, scale: parts.count == 2 ? parts[1].utf8.count : 0)
  }

  private static func isApproximate(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ", maxSplits: 2)
    guard words.count >= 2, ["gần", "hơn", "trên", "dưới", "khoảng", "~"].contains(String(words[0])) else {
      return false
    }
    if case .unreadable = readNumber(String(words[words.count - 1])), case .unreadable = readNumber(String(words[1])) {
      return false
    }
    return true
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
  if unit == "đ/c" { return false }
  return measures.contains(unit) || unit.contains("/")
    || unit.split(separator: " ").first.map { multiples.contains(String($0)) } == true
}
