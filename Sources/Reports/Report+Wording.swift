import DanVanKheo

extension Report {
  /// “Số liệu phong trào thi đua “Dân vận khéo” năm 2021”.
  var title: String { words("title", ["period": periodWording(period)]) }

  /// The unit with the units above it.
  var unitLine: String { unitPath.isEmpty ? "\(unitName) (\(unitCode))" : "\(unitPath) (\(unitCode))" }

  /// The cut-off day as documents write it.
  var day: String { NoticeDate(iso: cutOff)?.documentForm ?? cutOff }

  /// The cut-off day and the basis, part of every figure.
  var basisLine: String { words("basis", ["day": day, "basis": words["basis_\(basis)"]]) }

  /// What the figures are compared with, or why they are not.
  var comparisonLine: String {
    let base = periodWording(comparison.period)
    return comparison.isAvailable
      ? words("compared", ["base": base]) : words("not_compared", ["base": base, "reason": comparison.reason ?? ""])
  }

  /// Which version of a closed period it shows, who closed it, when and why; by boundaries of today, and as of a day, nothing is
  /// ever closed, and nothing is said.
  var closingLine: String? {
    guard let closing else { return basis == "historical" && !isAsOf ? words["not_closed"] : nil }
    let reason = closing.reason.hasSuffix(".") ? String(closing.reason.dropLast()) : closing.reason
    return words(
      closing.unitAbove == nil ? "closed" : "closed_above",
      [
        "unit": closing.unitAbove ?? "", "version": String(closing.version), "time": closing.time, "by": closing.by,
        "reason": reason,
      ])
  }

  /// What the reader must know before trusting the figures; empty when there is nothing.
  var notes: [String] {
    let elsewhere = undivided.count { !$0 }
    let title = table("displaced")?.title ?? ""
    func divided(_ code: String, _ count: Int) -> [String] {
      count == 0 ? [] : [words(code, ["n": FigureFormat.padded(Int64(count)), "table": title])]
    }
    return (pendingChanges == 0 ? [] : [words("pending", ["n": FigureFormat.count(pendingChanges)])])
      + divided("undivided_here", undivided.count - elsewhere) + divided("undivided_elsewhere", elsewhere)
  }

  /// What a table means, where its title does not say it.
  func about(_ table: ReportTable) -> String? {
    words.has("about_\(table.code)") ? words["about_\(table.code)"] : nil
  }

  /// Printed over pages that rest on simulated data.
  var watermark: String { words["watermark"] }

  /// The tables that have rows; without a base, without the columns of the comparison.
  var filledTables: [ReportTable] {
    tables.filter { !$0.rows.isEmpty }.map { table in
      !comparison.isAvailable && table.column("before") != nil ? table.without(["before", "difference"]) : table
    }
  }

  /// A table by its code, if it has rows.
  func table(_ code: String) -> ReportTable? { filledTables.first { $0.code == code } }

  /// “M08 (phiên bản 1)” of a figure.
  func definitionName(_ figure: Figure) -> String {
    words("definition", ["measure": figure.measure, "version": String(figure.definitionVersion)])
  }
}

extension Report.Figure {
  /// The name with the variant that was taken.
  var fullName: String { reading.map { "\(name) – \($0)" } ?? name }
}
