/// Tidies the spaces of a text: special spaces become plain ones, runs become one, ends are cut (khoảng trắng thừa).
///
/// Line ends stay, as `\n`, without blanks around them; soft hyphens, zero-width characters, byte-order marks and
/// direction marks go. Linear.
/// - Parameter text: Any text.
/// - Returns: The tidied text; it may need `precomposed` once more, for a removed character can let two others meet.
public func tidySpaces(_ text: String) -> String {
  var tidy: [UInt32] = []
  tidy.reserveCapacity(text.utf8.count)
  var blank = false
  var lines = 0
  var previous: UInt32 = 0
  for scalar in text.unicodeScalars {
    switch CharacterKind(scalar.value) {
    case .space:
      switch scalar.value {
      // CR LF is one line end.
      case 0x0A where previous == 0x0D: break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: lines += 1
      default: blank = true
      }
    case .invisible where !isPartOfEmoji(scalar.value, after: previous): break
    default:
      if !tidy.isEmpty {
        for _ in 0..<lines { tidy.append(0x0A) }
        if blank && lines == 0 { tidy.append(0x20) }
      }
      blank = false
      lines = 0
      tidy.append(scalar.value)
    }
    previous = scalar.value
  }
  return string(of: tidy[...])
}

/// A joiner or variation selector behind a pictograph belongs to it.
private func isPartOfEmoji(_ value: UInt32, after previous: UInt32) -> Bool {
  (value == 0x200D || value == 0xFE0F) && previous >= 0x2190
}

/// Tells whether a text says anything: whether it holds a letter or a digit.
///
/// - Parameter text: Any text; `…`, `-`, marks without a letter, pictographs and what cannot be seen say nothing.
/// - Returns: True at the first letter or digit.
public func hasWords(_ text: String) -> Bool {
  text.unicodeScalars.contains { isLetter($0) || isDigit($0) }
}

/// Tells whether a text holds a letter, as every name does.
///
/// - Parameter text: Any text.
/// - Returns: True at the first letter; digits and marks alone are none.
public func hasLetters(_ text: String) -> Bool { text.unicodeScalars.contains(where: isLetter) }

/// Fillers are letters that nobody can see.
private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x41...0x5A, 0x61...0x7A: return true
  case 0..<0x80: return false
  default: break
  }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter:
    return !scalar.properties.isDefaultIgnorableCodePoint
  default: return false
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) }
  switch scalar.properties.generalCategory {
  case .decimalNumber, .letterNumber, .otherNumber: return true
  default: return false
  }
}
