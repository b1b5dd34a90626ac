import DanVanKheo

/// A horizontal bar chart as inline SVG, of one count column of a table.
///
/// Drawn 360 units wide, so that its letters are readable on a phone without scaling; long labels are broken.
struct BarChart {
  private let code: String
  private let title: String
  private let points: [(label: String, value: Int64)]

  /// Reads a column of a table; nil when it has nothing to show, or only one bar.
  init?(_ table: ReportTable, _ words: ReportWords) {
    guard let column = table.chartColumn, table.columns.indices.contains(column) else { return nil }
    points = table.rows.compactMap { row in
      guard case .count(let value) = row[column] else { return nil }
      return (table.label(row), value)
    }
    guard points.count > 1, points.contains(where: { $0.value > 0 }) else { return nil }
    code = table.code
    title = words("chart", ["column": table.columns[column].name, "table": table.title])
  }

  /// The same numbers in words, for those who cannot see the bars.
  var alternative: String {
    points.map { "\($0.label): \(FigureFormat.count($0.value))" }.joined(separator: "; ")
  }

  /// Writes the figure.
  func write(_ page: inout HTMLWriter) {
    let most = max(1, points.map(\.value).max() ?? 1)
    let bars = points.map { (label: TextLayout.wrapped($0.label, Self.labelLength), value: $0.value) }
    let height = bars.reduce(0) { $0 + $1.label.count * Self.lineHeight + Self.barHeight + Self.gap }
    ChartFrame(code: code, title: title, alternative: alternative, height: height).write(&page) { page in
      var y = 0
      for bar in bars {
        for line in bar.label {
          y += Self.lineHeight
          page.element("text", ["x": "0", "y": String(y - 3)], line)
        }
        // A bar that is not zero can be seen.
        let width = bar.value > 0 ? max(1, Int(Double(bar.value) / Double(most) * Self.longest)) : 0
        page.element(
          "rect",
          ["class": "bar", "x": "0", "y": String(y), "width": String(width), "height": String(Self.barHeight)], "")
        page.element("text", ["x": String(width + 5), "y": String(y + 11)], FigureFormat.padded(bar.value))
        y += Self.barHeight + Self.gap
      }
    }
  }

  private static let labelLength = 52
  private static let lineHeight = 16
  private static let barHeight = 13
  private static let gap = 7
  private static let longest = 300.0
}
