import DanVanKheo

/// A line chart as inline SVG, of up to two count columns of a table whose rows are years.
///
/// The lines differ by dashes and marks, not by colour alone; a year without figures breaks the line.
struct TrendChart {
  private struct Line {
    let name: String
    let values: [Int64?]
  }

  private let code: String
  private let title: String
  private let years: [String]
  private let lines: [Line]
  private let most: Int64

  /// Reads the columns of a table; nil when it has none to draw or fewer than two rows.
  init?(_ table: ReportTable, _ words: ReportWords) {
    let columns = table.trendColumns.filter(table.columns.indices.contains).prefix(2)
    guard !columns.isEmpty, table.rows.count > 1 else { return nil }
    code = table.code
    years = table.rows.map(table.label)
    lines = columns.map { column in
      Line(
        name: table.columns[column].name,
        values: table.rows.map { if case .count(let value) = $0[column] { value } else { nil } })
    }
    most = Self.ceiling(lines.flatMap(\.values).compactMap(\.self).max() ?? 0)
    title = words("chart", ["column": lines.map(\.name).joined(separator: ", "), "table": table.title])
  }

  /// The same numbers in words.
  var alternative: String {
    lines.map { line in
      line.name + ": "
        + zip(years, line.values).map { "\($0) – \($1.map(FigureFormat.count) ?? "…")" }.joined(separator: "; ")
    }.joined(separator: ". ")
  }

  /// Writes the figure.
  func write(_ page: inout HTMLWriter) {
    ChartFrame(code: code, title: title, alternative: alternative, height: 192 + 18 * lines.count).write(&page) {
      page in
      for level in [0, most / 2, most] {
        let y = String(height(level))
        page.element("line", ["class": "axis", "x1": "44", "x2": "352", "y1": y, "y2": y], "")
        page.element("text", ["class": "end", "x": "40", "y": String(height(level) + 4)], FigureFormat.count(level))
      }
      for (index, year) in years.enumerated() {
        page.element("text", ["class": "middle", "x": String(place(index)), "y": "182"], year)
      }
      for (number, line) in lines.enumerated() {
        draw(line, number, &page)
        legend(line, number, &page)
      }
    }
  }

  private func draw(_ line: Line, _ number: Int, _ page: inout HTMLWriter) {
    var path = ""
    var isBroken = true
    for (index, value) in line.values.enumerated() {
      guard let value else {
        isBroken = true
        continue
      }
      path += "\(isBroken ? "M" : "L")\(place(index)) \(height(value))"
      isBroken = false
    }
    page.element("path", ["class": "line\(number)", "d": path], "")
    for (index, value) in line.values.enumerated() {
      guard let value else { continue }
      mark(place(index), height(value), number, &page)
      // The upper line's numbers stand above it, the lower one's below.
      let other = lines.count > 1 ? lines[1 - number].values[index] ?? 0 : 0
      let isAbove = number == 0 ? value >= other : value > other
      let y = isAbove ? height(value) - 8 : height(value) + 16
      page.element("text", ["class": "middle", "x": String(place(index)), "y": String(y)], FigureFormat.padded(value))
    }
  }

  private func legend(_ line: Line, _ number: Int, _ page: inout HTMLWriter) {
    let y = 200 + 18 * number
    page.element("path", ["class": "line\(number)", "d": "M44 \(y)L74 \(y)"], "")
    mark(59, y, number, &page)
    page.element("text", ["x": "82", "y": String(y + 4)], line.name)
  }

  private func mark(_ x: Int, _ y: Int, _ number: Int, _ page: inout HTMLWriter) {
    if number == 0 {
      page.element("circle", ["class": "mark0", "cx": String(x), "cy": String(y), "r": "4"], "")
    } else {
      page.element(
        "rect", ["class": "mark1", "x": String(x - 4), "y": String(y - 4), "width": "8", "height": "8"], "")
    }
  }

  private func place(_ index: Int) -> Int { years.count < 2 ? 198 : 64 + index * 268 / (years.count - 1) }

  private func height(_ value: Int64) -> Int { 150 - Int(Double(value) / Double(max(1, most)) * 126) }

  /// The least 2, 4, 10, 20, 40, 100, … that is not below a value: halves of it are whole.
  private static func ceiling(_ value: Int64) -> Int64 {
    var power: Int64 = 1
    while power < Int64.max / 100 {
      for step: Int64 in [2, 4, 6, 8, 10] where step * power >= value { return step * power }
      power *= 10
    }
    return value
  }
}
