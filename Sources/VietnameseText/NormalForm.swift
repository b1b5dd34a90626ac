@_spi(_Unicode) import Swift

/// Gives a text in Unicode normal form C, the form in which everything is stored.
///
/// Linear. A text that is already precomposed, the usual case, costs one scan and no copy.
/// - Parameter text: Any text: precomposed, decomposed, or mixed (“Unicode tổ hợp” of Windows-1258).
/// - Returns: The same text in NFC; `đ` stays `đ`, look-alikes (U+00D0) are not touched.
public func precomposed(_ text: String) -> String {
  if isSurelyPrecomposed(text) { return text }
  // The only door to the standard library's own tables; Foundation's costs ten times as much.
  var scalars: [UInt32] = []
  scalars.reserveCapacity(text.utf8.count)
  for scalar in withSortedMarks(text)._nfc { scalars.append(scalar.value) }
  return string(of: scalars[...])
}

/// Tells whether a text is in Unicode normal form C, scalar by scalar.
///
/// - Parameter text: Any text.
/// - Returns: False also where `==` sees no difference: Swift compares up to canonical equivalence.
public func isPrecomposed(_ text: String) -> Bool {
  isSurelyPrecomposed(text) || text.unicodeScalars.elementsEqual(precomposed(text).unicodeScalars)
}

/// A quick check that says yes only if no scalar can compose or decompose: true for all normal Vietnamese text.
private func isSurelyPrecomposed(_ text: String) -> Bool {
  // In UTF-8, everything below U+0300 starts with a byte below 0xCC.
  var other = false
  for byte in text.utf8 where byte >= 0xCC {
    other = true
    break
  }
  if !other { return true }
  return text.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0..<0x300, 0x1E00..<0x1F00, 0x2002..<0x2100: true
    default: false
    }
  }
}

/// The same text up to canonical equivalence, with long runs of combining marks in canonical order.
///
/// The standard library sorts marks by insertion, which takes seconds for a hostile run of 60,000.
func withSortedMarks(_ text: String) -> String {
  var run = 0
  var longest = 0
  for scalar in text.unicodeScalars {
    run = isNonStarter(scalar) ? run + 1 : 0
    longest = max(longest, run)
  }
  guard longest > 64 else { return text }
  var sorted: [UInt32] = []
  sorted.reserveCapacity(text.utf8.count)
  // Class, place in the run and mark in one number: sorting keeps the order within a class.
  var marks: [UInt64] = []
  func take(_ mark: Unicode.Scalar) {
    let place = UInt64(marks.count) << 21
    marks.append(UInt64(mark.properties.canonicalCombiningClass.rawValue) << 56 | place | UInt64(mark.value))
  }
  func flush() {
    if marks.isEmpty { return }
    marks.sort()
    for mark in marks { sorted.append(UInt32(mark & 0x1F_FFFF)) }
    marks.removeAll(keepingCapacity: true)
  }
  for scalar in text.unicodeScalars {
    if scalar.value == 0x344 {
      // It stands for two marks of one class.
      take("\u{308}")
      take("\u{301}")
    } else if isNonStarter(scalar) {
      take(scalar)
    } else {
      flush()
      sorted.append(scalar.value)
    }
  }
  flush()
  return string(of: sorted[...])
}

/// A mark that canonical ordering may move.
private func isNonStarter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x300, 0x1E00..<0x1F00, 0x2000..<0x20D0: false
  case 0x300..<0x34F: true
  default: scalar.properties.canonicalCombiningClass != .notReordered
  }
}
