/// Lines and columns of a fixed width, measured in characters.
enum TextLayout {
  /// A text in lines of at most `width` characters, broken between words; a longer word is cut.
  ///
  /// Line ends and other control characters become blanks: a name must not move the cursor of a terminal.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(whereSeparator: {
      $0 == " " || $0.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }) {
      var word = word
      var count = word.count
      if length > 0, length + 1 + count <= width {
        line += " " + word
        length += 1 + count
        continue
      }
      if length > 0 { lines.append(line) }
      while count > width {
        lines.append(String(word.prefix(width)))
        word = word.dropFirst(width)
        count -= width
      }
      line = String(word)
      length = count
    }
    return length > 0 || lines.isEmpty ? lines + [line] : lines
  }

  /// A table with its heading and a rule; the widest text columns give way until it fits.
  static func table(_ table: ReportTable, _ words: ReportWords, width: Int) -> [String] {
    let isRight = table.columns.map(\.kind.isNumber)
    let rows = [table.columns.map(\.name)] + table.rows.map { $0.map { $0.printed(words) } }
    let widths = fitted(rows, isRight, width)
    var lines: [String] = []
    for (index, row) in rows.enumerated() {
      let cells = zip(row, widths).map { wrapped($0, $1) }
      for number in 0..<(cells.map(\.count).max() ?? 0) {
        let parts = cells.enumerated().map { column, cell in
          let text = number < cell.count ? cell[number] : ""
          let space = String(repeating: " ", count: widths[column] - text.count)
          return isRight[column] ? space + text : text + space
        }
        lines.append(trimmed(parts.joined(separator: "  ")))
      }
      if index == 0 { lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")) }
    }
    return lines
  }

  /// The widths of columns whose sum with two blanks between them is at most `width`.
  ///
  /// Numbers are never broken; the headings above them are first, then texts, each time the widest.
  private static func fitted(_ rows: [[String]], _ isRight: [Bool], _ width: Int) -> [Int] {
    let columns = isRight.indices
    var widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let least = columns.map { column in
      isRight[column]
        ? max(
          rows.dropFirst().map { $0[column].count }.max() ?? 0,
          rows[0][column].split(separator: " ").map(\.count).max() ?? 0) : min(widths[column], 12)
    }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    for side in [true, false] {
      while excess > 0,
        let column = columns.filter({ isRight[$0] == side && widths[$0] > least[$0] }).max(by: {
          widths[$0] < widths[$1]
        })
      {
        widths[column] -= 1
        excess -= 1
      }
    }
    return widths
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
