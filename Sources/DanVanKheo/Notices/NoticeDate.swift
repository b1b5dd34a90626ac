/// A calendar day as documents carry it, read from ISO text (`2020-12-15`).
public struct NoticeDate: Sendable, Hashable, Comparable, Decodable {
  /// The year, 1...9999.
  public let year: Int
  /// The month, 1...12.
  public let month: Int
  /// The day of the month, 1...31.
  public let day: Int

  /// Reads `yyyy-mm-dd`; nil for anything else or for a day that does not exist.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ part in part.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year >= 1, (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Decodes ISO text; any other text is a decoding error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = Self(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO day")
    }
    self = date
  }

  /// The day in the form of Nghị định 30/2020/NĐ-CP: “ngày 04 tháng 02 năm 2026”, but “tháng 3”.
  ///
  /// Days below 10 and the months 1 and 2 get a leading zero, other months none.
  public var documentForm: String {
    "ngày \(day < 10 ? "0" : "")\(day) tháng \(month < 3 ? "0" : "")\(month) năm \(year)"
  }

  /// Orders days by the calendar.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
