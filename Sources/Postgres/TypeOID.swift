/// OIDs of built-in types (`pg_type.dat`; they never change).
enum TypeOID {
  static let bool: UInt32 = 16
  static let bytea: UInt32 = 17
  static let char: UInt32 = 18
  static let name: UInt32 = 19
  static let int8: UInt32 = 20
  static let int2: UInt32 = 21
  static let int4: UInt32 = 23
  static let text: UInt32 = 25
  static let tid: UInt32 = 27
  static let json: UInt32 = 114
  static let xml: UInt32 = 142
  static let float4: UInt32 = 700
  static let float8: UInt32 = 701
  static let unknown: UInt32 = 705
  static let bpchar: UInt32 = 1042
  static let varchar: UInt32 = 1043
  static let date: UInt32 = 1082
  static let timestamptz: UInt32 = 1184
  static let numeric: UInt32 = 1700
  static let uuid: UInt32 = 2950
  static let jsonb: UInt32 = 3802

  static let nameArray: UInt32 = 1003
  static let int2Array: UInt32 = 1005
  static let int4Array: UInt32 = 1007
  static let timestamptzArray: UInt32 = 1185
  static let textArray: UInt32 = 1009
  static let tidArray: UInt32 = 1010
  static let varcharArray: UInt32 = 1015
  static let int8Array: UInt32 = 1016
  static let jsonArray: UInt32 = 199
  static let jsonbArray: UInt32 = 3807

  /// The first OID the server gives to types of users (enums, mostly).
  static let firstUserType: UInt32 = 16_384

  /// Whether the binary form of a value is its text.
  ///
  /// Enums are; other user types fail the check for UTF-8 or NUL, or are the caller's risk.
  static func isText(_ oid: UInt32) -> Bool {
    switch oid {
    case text, varchar, name, bpchar, json, unknown, xml, char: true
    default: oid >= firstUserType
    }
  }
}
