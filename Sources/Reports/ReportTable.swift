/// A table of a report: typed columns, rows in the order of print.
struct ReportTable: Sendable {
  /// A column; `kind` says how its cells are read.
  struct Column: Sendable {
    /// Stable name, such as `models`.
    let code: String
    let name: String
    let kind: Kind
  }

  /// What the cells of a column hold.
  enum Kind: String, Sendable {
    case text, count, number, change, percent, flag

    /// Whether the cells stand at the right.
    var isNumber: Bool { self != .text && self != .flag }
  }

  /// Stable name, such as `by_block`.
  let code: String
  let title: String
  let columns: [Column]
  let rows: [[ReportValue]]
  /// The column drawn as a bar chart, if any.
  let chartColumn: Int?
  /// The columns drawn as lines through time, if any.
  let trendColumns: [Int]

  /// The position of a column.
  func column(_ code: String) -> Int? { columns.firstIndex { $0.code == code } }

  /// The same table without some columns, which stand behind those it is drawn by.
  func without(_ codes: [String]) -> ReportTable {
    let kept = columns.indices.filter { !codes.contains(columns[$0].code) }
    return ReportTable(
      code: code, title: title, columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } },
      chartColumn: chartColumn, trendColumns: trendColumns)
  }

  /// The text columns of a row, joined: what the row is about.
  func label(_ row: [ReportValue]) -> String {
    zip(columns, row).filter { $0.0.kind == .text && !$0.0.isRemark }
      .compactMap { if case .text(let text) = $0.1 { text } else { nil } }.filter { !$0.isEmpty }.joined(
        separator: " · ")
  }
}

extension ReportTable.Column {
  /// Whether it describes a row and does not name it.
  var isRemark: Bool {
    ["remark", "example", "reason", "changed", "shown_on", "divided_into"].contains(code)
  }
}
