/// A word of running text, as written and bare: in small letters, without the punctuation around it.
struct DocumentWord {
  /// The word as written.
  var raw: Substring
  /// What it is compared by.
  var bare: String

  private static let marks: Set<Character> = [
    ",", ".", ";", ":", "(", ")", "“", "”", "\"", "'", "‘", "’", "!", "?", "«", "»",
  ]

  init(_ raw: Substring) {
    self.raw = raw
    var part = raw
    while let first = part.first, Self.marks.contains(first) { part.removeFirst() }
    while let last = part.last, Self.marks.contains(last) { part.removeLast() }
    bare = part.lowercased()
  }
}

/// The words of a text, split at blanks.
func documentWords(_ text: String) -> [DocumentWord] {
  text.split(whereSeparator: \.isWhitespace).map(DocumentWord.init)
}

extension [DocumentWord] {
  /// Where a run of words stands, by their bare forms; the first place at or after one.
  func place(of run: [String], from start: Int = 0) -> Int? {
    guard !run.isEmpty, count >= run.count else { return nil }
    return (start..<Swift.max(start, count - run.count + 1)).first { at in
      run.indices.allSatisfy { self[at + $0].bare == run[$0] }
    }
  }
}
