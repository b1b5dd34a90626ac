/// A report for a terminal of a hundred columns.
struct TextReport {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// The longest line.
  static let width = 100

  var rendered: String {
    var lines: [String] = report.isDemo ? [report.watermark, ""] : []
    let head = [report.title, report.unitLine, report.basisLine, report.closingLine, report.comparisonLine]
    for line in head.compactMap(\.self) + report.notes {
      lines += TextLayout.wrapped(line, Self.width)
    }
    lines += [""] + TextLayout.wrapped(ReportNarrative(report).paragraph, Self.width)
    for table in [report.figureTable] + report.filledTables {
      lines += ["", table.title]
      if let about = report.about(table) { lines += TextLayout.wrapped(about, Self.width - 2).map { "  " + $0 } }
      lines += TextLayout.table(table, report.words, width: Self.width - 2).map { "  " + $0 }
    }
    lines += ["", report.words["definitions"]]
    for figure in report.figures {
      let definition = TextLayout.wrapped("\(report.definitionName(figure)): \(figure.definition)", Self.width - 4)
      lines += zip(definition.indices, definition).map { ($0 == 0 ? "  " : "    ") + $1 }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
