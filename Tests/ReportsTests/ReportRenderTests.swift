import Testing

@testable import Reports

@Suite("Report formats")
struct ReportRenderTests {
  private let report: Report

  init() throws {
    report = try ReportFixture.report()
  }

  @Test("text prints numbers as documents do and names variants")
  func text() {
    let text = report.render(.text)
    #expect(text.contains("Số liệu phong trào thi đua “Dân vận khéo” năm 2021"))
    #expect(text.contains("Tính đến ngày 31 tháng 12 năm 2021"))
    #expect(text.contains("4.648") && text.contains("30/47 (63,8%)") && text.contains("18,9"))
    #expect(text.contains("Mô hình điển hình – Biến thể A"))
    #expect(text.contains("Khối nội chính") && text.contains("08"))
    #expect(text.contains("DỮ LIỆU MÔ PHỎNG – BẢN DỰ THẢO"))
    #expect(text.contains("Còn 1.200 thay đổi"))
    #expect(!text.contains("Không có dòng"))
  }

  @Test("text stands the figures beside those of the year before, and the reported beside the counted")
  func comparison() {
    let lines = report.render(.text).split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains("Mã Chỉ tiêu Giá trị Năm 2020 Tăng, giảm Tăng, giảm %"), "\(lines)")
    #expect(lines.contains("M01 Mô hình đăng ký (năm) 4.648 4.000 +648 +16,2"))
    #expect(lines.contains("M02 Đăng ký mới 08 0 +8 –"))
    #expect(lines.contains("M08 Mô hình được công nhận 05 09 −4 −44,4"))
    #expect(lines.contains("Mô hình trong kỳ 4.648 4.700 −52 KHÔNG suy ra"))
    #expect(lines.contains("Tỷ lệ 63,8 63,8 0 có"))
  }

  @Test("no line of text is longer than a hundred columns")
  func width() throws {
    let long = try ReportFixture.report(
      ("Khối nội chính", String(repeating: "Khối doanh nghiệp ", count: 20)),
      ("Đếm", String(repeating: "đếm ", count: 90)),
      ("Biến thể A", String(repeating: "mộttừrấtdài", count: 15)))
    for line in (report.render(.text) + long.render(.text)).split(separator: "\n") {
      #expect(line.count <= 100, "\(line)")
    }
  }

  @Test("a base that is missing leaves out the columns and says why")
  func noBase() throws {
    let alone = try ReportFixture.report(
      (#""available": true, "reason": null"#, #""available": false, "reason": "chưa có số liệu gốc""#))
    for format in [ReportFormat.text, .html, .csv] {
      let rendered = alone.render(format)
      #expect(rendered.contains("Chưa so sánh được với năm 2020: chưa có số liệu gốc."), "\(format)")
      #expect(!rendered.contains("Tăng, giảm %"), "\(format)")
    }
  }

  @Test("json is the data itself")
  func json() {
    #expect(report.render(.json) == ReportFixture.data + "\n")
  }

  @Test("real data carries no watermark and no warning", arguments: ReportFormat.allCases.filter { $0 != .json })
  func plain(format: ReportFormat) throws {
    let real = try ReportFixture.report(
      (#""demo": true"#, #""demo": false"#), (#""pending_changes": 1200"#, #""pending_changes": 0"#))
    let rendered = real.render(format)
    #expect(!rendered.contains("MÔ PHỎNG") && !rendered.contains("chưa được tổng hợp"))
  }

  @Test("data of another shape is refused with its place")
  func shape() {
    func refused(_ path: String, _ json: String) {
      #expect(throws: ReportError.unexpectedShape(path: path)) {
        _ = try Report(json: json, words: ReportFixture.words)
      }
    }
    refused("unit.code", "{}")
    refused("", "no json")
    refused("comparison.period", ReportFixture.data.replacing(#""period": "2020""#, with: #""period": null"#))
    refused(
      "tables[1].rows", ReportFixture.data.replacing(#"["Khối nội chính", 8, 18.9]"#, with: #"["Khối nội chính"]"#))
    #expect(throws: ReportError.unexpectedShape(path: "words")) { _ = try ReportWords(json: "[]") }
  }

  @Test("a value with braces is not read as a place, and a place without a value stays")
  func places() throws {
    let words = try ReportWords(json: #"{"s": "{a} và {b} {c} {"}"#)
    #expect(words("s", ["a": "{b}", "b": "2"]) == "{b} và 2 {c} {")
    #expect(words("unknown", [:]) == "unknown")
  }
}
