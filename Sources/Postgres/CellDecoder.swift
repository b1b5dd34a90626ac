/// Turns the binary form of a cell into a value; each function checks the type first.
enum CellDecoder {
  typealias Problem = DecodingProblem.Reason

  static func bool(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> Bool {
    try require(type == TypeOID.bool, cell.count == 1)
    return cell[0] != 0
  }

  static func int2(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> Int16 {
    guard type == TypeOID.int2 else { throw .type }
    return try Int16(truncatingIfNeeded: bigEndian(cell, bytes: 2))
  }

  static func int4(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> Int32 {
    switch type {
    case TypeOID.int4: try Int32(truncatingIfNeeded: bigEndian(cell, bytes: 4))
    case TypeOID.int2: Int32(try int2(cell, type))
    default: throw .type
    }
  }

  static func int8(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> Int64 {
    switch type {
    case TypeOID.int8: try Int64(truncatingIfNeeded: bigEndian(cell, bytes: 8))
    case TypeOID.int4, TypeOID.int2: Int64(try int4(cell, type))
    default: throw .type
    }
  }

  static func float8(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> Double {
    switch type {
    case TypeOID.float8: Double(bitPattern: try bigEndian(cell, bytes: 8))
    case TypeOID.float4: Double(Float(bitPattern: UInt32(truncatingIfNeeded: try bigEndian(cell, bytes: 4))))
    default: throw .type
    }
  }

  static func text(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> String {
    guard TypeOID.isText(type) else { throw .type }
    return try string(cell)
  }

  static func jsonb(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> String {
    switch type {
    case TypeOID.json: return try string(cell)
    case TypeOID.jsonb: return try jsonbText(cell)
    default: throw .type
    }
  }

  static func bytea(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> [UInt8] {
    guard type == TypeOID.bytea else { throw .type }
    return unsafe cell.withUnsafeBufferPointer { unsafe Array($0) }
  }

  static func timestamptz(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> Timestamp {
    guard type == TypeOID.timestamptz else { throw .type }
    return Timestamp(microsecondsSince2000: Int64(truncatingIfNeeded: try bigEndian(cell, bytes: 8)))
  }

  static func date(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> CalendarDate {
    guard type == TypeOID.date else { throw .type }
    return CalendarDate(daysSince2000: Int32(truncatingIfNeeded: try bigEndian(cell, bytes: 4)))
  }

  static func tid(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> TupleID {
    try require(type == TypeOID.tid, cell.count == 6)
    let bits = try bigEndian(cell, bytes: 6)
    return TupleID(block: UInt32(truncatingIfNeeded: bits >> 16), offset: UInt16(truncatingIfNeeded: bits))
  }

  /// Lower-case hexadecimal with hyphens (RFC 9562).
  static func uuid(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> String {
    try require(type == TypeOID.uuid, cell.count == 16)
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for index in 0..<16 {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(digits[Int(cell[index] >> 4)])
      text.append(digits[Int(cell[index] & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func numeric(_ cell: Span<UInt8>, _ type: UInt32) throws(Problem) -> String {
    switch type {
    case TypeOID.numeric: try NumericDecoder.text(of: cell)
    case TypeOID.int8, TypeOID.int4, TypeOID.int2: String(try int8(cell, type))
    default: throw .type
    }
  }

  // MARK: Parts

  static func require(_ rightType: Bool, _ wellFormed: Bool) throws(Problem) {
    guard rightType else { throw .type }
    guard wellFormed else { throw .malformed }
  }

  /// A signed number of 1...8 bytes, sign-extended, as its bit pattern.
  static func bigEndian(_ cell: Span<UInt8>, bytes: Int) throws(Problem) -> UInt64 {
    guard cell.count == bytes else { throw .malformed }
    var value: UInt64 = 0
    for index in 0..<bytes { value = value << 8 | UInt64(cell[index]) }
    let spare = UInt64(64 - 8 * bytes)
    return UInt64(bitPattern: Int64(bitPattern: value << spare) >> Int64(spare))
  }

  static func string(_ cell: Span<UInt8>) throws(Problem) -> String {
    do {
      return String(copying: try UTF8Span(validating: cell))
    } catch {
      throw .invalidUTF8
    }
  }

  /// The binary form of jsonb is a version byte, 1, and the text.
  static func jsonbText(_ cell: Span<UInt8>) throws(Problem) -> String {
    guard cell.count > 0, cell[0] == 1 else { throw .malformed }
    return try string(cell.extracting(1..<cell.count))
  }
}
