internal import ArgumentParser
internal import Glibc

/// Args of many jobs, read from a file or from standard input.
///
/// Either one JSON array of objects, or an object a line; the server parses and checks them.
enum ArgsSource {
  /// What was read, as the SQL expression that makes a `jsonb[]` of `$2` wants it.
  enum Text: Equatable {
    /// The text of one JSON array.
    case array(String)
    /// A JSON text a line, without empty lines.
    case lines([String])
  }

  /// Reads a file, or standard input for `-`.
  /// - Throws: `ValidationError` when it cannot be read or is not UTF-8.
  static func read(_ path: String) throws -> Text {
    let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path, errno) }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ValidationError("\(path) is not UTF-8 text")
    }
    return split(text)
  }

  /// Tells an array from lines by the first character.
  static func split(_ text: String) -> Text {
    if text.first(where: { !$0.isWhitespace }) == "[" { return .array(text) }
    return .lines(
      text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) })
  }

  private static func unreadable(_ path: String, _ code: Int32) -> ValidationError {
    ValidationError("cannot read \(path): \(unsafe String(cString: strerror(code)))")
  }
}
