internal import Glibc

/// Messages to systemd (sd_notify(3)): datagrams to the socket named by `NOTIFY_SOCKET`.
///
/// Without that variable, as in a terminal, every message is a no-op that succeeds.
public struct ServiceManager: Sendable, Hashable {
  private let socketPath: String?
  /// How often the manager wants to hear `WATCHDOG=1` at least, from `WATCHDOG_USEC`; nil if it does not watch this process.
  public let watchdogInterval: Duration?

  /// Takes the address from the environment; `processID` is by default that of this process.
  public init(environment: [String: String], processID: Int32? = nil) {
    let path = environment["NOTIFY_SOCKET"] ?? ""
    socketPath = path.isEmpty ? nil : path
    let meant = environment["WATCHDOG_PID"].map { Int32($0) == processID ?? getpid() } ?? true
    if meant, let text = environment["WATCHDOG_USEC"], let microseconds = Int64(text), microseconds > 0 {
      watchdogInterval = .microseconds(microseconds)
    } else {
      watchdogInterval = nil
    }
  }

  /// Sends assignments, one a line, in one datagram.
  ///
  /// - Parameter assignments: As `READY=1` and `STATUS=…`; line feeds in a status are not allowed and become spaces.
  /// - Returns: 0, or the `errno` of the failure; a path that is too long or relative is EINVAL.
  public func send(_ assignments: [String]) -> Int32 {
    guard let socketPath else { return 0 }
    let text = assignments.map { String($0.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\n")
    return Self.send(Array(text.utf8), to: socketPath)
  }

  private static func send(_ message: [UInt8], to path: String) -> Int32 {
    var bytes = Array(path.utf8)
    guard bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "@") else { return EINVAL }
    // A leading @ names a socket outside the file system; its first byte is a NUL.
    if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
    var address = sockaddr_un()
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard bytes.count < room else { return EINVAL }
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
    // The length ends with the path: NULs behind it would be part of an abstract name.
    let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)

    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    let sent = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe message.withUnsafeBytes { buffer in
          unsafe sendto(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL), generic, length)
        }
      }
    }
    return sent == message.count ? 0 : errno
  }
}
