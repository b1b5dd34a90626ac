/// A report for a terminal.
struct TextReport {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  var rendered: String {
    var lines: [String] = report.isDemo ? [Report.watermark, ""] : []
    lines += [report.title, report.unitLine, report.basisLine]
    lines += report.warnings
    lines.append("")
    lines += Self.aligned(report.figures.map { [(.text("\($0.measure)  \($0.fullName)")), $0.value] })
    for table in report.filledTables {
      lines += ["", table.title]
      lines += Self.aligned([table.columns.map { .text($0.name) }] + table.rows, ruled: true)
    }
    lines += ["", "Định nghĩa"]
    lines += report.figures.map { "\($0.measure) (phiên bản \($0.definitionVersion)): \($0.definition)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Columns of equal width; a column whose cells below the first row are numbers stands at the right.
  private static func aligned(_ rows: [[ReportValue]], ruled: Bool = false) -> [String] {
    let cells = rows.map { $0.map(\.printed) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in cells.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    let isRight = (0..<count).map { column in
      rows.dropFirst(ruled ? 1 : 0).contains { column < $0.count && $0[column].isNumber }
    }
    var lines = cells.map { row in
      let padded = row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return isRight[column] ? space + text : text + space
      }
      return trimmed(padded.joined(separator: "  "))
    }
    if ruled { lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), at: 1) }
    return lines.map { "  " + $0 }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
