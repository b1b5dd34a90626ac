/// A moment with microsecond precision, or one of PostgreSQL's two infinities; the type `timestamptz`.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Microseconds since 2000-01-01T00:00:00Z; `Int64.max` and `Int64.min` are the infinities.
  public let microsecondsSince2000: Int64

  /// Later than every other moment.
  public static let infinity = Timestamp(microsecondsSince2000: .max)
  /// Earlier than every other moment.
  public static let negativeInfinity = Timestamp(microsecondsSince2000: .min)

  /// Takes a count of microseconds, as the server does.
  public init(microsecondsSince2000: Int64) {
    self.microsecondsSince2000 = microsecondsSince2000
  }

  /// Reads ISO 8601 with a zone, such as `2021-03-02T17:00:00.5+07:00` or `…Z` (a space may stand for the T), `infinity`, `-infinity`; else nil.
  public init?(iso text: String) {
    switch text {
    case "infinity": self = .infinity
    case "-infinity": self = .negativeInfinity
    default:
      guard let parsed = Timestamp.parse(Array(text.utf8)) else { return nil }
      microsecondsSince2000 = parsed
    }
  }

  /// Whether it is a moment and not an infinity.
  public var isFinite: Bool { microsecondsSince2000 != .max && microsecondsSince2000 != .min }

  /// The moment that is `duration` later; nil when this one is infinite or the sum cannot be held.
  ///
  /// Parts below a microsecond are dropped.
  public func advanced(by duration: Duration) -> Timestamp? {
    guard isFinite else { return nil }
    let (seconds, attoseconds) = duration.components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    let (sum, carry) = whole.addingReportingOverflow(attoseconds / 1_000_000_000_000)
    let (total, carry2) = microsecondsSince2000.addingReportingOverflow(sum)
    return overflow || carry || carry2 ? nil : Timestamp(microsecondsSince2000: total)
  }

  /// The time from `earlier` to this moment; nil when one is infinite.
  public func duration(since earlier: Timestamp) -> Duration? {
    guard isFinite, earlier.isFinite else { return nil }
    return .microseconds(microsecondsSince2000) - .microseconds(earlier.microsecondsSince2000)
  }

  /// ISO 8601 in UTC with as many decimals as needed (`2021-03-02T10:00:00.5Z`), `infinity` or `-infinity`.
  public var description: String {
    guard isFinite else { return self == .infinity ? "infinity" : "-infinity" }
    let (days, rest) = Timestamp.floorDivide(microsecondsSince2000, 86_400_000_000)
    let seconds = Int(rest / 1_000_000)
    let clock = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    var fraction = ""
    if rest % 1_000_000 != 0 {
      fraction = "." + padded(Int(rest % 1_000_000), 6)
      while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    }
    return "\(CalendarDate(daysSince2000: Int32(days)))T\(clock)\(fraction)Z"
  }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microsecondsSince2000 < right.microsecondsSince2000
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  /// Microseconds of `YYYY-MM-DDThh:mm:ss[.f{1,6}](Z|±hh[:mm])`.
  private static func parse(_ text: [UInt8]) -> Int64? {
    guard text.count >= 20, let date = CalendarDate(iso: String(decoding: text[0..<10], as: UTF8.self)), date.isFinite,
      text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "),
      text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      let hour = decimal(text[11..<13]), let minute = decimal(text[14..<16]), let second = decimal(text[17..<19]),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var rest = text[19...]
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard digits.count <= 6, var value = decimal(digits) else { return nil }
      for _ in digits.count..<6 { value *= 10 }
      fraction = value
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let offset = zoneOffset(rest) else { return nil }
    let seconds = Int64(date.daysSince2000) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
    return seconds * 1_000_000 + Int64(fraction)
  }

  /// Seconds east of UTC of `Z`, `±hh`, `±hhmm` or `±hh:mm`.
  private static func zoneOffset(_ text: ArraySlice<UInt8>) -> Int? {
    if text.elementsEqual([UInt8(ascii: "Z")]) { return 0 }
    guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 2 || digits.count == 4, let hours = decimal(digits[0..<2]),
      let minutes = digits.count == 2 ? 0 : decimal(digits[2..<4]), hours < 16, minutes < 60
    else { return nil }
    let offset = hours * 3600 + minutes * 60
    return sign == UInt8(ascii: "-") ? -offset : offset
  }
}
