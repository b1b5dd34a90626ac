/// Reads the binary form of one-dimensional arrays (`array_send`).
enum ArrayDecoder {
  typealias Problem = DecodingProblem.Reason

  static func int8(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> [Int64] {
    guard [TypeOID.int8Array, TypeOID.int4Array, TypeOID.int2Array].contains(type) else { throw .type }
    return try elements(cell) { (element, type) throws(Problem) in try CellDecoder.int8(element, type) }.map(present)
  }

  static func text(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> [String?] {
    guard [TypeOID.textArray, TypeOID.varcharArray, TypeOID.nameArray].contains(type) || type >= TypeOID.firstUserType
    else { throw .type }
    return try elements(cell) { (element, type) throws(Problem) in try CellDecoder.text(element, type) }
  }

  static func jsonb(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> [String] {
    guard [TypeOID.jsonbArray, TypeOID.jsonArray].contains(type) else { throw .type }
    return try elements(cell) { (element, type) throws(Problem) in try CellDecoder.jsonb(element, type) }.map(present)
  }

  private static func present<Value>(_ value: Value?) throws(Problem) -> Value {
    guard let value else { throw .null }
    return value
  }

  /// Every element; several dimensions are refused.
  private static func elements<Value>(
    _ cell: Span<UInt8>, _ decode: (Span<UInt8>, UInt32) throws(Problem) -> Value
  ) throws(Problem) -> [Value?] {
    let dimensions = try number(cell, at: 0)
    let type = UInt32(truncatingIfNeeded: try number(cell, at: 8))
    guard dimensions > 0 else { return [] }
    guard dimensions == 1 else { throw .malformed }
    let count = try number(cell, at: 12)
    guard count >= 0, count <= cell.count / 4 else { throw .malformed }
    var values: [Value?] = []
    values.reserveCapacity(count)
    var offset = 20
    for _ in 0..<count {
      let length = try number(cell, at: offset)
      offset += 4
      guard length >= 0 else {
        values.append(nil)
        continue
      }
      guard length <= cell.count - offset else { throw .malformed }
      values.append(try decode(cell.extracting(offset..<offset + length), type))
      offset += length
    }
    return values
  }

  private static func number(_ cell: Span<UInt8>, at offset: Int) throws(Problem) -> Int {
    guard cell.count >= offset + 4 else { throw .malformed }
    return Int(Int64(truncatingIfNeeded: try CellDecoder.bigEndian(cell.extracting(offset..<offset + 4), bytes: 4)))
  }
}
