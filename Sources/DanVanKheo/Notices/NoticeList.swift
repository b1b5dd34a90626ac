/// A table in a notice, its columns in the order of print.
public struct NoticeList: Sendable, Equatable {
  /// One row of the table.
  public struct Row: Sendable, Equatable {
    /// A text for each column.
    public let cells: [String]
  }

  /// The heads of the columns.
  public let columns: [String]
  /// The rows; each has as many cells as there are columns.
  public let rows: [Row]

  /// Numbers the rows from 1 in a first column (STT).
  init(columns: [String], rows: [[String]]) {
    self.columns = ["STT"] + columns
    self.rows = rows.enumerated().map { Row(cells: [String($0.offset + 1)] + $0.element) }
  }
}
