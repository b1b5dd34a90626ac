import Testing
import VietnameseText

@testable import DanVanKheo

@Suite struct FigureFindingsTests {
  /// A text, and the rules that speak with the text or number they speak of.
  static let shares: [(String, [String])] = [
    ("đạt 216/221 hộ", []),
    ("221/216", ["BC-002 221/216"]),
    ("5/0", ["BC-002 5/0"]),
    ("có 48/47 chi, đảng bộ đăng ký", ["BC-002 48/47"]),
    ("vượt kế hoạch: 12/10 mô hình", []),
    ("12/10 mô hình (120%)", []),
    ("huyết áp 130/80 mmHg", []),
    ("tháng 12/2020; ngày 30/4; hỗ trợ 24/7", []),
    ("216/221 = 97,7%", []),
    ("216/221 = 98,7%", ["BC-003 98,7 (97,7)"]),
    ("216/221 thành viên của mô hình được mua thẻ BHYT (đạt 97,7%)", []),
    ("216/221 thành viên (đạt 97,5%)", ["BC-003 97,5 (97,7)"]),
    ("55/191 xã (chiếm 28,8%)", []),
    ("55/191 xã (chiếm 29%)", []),
    ("30/47 chi, đảng bộ (tăng 5% so với năm trước)", []),
    ("47/47 (100%)", []),
    ("100%", ["BC-013 100%"]),
    ("đến 100% các chi, đảng bộ", ["BC-013 100%"]),
    ("là 82 xã, chiếm 42,9% tổng số xã", []),
    ("hơn 4.657 ha (chiếm 5,82% diện tích)", []),
    ("có 71% người dân tham gia", ["BC-013 71%"]),
    ("tăng 12,5% so với năm 2020", []),
    ("lãi suất 0,5%/tháng", []),
    ("Huyết áp 120/80", []),
    ("Huyết áp 140/90, lốp 195/65, điện 220/110 V", []),
    ("140/90", []),
    ("Ngày 29, 30, 31/2", ["BC-007 30", "BC-007 31/2"]),
    ("kỳ họp 31/11", ["BC-007 31/11"]),
    ("216/221 hội viên tham gia, đạt 98,7%", ["BC-003 98,7 (97,7)"]),
    ("216/221 hội viên tham gia, đạt 97,7%", []),
    ("216/221 hội viên tham gia, đạt 98,7% kế hoạch", []),
    ("Đạt 98% (47/47 chi bộ)", ["BC-003 98 (100,0)"]),
    ("Đạt 100% (47/47 chi bộ)", []),
    ("tăng 5% (40/47 chi bộ)", []),
    ("đạt 85% (40/47 chi bộ)", []),
    ("chiếm 85% tổng số 120 hộ", []),
  ]

  static let writing: [(String, [String])] = [
    ("ngày 29/02/2024", []),
    ("ngày 31/02/2021", ["BC-007 ngày 31/02/2021"]),
    ("31/02/2021", ["BC-007 31/02/2021"]),
    ("ngày 31 tháng 4", ["BC-007 ngày 31 tháng 4"]),
    ("tháng 13/2021", ["BC-007 tháng 13/2021"]),
    ("ngày 5/3/21", []),
    ("Hướng dẫn số 12-HD/BCĐ, 32-KH/TU", []),
    ("4.648 mô hình", []),
    ("4.65 mô hình", ["BC-008 4.65 mô hình"]),
    ("khoảng 1,500 hộ", ["BC-008 1,500 hộ"]),
    ("1 500 hộ", ["BC-008 1 500 hộ"]),
    ("20 triệu", []),
    ("khoảng 200–250 triệu/ha", []),
    ("khoảng 200 250 triệu/ha", ["BC-012 200 250 triệu/ha"]),
    ("15 20 triệu đồng", ["BC-012 15 20 triệu đồng"]),
    ("7-5 hộ", []),
    ("xã có 5 thôn 120 hộ", []),
  ]

  static let sums: [(String, [String])] = [
    ("24+8+89+6 = 127", []),
    ("24+8+89+6 = 128", ["BC-004 128 ≠ 127"]),
    ("128 = 24 + 8 + 89 + 6", ["BC-004 128 ≠ 127"]),
    ("127 mô hình (24 + 8 + 89 + 6)", []),
    ("128 mô hình (24 + 8 + 89 + 6)", ["BC-004 128 ≠ 127"]),
    ("128 mô hình, gồm 24 + 8 + 89 + 6", ["BC-004 128 ≠ 127"]),
    ("20+25+30+15 = 90", []),
    ("1,5 × 2.340.000 = 3.510.000 đồng", []),
    (
      "có 112 mô hình được công nhận. Trong đó, có 40 mô hình nông thôn mới; 33 mô hình cải cách hành chính; 05 mô hình "
        + "Mặt trận; 34 mô hình xây dựng Đảng.", []
    ),
    (
      "có 113 mô hình được công nhận. Trong đó, có 40 mô hình nông thôn mới; 33 mô hình cải cách hành chính; 05 mô hình "
        + "Mặt trận; 34 mô hình xây dựng Đảng.", []
    ),
    (
      "toàn tỉnh có 4.648 mô hình (tăng 3.445 mô hình so với năm 2019). Trong đó, lĩnh vực kinh tế 1.392 mô hình, lĩnh "
        + "vực văn hóa 1.503 mô hình, lĩnh vực QP-AN 1.102 mô hình, lĩnh vực hệ thống chính trị 651 mô hình.", []
    ),
    (
      "toàn tỉnh có 4.649 mô hình (tăng 3.445 mô hình so với năm 2019). Trong đó, lĩnh vực kinh tế 1.392 mô hình, lĩnh "
        + "vực văn hóa 1.503 mô hình, lĩnh vực QP-AN 1.102 mô hình, lĩnh vực hệ thống chính trị 651 mô hình.",
      []
    ),
    ("808 mô hình đăng ký, trong đó có 179 mô hình cấp huyện được công nhận, 47 mô hình điển hình.", []),
    (
      "hiện có 127 mô hình. Cụ thể, Khối hành chính: 24 mô hình/11 chi, đảng bộ; Khối Nội chính: 08 mô hình/05 chi, "
        + "đảng bộ; Khối xã: 89 mô hình/08 chi, đảng bộ. Khối doanh nghiệp: 06 mô hình/06 chi, đảng bộ.", []
    ),
    (
      "hiện có 128 mô hình. Cụ thể, Khối hành chính: 24 mô hình/11 chi, đảng bộ; Khối Nội chính: 08 mô hình/05 chi, "
        + "đảng bộ; Khối xã: 89 mô hình/08 chi, đảng bộ. Khối doanh nghiệp: 06 mô hình/06 chi, đảng bộ.",
      ["BC-004 128 ≠ 127"]
    ),
    ("30 hộ gồm 20 hộ nghèo và 10 hộ cận nghèo", []),
    ("30 hộ gồm 20 hộ nghèo và 12 hộ cận nghèo", ["BC-004 30 ≠ 32"]),
    ("30 hộ gồm 20 hộ nghèo, 5 hộ cận nghèo và các hộ khác", []),
    ("30 hộ gồm 20 hộ nghèo, 8 hộ cận nghèo…", []),
    ("30 hộ, trong đó 20 hộ nghèo, 8 hộ cận nghèo", []),
    ("30 hộ gồm gần 20 hộ nghèo và 10 hộ cận nghèo", ["BC-015 gần 20 hộ"]),
    ("24 + hơn 8 + 89 = 121", ["BC-015 hơn 8"]),
    ("hơn 30 hộ gồm 20 hộ nghèo và 12 hộ cận nghèo", []),
    ("tăng lên hơn 70 hộ", []),
    ("15 xã, trong đó có 9 xã đạt chuẩn, 4 xã nâng cao, 3 xã kiểu mẫu", []),
    ("15 xã, gồm 9 xã đạt chuẩn, 4 xã nâng cao và 3 xã kiểu mẫu", []),
    ("12 thôn, gồm 7 thôn vùng cao, 4 thôn đặc biệt khó khăn", []),
    ("30 hộ gồm 20 hộ nghèo, 12 hộ cận nghèo", []),
    ("24 + 8 + 90 + 6 = 127 mô hình (có 1 mô hình thuộc hai lĩnh vực)", []),
    (
      "128 mô hình, bao gồm 24 mô hình kinh tế, 8 mô hình văn hóa, 89 mô hình quốc phòng và 6 mô hình chính trị",
      ["BC-004 128 ≠ 127"]
    ),
    ("128 mô hình, chia ra: 24 mô hình kinh tế; 8 mô hình văn hóa; 95 mô hình khối xã", ["BC-004 128 ≠ 127"]),
  ]

  @Test("shares: x of y, percentages of them, and percentages of nothing", arguments: shares)
  func sharesAreJudged(text: String, expected: [String]) { #expect(spoken(text) == expected) }

  @Test("figures that are written wrongly or in two ways", arguments: writing)
  func writingIsJudged(text: String, expected: [String]) { #expect(spoken(text) == expected) }

  @Test("totals are compared with their parts only where these are surely all of them", arguments: sums)
  func sumsAreJudged(text: String, expected: [String]) { #expect(spoken(text) == expected) }

  @Test("a place is where its text stands, also in text that is not composed")
  func places() throws {
    let text = "Giá trị khoảng 200 250 triệu/ha của ngày 31/02/2021, đa\u{323}t 221/216 hô\u{323}"
    let scalars = Array(text.unicodeScalars)
    let found = figureFindings(in: text, quantities: quantities(in: text)).map {
      String(String.UnicodeScalarView(scalars[$0.range]))
    }
    #expect(found == ["200 250 triệu/ha", "ngày 31/02/2021", "221/216 hô\u{323}"])
  }

  @Test("a report's narrative and a registration's plans are judged; each rule speaks once for a text")
  func submissions() throws {
    var report = try FactsDraft(.report)
    report.set("content/narrative", "Có 128 mô hình (24 + 8 + 89 + 6), 221/216 hộ, 5/0. Đạt 100%.")
    let verdict = try report.verdict()
    #expect(verdict.findings.map(\.code) == [.bc004, .bc002, .bc013])
    #expect(verdict.findings.allSatisfy { $0.path == "/narrative" && !$0.message.contains("{") })
    #expect(verdict.state == .needsSupplement)
    var plan = try FactsDraft(.registration)
    plan.set("content/goals", "100% hộ tham gia; thu 200 250 triệu/ha; xong ngày 31/11/2021.")
    #expect(try plan.verdict().findings.map(\.code) == [.bc012, .bc007])
  }

  private func spoken(_ text: String) -> [String] {
    figureFindings(in: text, quantities: quantities(in: text)).map { finding in
      func value(_ name: String) -> String { finding.values.first { $0.name == name }?.written ?? "-" }
      let data =
        switch finding.code {
        case .bc002: "\(value("x"))/\(value("y"))"
        case .bc003: "\(value("percent")) (\(value("expected")))"
        case .bc004: "\(value("total")) ≠ \(value("sum"))"
        default: value("text")
        }
      return "\(finding.code.rawValue) \(data)"
    }
  }
}
