/// A table of comma-separated values with a header line, quotes doubled inside quotes.
struct CSVTable {
  /// The rows by column name; a missing cell is empty.
  private(set) var rows: [[String: String]] = []

  /// Reads a table; linear.
  init(_ text: String) {
    var lines: [[String]] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    func end(_ cells: inout [String]) {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      if isQuoted {
        if byte == 0x22 {
          isQuoted = false
          wasQuote = true
        } else {
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case 0x22:
        if wasQuote { cell.append(byte) }
        isQuoted = true
      case 0x2C: end(&cells)
      case 0x0D: break
      case 0x0A:
        end(&cells)
        lines.append(cells)
        cells = []
      default: cell.append(byte)
      }
      wasQuote = false
    }
    if !cell.isEmpty || !cells.isEmpty {
      end(&cells)
      lines.append(cells)
    }
    guard let header = lines.first else { return }
    rows = lines.dropFirst().filter { $0 != [""] }.map { line in
      Dictionary(zip(header, line), uniquingKeysWith: { first, _ in first })
    }
  }
}
