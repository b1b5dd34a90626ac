/// The scalars of a text as numbers, the form that searches over a whole text work on.
///
/// - Parameter text: Any text.
/// - Returns: One number a Unicode scalar, so that indices are the offsets of the text's contracts.
public func scalarValues(of text: String) -> [UInt32] {
  var values: [UInt32] = []
  values.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars { values.append(scalar.value) }
  return values
}

/// Puts scalars into a text: the way back from `scalarValues`.
///
/// - Parameter scalars: Unicode scalars; all of them come from a text.
/// - Returns: The text of them.
public func string(of scalars: ArraySlice<UInt32>) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(scalars.count * 2)
  for value in scalars {
    switch value {
    case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
    case 0..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    case 0..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Cuts a text into its words: runs of letters and combining marks (các từ).
///
/// Linear. Digits, punctuation and apostrophes end a word: `K'sor` is `K` and `sor`, `ngày10` is `ngày`.
/// - Parameter scalars: The scalars of a text.
/// - Returns: Half-open ranges of offsets, in order.
public func wordRanges(in scalars: [UInt32]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  ranges.reserveCapacity(scalars.count / 4)
  var start = -1
  for at in scalars.indices {
    if isLetter(scalars[at]) {
      if start < 0 { start = at }
    } else if start >= 0 {
      ranges.append(start..<at)
      start = -1
    }
  }
  if start >= 0 { ranges.append(start..<scalars.count) }
  return ranges
}

/// A Latin letter, a combining mark, or a letter of another script.
func isLetter(_ value: UInt32) -> Bool {
  switch value {
  case 0x61...0x7A, 0x41...0x5A, 0x1EA0...0x1EF9, 0xDF...0xF6, 0xF8...0x24F, 0xC0...0xD6, 0xD8...0xDE: true
  case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x303F: false
  default: CharacterKind(value) == .kept
  }
}
