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
    /// From the request that holds this text on passes nothing and keeps both sides open.
    case stall(String)
  }

  private let directory: String
  private let listener: Int32
  private let port: String
  private let fault = Locked(Fault.none)
  private let relays = RelayGroup()

  /// Opens a proxy in front of the test server, which must be reached through a Unix socket.
  /// - Throws: `TestSupportError` when it cannot.
  public init() throws {
    let server = try TestServer.url()
    port = try server.value(of: "port") ?? "5432"
    guard let host = try server.value(of: "host"), host.hasPrefix("/") else {
      throw TestSupportError("the fault proxy needs DVKD_TEST_URL with host=/directory")
    }
    directory = "/tmp/dvkd-proxy-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
    listener = try UnixSocket.listen("\(directory)/.s.PGSQL.\(port)")
    accept(to: "\(host)/.s.PGSQL.\(port)")
  }

  deinit {
    // Wakes the accepting queue, which then closes the listener.
    shutdown(listener, Int32(SHUT_RDWR))
    relays.stop()
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

  /// Sets what happens next.
  public func inject(_ next: Fault) {
    fault.withLock { $0 = next }
  }

  private func accept(to server: String) {
    let (listener, fault, relays) = (listener, fault, relays)
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
