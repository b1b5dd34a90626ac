/// What stands between the fields of csv; it goes with the decimal mark that the same spreadsheet expects.
public enum CSVDelimiter: String, Sendable, CaseIterable {
  /// `;` with decimal commas: Excel and LibreOffice on a machine with Vietnamese regional settings.
  ///
  /// There a comma is the decimal mark: fields between commas would stay in one column, and 18.9 would become a day.
  case semicolon
  /// `,` with decimal points: English regional settings, and most programs.
  case comma

  var mark: String { self == .semicolon ? ";" : "," }
  var decimalMark: String { self == .semicolon ? "," : "." }
}
