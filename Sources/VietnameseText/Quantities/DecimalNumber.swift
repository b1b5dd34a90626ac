/// An exact decimal number of at most 15 digits: `mantissa / 10^scale`.
public struct DecimalNumber: Sendable, Hashable {
  /// The digits as a whole number, with the sign; at most 10^15 in size.
  public let mantissa: Int64
  /// How many of the digits stand behind the decimal comma; 0...15.
  public let scale: Int

  /// Makes a number; nil if it has more than 15 digits.
  ///
  /// - Parameters:
  ///   - mantissa: The digits as a whole number.
  ///   - scale: Digits behind the comma; 0...15.
  public init?(mantissa: Int64, scale: Int = 0) {
    guard (0...15).contains(scale), mantissa.magnitude <= 1_000_000_000_000_000 else { return nil }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// True if nothing but zeros stands behind the comma.
  public var isWhole: Bool { mantissa % powerOfTen(scale) == 0 }

  /// True below zero.
  public var isNegative: Bool { mantissa < 0 }

  /// The value if it is whole.
  public var whole: Int64? { isWhole ? mantissa / powerOfTen(scale) : nil }

  /// Adds two numbers; nil if the sum has more than 15 digits.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let common = max(scale, other.scale)
    let (left, leftOver) = mantissa.multipliedReportingOverflow(by: powerOfTen(common - scale))
    let (right, rightOver) = other.mantissa.multipliedReportingOverflow(by: powerOfTen(common - other.scale))
    let (sum, over) = left.addingReportingOverflow(right)
    return leftOver || rightOver || over ? nil : DecimalNumber(mantissa: sum, scale: common)
  }

  /// The number with the other sign.
  public var negated: DecimalNumber { DecimalNumber(unchecked: -mantissa, scale) }

  /// True if both stand for the same value; `8,0` equals `8`.
  public func hasSameValue(as other: DecimalNumber) -> Bool {
    adding(other.negated)?.mantissa == 0
  }

  private init(unchecked mantissa: Int64, _ scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The number as Vietnamese text writes it: dots between thousands, a decimal comma (`4.648`, `97,7`, `−3`).
  public var description: String {
    let divisor = UInt64(powerOfTen(scale))
    var whole = String(mantissa.magnitude / divisor)
    var at = whole.count - 3
    while at > 0 {
      whole.insert(".", at: whole.index(whole.startIndex, offsetBy: at))
      at -= 3
    }
    if scale > 0 {
      let digits = String(mantissa.magnitude % divisor)
      whole += "," + String(repeating: "0", count: scale - digits.count) + digits
    }
    return mantissa < 0 ? "−" + whole : whole
  }
}

/// 10 to a power; 0...18.
func powerOfTen(_ exponent: Int) -> Int64 {
  var result: Int64 = 1
  for _ in 0..<exponent { result *= 10 }
  return result
}
