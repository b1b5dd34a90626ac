/// Why a cell could not be read as asked.
public struct DecodingProblem: Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with the cell.
  public enum Reason: Error, Hashable {
    /// It is NULL, and the caller did not allow for it.
    case null
    /// Its type is another one.
    case type
    /// Its bytes are not a value of its type, or not one that Swift can hold.
    case malformed
    /// It is text that is not valid UTF-8 (possible in a SQL_ASCII database).
    case invalidUTF8
  }

  /// What is wrong with the cell.
  public let reason: Reason
  /// What the caller asked for.
  public let expected: String
  /// The type of the column, as its OID in `pg_type`.
  public let typeOID: UInt32
  /// The name of the column.
  public let column: String
  /// The row, from 0.
  public let row: Int

  /// One line without the value.
  public var description: String {
    let problem =
      switch reason {
      case .null: "is NULL"
      case .type: "has type oid \(typeOID)"
      case .malformed: "is malformed or out of range"
      case .invalidUTF8: "is not valid UTF-8"
      }
    return "row \(row), column \"\(column)\" \(problem); \(expected) expected"
  }
}
