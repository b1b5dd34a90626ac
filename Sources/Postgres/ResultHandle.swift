import CLibPQ

/// Owns one PGresult.
///
/// Row and column are the caller's to check: libpq would answer a wrong one through the notice hooks of a connection that may be gone.
@safe
struct ResultHandle: ~Copyable {
  /// What a result says of its statement.
  enum Status {
    case done
    case failed
    case pipelineSync
    case pipelineAborted
    case copyIn
    case copyOut
    case unexpected
  }

  private let pointer: OpaquePointer

  /// Takes over a PGresult.
  init(owning pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  deinit { unsafe PQclear(pointer) }

  var status: Status {
    switch unsafe PQresultStatus(pointer) {
    case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: .done
    case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR: .failed
    case PGRES_PIPELINE_SYNC: .pipelineSync
    case PGRES_PIPELINE_ABORTED: .pipelineAborted
    case PGRES_COPY_IN: .copyIn
    case PGRES_COPY_OUT: .copyOut
    default: .unexpected
    }
  }

  var rowCount: Int { Int(unsafe PQntuples(pointer)) }

  var columnCount: Int { Int(unsafe PQnfields(pointer)) }

  /// The command tag, such as `INSERT 0 1`.
  var commandTag: String {
    guard let tag = unsafe PQcmdStatus(pointer) else { return "" }
    return unsafe String(cString: tag)
  }

  /// The message of a failed result that the server did not send.
  var libraryMessage: String {
    guard let message = unsafe PQresultErrorMessage(pointer) else { return "" }
    return oneLine(unsafe String(cString: message))
  }

  /// One field of an error or notice.
  func field(_ code: Int32) -> String? { unsafe Diagnostics.field(pointer, code) }

  func columnName(_ column: Int) -> String {
    guard let name = unsafe PQfname(pointer, Int32(column)) else { return "" }
    return unsafe String(cString: name)
  }

  func columnType(_ column: Int) -> UInt32 { unsafe PQftype(pointer, Int32(column)) }

  func isNull(_ row: Int, _ column: Int) -> Bool { unsafe PQgetisnull(pointer, Int32(row), Int32(column)) == 1 }

  /// Lends the bytes of a cell that is not NULL.
  func withCell<Value, Failure: Error>(
    _ row: Int, _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let count = Int(unsafe PQgetlength(pointer, Int32(row), Int32(column)))
    guard count > 0, let start = unsafe PQgetvalue(pointer, Int32(row), Int32(column)) else { return try body(Span()) }
    let bytes = unsafe UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
    return try body(unsafe Span(_unsafeStart: bytes, count: count))
  }
}

/// Joins the lines of one of libpq's messages, so that it fits in a log line.
func oneLine(_ message: String) -> String {
  message.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }.joined(separator: "; ")
}
