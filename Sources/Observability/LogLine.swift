/// One line of the log before it is written: a constant message, with its data in keys.
public struct LogLine: Sendable, Hashable {
  /// One value of a line.
  public enum Value: Sendable, Hashable {
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction; written with at most three decimals.
    case decimal(Double)
    /// Text; quoted when it holds a space, a quote, `=` or a control character.
    case text(String)
    /// `true` or `false`.
    case flag(Bool)
  }

  /// The longest line written, in bytes with its line feed: PIPE_BUF, below which a write to a pipe is not torn.
  public static let byteLimit = 4096

  /// Urgency, which decides the prefix and whether the line is written at all.
  public let level: LogLevel
  /// The same words each time, so they can be searched for.
  public let message: String
  /// The data, in the order written.
  public let fields: [(key: String, value: Value)]

  /// Makes a line; keys are lower case with dots, as in `job.id`.
  public init(_ level: LogLevel, _ message: String, _ fields: [(String, Value)] = []) {
    self.level = level
    self.message = message
    self.fields = fields.map { (key: $0.0, value: $0.1) }
  }

  /// The line as logfmt behind an sd-daemon priority: `<6>msg="daemon ready" lanes=4`, without a line feed.
  ///
  /// A line longer than `byteLimit` is cut at a character and ends in `…`. `time` is written as `time=…` before the
  /// message, for a log without a journal's own stamp.
  public func text(time: String? = nil) -> String {
    var line = "<\(level.rawValue)>"
    if let time { line += "time=\(time) " }
    line += "level=\(level.name) msg=\(Self.escaped(message))"
    for field in fields { line += " \(field.key)=\(Self.written(field.value))" }
    return Self.cut(line, to: Self.byteLimit - 1)
  }

  /// Whether two lines say the same.
  public static func == (left: LogLine, right: LogLine) -> Bool {
    left.level == right.level && left.message == right.message
      && left.fields.elementsEqual(right.fields, by: { $0.key == $1.key && $0.value == $1.value })
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(level)
    hasher.combine(message)
    for field in fields {
      hasher.combine(field.key)
      hasher.combine(field.value)
    }
  }

  static func written(_ value: Value) -> String {
    switch value {
    case .integer(let number): String(number)
    case .decimal(let number): number.isFinite ? decimal(number) : "nan"
    case .text(let text): escaped(text)
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  /// Three decimals at most, without an exponent for the sizes a log holds.
  private static func decimal(_ number: Double) -> String {
    guard abs(number) < 1e12 else { return String(number) }
    let thousandths = Int64((number * 1000).rounded())
    let (whole, rest) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
    let sign = thousandths < 0 ? "-" : ""
    guard rest != 0 else { return "\(sign)\(whole)" }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }

  /// The text, quoted if a reader of logfmt would otherwise see its end too early; a line feed never gets through.
  static func escaped(_ text: String) -> String {
    guard text.isEmpty || text.unicodeScalars.contains(where: needsQuotes) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where isControl(scalar):
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func needsQuotes(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\"" || scalar == "=" || scalar == "\\" || isControl(scalar)
  }

  /// C0, DEL, C1, and the line and paragraph separators some terminals break at.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  private static func cut(_ line: String, to limit: Int) -> String {
    guard line.utf8.count > limit else { return line }
    var end = line.utf8.index(line.startIndex, offsetBy: limit - 3)
    while end > line.startIndex, end.samePosition(in: line.unicodeScalars) == nil { end = line.utf8.index(before: end) }
    return line[..<end] + "…"
  }
}
