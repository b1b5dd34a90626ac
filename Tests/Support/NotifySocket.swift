import Foundation

/// A datagram socket as systemd binds one for `NOTIFY_SOCKET`; removed when the last reference goes.
public final class NotifySocket {
  /// What belongs into `NOTIFY_SOCKET`.
  public let address: String
  private let descriptor: Int32

  /// Binds a path, or with a leading @ an abstract name; a free path by default.
  public init(_ given: String? = nil) throws {
    address = given ?? "/tmp/dvkd-\(UUID().uuidString.prefix(8)).sock"
    var name = Array(address.utf8)
    if name.first == UInt8(ascii: "@") { name[0] = 0 }
    var socketAddress = sockaddr_un()
    socketAddress.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &socketAddress.sun_path) { unsafe $0.copyBytes(from: name) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    let bound = unsafe withUnsafePointer(to: &socketAddress) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(descriptor, $0, length) }
    }
    guard bound == 0 else { throw TestSupportError("bind \(address): errno \(errno)") }
  }

  deinit {
    close(descriptor)
    if address.hasPrefix("/") { unsafe unlink(address) }
  }

  /// The next message; empty if none comes in time.
  public func receive(within limit: Duration = .seconds(5)) -> String {
    var time = timeval(tv_sec: Int(limit.components.seconds), tv_usec: 1)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }

  /// Receives until a message fits.
  ///
  /// - Parameters:
  ///   - limit: The longest wait for each message.
  ///   - fits: What is waited for.
  /// - Returns: The messages up to that one.
  /// - Throws: `TestSupportError` when none comes.
  @discardableResult
  public func wait(within limit: Duration = .seconds(30), where fits: (String) -> Bool) throws -> [String] {
    var messages: [String] = []
    while true {
      let message = receive(within: limit)
      guard !message.isEmpty else { throw TestSupportError("no fitting message after \(messages)") }
      messages.append(message)
      if fits(message) { return messages }
    }
  }
}
