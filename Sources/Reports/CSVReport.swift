/// A report for spreadsheets: one row a number, so that every row has the same four columns.
///
/// RFC 4180 with a byte order mark, which Excel needs to see UTF-8. A text that a spreadsheet would take for a formula
/// gets an apostrophe before it.
struct CSVReport {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  var rendered: String {
    var records = [["Bảng", "Mục", "Chỉ tiêu", "Giá trị"]]
    if report.isDemo { records.append(["Lưu ý", Report.watermark, "", ""]) }
    records += report.warnings.map { ["Lưu ý", $0, "", ""] }
    records += [
      ["Báo cáo", "Đơn vị", report.unitLine, ""], ["Báo cáo", "Kỳ", report.period, ""],
      ["Báo cáo", "Tính đến", report.cutOff, ""], ["Báo cáo", "Cơ sở", report.basis, ""],
    ]
    for figure in report.figures {
      switch figure.value {
      case .ratio(let part, let whole):
        records.append(["Chỉ tiêu", figure.measure, "\(figure.fullName): x", String(part)])
        records.append(["Chỉ tiêu", figure.measure, "\(figure.fullName): y", String(whole)])
      default: records.append(["Chỉ tiêu", figure.measure, figure.fullName, figure.value.plain])
      }
    }
    for table in report.filledTables {
      for row in table.rows {
        for (column, value) in zip(table.columns, row) where column.kind != .text || column.name == ReportTable.remark {
          records.append([table.title, table.label(row), column.name, value.plain])
        }
      }
    }
    return "\u{FEFF}" + records.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field, quoted where needed and harmless to a spreadsheet.
  static func field(_ text: String) -> String {
    // By scalars: “\r\n” is one character, and a mark may hide behind a combining sign.
    let first = text.unicodeScalars.first
    let isFormula = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
