import DanVanKheo

/// The paragraph that says the report's main figures in words; its sentences are data.
///
/// Counts below ten carry a leading zero, thousands a dot, decimals a comma, as in documents.
struct ReportNarrative {
  private let report: Report
  private let words: ReportWords

  init(_ report: Report) {
    self.report = report
    words = report.words
  }

  /// The paragraph; every figure in it stands in a table of the report, too.
  var paragraph: String {
    [models, events, comparison, members, greatestField, recognised, exemplary, commended, reconciled, warned]
      .compactMap(\.self).joined(separator: " ")
  }

  private var models: String {
    let count = count("M07")
    guard count > 0 else {
      return words("models_none", ["day": report.day, "unit": report.unitName, "period": periodWording(report.period)])
    }
    let types = [("type_new", "M02"), ("type_maintained", "M03"), ("type_replicated", "M04")]
      .map { ($0.0, self.count($0.1)) }.filter { $0.1 > 0 }
    let kinds = types.map { words($0.0, ["n": FigureFormat.padded($0.1)]) }
    // In several years a model may be new first and maintained later: then the parts are no parts.
    let areParts = types.reduce(0) { $0 + $1.1 } <= count
    return words(
      kinds.isEmpty ? "models" : areParts ? "models_of" : "models_with",
      [
        "day": report.day, "unit": report.unitName, "n": FigureFormat.padded(count),
        "period": periodWording(report.period), "list": listed(kinds),
      ])
  }

  private var events: String? {
    let events = count("M06")
    return events > count("M07") ? words("events", ["n": FigureFormat.padded(events)]) : nil
  }

  private var comparison: String? {
    guard let figure = figure("M07"), case .count(let value) = figure.value else { return nil }
    let base = periodWording(report.comparison.period)
    guard report.comparison.isAvailable, case .count(let before) = figure.base else {
      return words("not_compared", ["base": base, "reason": report.comparison.reason ?? ""])
    }
    let change = FigureFormat.padded(abs(value - before))
    guard value != before else { return words("same", ["base": base]) }
    guard let percent = FigureFormat.percent(abs(value - before), of: before) else {
      return words("up_from_none", ["base": base, "n": change])
    }
    return words(value > before ? "up" : "down", ["base": base, "n": change, "percent": percent])
  }

  private var members: String? {
    guard case .ratio(let part, let whole) = figure("M11")?.value, let percent = FigureFormat.percent(part, of: whole)
    else { return nil }
    return words(
      "units", ["x": FigureFormat.padded(part), "y": FigureFormat.padded(whole), "percent": percent])
  }

  private var greatestField: String? {
    guard let table = report.table("by_field"), let column = table.column("models") else { return nil }
    var greatest: (name: String, value: Int64)?
    for row in table.rows {
      guard case .count(let value) = row[column], value > greatest?.value ?? 0 else { continue }
      greatest = (table.label(row), value)
    }
    guard let greatest, let percent = FigureFormat.percent(greatest.value, of: count("M07")) else { return nil }
    return words(
      "field", ["field": greatest.name, "n": FigureFormat.padded(greatest.value), "percent": percent])
  }

  private var recognised: String? {
    let recognised = count("M08")
    guard recognised > 0 else { return nil }
    let number = FigureFormat.padded(recognised)
    guard let percent = FigureFormat.percent(recognised, of: count("M07")) else {
      return words("recognised_plain", ["n": number])
    }
    return words("recognised", ["n": number, "percent": percent])
  }

  private var exemplary: String? {
    let exemplary = count("M09")
    return exemplary > 0 ? words("exemplary", ["n": FigureFormat.padded(exemplary)]) : nil
  }

  private var commended: String? {
    let awards = count("M12")
    guard awards > 0 else { return nil }
    return words(
      "commended", ["n": FigureFormat.padded(awards), "subjects": FigureFormat.padded(count("M12S"))])
  }

  private var reconciled: String? {
    guard let table = report.table("reconciliation"), let column = table.column("equal") else { return nil }
    let equal = Int64(table.rows.count { $0[column] == .flag(true) })
    let all = Int64(table.rows.count)
    return words(
      "reconciled",
      [
        "n": FigureFormat.padded(all), "equal": FigureFormat.padded(equal),
        "different": FigureFormat.padded(all - equal),
      ])
  }

  private var warned: String? {
    guard let table = report.table("warnings"), let column = table.column("findings") else { return nil }
    let findings = table.rows.reduce(Int64(0)) { if case .count(let value) = $1[column] { $0 + value } else { $0 } }
    return words(
      "warned", ["n": FigureFormat.padded(findings), "rules": FigureFormat.padded(Int64(table.rows.count))])
  }

  private func figure(_ measure: String) -> Report.Figure? { report.figures.first { $0.measure == measure } }

  private func count(_ measure: String) -> Int64 {
    if case .count(let value) = figure(measure)?.value { value } else { 0 }
  }

  /// “a, b và c”.
  private func listed(_ parts: [String]) -> String {
    guard let last = parts.last else { return "" }
    guard let first = parts.first, parts.count > 1 else { return last }
    let front = parts.dropFirst().dropLast().reduce(first) { words("comma", ["a": $0, "b": $1]) }
    return words("and", ["a": front, "b": last])
  }
}
