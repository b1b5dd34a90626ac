/// The answer to one statement: its rows, or how many it affected.
///
/// It outlives its connection. Reading a cell costs no allocation beyond the value itself. Not Sendable: copy values out to hand them over.
public final class Rows {
  /// How many rows there are.
  public let count: Int
  /// How many columns each row has.
  public let columnCount: Int
  private let handle: ResultHandle

  init(_ handle: consuming ResultHandle) {
    count = handle.rowCount
    columnCount = handle.columnCount
    self.handle = handle
  }

  /// The command tag, such as `INSERT 0 1` or `COMMIT`.
  public var commandTag: String { handle.commandTag }

  /// How many rows the statement inserted, updated, deleted, selected or copied; 0 for other commands.
  public var affected: Int {
    let digits = handle.commandTag.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.reversed().reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The first column of that name; nil when there is none.
  ///
  /// Look it up outside the loop over the rows.
  public func columnIndex(_ name: String) -> Int? {
    (0..<columnCount).first { handle.columnName($0) == name }
  }

  /// The name of a column; nil when there is no such column.
  public func columnName(_ column: Int) -> String? {
    (0..<columnCount).contains(column) ? handle.columnName(column) : nil
  }

  /// Whether a cell is NULL.
  public func isNull(_ row: Int, _ column: Int) throws(PostgresError) -> Bool {
    try check(row, column)
    return handle.isNull(row, column)
  }

  typealias Decode<Value> = (Span<UInt8>, UInt32) throws(DecodingProblem.Reason) -> Value

  /// Decodes a cell that may be NULL.
  @inline(__always)
  func optional<Value>(
    _ row: Int, _ column: Int, _ expected: String, _ decode: Decode<Value>
  ) throws(PostgresError) -> Value? {
    try check(row, column)
    guard !handle.isNull(row, column) else { return nil }
    let type = handle.columnType(column)
    do throws(DecodingProblem.Reason) {
      return try handle.withCell(row, column) { (cell) throws(DecodingProblem.Reason) in try decode(cell, type) }
    } catch {
      throw problem(error, row, column, expected)
    }
  }

  /// Decodes a cell that must not be NULL.
  @inline(__always)
  func required<Value>(
    _ row: Int, _ column: Int, _ expected: String, _ decode: Decode<Value>
  ) throws(PostgresError) -> Value {
    guard let value = try optional(row, column, expected, decode) else { throw problem(.null, row, column, expected) }
    return value
  }

  private func problem(_ reason: DecodingProblem.Reason, _ row: Int, _ column: Int, _ expected: String) -> PostgresError
  {
    .decoding(
      DecodingProblem(
        reason: reason, expected: expected, typeOID: handle.columnType(column), column: handle.columnName(column),
        row: row))
  }

  private func check(_ row: Int, _ column: Int) throws(PostgresError) {
    guard row >= 0, row < count, column >= 0, column < columnCount else {
      throw .usage("cell (\(row), \(column)) of a result with \(count) rows and \(columnCount) columns")
    }
  }
}
