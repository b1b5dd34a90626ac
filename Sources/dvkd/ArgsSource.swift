internal import ArgumentParser

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
    let bytes: [UInt8]
    do {
      bytes = try InputBytes.read(path)
    } catch {
      throw ValidationError("cannot read \(path): \(error.reason)")
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
}
