/// What a written number says (cách đọc một con số).
public enum NumberReading: Sendable, Hashable {
  /// One reading only.
  case exact(DecimalNumber)
  /// Two readings, as `4.65` or `1,500`: never guessed.
  case ambiguous
  /// Not a number, or one of more than 15 digits.
  case unreadable
}

/// Reads a number the Vietnamese way: dots between thousands, a decimal comma, zeros in front.
///
/// Linear. Blanks around it and a percent sign behind it are allowed.
/// - Parameter text: `4.648`, `97,7`, `08`, `−3`, `4.657,25`, `97,7 %`.
/// - Returns: `.ambiguous` for a dot or comma that may be either (`4.65`, `1,500`).
public func readNumber(_ text: String) -> NumberReading {
  var bytes = Array(text.utf8)
  // U+2212, the minus sign of typographers.
  if bytes.starts(with: [0xE2, 0x88, 0x92]) { bytes.replaceSubrange(0..<3, with: [0x2D]) }
  var digits = bytes[...]
  while let last = digits.last, last == 0x20 || last == 0x25 { digits.removeLast() }
  while digits.first == 0x20 { digits.removeFirst() }
  let isNegative = digits.first == 0x2D
  if isNegative || digits.first == 0x2B { digits.removeFirst() }
  return readNumber(digits: digits, isNegative: isNegative)
}

/// Reads digits with dots and commas between them; ASCII, as bytes or as scalars.
func readNumber(digits: ArraySlice<some BinaryInteger>, isNegative: Bool) -> NumberReading {
  guard digits.count <= 32 else { return .unreadable }
  var groups = DigitGroups()
  for digit in digits {
    switch digit {
    case 0x30...0x39: groups.add(digit: Int64(digit - 0x30))
    case 0x2E, 0x2C:
      guard groups.last > 0 else { return .unreadable }
      groups.add(mark: digit == 0x2C)
    default: return .unreadable
    }
  }
  guard groups.last > 0 else { return .unreadable }
  guard let places = groups.decimalPlaces else { return .ambiguous }
  guard let mantissa = groups.mantissa,
    let number = DecimalNumber(mantissa: isNegative ? -mantissa : mantissa, scale: places)
  else { return .unreadable }
  return .exact(number)
}

/// The digits of a number in the groups that its dots and commas make.
private struct DigitGroups {
  /// All digits as one number; nil above 15, zeros in front not counted.
  private(set) var mantissa: Int64? = 0
  /// How many digits stand behind the last mark.
  private(set) var last = 0
  private var marks = 0
  private var lastIsComma = false
  /// All marks but the last are dots.
  private var othersAreDots = true
  /// How many digits stand in front of the first mark, and whether the first of them is a zero.
  private var first = 0
  private var startsWithZero = false
  /// All groups between the first and the last have three digits.
  private var othersAreThousands = true

  mutating func add(digit: Int64) {
    if marks == 0, last == 0 { startsWithZero = digit == 0 }
    last += 1
    mantissa = mantissa.flatMap { $0 * 10 + digit > 1_000_000_000_000_000 ? nil : $0 * 10 + digit }
  }

  mutating func add(mark isComma: Bool) {
    if marks == 0 {
      first = last
    } else {
      othersAreThousands = othersAreThousands && last == 3
      othersAreDots = othersAreDots && !lastIsComma
    }
    marks += 1
    lastIsComma = isComma
    last = 0
  }

  /// How many digits stand behind the decimal comma, or nil if that can be read in two ways.
  var decimalPlaces: Int? {
    if marks == 0 { return 0 }
    guard othersAreDots else { return nil }
    // Thousands: groups of three after a first one of one to three digits that is not zero.
    let areThousands = (1...3).contains(first) && !startsWithZero && othersAreThousands
    if !lastIsComma { return areThousands && last == 3 ? 0 : nil }
    return marks == 1 ? areThousands && last == 3 ? nil : last : areThousands ? last : nil
  }
}
