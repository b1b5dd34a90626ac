/// Reads single fields of a job's arguments without building a tree: a small object costs a tenth of a microsecond.
///
/// The arguments are an object in the server's own form of JSON (`jsonb` as text): valid, each key once, no escapes that are not needed. A field that is
/// absent or null gives nil; one of another type is an error, which a handler turns into a discarded job.
public struct JobArgs: Sendable {
  /// Why a field could not be read.
  public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
    /// The field.
    public let field: String
    /// What was wanted.
    public let expected: String

    /// One line; no value.
    public var description: String { "args/\(field) is no \(expected)" }
  }

  private let text: String

  /// Takes the arguments as JSON text.
  public init(_ text: String) {
    self.text = text
  }

  /// The whole number in a top-level field; nil when it is absent or null.
  /// - Throws: `Problem` for another type, a fraction, and what does not fit in 64 bits.
  public func integer(_ field: String) throws(Problem) -> Int64? {
    let bytes = text.utf8Span.span
    guard let start = Self.value(of: field, in: bytes) else { return nil }
    var position = start
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var value: Int64 = 0
    let firstDigit = position
    while position < bytes.count, let digit = Self.digit(bytes[position]) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowed) =
        isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !overflow, !overflowed else { throw Problem(field: field, expected: "integer") }
      value = sum
      position += 1
    }
    // 7.00 is a whole number, too.
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      while position < bytes.count, bytes[position] == UInt8(ascii: "0") { position += 1 }
    }
    let isAtEnd = position < bytes.count && Self.endsValue(bytes[position])
    guard position > firstDigit, isAtEnd else {
      if Self.isNull(bytes, start) { return nil }
      throw Problem(field: field, expected: "integer")
    }
    return value
  }

  // MARK: Scanning

  /// Where the value of a top-level field begins.
  private static func value(of field: String, in bytes: Span<UInt8>) -> Int? {
    let wanted = field.utf8Span.span
    var position = 1
    while position < bytes.count, bytes[position] == UInt8(ascii: "\"") || skip(bytes, &position) {
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
      let name = position + 1
      position = endOfString(bytes, position)
      let isWanted = equals(bytes, name, position - 1, wanted)
      while position < bytes.count, bytes[position] == UInt8(ascii: ":") || bytes[position] == UInt8(ascii: " ") {
        position += 1
      }
      guard position < bytes.count else { return nil }
      if isWanted { return position }
      position = endOfValue(bytes, position)
    }
    return nil
  }

  /// Passes spaces and a comma; false at the end of the object.
  private static func skip(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
    while position < bytes.count, bytes[position] == UInt8(ascii: ",") || bytes[position] == UInt8(ascii: " ") {
      position += 1
    }
    return position < bytes.count && bytes[position] == UInt8(ascii: "\"")
  }

  /// The place behind the string that begins here.
  private static func endOfString(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var position = start + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(position + 1, bytes.count)
  }

  /// The place behind the value that begins here, whatever it is.
  private static func endOfValue(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position = endOfString(bytes, position)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return position }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return position
      default: break
      }
      position += 1
    }
    return position
  }

  private static func equals(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ wanted: Span<UInt8>) -> Bool {
    guard end - start == wanted.count else { return false }
    for offset in 0..<wanted.count where bytes[start + offset] != wanted[offset] { return false }
    return true
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int64(byte - UInt8(ascii: "0")) : nil
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: " ")
  }

  private static func isNull(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    start + 4 <= bytes.count && bytes[start] == UInt8(ascii: "n") && bytes[start + 1] == UInt8(ascii: "u")
  }
}
