import Glibc

/// Blocking stream sockets in the file system.
enum UnixSocket {
  static func listen(_ path: String) throws -> Int32 {
    let descriptor = open()
    let isBound = try unsafe withAddress(path) { unsafe Glibc.bind(descriptor, $0, $1) == 0 }
    guard isBound, Glibc.listen(descriptor, 16) == 0 else {
      let code = errno
      close(descriptor)
      throw TestSupportError("cannot listen on \(path): errno \(code)")
    }
    return descriptor
  }

  /// The next client; nil when the listener was shut down.
  static func accept(_ listener: Int32) -> Int32? {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      if client < 0, errno == EINTR { continue }
      return client < 0 ? nil : client
    }
  }

  /// A connection; nil when nobody listens there.
  static func connect(_ path: String) -> Int32? {
    let descriptor = open()
    do {
      if try unsafe withAddress(path, { unsafe Glibc.connect(descriptor, $0, $1) == 0 }) { return descriptor }
    } catch {
      print("\(error)")
    }
    close(descriptor)
    return nil
  }

  /// Which of two sockets can be read (or is closed); nil after the wait.
  static func waitReadable(_ first: Int32, _ second: Int32, milliseconds: Int32) -> (Bool, Bool)? {
    var descriptors = [
      pollfd(fd: first, events: Int16(POLLIN), revents: 0), pollfd(fd: second, events: Int16(POLLIN), revents: 0),
    ]
    guard unsafe poll(&descriptors, 2, milliseconds) > 0 else { return nil }
    return (descriptors[0].revents != 0, descriptors[1].revents != 0)
  }

  /// Some bytes; nil at the end.
  static func read(_ descriptor: Int32) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(descriptor, &chunk, chunk.count, 0)
    return count > 0 ? Array(chunk.prefix(count)) : nil
  }

  /// Sends all bytes; false when the other side is gone.
  static func write(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func open() -> Int32 {
    socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  }

  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Bool
  ) throws -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let isShort = unsafe withUnsafeMutableBytes(of: &address.sun_path) { buffer in
      guard bytes.count < buffer.count else { return false }
      unsafe buffer.copyBytes(from: bytes)
      return true
    }
    guard isShort else { throw TestSupportError("\(path) is too long for a Unix socket") }
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
