/// Where a row version stands in its table: page and line; the type `tid`, the system column `ctid`.
///
/// It stays valid as long as the row is locked and not changed by the transaction itself.
public struct TupleID: Sendable, Hashable {
  /// The page, from 0.
  public let block: UInt32
  /// The line of the page, from 1.
  public let offset: UInt16

  /// Takes a page and a line, as the server writes them: `(block,offset)`.
  public init(block: UInt32, offset: UInt16) {
    self.block = block
    self.offset = offset
  }
}
