/// A JSON value as received: numbers keep their digits, members their order.
///
/// Made for the content of submissions, which may be anything: reading costs a fifth of a `Decodable`, no digit is
/// lost, and nesting is bounded.
public enum JSON: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as written: `97.70`, `1e400`.
  case number(String)
  /// A text.
  case string(String)
  /// A list.
  case array([JSON])
  /// An object; names are unique when it comes from PostgreSQL's jsonb.
  case object([Member])
  /// A list or object nested deeper than `JSON.depthLimit`, not read.
  case tooDeep

  /// One member of an object.
  public struct Member: Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSON

    /// Makes a member.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// How deep lists and objects may nest before they are skipped.
  public static let depthLimit = 66

  /// The member of an object; nil if it has none of that name or is no object.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.isSame(as: name) }?.value
  }

  /// The text, if it is one.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements, if it is a list.
  public var elements: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The whole number, if it is one that fits; `2021` and `2021.0` alike.
  public var int: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) }
  }

  /// The truth value, if it is one.
  public var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// True for `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// Makes a text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Makes a number.
  public init(integerLiteral value: Int) { self = .number(String(value)) }
}

extension String {
  /// True for the same text in the same bytes, as names and codes are compared.
  ///
  /// `==` brings both texts into normal form, which takes seconds for a long run of combining marks.
  func isSame(as other: String) -> Bool { utf8.count == other.utf8.count && self == other }
}
