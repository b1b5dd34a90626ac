internal import ArgumentParser
internal import FoundationEssentials
internal import VietnameseText

/// `dvkd text quantities`.
struct TextQuantities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantities",
    abstract: "Find counts, measures, shares, money, dates, periods and deadlines in a text (số liệu, ngày tháng).")

  mutating func run() throws {
    try TextLines.answer(unreadable: "[]") { line in
      try JSONText.line(quantities(in: line).map(Answer.init))
    }
  }

  /// A quantity in the field names of the contract; what is not said is left out.
  private struct Answer: Encodable {
    let quantity: Quantity

    private enum CodingKeys: String, CodingKey {
      case raw, start, end, kind, value, x, y, percent, consistent, low, high, currency, day, week, month, year, from,
        to, before, until, op, unit, per, ambiguous
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(quantity.raw, forKey: .raw)
      try container.encode(quantity.range.lowerBound, forKey: .start)
      try container.encode(quantity.range.upperBound, forKey: .end)
      switch quantity.content {
      case .count(let value): try write("count", value, to: &container)
      case .measure(let value): try write("measure", value, to: &container)
      case .percent(let value): try write("percent", value, to: &container)
      case .money(let value, let currency):
        try write("money", value, to: &container)
        try container.encode(currency, forKey: .currency)
      case .fraction(let x, let y, let percent, let isConsistent):
        try container.encode("fraction", forKey: .kind)
        try container.encodeIfPresent(x.map(Self.number), forKey: .x)
        try container.encodeIfPresent(y.map(Self.number), forKey: .y)
        try container.encodeIfPresent(percent.map(Self.number), forKey: .percent)
        try container.encodeIfPresent(isConsistent, forKey: .consistent)
      case .range(let low, let high, let currency):
        try container.encode("range", forKey: .kind)
        try container.encodeIfPresent(low.map(Self.number), forKey: .low)
        try container.encodeIfPresent(high.map(Self.number), forKey: .high)
        try container.encodeIfPresent(currency, forKey: .currency)
      case .date(let day):
        try container.encode("date", forKey: .kind)
        try container.encodeIfPresent(day?.iso, forKey: .value)
      case .datePartial(let date):
        try container.encode("date_partial", forKey: .kind)
        try container.encodeIfPresent(date.day, forKey: .day)
        try container.encodeIfPresent(date.week, forKey: .week)
        try container.encodeIfPresent(date.month, forKey: .month)
        try container.encodeIfPresent(date.year, forKey: .year)
      case .dateTime(let day, let hour, let minute):
        try container.encode("datetime", forKey: .kind)
        try container.encode("\(day.iso)T\(Self.two(hour)):\(Self.two(minute))", forKey: .value)
      case .period(let from, let to):
        try container.encode("period", forKey: .kind)
        if from != nil || to != nil {
          try write(from, .from, to: &container)
          try write(to, .to, to: &container)
        }
      case .deadline(let deadline):
        try container.encode("deadline", forKey: .kind)
        try container.encode(deadline.iso, forKey: deadline.bound == .before ? .before : .until)
      }
      try container.encodeIfPresent(quantity.approximation?.rawValue, forKey: .op)
      try container.encodeIfPresent(quantity.unit, forKey: .unit)
      try container.encodeIfPresent(quantity.per, forKey: .per)
      if quantity.isAmbiguous { try container.encode(true, forKey: .ambiguous) }
    }

    private func write(
      _ kind: String, _ value: DecimalNumber?, to container: inout KeyedEncodingContainer<CodingKeys>
    ) throws {
      try container.encode(kind, forKey: .kind)
      try container.encodeIfPresent(value.map(Self.number), forKey: .value)
    }

    /// An open end is null, a year a number, a day ISO.
    private func write(
      _ end: Quantity.PeriodEnd?, _ key: CodingKeys, to container: inout KeyedEncodingContainer<CodingKeys>
    ) throws {
      switch end {
      case nil: try container.encodeNil(forKey: key)
      case .year(let year)?: try container.encode(year, forKey: key)
      case .day(let day)?: try container.encode(day.iso, forKey: key)
      }
    }

    /// The number with its exact decimals, without zeros behind them.
    private static func number(_ number: DecimalNumber) -> Decimal {
      Decimal(
        sign: number.isNegative ? .minus : .plus, exponent: -number.scale,
        significand: Decimal(number.mantissa.magnitude))
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
  }
}
