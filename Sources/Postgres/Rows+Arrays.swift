/// Cells that hold an array; row and column count from 0.
///
/// Each throws `decoding` when the cell is of another type or malformed and `usage` when there is no such cell.
extension Rows {
  /// The value of an `int8[]` (or `int4[]`, `int2[]`) of one dimension without NULLs; NULL is an error.
  public func int8Array(_ row: Int, _ column: Int) throws(PostgresError) -> [Int64] {
    try required(row, column, "int8Array", ArrayDecoder.int8)
  }

  /// The value of an `int8[]` (or `int4[]`, `int2[]`) of one dimension without NULLs; nil when NULL.
  public func int8ArrayOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> [Int64]? {
    try optional(row, column, "int8Array", ArrayDecoder.int8)
  }

  /// The value of a `text[]` (or `varchar[]`, `name[]`, array of an enum) of one dimension; NULL is an error.
  public func textArray(_ row: Int, _ column: Int) throws(PostgresError) -> [String?] {
    try required(row, column, "textArray", ArrayDecoder.text)
  }

  /// The value of a `text[]` (or `varchar[]`, `name[]`, array of an enum) of one dimension; nil when NULL.
  public func textArrayOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> [String?]? {
    try optional(row, column, "textArray", ArrayDecoder.text)
  }

  /// The value of a `jsonb[]` or `json[]` of one dimension without NULLs, as JSON texts; NULL is an error.
  public func jsonbArray(_ row: Int, _ column: Int) throws(PostgresError) -> [String] {
    try required(row, column, "jsonbArray", ArrayDecoder.jsonb)
  }

  /// The value of a `jsonb[]` or `json[]` of one dimension without NULLs, as JSON texts; nil when NULL.
  public func jsonbArrayOrNil(_ row: Int, _ column: Int) throws(PostgresError) -> [String]? {
    try optional(row, column, "jsonbArray", ArrayDecoder.jsonb)
  }
}
