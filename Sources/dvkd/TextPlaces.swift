/// Lines and columns of a text, both from 1; columns count Unicode scalars.
struct TextPlaces {
  /// A place in a text.
  struct Place {
    var line: Int
    var column: Int
  }

  /// The offset at which each line starts.
  private var starts = [0]

  init(_ text: String) {
    for (offset, scalar) in text.unicodeScalars.enumerated() where scalar == "\n" { starts.append(offset + 1) }
  }

  /// The place of a scalar offset.
  func place(_ offset: Int) -> Place {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(line: low + 1, column: offset - starts[low] + 1)
  }
}
