/// Cells that hold one value; row and column count from 0.
///
/// Each throws `decoding` when the cell is of another type or malformed and `usage` when there is no such cell.
extension Rows {
  /// The value of a `bool`; NULL is an error.
  public func bool(_ row: Int, _ column: Int) throws(PostgresError) -> Bool {
    try required(row, column, "bool", CellDecoder.bool)
  }

  /// The value of a `bool`; nil when NULL.
  public func boolOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> Bool? {
    try optional(row, column, "bool", CellDecoder.bool)
  }

  /// The value of an `int2`; NULL is an error.
  public func int2(_ row: Int, _ column: Int) throws(PostgresError) -> Int16 {
    try required(row, column, "int2", CellDecoder.int2)
  }

  /// The value of an `int2`; nil when NULL.
  public func int2OrNil(_ row: Int, _ column: Int) throws(PostgresError) -> Int16? {
    try optional(row, column, "int2", CellDecoder.int2)
  }

  /// The value of an `int4`, or an `int2` widened; NULL is an error.
  public func int4(_ row: Int, _ column: Int) throws(PostgresError) -> Int32 {
    try required(row, column, "int4", CellDecoder.int4)
  }

  /// The value of an `int4`, or an `int2` widened; nil when NULL.
  public func int4OrNil(_ row: Int, _ column: Int) throws(PostgresError) -> Int32? {
    try optional(row, column, "int4", CellDecoder.int4)
  }

  /// The value of an `int8`, or a smaller integer widened; NULL is an error.
  public func int8(_ row: Int, _ column: Int) throws(PostgresError) -> Int64 {
    try required(row, column, "int8", CellDecoder.int8)
  }

  /// The value of an `int8`, or a smaller integer widened; nil when NULL.
  public func int8OrNil(_ row: Int, _ column: Int) throws(PostgresError) -> Int64? {
    try optional(row, column, "int8", CellDecoder.int8)
  }

  /// The value of a `float8`, or a `float4` widened; NULL is an error.
  public func float8(_ row: Int, _ column: Int) throws(PostgresError) -> Double {
    try required(row, column, "float8", CellDecoder.float8)
  }

  /// The value of a `float8`, or a `float4` widened; nil when NULL.
  public func float8OrNil(_ row: Int, _ column: Int) throws(PostgresError) -> Double? {
    try optional(row, column, "float8", CellDecoder.float8)
  }

  /// The value of a `text`, `varchar`, `name` or enum; NULL is an error.
  public func text(_ row: Int, _ column: Int) throws(PostgresError) -> String {
    try required(row, column, "text", CellDecoder.text)
  }

  /// The value of a `text`, `varchar`, `name` or enum; nil when NULL.
  public func textOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> String? {
    try optional(row, column, "text", CellDecoder.text)
  }

  /// The value of a `bytea`; NULL is an error.
  public func bytea(_ row: Int, _ column: Int) throws(PostgresError) -> [UInt8] {
    try required(row, column, "bytea", CellDecoder.bytea)
  }

  /// The value of a `bytea`; nil when NULL.
  public func byteaOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> [UInt8]? {
    try optional(row, column, "bytea", CellDecoder.bytea)
  }

  /// The value of a `timestamptz`; NULL is an error.
  public func timestamptz(_ row: Int, _ column: Int) throws(PostgresError) -> Timestamp {
    try required(row, column, "timestamptz", CellDecoder.timestamptz)
  }

  /// The value of a `timestamptz`; nil when NULL.
  public func timestamptzOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> Timestamp? {
    try optional(row, column, "timestamptz", CellDecoder.timestamptz)
  }

  /// The value of a `tid`; nil when NULL.
  public func tidOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> TupleID? {
    try optional(row, column, "tid", CellDecoder.tid)
  }

  /// The value of a `date`; NULL is an error.
  public func date(_ row: Int, _ column: Int) throws(PostgresError) -> CalendarDate {
    try required(row, column, "date", CellDecoder.date)
  }

  /// The value of a `date`; nil when NULL.
  public func dateOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> CalendarDate? {
    try optional(row, column, "date", CellDecoder.date)
  }

  /// The value of a `jsonb` or `json`, as JSON text; NULL is an error.
  public func jsonb(_ row: Int, _ column: Int) throws(PostgresError) -> String {
    try required(row, column, "jsonb", CellDecoder.jsonb)
  }

  /// The value of a `jsonb` or `json`, as JSON text; nil when NULL.
  public func jsonbOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> String? {
    try optional(row, column, "jsonb", CellDecoder.jsonb)
  }

  /// The value of a `uuid`, in lower case with hyphens; NULL is an error.
  public func uuid(_ row: Int, _ column: Int) throws(PostgresError) -> String {
    try required(row, column, "uuid", CellDecoder.uuid)
  }

  /// The value of a `uuid`, in lower case with hyphens; nil when NULL.
  public func uuidOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> String? {
    try optional(row, column, "uuid", CellDecoder.uuid)
  }

  /// The value of a `numeric` or an integer, as decimal text; NULL is an error.
  public func numeric(_ row: Int, _ column: Int) throws(PostgresError) -> String {
    try required(row, column, "numeric", CellDecoder.numeric)
  }

  /// The value of a `numeric` or an integer, as decimal text; nil when NULL.
  public func numericOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> String? {
    try optional(row, column, "numeric", CellDecoder.numeric)
  }
}
