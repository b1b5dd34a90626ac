import Dispatch
import Foundation
public import Postgres

/// Stands between a client and the test server, on a Unix socket, and breaks the line where a test wants it broken.
public final class FaultProxy: Sendable {
  /// What to do to the line; each acts once, on the first request that fits, and on all later traffic of that connection.
  public enum Fault: Sendable, Hashable {
    /// Passes everything on.
    case none
    /// Passes on the request that holds this text, waits until the server has answered it, and closes both sides instead of passing the answer on.
    case dropAnswer(to: String)
    /// Closes both sides instead of passing on the request that holds this text.
    case dropRequest(String)
    /// Passes on the request that holds this text and its answer but for the last message, ReadyForQuery; then nothing more, and keeps both sides open.
    case stallBeforeReady(after: String)
    /// From the request that holds this text on passes nothing and keeps both sides open.
    case stall(String)
  }

  private let directory: String
  private let listener: Locked<Int32?>
  private let server: String
  private let port: String
  private let fault = Locked(Fault.none)
  private let relays = RelayGroup()

  /// Opens a proxy in front of the test server, which must be reached through a Unix socket.
  /// - Throws: `TestSupportError` when it cannot.
  public init() throws {
    let url = try TestServer.url()
    port = try url.value(of: "port") ?? "5432"
    guard let host = try url.value(of: "host"), host.hasPrefix("/") else {
      throw TestSupportError("the fault proxy needs DVKD_TEST_URL with host=/directory")
    }
    directory = "/tmp/dvkd-proxy-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
    server = "\(host)/.s.PGSQL.\(port)"
    listener = Locked(nil)
    try open()
  }

  deinit {
    shut()
    do {
      try FileManager.default.removeItem(atPath: directory)
    } catch {
      print("\(directory) is left behind: \(error)")
    }
  }

  /// The same database through the proxy.
  public func url(of database: ConnectionString) throws -> ConnectionString {
    try database.setting("host", to: directory).setting("port", to: port)
  }

  /// Lets clients in, again after `shut`.
  /// - Throws: `TestSupportError` when it cannot.
  public func open() throws {
    let path = "\(directory)/.s.PGSQL.\(port)"
    if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    let opened = try UnixSocket.listen(path)
    listener.withLock { $0 = opened }
    accept(opened)
  }

  /// Behaves as a server that is down: closes all lines, and clients find the connection refused.
  public func shut() {
    // Wakes the accepting queue, which then closes the listener.
    if let descriptor = listener.withLock({ $0.take() }) { shutdown(descriptor, Int32(SHUT_RDWR)) }
    relays.stop()
  }

  /// Passes nothing more on any line that is open now, in either direction, and keeps both sides open; new lines are not concerned.
  public func freeze() { relays.freeze() }

  /// Sets what happens next.
  public func inject(_ next: Fault) {
    fault.withLock { $0 = next }
  }

  private func accept(_ listener: Int32) {
    let (server, fault, relays) = (server, fault, relays)
    DispatchQueue(label: "fault proxy").async { @Sendable in
      while let client = UnixSocket.accept(listener) {
        guard let upstream = UnixSocket.connect(server) else {
          close(client)
          continue
        }
        let relay = Relay(client: client, server: upstream, fault: fault)
        relays.add(relay)
        DispatchQueue(label: "fault proxy relay").async { @Sendable in relay.run() }
      }
      close(listener)
    }
  }
}
