import DanVanKheo

/// One cell of a report.
enum ReportValue: Sendable, Equatable {
  /// A name or remark.
  case text(String)
  /// A count.
  case count(Int64)
  /// A percentage as the database rounded it, with a decimal point.
  case percent(String)
  /// A part of a whole; the rate is left out when the whole is nothing.
  case ratio(part: Int64, whole: Int64)
  /// Yes or no.
  case flag(Bool)
  /// Not known, or not defined.
  case missing

  /// As a document prints it: thousands “.”, decimal “,”, counts below ten padded.
  var printed: String {
    switch self {
    case .text(let text): text
    case .count(let value): FigureFormat.padded(value)
    case .percent(let decimal): decimal.replacing(".", with: ",")
    case .ratio(let part, let whole):
      "\(FigureFormat.padded(part))/\(FigureFormat.padded(whole))"
        + (FigureFormat.percent(part, of: whole).map { " (\($0)%)" } ?? "")
    case .flag(let flag): flag ? "có" : "KHÔNG"
    case .missing: "–"
    }
  }

  /// As data: plain digits, decimal point, nothing for the unknown.
  var plain: String {
    switch self {
    case .text(let text): text
    case .count(let value): String(value)
    case .percent(let decimal): decimal
    case .ratio(let part, let whole): "\(part)/\(whole)"
    case .flag(let flag): flag ? "có" : "không"
    case .missing: ""
    }
  }

  /// Whether it stands at the right of its column.
  var isNumber: Bool {
    switch self {
    case .count, .percent, .ratio: true
    case .text, .flag, .missing: false
    }
  }
}
