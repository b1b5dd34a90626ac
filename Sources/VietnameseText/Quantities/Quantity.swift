/// A quantity found in a running text: a number with what it counts, a share, an amount, a day or a span of time.
///
/// Nothing is guessed: where a text can be read in two ways the quantity is marked, and its value is nil.
public struct Quantity: Sendable, Hashable {
  /// Where it stands: Unicode-scalar offsets into the text, half-open; from the sign (“gần”) to the unit.
  public var range: Range<Int>
  /// The text of that place.
  public var raw: String
  /// What it is, with its value.
  public var content: Content
  /// The sign of an approximation; nil if the figure is given as exact.
  public var approximation: Approximation?
  /// What is counted or measured, as written: `mô hình`, `chi, đảng bộ`, `ha`.
  public var unit: String?
  /// What the figure is for one of, as written behind a slash: `ha`, `người/tháng`.
  public var per: String?
  /// True if it can be read in two ways, or in none.
  public var isAmbiguous = false
  /// True if it is written as a day, month or year that the calendar does not have.
  public var isImpossible = false

  /// What a quantity is; a nil value was written, but cannot be read safely.
  public enum Content: Sendable, Hashable {
    /// A whole number.
    case count(DecimalNumber?)
    /// A number that may have decimals.
    case measure(DecimalNumber?)
    /// A percentage: 97,7 is 97.7.
    case percent(DecimalNumber?)
    /// So many of so many; with the percentage that stands beside it, and whether that fits to one unit of its last digit.
    case fraction(x: DecimalNumber?, y: DecimalNumber?, percent: DecimalNumber?, isConsistent: Bool?)
    /// From one number to another; with its currency (`VND`) if it is money.
    case range(low: DecimalNumber?, high: DecimalNumber?, currency: String?)
    /// An amount in whole units of a currency (`VND`).
    case money(DecimalNumber?, currency: String)
    /// A day.
    case date(CalendarDay?)
    /// A day, week, month or year of which not all is said.
    case datePartial(PartialDate)
    /// A minute of a day.
    case dateTime(CalendarDay, hour: Int, minute: Int)
    /// A span of time; an end that is nil is open, as in “đến nay”.
    case period(from: PeriodEnd?, to: PeriodEnd?)
    /// The time by which something must be done.
    case deadline(Deadline)
  }

  /// The sign of an approximation (xấp xỉ).
  public enum Approximation: String, Sendable, Hashable {
    /// Slightly under: gần, dưới.
    case under = "<~"
    /// Slightly over: hơn, trên.
    case over = ">~"
    /// About: khoảng.
    case about = "~"
  }

  /// One end of a period.
  public enum PeriodEnd: Sendable, Hashable {
    /// A whole year.
    case year(Int)
    /// A day; a month counts from its first to its last day.
    case day(CalendarDay)
  }
}

/// A date of which only some parts are said (ngày, tuần, tháng, năm).
public struct PartialDate: Sendable, Hashable {
  /// The day of the month; 1...31.
  public var day: Int?
  /// The week of the month; 1...5.
  public var week: Int?
  /// The month; 1...12.
  public var month: Int?
  /// The year; four digits.
  public var year: Int?

  /// Makes a date of the parts that are said.
  public init(day: Int? = nil, week: Int? = nil, month: Int? = nil, year: Int? = nil) {
    self.day = day
    self.week = week
    self.month = month
    self.year = year
  }
}

/// A time limit (thời hạn).
public struct Deadline: Sendable, Hashable {
  /// Whether the day named still belongs to the time allowed.
  public enum Bound: String, Sendable, Hashable {
    /// “trước ngày”: until the end of the day before.
    case before
    /// “chậm nhất ngày”, “đến hết ngày”: that day included.
    case until
  }

  /// Whether the day itself is included.
  public var bound: Bound
  /// The time at its precision: `2026-10-25T17:00`, `2026-10-25`, `2026-10`, `2026`.
  public var iso: String
}
