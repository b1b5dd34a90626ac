import DanVanKheo

/// A report for spreadsheets: one row a number, so that every row has the same four columns.
///
/// RFC 4180 but for the delimiter, with a byte order mark, which Excel needs to see UTF-8, and CRLF line ends. A text that
/// a spreadsheet would take for a formula gets an apostrophe before it; a number stays a number, also a negative one.
struct CSVReport {
  private let report: Report
  private let delimiter: CSVDelimiter

  init(_ report: Report, _ delimiter: CSVDelimiter) {
    self.report = report
    self.delimiter = delimiter
  }

  var rendered: String {
    "\u{FEFF}"
      + records.map { $0.map { field($0) }.joined(separator: delimiter.mark) + "\r\n" }.joined()
  }

  private var records: [[ReportValue]] {
    let words = report.words
    func texts(_ fields: String...) -> [ReportValue] { fields.map(ReportValue.text) }
    var records = [texts(words["csv_table"], words["csv_item"], words["csv_column"], words["csv_value"])]
    if report.isDemo { records.append(texts(words["csv_note"], report.watermark, "", "")) }
    records += report.notes.map { texts(words["csv_note"], $0, "", "") }
    let head = words["csv_report"]
    records += [
      texts(head, words["csv_unit"], report.unitLine, ""), texts(head, words["csv_period"], report.period, ""),
      texts(head, words["csv_cut_off"], report.cutOff, ""), texts(head, words["csv_basis"], report.basis, ""),
      texts(words["csv_note"], report.comparisonLine, "", ""),
    ]
    if let closing = report.closingLine { records.append(texts(words["csv_note"], closing, "", "")) }
    records += figures
    for table in report.filledTables {
      for row in table.rows {
        for (column, value) in zip(table.columns, row) where column.kind != .text || column.isRemark {
          records.append(texts(table.title, table.label(row), column.name) + [value])
        }
      }
    }
    return records
  }

  /// Every figure with the one before and the change; a part and its whole are two rows.
  private var figures: [[ReportValue]] {
    let table = report.figureTable
    return zip(report.figures, table.rows).flatMap { figure, row in
      zip(table.columns, row).filter { $0.0.kind != .text }.flatMap { column, value -> [[ReportValue]] in
        let name = column.code == "value" ? figure.fullName : "\(figure.fullName): \(column.name)"
        func record(_ name: String, _ value: ReportValue) -> [ReportValue] {
          [.text(table.title), .text(figure.measure), .text(name), value]
        }
        guard case .ratio(let part, let whole) = value else {
          return value == .missing && column.code != "value" ? [] : [record(name, value)]
        }
        return [record("\(name): x", .count(part)), record("\(name): y", .count(whole))]
      }
    }
  }

  private func field(_ value: ReportValue) -> String {
    let text = value.plain(report.words, decimalMark: delimiter.decimalMark)
    if case .text = value { return Self.field(text) }
    return text.contains(delimiter.mark) ? "\"\(text)\"" : text
  }

  /// A text as a field: quoted where needed by either delimiter, and harmless to a spreadsheet.
  static func field(_ text: String) -> String {
    // By scalars: “\r\n” is one character, and a mark may hide behind a combining sign.
    let first = text.unicodeScalars.first
    let isFormula = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { ",;\"\t\r\n".unicodeScalars.contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
