/// A table whose rows are printed as they come: right-aligned columns under their headings.
struct Table {
  private let widths: [Int]
  private let output: BenchOutput

  /// Prints the headings.
  init(_ headings: [String], output: BenchOutput) {
    widths = headings.enumerated().map { max($0.element.count + 3, $0.offset == 0 ? 8 : 14) }
    self.output = output
    row(headings)
  }

  /// Prints a row; a cell that is too wide pushes the ones after it.
  func row(_ cells: [String]) {
    output.line(zip(cells, widths).map { Self.pad($0, $1) }.joined())
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }

  /// A quantity in as many digits as it deserves: whole from 1,000 on, else two decimals.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "-" }
    return abs(value) >= 1000 ? String(Int(value.rounded())) : plain(Summary.rounded(value, digits: 2))
  }

  static func ratio(_ value: Double) -> String { plain(Summary.rounded(value, digits: 2)) }

  static func range(_ series: Series) -> String { "\(number(series.low))…\(number(series.high))" }

  static func range(_ series: Series, digits: Int) -> String {
    "\(plain(Summary.rounded(series.low, digits: digits)))…\(plain(Summary.rounded(series.high, digits: digits)))"
  }

  /// Without a point when it is whole.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
