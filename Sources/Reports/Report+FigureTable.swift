import DanVanKheo

extension Report {
  /// The figures as a table: code, name, value and, where there is a base, the value before and the change.
  var figureTable: ReportTable {
    var columns = [column("measure", .text), column("name", .text), column("value", .count)]
    if comparison.isAvailable {
      let base = periodWording(comparison.period)
      columns.append(
        ReportTable.Column(code: "before", name: base.prefix(1).uppercased() + base.dropFirst(), kind: .count))
      columns += [column("difference", .change), column("change_percent", .change)]
    }
    let rows = figures.map { figure -> [ReportValue] in
      let counted: [ReportValue] = [.text(figure.measure), .text(figure.fullName), figure.value]
      return comparison.isAvailable ? counted + [figure.base, figure.difference, figure.changePercent] : counted
    }
    return ReportTable(
      code: "figures", title: words["figures"], columns: columns, rows: rows, chartColumn: nil, trendColumns: [])
  }

  private func column(_ code: String, _ kind: ReportTable.Kind) -> ReportTable.Column {
    ReportTable.Column(code: code, name: words["column_\(code)"], kind: kind)
  }
}
