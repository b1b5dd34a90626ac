import CLibPQ
import Glibc

/// Owns one PGconn and the notice sink it points to; every call of libpq on a connection is in this file.
@safe
struct ConnectionHandle: ~Copyable {
  private let pointer: OpaquePointer
  private let sink: Unmanaged<NoticeSink>

  /// Connects, blocking; libpq applies `connect_timeout` to each host in turn.
  /// - Parameters:
  ///   - options: Keywords and values; a later one wins; `dbname` may be a whole connection string.
  ///   - sink: Gets the notices; kept as long as the PGconn.
  /// - Throws: `connection`.
  init(options: [(keyword: String, value: String)], sink: NoticeSink) throws(PostgresError) {
    let keywords = unsafe options.map { unsafe strdup($0.keyword) } + [nil]
    let values = unsafe options.map { unsafe strdup($0.value) } + [nil]
    defer {
      unsafe (keywords + values).forEach { unsafe free($0) }
    }
    let opened = unsafe PQconnectdbParams(
      keywords.map { unsafe UnsafePointer($0) }, values.map { unsafe UnsafePointer($0) }, 1)
    guard let opened = unsafe opened else { throw .connection("out of memory") }
    guard unsafe PQstatus(opened) == CONNECTION_OK else {
      let message = unsafe oneLine(String(cString: PQerrorMessage(opened)))
      unsafe PQfinish(opened)
      throw .connection(message)
    }
    unsafe pointer = opened
    unsafe self.sink = Unmanaged.passRetained(sink)
    unsafe PQsetNoticeReceiver(opened, NoticeSink.receive, self.sink.toOpaque())
  }

  deinit {
    unsafe PQfinish(pointer)
    unsafe sink.release()
  }

  var isBad: Bool { unsafe PQstatus(pointer) != CONNECTION_OK }

  var backendPID: Int32 { unsafe PQbackendPID(pointer) }

  var errorMessage: String { unsafe oneLine(String(cString: PQerrorMessage(pointer))) }

  var transactionStatus: TransactionStatus {
    switch unsafe PQtransactionStatus(pointer) {
    case PQTRANS_IDLE: .idle
    case PQTRANS_ACTIVE: .active
    case PQTRANS_INTRANS: .inTransaction
    case PQTRANS_INERROR: .inError
    default: .unknown
    }
  }

  /// What the server last reported of a setting; nil for one that it does not report.
  func reported(_ setting: String) -> String? {
    guard let value = unsafe PQparameterStatus(pointer, setting) else { return nil }
    return unsafe String(cString: value)
  }

  func makeCancel() -> CancelHandle? {
    guard let cancel = unsafe PQgetCancel(pointer) else { return nil }
    return unsafe CancelHandle(owning: cancel)
  }

  // MARK: Statements

  /// Sends many statements in one message of the simple protocol.
  func sendScript(_ sql: String) -> Bool { unsafe PQsendQuery(pointer, sql) == 1 }

  /// Sends one statement; its result comes in binary.
  func send(_ sql: String, _ parameters: borrowing ParameterBuffer) -> Bool {
    let types = parameters.types
    return unsafe withValues(parameters) { count, values, lengths, formats in
      unsafe PQsendQueryParams(pointer, sql, count, types, values, lengths, formats, 1) == 1
    }
  }

  func sendPrepare(_ name: String, _ sql: String, _ types: [UInt32]) -> Bool {
    unsafe PQsendPrepare(pointer, name, sql, Int32(types.count), types) == 1
  }

  func sendPrepared(_ name: String, _ parameters: borrowing ParameterBuffer) -> Bool {
    unsafe withValues(parameters) { count, values, lengths, formats in
      unsafe PQsendQueryPrepared(pointer, name, count, values, lengths, formats, 1) == 1
    }
  }

  /// The next result, waiting for it; nil at the end of a statement's results.
  func nextResult() -> ResultHandle? {
    guard let result = unsafe PQgetResult(pointer) else { return nil }
    return unsafe ResultHandle(owning: result)
  }

  private typealias Values = UnsafePointer<UnsafePointer<CChar>?>
  private typealias Numbers = UnsafePointer<Int32>

  private func withValues(
    _ parameters: borrowing ParameterBuffer, _ body: (Int32, Values?, Numbers?, Numbers?) -> Bool
  ) -> Bool {
    let offsets = parameters.offsets
    guard !offsets.isEmpty else { return body(0, nil, nil, nil) }
    let lengths = parameters.lengths
    let formats = parameters.formats
    return unsafe parameters.arena.withUnsafeBufferPointer { arena in
      guard let bytes = arena.baseAddress else { return false }
      let base = unsafe UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self)
      let values = unsafe offsets.map { offset in offset < 0 ? nil : unsafe base + offset }
      return unsafe body(Int32(offsets.count), values, lengths, formats)
    }
  }

  // MARK: Pipeline

  func enterPipeline() -> Bool { unsafe PQenterPipelineMode(pointer) == 1 }

  func exitPipeline() -> Bool { unsafe PQexitPipelineMode(pointer) == 1 }

  func sendSync() -> Bool { unsafe PQpipelineSync(pointer) == 1 }

  // MARK: COPY

  func putCopyData(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return true }
      let chars = unsafe start.assumingMemoryBound(to: CChar.self)
      return unsafe PQputCopyData(pointer, chars, Int32(buffer.count)) == 1
    }
  }

  /// Ends COPY FROM STDIN; with a message the server fails the COPY.
  func endCopyIn(failure: String?) -> Bool { unsafe PQputCopyEnd(pointer, failure) == 1 }

  /// Throws away what COPY TO STDOUT sends.
  func skipCopyOut() {
    var chunk: UnsafeMutablePointer<CChar>?
    while unsafe PQgetCopyData(pointer, &chunk, 0) > 0 { unsafe PQfreemem(chunk) }
  }

  // MARK: Notifications

  /// Reads what has arrived, without waiting; false when the connection broke.
  func consumeInput() -> Bool { unsafe PQconsumeInput(pointer) == 1 }

  func nextNotification() -> Notification? {
    guard let notify = unsafe PQnotifies(pointer) else { return nil }
    defer { unsafe PQfreemem(notify) }
    return unsafe Notification(
      channel: String(cString: notify.pointee.relname), payload: String(cString: notify.pointee.extra),
      backendPID: notify.pointee.be_pid)
  }

  /// Waits until the next result can be read without blocking, at most until `deadline`; false when the time is over.
  func waitForResult(until deadline: ContinuousClock.Instant) throws(PostgresError) -> Bool {
    while unsafe PQisBusy(pointer) == 1 {
      guard try waitReadable(deadline - .now) else { return false }
      guard consumeInput() else { return true }
    }
    return true
  }

  /// Waits until bytes arrive or the bell rings, at most `timeout`; false when no bytes came.
  func waitReadable(_ timeout: Duration, orUntil bell: Bell? = nil) throws(PostgresError) -> Bool {
    let deadline = ContinuousClock.now + timeout
    while true {
      let left = max(.zero, deadline - .now)
      let milliseconds = min(left / .milliseconds(1), Double(Int32.max)).rounded(.up)
      var descriptors = [
        pollfd(fd: unsafe PQsocket(pointer), events: Int16(POLLIN), revents: 0),
        // A negative descriptor is passed over.
        pollfd(fd: bell?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      switch unsafe poll(&descriptors, 2, Int32(milliseconds)) {
      case 0: return false
      case 1...:
        if descriptors[1].revents != 0 { bell?.take() }
        return descriptors[0].revents != 0
      default:
        let code = errno
        guard code == EINTR else { throw .connection("poll: errno \(code)") }
      }
    }
  }
}
