/// The parameters of one statement in the layout libpq wants.
///
/// Numbers, times, bytes and arrays travel in binary; text, JSON, uuid and numeric as text. One arena holds every value, so a statement costs no
/// allocation a parameter; a connection keeps one buffer and fills it again and again.
struct ParameterBuffer {
  private(set) var types: [UInt32] = []
  private(set) var formats: [Int32] = []
  private(set) var lengths: [Int32] = []
  /// Where each value begins in `arena`; -1 is NULL.
  private(set) var offsets: [Int] = []
  private(set) var arena: [UInt8] = []

  /// The protocol counts parameters in 16 bits.
  static let limit = 65_535

  private static let textFormat: Int32 = 0
  private static let binaryFormat: Int32 = 1
  private static let jsonbVersion: UInt8 = 1

  /// Replaces what the buffer holds.
  mutating func fill(_ parameters: [Parameter]) throws(PostgresError) {
    types.removeAll(keepingCapacity: true)
    formats.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    guard parameters.count <= ParameterBuffer.limit else {
      throw .usage("\(parameters.count) parameters; at most \(ParameterBuffer.limit) are possible")
    }
    for (index, parameter) in parameters.enumerated() {
      try append(parameter, index)
    }
    // An empty value at the end still needs an address: only NULL has none.
    arena.append(0)
  }

  private mutating func append(_ parameter: Parameter, _ index: Int) throws(PostgresError) {
    types.append(parameter.typeOID)
    let start = arena.count
    var format = ParameterBuffer.binaryFormat
    var isNull = false
    switch parameter {
    case .bool(let value?): arena.append(value ? 1 : 0)
    case .int2(let value?): appendBigEndian(value)
    case .int4(let value?): appendBigEndian(value)
    case .int8(let value?): appendBigEndian(value)
    case .float8(let value?): appendBigEndian(value.bitPattern)
    case .bytea(let value?): arena.append(contentsOf: value)
    case .timestamptz(let value?): appendBigEndian(value.microsecondsSince2000)
    case .date(let value?): appendBigEndian(value.daysSince2000)
    case .text(let value?), .jsonb(let value?), .uuid(let value?), .numeric(let value?):
      format = ParameterBuffer.textFormat
      try appendText(value, index)
      arena.append(0)
    case .int2Array(let values?): appendArray(of: values, TypeOID.int2)
    case .int8Array(let values?): appendArray(of: values, TypeOID.int8)
    case .timestamptzArray(let values?):
      appendArray(of: values.map(\.microsecondsSince2000), TypeOID.timestamptz)
    case .tidArray(let values?): appendArray(of: values)
    case .textArray(let values?): try appendArray(of: values, TypeOID.text, prefix: nil, index)
    case .jsonbArray(let values?):
      try appendArray(of: values, TypeOID.jsonb, prefix: ParameterBuffer.jsonbVersion, index)
    case .bool, .int2, .int4, .int8, .float8, .bytea, .timestamptz, .date, .text, .jsonb, .uuid, .numeric, .int2Array,
      .int8Array, .timestamptzArray, .tidArray, .textArray, .jsonbArray:
      isNull = true
    }
    guard let length = Int32(exactly: arena.count - start) else {
      throw .usage("parameter $\(index + 1) is longer than 2 GB")
    }
    formats.append(format)
    lengths.append(length)
    offsets.append(isNull ? -1 : start)
  }

  private mutating func appendBigEndian<Value: FixedWidthInteger>(_ value: Value) {
    var shift = Value.bitWidth
    while shift > 0 {
      shift -= 8
      arena.append(UInt8(truncatingIfNeeded: value >> Value(shift)))
    }
  }

  private mutating func appendText(_ text: String, _ index: Int) throws(PostgresError) {
    guard !text.utf8.contains(0) else { throw .usage("parameter $\(index + 1) holds a NUL character") }
    arena.append(contentsOf: text.utf8)
  }

  /// The header of a one-dimensional array (`array_recv`): dimensions, whether it has NULLs, element type, length, lower bound.
  private mutating func appendArrayHeader(_ count: Int, hasNull: Bool, _ element: UInt32) {
    appendBigEndian(Int32(count == 0 ? 0 : 1))
    appendBigEndian(Int32(hasNull ? 1 : 0))
    appendBigEndian(element)
    guard count > 0 else { return }
    appendBigEndian(Int32(truncatingIfNeeded: count))
    appendBigEndian(Int32(1))
  }

  private mutating func appendArray<Value: FixedWidthInteger>(of values: [Value], _ element: UInt32) {
    appendArrayHeader(values.count, hasNull: false, element)
    for value in values {
      appendBigEndian(Int32(Value.bitWidth / 8))
      appendBigEndian(value)
    }
  }

  private mutating func appendArray(of values: [TupleID]) {
    appendArrayHeader(values.count, hasNull: false, TypeOID.tid)
    for value in values {
      appendBigEndian(Int32(6))
      appendBigEndian(value.block)
      appendBigEndian(value.offset)
    }
  }

  private mutating func appendArray(
    of values: [String?], _ element: UInt32, prefix: UInt8?, _ index: Int
  ) throws(PostgresError) {
    appendArrayHeader(values.count, hasNull: values.contains(nil), element)
    for value in values {
      guard let value else {
        appendBigEndian(Int32(-1))
        continue
      }
      appendBigEndian(Int32(truncatingIfNeeded: value.utf8.count + (prefix == nil ? 0 : 1)))
      if let prefix { arena.append(prefix) }
      try appendText(value, index)
    }
  }
}
