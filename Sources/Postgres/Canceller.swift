import CLibPQ

/// Owns one PGcancel.
@safe
struct CancelHandle: ~Copyable {
  private let pointer: OpaquePointer

  init(owning pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  deinit { unsafe PQfreeCancel(pointer) }

  /// Opens a connection of its own to the server and asks for the cancel.
  func cancel() throws(PostgresError) {
    // 256 bytes is the size the manual recommends for the message.
    var message = [CChar](repeating: 0, count: 256)
    guard unsafe PQcancel(pointer, &message, 256) == 0 else { return }
    throw .connection(
      oneLine(String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)))
  }
}

/// Cancels the statement of one connection, from any thread.
///
/// It holds its own copy of what is needed, so it may be used after the connection is gone; the request then finds nobody.
/// A request can come too late and hit the connection's next statement: the caller must know which statement is under way.
///
/// Unchecked, because PGcancel is immutable once made and PQcancel is documented as safe on any thread.
public final class Canceller: @unchecked Sendable {
  private let handle: CancelHandle

  init(_ handle: consuming CancelHandle) {
    self.handle = handle
  }

  /// Asks the server to cancel; the statement then fails with 57014, if the request comes in time.
  ///
  /// Blocks for a connect and an answer.
  /// - Throws: `connection` when the server cannot be asked.
  public func cancel() throws(PostgresError) {
    try handle.cancel()
  }
}
