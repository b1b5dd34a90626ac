/// Why a text is not JSON.
public struct JSONSyntaxError: Error, Sendable, Hashable {
  /// Where, in bytes from the start.
  public let offset: Int
}

extension JSON {
  /// Reads JSON text; linear, and safe on any input.
  ///
  /// - Parameter text: One value, blanks around it allowed.
  /// - Throws: `JSONSyntaxError` where the text is not JSON. Nesting beyond `depthLimit` is no error: `.tooDeep`.
  public init(parsing text: String) throws(JSONSyntaxError) {
    var parser = JSONParser(bytes: Array(text.utf8))
    self = try parser.document()
  }

  /// Reads JSON text of which it only matters that it cannot be understood; nil if it is not JSON.
  public init?(ifValid text: String) {
    do { try self.init(parsing: text) } catch { return nil }
  }
}

/// A recursive reader; its recursion is bounded by `JSON.depthLimit`.
private struct JSONParser {
  let bytes: [UInt8]
  var at = 0
  var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONSyntaxError) -> JSON {
    let value = try value()
    skipBlanks()
    guard at == bytes.count else { throw error() }
    return value
  }

  private mutating func value() throws(JSONSyntaxError) -> JSON {
    skipBlanks()
    guard at < bytes.count else { throw error() }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try nested { (parser) throws(JSONSyntaxError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(JSONSyntaxError) in try parser.array() }
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONSyntaxError) -> JSON
  ) throws(JSONSyntaxError) -> JSON {
    if depth == JSON.depthLimit { return try skipNested() }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func object() throws(JSONSyntaxError) -> JSON {
    var members: [JSON.Member] = []
    at += 1
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipBlanks()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw error() }
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw error() }
      members.append(JSON.Member(name, try value()))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error() }
    return .object(members)
  }

  private mutating func array() throws(JSONSyntaxError) -> JSON {
    var elements: [JSON] = []
    at += 1
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error() }
    return .array(elements)
  }

  /// Goes over a list or object without reading it and without recursion.
  private mutating func skipNested() throws(JSONSyntaxError) -> JSON {
    var open = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
      case UInt8(ascii: "\""):
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
      default: break
      }
      at += 1
      if open == 0 { return .tooDeep }
    }
    throw error()
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
    guard at < bytes.count else { throw error() }
    if bytes[at] == UInt8(ascii: "\"") {
      defer { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    var unescaped = Array(bytes[start..<at])
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
        try escape(&unescaped)
      } else {
        unescaped.append(bytes[at])
        at += 1
      }
    }
    guard at < bytes.count else { throw error() }
    at += 1
    return String(decoding: unescaped, as: UTF8.self)
  }

  private mutating func escape(_ out: inout [UInt8]) throws(JSONSyntaxError) {
    guard at < bytes.count else { throw error() }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "u"):
      var value = try fourHexDigits()
      if (0xD800..<0xDC00).contains(value), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        at += 2
        let low = try fourHexDigits()
        guard (0xDC00..<0xE000).contains(low) else { throw error() }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw error() }
      out.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    default: throw error()
    }
  }

  private mutating func fourHexDigits() throws(JSONSyntaxError) -> UInt32 {
    guard at + 4 <= bytes.count, let text = String(validating: bytes[at..<at + 4], as: UTF8.self),
      let value = UInt32(text, radix: 16)
    else { throw error() }
    at += 4
    return value
  }

  private mutating func number() throws(JSONSyntaxError) -> JSON {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        at += 1
        continue
      default: break
      }
      break
    }
    guard at > start else { throw error() }
    return .number(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONSyntaxError) -> JSON {
    let spelling = Array(word.description.utf8)
    guard bytes[at...].starts(with: spelling) else { throw error() }
    at += spelling.count
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
  }

  private func error() -> JSONSyntaxError { JSONSyntaxError(offset: at) }
}
