public import VietnameseText

/// A figure that a report states (số liệu được nêu): kept beside what the system counts, never added to it.
public struct Claim: Sendable, Hashable {
  /// What kind of figure it is.
  public enum Kind: String, Sendable, Hashable {
    case count
    case measure
    case percent
    case fraction
    case range
    case money
  }

  /// Where it stands: a JSON pointer into the content, with the offset of its first character in a running text.
  public var figure: String
  /// What kind of figure it is.
  public var kind: Kind
  /// The value as stated; of a fraction the part; nil for a range.
  public var value: DecimalNumber?
  /// What is counted or measured: `mô hình`, `ha`, `VND`; with its rate: `VND/ha`.
  public var unit: String?
  /// The sign of an approximation; nil if stated as exact.
  public var approximation: Quantity.Approximation?
  /// What else was stated: `216/221 = 97,7%`, `6.000.000–7.000.000`.
  public var reading: String?
  /// The words around it.
  public var excerpt: String
}

extension Claim {
  /// The claim as `registry.validation_apply` takes it; the value in digits with a decimal point.
  var json: JSON {
    var members = [JSON.Member("figure", .string(figure)), JSON.Member("kind", .string(kind.rawValue))]
    if let value { members.append(JSON.Member("value", .number(value.plain))) }
    if let unit { members.append(JSON.Member("unit", .string(unit))) }
    if let approximation { members.append(JSON.Member("op", .string(approximation.rawValue))) }
    if let reading { members.append(JSON.Member("reading", .string(reading))) }
    members.append(JSON.Member("excerpt", .string(excerpt)))
    return .object(members)
  }
}

extension DecimalNumber {
  /// The number with a decimal point and nothing between thousands.
  var plain: String {
    let digits = String(mantissa.magnitude)
    let sign = isNegative ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = padded.dropLast(scale)
    return "\(sign)\(whole).\(padded.suffix(scale))"
  }
}
