import VietnameseText

/// A text in normal form C, with the way back to the text as received.
struct ComposedText {
  /// The precomposed scalars.
  private(set) var scalars: [UInt32] = []
  /// For each of them, and for the end, the offset in the text as received; nil where both are the same.
  private var origins: [Int]?

  /// Composes a text; one that is composed already costs one scan.
  ///
  /// - Parameters:
  ///   - received: The scalars as received.
  ///   - text: The same as a text.
  init(_ received: [UInt32], _ text: String) {
    if isPrecomposed(text) {
      scalars = received
      return
    }
    var origins: [Int] = []
    var start = 0
    for at in 1...received.count where at == received.count || !isMark(received[at]) {
      let composed =
        at == start + 1 && !isMark(received[start])
        ? [received[start]] : scalarValues(of: precomposed(excerpt(received, start..<at, limit: .max)))
      // Composed letters stand for the whole letter; what did not compose keeps its own place.
      for offset in composed.indices { origins.append(min(start + offset, at - 1)) }
      scalars.append(contentsOf: composed)
      start = at
    }
    origins.append(received.count)
    self.origins = origins
  }

  /// The range in the text as received.
  func received(_ range: Range<Int>) -> Range<Int> {
    guard let origins else { return range }
    return origins[range.lowerBound]..<origins[range.upperBound]
  }
}

/// A mark that may compose with the letter in front of it.
func isMark(_ value: UInt32) -> Bool { (0x300...0x36F).contains(value) }
