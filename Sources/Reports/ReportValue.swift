import DanVanKheo

/// One cell of a report.
enum ReportValue: Sendable, Equatable {
  /// A name or remark.
  case text(String)
  /// A count.
  case count(Int64)
  /// A count or a decimal, as the database wrote it.
  case number(String)
  /// A difference, as the database wrote it.
  case change(String)
  /// A percentage as the database rounded it, with a decimal point.
  case percent(String)
  /// A part of a whole; the rate is left out when the whole is nothing.
  case ratio(part: Int64, whole: Int64)
  /// Yes or no.
  case flag(Bool)
  /// Not known, or not defined.
  case missing

  /// As a document prints it: thousands “.”, decimal “,”, counts below ten padded, differences signed.
  func printed(_ words: ReportWords) -> String {
    switch self {
    case .text(let text): text
    case .count(let value): FigureFormat.padded(value)
    case .number(let digits): Int64(digits).map(FigureFormat.padded) ?? Self.grouped(digits)
    case .change(let digits):
      (digits.first == "-" || digits.allSatisfy { "0.".contains($0) } ? "" : "+") + Self.grouped(digits)
    case .percent(let digits): Self.grouped(digits)
    case .ratio(let part, let whole):
      "\(FigureFormat.padded(part))/\(FigureFormat.padded(whole))"
        + (FigureFormat.percent(part, of: whole).map { " (\($0)%)" } ?? "")
    case .flag(let flag): words[flag ? "yes" : "no"]
    case .missing: "–"
    }
  }

  /// As data: plain digits, nothing for the unknown.
  func plain(_ words: ReportWords, decimalMark: String) -> String {
    switch self {
    case .text(let text): text
    case .count(let value): String(value)
    case .number(let digits), .change(let digits), .percent(let digits): digits.replacing(".", with: decimalMark)
    case .ratio(let part, let whole): "\(part)/\(whole)"
    case .flag(let flag): words[flag ? "yes" : "no"]
    case .missing: ""
    }
  }

  /// Thousands “.”, decimal “,”: `-1234.5` is `−1.234,5`.
  private static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, let value = Int64(whole) else { return digits }
    let sign = value == 0 && whole.first == "-" ? "−" : ""
    return sign + FigureFormat.count(value) + (parts.count == 2 ? "," + parts[1] : "")
  }
}
