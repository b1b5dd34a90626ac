import DanVanKheo
import Mustache

/// A report as one self-contained page; the template escapes every value.
struct HTMLReport {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  var rendered: String {
    Self.template.render(Page(report))
  }

  private static let template: MustacheTemplate = {
    do {
      return try MustacheTemplate(string: HTMLReportTemplate.text)
    } catch {
      preconditionFailure("the template of the html report is part of the program: \(error)")
    }
  }()

  /// A cell with its side.
  private struct Cell {
    let text: String
    let side: String
  }

  private struct Row {
    let cells: [Cell]
  }

  private struct Table {
    let title: String
    let columns: [Cell]
    let rows: [Row]
    let chart: BarChart?

    init(_ table: ReportTable) {
      title = table.title
      columns = table.columns.map { Cell(text: $0.name, side: $0.kind == .text || $0.kind == .flag ? "left" : "right") }
      rows = table.rows.map { row in
        Row(
          cells: zip(table.columns, row).map { column, value in
            Cell(text: value.printed, side: column.kind == .text || column.kind == .flag ? "left" : "right")
          })
      }
      chart = BarChart(table)
    }
  }

  private struct Figure {
    let measure: String
    let name: String
    let value: String
    let definition: String
    let version: String
  }

  private struct Page {
    let watermark: String?
    let title: String
    let unit: String
    let basis: String
    let warnings: [String]
    let figures: [Figure]
    let tables: [Table]

    init(_ report: Report) {
      watermark = report.isDemo ? Report.watermark : nil
      title = report.title
      unit = report.unitLine
      basis = report.basisLine
      warnings = report.warnings
      figures = report.figures.map {
        Figure(
          measure: $0.measure, name: $0.fullName, value: $0.value.printed, definition: $0.definition,
          version: String($0.definitionVersion))
      }
      tables = report.filledTables.map(Table.init)
    }
  }
}
