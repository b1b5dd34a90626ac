import VietnameseText

extension Quantity {
  /// The quantity in the short notation of the test tables: `count >~ 300 [hộ]`, `range 6..7 VND /ha`, `date ?`.
  var notation: String {
    var words = [kind]
    if let approximation { words.append(approximation.rawValue) }
    switch content {
    case .count(let value), .measure(let value), .percent(let value): words.append(value.map(plain) ?? "")
    case .money(let value, let currency): words += [value.map(plain) ?? "", currency]
    case .fraction(let x, let y, let percent, let isConsistent):
      words.append("\(x.map(plain) ?? "")/\(y.map(plain) ?? "")")
      if let percent { words.append("\(plain(percent))%") }
      if let isConsistent { words.append(isConsistent ? "fits" : "differs") }
    case .range(let low, let high, let currency):
      words += [low == nil && high == nil ? "" : "\(low.map(plain) ?? "")..\(high.map(plain) ?? "")", currency ?? ""]
    case .date(let day): words.append(day?.iso ?? "")
    case .datePartial(let date):
      words += [("d", date.day), ("w", date.week), ("m", date.month), ("y", date.year)]
        .compactMap { name, value in value.map { "\(name)\($0)" } }
    case .dateTime(let day, let hour, let minute): words.append("\(day.iso)T\(two(hour)):\(two(minute))")
    case .period(let from, let to):
      if from != nil || to != nil { words.append("\(from.map(end) ?? "")..\(to.map(end) ?? "")") }
    case .deadline(let deadline): words += [deadline.bound.rawValue, deadline.iso]
    }
    if let unit { words.append("[\(unit)]") }
    if let per { words.append("/\(per)") }
    if isAmbiguous { words.append("?") }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var kind: String {
    switch content {
    case .count: "count"
    case .measure: "measure"
    case .percent: "percent"
    case .fraction: "fraction"
    case .range: "range"
    case .money: "money"
    case .date: "date"
    case .datePartial: "date_partial"
    case .dateTime: "datetime"
    case .period: "period"
    case .deadline: "deadline"
    }
  }

  private func plain(_ number: DecimalNumber) -> String {
    number.description.filter { $0 != "." }
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func end(_ end: PeriodEnd) -> String {
    switch end {
    case .year(let year): "\(year)"
    case .day(let day): day.iso
    }
  }
}
