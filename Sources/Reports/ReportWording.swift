import DanVanKheo

extension Report {
  /// “Báo cáo phong trào “Dân vận khéo” năm 2021”.
  var title: String { "Số liệu phong trào thi đua “Dân vận khéo” \(periodWording(period))" }

  /// The unit with the units above it.
  var unitLine: String { unitPath.isEmpty ? "\(unitName) (\(unitCode))" : "\(unitPath) (\(unitCode))" }

  /// The cut-off day and the basis, part of every figure.
  var basisLine: String {
    let day = NoticeDate(iso: cutOff)?.documentForm ?? cutOff
    let units = basis == Basis.historical.rawValue ? "đơn vị tại thời điểm đó" : "địa giới hiện tại"
    return "Tính đến \(day); cơ sở: \(units)."
  }

  /// What the reader must know before trusting the figures; empty when there is nothing.
  var warnings: [String] {
    pendingChanges == 0
      ? [] : ["Còn \(FigureFormat.count(pendingChanges)) thay đổi chưa được tổng hợp; số liệu có thể chưa mới nhất."]
  }

  /// Printed over pages that rest on simulated data.
  static let watermark = "DỮ LIỆU MÔ PHỎNG – BẢN DỰ THẢO"

  /// The tables that have rows.
  var filledTables: [ReportTable] { tables.filter { !$0.rows.isEmpty } }
}

extension Report.Figure {
  /// The name with the variant that was taken.
  var fullName: String { reading.map { "\(name) – \($0)" } ?? name }
}
