internal import Glibc

/// The bytes of a file, or of standard input for `-`.
enum InputBytes {
  /// Why a file could not be read.
  struct Failure: Error {
    /// As the C library words it.
    let reason: String
  }

  /// Reads to the end; blocks.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  private static func failure(_ code: Int32) -> Failure { Failure(reason: unsafe String(cString: strerror(code))) }
}
