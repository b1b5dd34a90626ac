import VietnameseText

/// A named value of a finding: in its data as JSON, in its message as Vietnamese text.
struct FindingValue: Sendable {
  var name: String
  var json: JSON
  var written: String

  /// A text; quoted at most 80 characters long.
  static func text(_ name: String, _ text: String) -> FindingValue {
    var short = text
    if text.utf8.count > 80, let end = text.index(text.startIndex, offsetBy: 80, limitedBy: text.endIndex),
      end < text.endIndex
    {
      short = text[..<end] + "…"
    }
    // One grapheme may hold any number of combining marks.
    if short.unicodeScalars.count > 320 {
      short = String(String.UnicodeScalarView(short.unicodeScalars.prefix(320))) + "…"
    }
    return FindingValue(name: name, json: .string(short), written: short)
  }

  /// A whole number, with dots between thousands in the message.
  static func count(_ name: String, _ count: Int) -> FindingValue {
    FindingValue(
      name: name, json: .number(String(count)),
      written: DecimalNumber(mantissa: Int64(count))?.description ?? String(count))
  }

  /// An id: no dots.
  static func id(_ name: String, _ id: Int64) -> FindingValue {
    FindingValue(name: name, json: .number(String(id)), written: String(id))
  }

  /// A decimal number, written the Vietnamese way.
  static func number(_ name: String, _ number: DecimalNumber) -> FindingValue {
    .text(name, number.description)
  }

  /// A day, written dd/mm/yyyy.
  static func day(_ name: String, _ day: CalendarDay) -> FindingValue {
    FindingValue(name: name, json: .string(day.iso), written: day.written)
  }
}

/// What one rule found at one place (kết quả kiểm tra).
public struct Finding: Sendable {
  /// The rule.
  public var code: RuleCode
  /// How much it weighs, as the catalogue says.
  public var severity: Severity
  /// Where: a JSON pointer into the content; `/unit` for the unit that files, which stands beside the content.
  public var path: String
  /// What to tell an officer, in Vietnamese, with its values.
  public var message: String
  /// The values by name.
  public var data: JSON
}
