import DanVanKheo

/// A horizontal bar chart as inline SVG, of one count column of a table.
struct BarChart {
  /// One bar; lengths and places in the chart's own units.
  struct Bar {
    let label: String
    let value: String
    let y: Int
    let textY: Int
    let width: Int
    let valueX: Int
    let valueY: Int
  }

  let title: String
  /// The same numbers in words, for those who cannot see the bars.
  let alternative: String
  let bars: [Bar]
  let height: Int

  /// Draws a column of a table; nil when it has nothing to show.
  init?(_ table: ReportTable) {
    guard let column = table.chartColumn, table.columns.indices.contains(column) else { return nil }
    let points = table.rows.compactMap { row -> (String, Int64)? in
      guard case .count(let value) = row[column] else { return nil }
      return (table.label(row), value)
    }
    guard let most = points.map(\.1).max(), most > 0 else { return nil }
    title = "\(table.columns[column].name) \(table.title.prefix(1).lowercased())\(table.title.dropFirst())"
    alternative = points.map { "\($0.0): \(FigureFormat.count($0.1))" }.joined(separator: "; ")
    bars = points.enumerated().map { index, point in
      let width = Int(max(1, Double(point.1) / Double(most) * Double(Self.longest)))
      return Bar(
        label: point.0, value: FigureFormat.padded(point.1), y: index * Self.step + 20, textY: index * Self.step + 14,
        width: width, valueX: width + 6, valueY: index * Self.step + 33)
    }
    height = points.count * Self.step + 6
  }

  private static let step = 44
  private static let longest = 540
}
