/// Where and as whom to connect: a libpq connection string, URL or key=value, several hosts allowed.
///
/// It may hold a password; every way of printing it shows `redacted`.
public struct ConnectionString: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The string as given.
  let conninfo: String

  /// Takes a connection string; it is checked when used.
  public init(_ conninfo: String) {
    self.conninfo = conninfo
  }

  /// The string as key=value with secrets as `***`; it never holds a secret, also when the string cannot be read.
  public var redacted: String {
    guard let options = readableOptions() else { return "(unreadable connection string)" }
    return ConnectionString.join(
      options.map { ($0.keyword, ConninfoParser.secrets.contains($0.keyword) ? "***" : $0.value) })
  }

  /// The same with one keyword set, such as `dbname` or `user`.
  /// - Throws: `usage` when the string cannot be read.
  public func setting(_ keyword: String, to value: String) throws(PostgresError) -> ConnectionString {
    var options = try checkedOptions().filter { $0.keyword != keyword }
    options.append((keyword, value))
    return ConnectionString(ConnectionString.join(options))
  }

  /// The value of one keyword; nil when the string does not set it.
  /// - Throws: `usage` when the string cannot be read.
  public func value(of keyword: String) throws(PostgresError) -> String? {
    try checkedOptions().first { $0.keyword == keyword }?.value
  }

  /// Same as `redacted`.
  public var description: String { redacted }

  /// Same as `redacted`.
  public var debugDescription: String { redacted }

  /// Shows `redacted` only.
  public var customMirror: Mirror { Mirror(self, children: ["redacted": redacted]) }

  /// The keywords that are set.
  ///
  /// libpq's own message is not passed on: it quotes pieces of the string, which may be a password cut in two.
  func checkedOptions() throws(PostgresError) -> [(keyword: String, value: String)] {
    guard let options = readableOptions() else {
      throw .usage("the connection string cannot be read; expected postgresql://… or key=value pairs")
    }
    return options
  }

  /// Nil also where libpq's parser has cut a URL in the wrong places, as it does when a password holds a slash: the port is no number then.
  private func readableOptions() -> [(keyword: String, value: String)]? {
    guard !conninfo.utf8.contains(0), let options = ConninfoParser.parse(conninfo),
      options.allSatisfy({ $0.keyword != "port" || $0.value.allSatisfy { $0.isNumber || $0 == "," } })
    else { return nil }
    return options
  }

  private static func join(_ options: [(keyword: String, value: String)]) -> String {
    options.map { option in
      let escaped = option.value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }
      return "\(option.keyword)='\(String(escaped))'"
    }.joined(separator: " ")
  }
}
