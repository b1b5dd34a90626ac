/// A report as one self-contained page, made for paper (A4), a desk and a phone.
struct HTMLReport {
  private let report: Report
  private let words: ReportWords

  init(_ report: Report) {
    self.report = report
    words = report.words
  }

  var rendered: String {
    var page = HTMLWriter()
    page.trusted("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.element("title", "\(report.title) – \(report.unitName)")
    page.element("style") { $0.trusted(HTMLReportStyle.text) }
    page.trusted("</head>\n<body>\n")
    if report.isDemo {
      page.element("div", ["class": "watermark", "aria-hidden": "true"]) { $0.element("span", report.watermark) }
    }
    page.element("main") { body(&$0) }
    page.trusted("</body>\n</html>\n")
    return page.text
  }

  private func body(_ page: inout HTMLWriter) {
    if report.isDemo { page.element("p", ["class": "draft"], report.watermark) }
    page.element("h1", report.title)
    page.element("p") { $0.element("strong", report.unitLine) }
    page.element("p", report.basisLine + " " + report.comparisonLine)
    if let closing = report.closingLine {
      page.element("p", ["class": report.closing == nil ? "open" : "closing"], closing)
    }
    for note in report.notes { page.element("p", ["class": "note"], note) }
    page.element("h2", words["summary"])
    page.element("p", ["class": "narrative"], ReportNarrative(report).paragraph)
    for table in [report.figureTable] + report.filledTables { section(table, &page) }
    page.element("section") { page in
      page.element("h2", words["definitions"])
      page.element("dl") { page in
        for figure in report.figures {
          page.element("dt", report.definitionName(figure))
          page.element("dd", figure.definition)
        }
      }
    }
  }

  private func section(_ table: ReportTable, _ page: inout HTMLWriter) {
    page.element("section") { page in
      page.element("h2", table.title)
      if let about = report.about(table) { page.element("p", ["class": "about"], about) }
      TrendChart(table, words)?.write(&page)
      BarChart(table, words)?.write(&page)
      // Focusable, so that a keyboard can scroll what a phone does not show.
      page.element("div", ["class": "wide", "role": "region", "tabindex": "0", "aria-label": table.title]) { page in
        page.element("table", ["data-table": table.code]) { page in
          page.element("thead") { page in
            page.element("tr") { page in
              for column in table.columns { page.element("th", ["scope": "col", "class": side(column)], column.name) }
            }
          }
          page.element("tbody") { page in
            for row in table.rows {
              page.element("tr") { page in
                for (column, value) in zip(table.columns, row) {
                  page.element("td", ["class": side(column)], value.printed(words))
                }
              }
            }
          }
        }
      }
    }
  }

  /// Names get room of their own, so that a phone scrolls a table instead of breaking them letter by letter; codes stay in one line.
  private func side(_ column: ReportTable.Column) -> String {
    if column.kind.isNumber { return "right" }
    if ["measure", "year", "rule", "version"].contains(column.code) { return "left code" }
    let isNarrow = column.kind == .flag || ["remark", "example", "closed_at", "closed_by"].contains(column.code)
    return isNarrow ? "left" : "left name"
  }
}
