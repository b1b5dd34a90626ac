/// Reads the binary form of `numeric`: counts, weight, sign, scale, then digits to the base of 10,000 (`numeric_send`).
enum NumericDecoder {
  /// Decimal text as the server itself would print it, trailing zeros of the scale included.
  static func text(of cell: Span<UInt8>) throws(DecodingProblem.Reason) -> String {
    guard cell.count >= 8 else { throw .malformed }
    let groupCount = try word(cell, 0)
    let weight = Int(Int16(truncatingIfNeeded: try word(cell, 1)))
    let sign = try word(cell, 2)
    let scale = try word(cell, 3)
    guard cell.count == 8 + 2 * groupCount else { throw .malformed }
    switch sign {
    case 0xC000: return "NaN"
    case 0xD000: return "Infinity"
    case 0xF000: return "-Infinity"
    case 0x0000, 0x4000: break
    default: throw .malformed
    }

    /// The group that stands for 10,000 to the power of `power`.
    func group(_ power: Int) throws(DecodingProblem.Reason) -> Int {
      let index = weight - power
      return index >= 0 && index < groupCount ? try word(cell, 4 + index) : 0
    }
    var text = sign == 0x4000 ? "-" : ""
    text += weight < 0 ? "0" : String(try group(weight))
    var power = weight - 1
    while power >= 0 {
      text += padded(try group(power), 4)
      power -= 1
    }
    guard scale > 0 else { return text }
    var fraction = ""
    power = -1
    while fraction.utf8.count < scale {
      fraction += padded(try group(power), 4)
      power -= 1
    }
    return text + "." + fraction.prefix(scale)
  }

  private static func word(_ cell: Span<UInt8>, _ index: Int) throws(DecodingProblem.Reason) -> Int {
    guard cell.count >= 2 * index + 2 else { throw .malformed }
    return Int(cell[2 * index]) << 8 | Int(cell[2 * index + 1])
  }
}
