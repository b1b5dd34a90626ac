/// A table of a report: typed columns, rows in the order of print.
struct ReportTable: Sendable {
  /// A column; `kind` says how its cells are read.
  struct Column: Sendable {
    let name: String
    let kind: Kind
  }

  /// What the cells of a column hold.
  enum Kind: String, Sendable {
    case text, count, percent, flag
  }

  /// Stable name, such as `by_block`.
  let code: String
  let title: String
  let columns: [Column]
  let rows: [[ReportValue]]
  /// The column drawn as a bar chart, if any.
  let chartColumn: Int?

  /// The text columns of a row, joined: what the row is about.
  func label(_ row: [ReportValue]) -> String {
    zip(columns, row).filter { $0.0.kind == .text && $0.0.name != Self.remark }
      .map(\.1.plain).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The name of the column of remarks, which describes a row and does not name it.
  static let remark = "Ghi chú"
}
