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

/// Reads digits with dots and commas between them.
func readNumber(digits: ArraySlice<UInt8>, isNegative: Bool) -> NumberReading {
  guard digits.count <= 32 else { return .unreadable }

  // Groups of digits and the mark before each but the first.
  var groups: [[UInt8]] = [[]]
  var marks: [UInt8] = []
  for byte in digits {
    switch byte {
    case 0x30...0x39: groups[groups.count - 1].append(byte)
    case 0x2E, 0x2C:
      marks.append(byte)
      groups.append([])
    default: return .unreadable
    }
  }
  guard groups.allSatisfy({ !$0.isEmpty }) else { return .unreadable }
  switch decimalPlaces(groups, marks) {
  case nil: return .ambiguous
  case let places?:
    guard let mantissa = wholeNumber(groups.joined()),
      let number = DecimalNumber(mantissa: isNegative ? -mantissa : mantissa, scale: places)
    else { return .unreadable }
    return .exact(number)
  }
}

/// How many digits stand behind the decimal comma, or nil if that can be read in two ways.
private func decimalPlaces(_ groups: [[UInt8]], _ marks: [UInt8]) -> Int? {
  let last = groups[groups.count - 1].count
  // Thousands: groups of three after a first one of one to three digits that is not zero.
  func areThousands(_ parts: ArraySlice<[UInt8]>) -> Bool {
    (1...3).contains(parts.first?.count ?? 0) && parts.first?.first != 0x30
      && parts.dropFirst().allSatisfy { $0.count == 3 }
  }
  switch (marks.last, marks.dropLast()) {
  case (nil, _): return 0
  case (0x2E, let rest) where rest.allSatisfy { $0 == 0x2E }: return areThousands(groups[...]) ? 0 : nil
  case (0x2C, []): return last == 3 && areThousands(groups[...]) ? nil : last
  case (0x2C, let rest) where rest.allSatisfy { $0 == 0x2E }: return areThousands(groups.dropLast()) ? last : nil
  default: return nil
  }
}

/// Digits as a number; nil above 15 digits, zeros in front not counted.
func wholeNumber(_ digits: some Sequence<UInt8>) -> Int64? {
  var value: Int64 = 0
  for digit in digits {
    value = value * 10 + Int64(digit - 0x30)
    if value > 1_000_000_000_000_000 { return nil }
  }
  return value
}
