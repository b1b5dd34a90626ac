@testable import DanVanKheo

extension RuleExampleTests {
  /// Figures in running text, told by reports and planned by registrations.
  static let narrative: [RuleCase] = [
    .passes(.bc002, .report, ("content/narrative", "216/221 hộ, 30/47 chi, đảng bộ; 24 mô hình/11 chi bộ.")),
    .fails(.bc002, .report, "/narrative", ("content/narrative", "Đã có 221/216 hộ.")),
    .fails(.bc002, .registration, "/outputs", ("content/outputs", "5/0 hộ trồng quế")),
    .passes(.bc003, .report, ("content/narrative", "216/221 thành viên (đạt 97,7%).")),
    .fails(.bc003, .report, "/narrative", ("content/narrative", "216/221 = 98,7%")),
    .fails(.bc003, .registration, "/situation", ("content/situation", "Mới có 55/191 xã (chiếm 38,8%).")),
    .passes(.bc004, .report, ("content/narrative", "24+8+89+6 = 127")),
    .passes(
      .bc004, .report, ("content/narrative", "808 mô hình, trong đó 179 mô hình cấp huyện, 47 mô hình điển hình.")),
    .fails(.bc004, .report, "/narrative", ("content/narrative", "24+8+89+6 = 128")),
    .fails(.bc004, .report, "/narrative", ("content/narrative", "30 hộ gồm 20 hộ nghèo và 12 hộ cận nghèo.")),
    .passes(.bc007, .report, ("content/narrative", "Tổng kết ngày 29/02/2024.")),
    .fails(.bc007, .report, "/narrative", ("content/narrative", "Tổng kết ngày 31/02/2021.")),
    .fails(.bc007, .registration, "/schedule", ("content/schedule", "Đến ngày 31 tháng 11 năm 2021")),
    .passes(.bc008, .report, ("content/narrative", "Có 4.648 mô hình và 4,65 ha.")),
    .passes(.bc008, .registration, ("content/goals", "Hiến 1.500 m2 đất; 0,125 ha.")),
    .fails(.bc008, .report, "/narrative", ("content/narrative", "Có 4.65 ha.")),
    .fails(.bc008, .registration, "/goals", ("content/goals", "Vận động 1,500 hộ.")),
    .passes(.bc012, .report, ("content/narrative", "Giá trị khoảng 200–250 triệu/ha.")),
    .passes(.bc012, .report, ("content/narrative", "Xã có 5 thôn 120 hộ.")),
    .fails(.bc012, .report, "/narrative", ("content/narrative", "Giá trị khoảng 200 250 triệu/ha.")),
    .fails(.bc012, .registration, "/goals", ("content/goals", "Thu nhập 15 20 triệu đồng/năm.")),
    .passes(.bc013, .report, ("content/narrative", "47/47 (100%) chi, đảng bộ đăng ký.")),
    .passes(.bc013, .report, ("content/narrative", "Có 82 xã, chiếm 42,9% tổng số xã; tăng 12,5%.")),
    .fails(.bc013, .report, "/narrative", ("content/narrative", "Đến 100% các chi, đảng bộ đăng ký.")),
    .fails(.bc013, .report, "/narrative", ("content/narrative", "Đã nâng lên hơn 70%.")),
    .passes(.bc015, .report, ("content/narrative", "Đã có hơn 70 hộ và gần 30 ha.")),
    .passes(.bc015, .report, ("content/narrative", "Hơn 30 hộ gồm 20 hộ nghèo và 12 hộ cận nghèo.")),
    .fails(.bc015, .report, "/narrative", ("content/narrative", "30 hộ gồm gần 20 hộ nghèo và 10 hộ cận nghèo.")),
    .fails(.bc015, .report, "/narrative", ("content/narrative", "24 + khoảng 8 + 89 = 121")),
  ]

  /// BC-005, 010 and 011 in the narrative of a report for 2021; what is not said outright is not judged.
  static let claims: [RuleCase] = [
    told(.bc005, "Có 4.648 mô hình, tăng 3.445 mô hình so với năm 2019 (1.203 mô hình)."),
    told(.bc005, "Có 4.648 mô hình, tăng 3.444 mô hình so với năm 2019 (1.203 mô hình).", fails: true),
    told(.bc005, "Có 85 hộ (giảm 6 hộ so với năm 2019 là 80 hộ).", fails: true),
    told(.bc005, "Có 85 hộ trồng quế, tăng 6 hộ so với năm trước.", fails: true, closed("hộ trồng quế", "80")),
    told(.bc005, "Có 85 hộ trồng quế, tăng 5 hộ so với năm trước.", closed("hộ trồng quế", "80")),
    // Another thing, another period, another unit, an approximation, a plan.
    told(.bc005, "Có 85 hộ trồng chè, tăng 6 hộ so với năm trước.", closed("hộ trồng quế", "80")),
    told(.bc005, "Có 85 hộ trồng quế, tăng 6 hộ so với năm 2018.", closed("hộ trồng quế", "80")),
    told(.bc005, "Có 85 hộ trồng quế, tăng 6 hộ so với kế hoạch.", closed("hộ trồng quế", "80")),
    told(.bc005, "Có 85 hộ, số hộ khá tăng 6 hộ so với năm 2019 (20 hộ)."),
    told(.bc005, "Có 85 hộ, tăng hơn 6 hộ so với năm 2019 (80 hộ)."),
    told(.bc005, "Có 85 hộ, tăng 6 ha so với năm 2019 (80 hộ)."),
    told(.bc005, "Có 85 hộ, tăng 6 hộ so với năm 2019, hỗ trợ 12 hộ."),
    told(.bc005, "Có 85 hộ, tăng 6 hộ. So với năm 2019 (80 hộ)."),

    told(.bc011, "Có 4.648 mô hình, tăng 3.445 mô hình so với năm 2020.", fails: true),
    told(.bc011, "Hiện có 4.648 mô hình (tăng 3.445 mô hình so với năm 2020).", fails: true),
    told(.bc011, "Các tin khác\nCó 4.648 mô hình, tăng 3.445 mô hình so với năm 2020."),
    told(.bc011, "Có 108 hộ, tăng 8 hộ so với năm trước."),
    told(.bc011, "Có 300 hộ, tăng thêm 200 hộ so với cùng kỳ.", fails: true),
    told(.bc011, "Có 4.648 mô hình, tăng 3.445 mô hình so với năm 2019."),
    told(.bc011, "Có 300 hộ, tăng 300 hộ so với năm trước."),
    told(.bc011, "Có 300 hộ, tăng 200% so với năm trước."),
    told(.bc011, "Có 300 hộ, tăng 200 hộ so với chỉ tiêu."),

    told(.bc010, "Có 808 mô hình đăng ký, trong đó 179 mô hình được công nhận."),
    told(.bc010, "Có 150 mô hình đăng ký, trong đó 200 mô hình được công nhận.", fails: true),
    told(.bc010, "Đã đăng ký 150 mô hình, trong đó có 200 mô hình được cấp huyện công nhận.", fails: true),
    told(.bc010, "Đăng ký mới 37 mô hình, trong đó 112 mô hình được công nhận."),
    told(.bc010, "Có 150 mô hình đăng ký, trong đó 200 mô hình đề nghị công nhận."),
    told(.bc010, "Có 150 mô hình đăng ký. Đến nay 200 mô hình được công nhận."),
    told(.bc010, "Có 150 mô hình đăng ký, trong đó 200 hộ được công nhận."),
    told(.bc010, "Có 179 mô hình được công nhận, trong đó 200 mô hình điển hình."),
    told(
      .bc010, "Có 179 mô hình được công nhận, trong đó 200 mô hình điển hình.", fails: true,
      ("campaign/parameters/exemplary_are_recognised", .bool(true))),
  ]

  private static func told(_ code: RuleCode, _ text: String, fails: Bool = false, _ more: (String, JSON?)...)
    -> RuleCase
  {
    let edits = [("content/narrative", JSON.string(text))] + more
    return RuleCase(code: code, kind: .report, edits: edits.map { ($0.0, $0.1) }, path: fails ? "/narrative" : nil)
  }
}
