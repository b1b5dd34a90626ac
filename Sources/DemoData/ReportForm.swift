/// Fills the report form (báo cáo kết quả) of a registered model.
enum ReportForm {
  /// Content of a report whose fractions, percentages and sums hold.
  ///
  /// `indicators` are results an article states; where they are nil, simulated ones are drawn.
  static func content(
    of model: ModelPlan, year: Int, indicators: [JSONValue]?, using generator: inout SeededGenerator
  ) -> JSONValue {
    let total = generator.number(20...120)
    let done = total - generator.number(0...9)
    let halves = generator.number(3...12)
    return [
      "filed_on": .text("\(year)-11-\(generator.number(10...18))"),
      "year": .int(year),
      "model": ["name": .text(model.name)],
      "narrative": .text(
        "Mô phỏng: đã \(model.topic.lowercasedFirst); \(done) hộ tham gia, tổ chức \(halves * 2) buổi."),
      "indicators": .array(indicators ?? [indicator("Hộ tham gia", unit: "hộ", done, of: total)]),
      "tables": [
        [
          "name": "Số buổi vận động", "total": .text(String(halves * 2)),
          "parts": [
            ["name": "6 tháng đầu năm", "value": .text(String(halves))],
            ["name": "6 tháng cuối năm", "value": .text(String(halves))],
          ],
        ]
      ],
      "held_on": .text("\(year)-11-\(generator.number(3...9))".paddedDay),
    ]
  }

  /// An indicator with its fraction and the percentage rounded half up to one decimal, in Vietnamese notation.
  static func indicator(_ name: String, unit: String, _ done: Int, of total: Int) -> JSONValue {
    [
      "name": .text(name), "unit": .text(unit), "value": .text(String(done)), "x": .text(String(done)),
      "y": .text(String(total)), "percent": .text(percent(done, of: total)),
    ]
  }

  /// `216` of `221` is “97,7”; a whole number has no decimal.
  static func percent(_ done: Int, of total: Int) -> String {
    let tenths = (done * 2000 + total) / (total * 2)
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10),\(tenths % 10)"
  }
}

extension String {
  /// An ISO date whose day has two digits.
  fileprivate var paddedDay: String {
    let parts = split(separator: "-")
    guard parts.count == 3, parts[2].count == 1 else { return self }
    return "\(parts[0])-\(parts[1])-0\(parts[2])"
  }
}
