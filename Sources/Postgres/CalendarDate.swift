/// A day of the proleptic Gregorian calendar, or one of PostgreSQL's two infinities; the type `date`.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 2000-01-01; `Int32.max` and `Int32.min` are the infinities.
  public let daysSince2000: Int32

  /// Later than every other date.
  public static let infinity = CalendarDate(daysSince2000: .max)
  /// Earlier than every other date.
  public static let negativeInfinity = CalendarDate(daysSince2000: .min)

  /// Takes a count of days, as the server does.
  public init(daysSince2000: Int32) {
    self.daysSince2000 = daysSince2000
  }

  /// Takes year (-4712...32767, 0 is 1 BC), month and day; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (-4712...32767).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.length(ofMonth: month, year: year)
    else { return nil }
    // Howard Hinnant's days_from_civil: years begin in March, so that leap days end them; eras of 400 years.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince2000 = Int32(era * 146_097 + dayOfEra - CalendarDate.epochFromCivilZero)
  }

  /// Reads `YYYY-MM-DD`, `infinity` or `-infinity`; nil for anything else.
  public init?(iso text: String) {
    switch text {
    case "infinity": self = .infinity
    case "-infinity": self = .negativeInfinity
    default:
      let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
        let year = decimal(parts[0]), let month = decimal(parts[1]), let day = decimal(parts[2])
      else { return nil }
      self.init(year: year, month: month, day: day)
    }
  }

  /// Whether it is a day and not an infinity.
  public var isFinite: Bool { daysSince2000 != .max && daysSince2000 != .min }

  /// Year, month and day; nil for the infinities.
  public var components: (year: Int, month: Int, day: Int)? {
    guard isFinite else { return nil }
    let days = Int(daysSince2000) + CalendarDate.epochFromCivilZero
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// ISO 8601 (`2021-03-02`), `infinity` or `-infinity`.
  public var description: String {
    guard let (year, month, day) = components else { return self == .infinity ? "infinity" : "-infinity" }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSince2000 < right.daysSince2000
  }

  /// Days from 0000-03-01 to 2000-01-01.
  private static let epochFromCivilZero = 730_425

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Reads ASCII digits, at most nine.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 9 else { return nil }
  var value = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}

/// Writes a number with at least `width` digits, the sign before them.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
