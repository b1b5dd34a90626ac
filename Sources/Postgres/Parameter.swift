/// A value for `$1`, `$2`, …, with its type; nil is NULL of that type.
///
/// Text must not hold NUL: the statement is refused with `PostgresError.usage` before anything is sent.
public enum Parameter: Sendable, Hashable {
  /// `bool`
  case bool(Bool?)
  /// `int2`
  case int2(Int16?)
  /// `int4`
  case int4(Int32?)
  /// `int8`
  case int8(Int64?)
  /// `float8`
  case float8(Double?)
  /// `text`
  case text(String?)
  /// `bytea`
  case bytea([UInt8]?)
  /// `timestamptz`
  case timestamptz(Timestamp?)
  /// `date`
  case date(CalendarDate?)
  /// `jsonb`, as JSON text
  case jsonb(String?)
  /// `uuid`, in any form the server reads
  case uuid(String?)
  /// `numeric`, as decimal text
  case numeric(String?)
  /// `int2[]`
  case int2Array([Int16]?)
  /// `int8[]`
  case int8Array([Int64]?)
  /// `timestamptz[]`
  case timestamptzArray([Timestamp]?)
  /// `tid[]`
  case tidArray([TupleID]?)
  /// `text[]`, whose elements may be NULL
  case textArray([String?]?)
  /// `jsonb[]`, as JSON texts
  case jsonbArray([String]?)

  /// The type sent to the server.
  var typeOID: UInt32 {
    switch self {
    case .bool: TypeOID.bool
    case .int2: TypeOID.int2
    case .int4: TypeOID.int4
    case .int8: TypeOID.int8
    case .float8: TypeOID.float8
    case .text: TypeOID.text
    case .bytea: TypeOID.bytea
    case .timestamptz: TypeOID.timestamptz
    case .date: TypeOID.date
    case .jsonb: TypeOID.jsonb
    case .uuid: TypeOID.uuid
    case .numeric: TypeOID.numeric
    case .int2Array: TypeOID.int2Array
    case .int8Array: TypeOID.int8Array
    case .timestamptzArray: TypeOID.timestamptzArray
    case .tidArray: TypeOID.tidArray
    case .textArray: TypeOID.textArray
    case .jsonbArray: TypeOID.jsonbArray
    }
  }
}
