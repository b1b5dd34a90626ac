public import VietnameseText

/// Takes the figures out of a running text as claims; dates, periods, what can be read in two ways, and all that portals put around a text are left out.
///
/// Linear; at most 200 claims.
/// - Parameters:
///   - text: The narrative of a report.
///   - pointer: Where it stands in the content: `/narrative`.
///   - boilerplate: The portals' phrases.
/// - Returns: The claims in the order of the text.
public func claims(
  in text: String, at pointer: String = "/narrative", boilerplate: Boilerplate = Boilerplate()
) -> [Claim] {
  guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
  let scalars = Array(text.unicodeScalars)
  let body = articleBody(of: scalars.map(\.value), boilerplate: boilerplate)
  var claims: [Claim] = []
  for quantity in quantities(in: text, limit: 4000) where !quantity.isAmbiguous && claims.count < 200 {
    guard body.contains(where: { $0.contains(quantity.range.lowerBound) }),
      let (kind, value, unit, reading) = statement(quantity)
    else { continue }
    claims.append(
      Claim(
        figure: "\(pointer)#\(quantity.range.lowerBound)", kind: kind, value: value,
        unit: rated(unit ?? quantity.unit, quantity.per), approximation: quantity.approximation, reading: reading,
        excerpt: surroundings(quantity.range, scalars)))
  }
  return claims
}

/// Takes the claims out of a report: its narrative, its indicators, the totals of its tables.
///
/// - Parameters:
///   - content: The content of a report, tidied.
///   - boilerplate: The portals' phrases.
/// - Returns: The claims in the order of the content; at most 600.
func claims(ofReport content: JSON, boilerplate: Boilerplate) -> [Claim] {
  var found = content["narrative"]?.text.map { claims(in: $0, boilerplate: boilerplate) } ?? []
  for (index, indicator) in (content["indicators"]?.elements ?? []).prefix(200).enumerated() {
    let path = "/indicators/\(index)"
    let name = short(indicator["name"]?.text ?? "")
    let unit = indicator["unit"]?.words.map(short)
    let percent = FigureReading(indicator["percent"]).number
    if let (value, sign) = FigureReading(indicator["value"]).stated {
      found.append(
        Claim(
          figure: path, kind: unit.map(isMeasure) == true ? .measure : .count, value: value, unit: unit,
          approximation: sign, excerpt: name))
    } else if let x = FigureReading(indicator["x"]).number, let y = FigureReading(indicator["y"]).number {
      found.append(
        Claim(figure: path, kind: .fraction, value: x, unit: unit, reading: ratio(x, y, percent), excerpt: name))
    } else if let (percent, sign) = FigureReading(indicator["percent"]).stated {
      found.append(
        Claim(figure: path, kind: .percent, value: percent, unit: "%", approximation: sign, excerpt: name))
    }
  }
  for (index, table) in (content["tables"]?.elements ?? []).prefix(200).enumerated() {
    guard let (total, sign) = FigureReading(table["total"]).stated else { continue }
    found.append(
      Claim(
        figure: "/tables/\(index)/total", kind: .count, value: total, unit: table["unit"]?.words.map(short),
        approximation: sign, excerpt: short(table["name"]?.text ?? "")))
  }
  return found
}

/// Kind, value, unit and reading of a quantity; nil for dates and spans of time.
private func statement(_ quantity: Quantity) -> (Claim.Kind, DecimalNumber?, String?, String?)? {
  switch quantity.content {
  case .count(let value?): return (.count, value, nil, nil)
  case .measure(let value?): return (.measure, value, nil, nil)
  case .percent(let value?): return (.percent, value, "%", nil)
  case .money(let value?, let currency): return (.money, value, currency, nil)
  case .fraction(let x?, let y?, let percent, _): return (.fraction, x, nil, ratio(x, y, percent))
  case .range(let low?, let high?, let currency): return (.range, nil, currency, "\(low)–\(high)")
  default: return nil
  }
}

private func ratio(_ x: DecimalNumber, _ y: DecimalNumber, _ percent: DecimalNumber?) -> String {
  "\(x)/\(y)" + (percent.map { " = \($0)%" } ?? "")
}

private func rated(_ unit: String?, _ per: String?) -> String? {
  guard let per else { return unit.map(short) }
  return short("\(unit ?? "")/\(per)")
}

/// At most 60 characters on each side, cut between words, in one line.
private func surroundings(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> String {
  var start = max(0, range.lowerBound - 60)
  var end = min(scalars.count, min(range.upperBound, range.lowerBound + 200) + 60)
  if let line = scalars[start..<range.lowerBound].lastIndex(of: "\n") {
    start = line + 1
  } else if start > 0, let blank = scalars[start..<range.lowerBound].firstIndex(of: " ") {
    start = blank + 1
  }
  let tail = min(range.upperBound, end)
  if let line = scalars[tail..<end].firstIndex(of: "\n") {
    end = line
  } else if end < scalars.count, let blank = scalars[tail..<end].lastIndex(of: " ") {
    end = blank
  }
  return String(String.UnicodeScalarView(scalars[start..<end]))
}

/// No longer than a name may be.
private func short(_ text: String) -> String {
  text.unicodeScalars.count <= 200 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(200)))
}
