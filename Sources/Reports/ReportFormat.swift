/// The formats a report is written in.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For a terminal; numbers as documents print them.
  case text
  /// For spreadsheets: one row a number, no thousands marks, safe against formulas.
  case csv
  /// The data itself.
  case json
  /// One self-contained page, printable on A4.
  case html
}
