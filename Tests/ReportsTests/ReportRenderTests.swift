import Testing

@testable import Reports

@Suite("Report formats")
struct ReportRenderTests {
  private let report: Report

  init() throws {
    report = try Report(json: Self.data)
  }

  @Test("text prints numbers as documents do and names variants")
  func text() {
    let text = report.render(.text)
    #expect(text.contains("Số liệu phong trào thi đua “Dân vận khéo” năm 2021"))
    #expect(text.contains("Tính đến ngày 31 tháng 12 năm 2021"))
    #expect(text.contains("4.648") && text.contains("30/47 (63,8%)") && text.contains("18,9"))
    #expect(text.contains("M09  Mô hình điển hình – Biến thể A"))
    #expect(text.contains("Khối nội chính") && text.contains("08"))
    #expect(text.contains("DỮ LIỆU MÔ PHỎNG – BẢN DỰ THẢO"))
    #expect(text.contains("Còn 1.200 thay đổi"))
    #expect(!text.contains("Không có dòng"))
  }

  @Test("csv opens in a spreadsheet: byte order mark, four columns, plain numbers, no formula")
  func csv() {
    let csv = report.render(.csv)
    #expect(csv.unicodeScalars.first == "\u{FEFF}")
    #expect(csv.contains("\r\nTheo khối,Khối nội chính,Mô hình,8\r\n"))
    #expect(csv.contains("\r\nChỉ tiêu,M01,Mô hình đăng ký (năm),4648\r\n"))
    #expect(csv.contains("\r\nTheo khối,\"'=HYPERLINK(\"\"x\"\"), khối\",Mô hình,89\r\n"))
    #expect(csv.contains("\r\nTheo khối,Khối nội chính,Tỷ lệ %,18.9\r\n"))
  }

  @Test(
    "a text that a spreadsheet would run is disarmed",
    arguments: ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "=\u{301}1", "＝1"])
  func formula(text: String) {
    #expect(CSVReport.field(text).unicodeScalars.first { $0 != "\"" } == "'")
  }

  @Test(
    "a quote, a comma and a line end are quoted",
    arguments: [("a\"b", "\"a\"\"b\""), ("a,b", "\"a,b\""), ("a\r\nb", "\"a\r\nb\"")])
  func quoting(text: String, field: String) {
    #expect(CSVReport.field(text) == field)
  }

  @Test("json is the data itself")
  func json() {
    #expect(report.render(.json) == Self.data + "\n")
  }

  @Test("html is one page without outside resources, escaped, with a chart and its text alternative")
  func html() {
    let html = report.render(.html)
    #expect(
      !html.contains("http://") && !html.contains("https://") && !html.contains("<script") && !html.contains("src="))
    #expect(html.contains("@page { size: A4"))
    #expect(html.contains("=HYPERLINK(&quot;x&quot;), khối &lt;b&gt;") == false)
    #expect(html.contains("=HYPERLINK(&quot;x&quot;), khối"))
    #expect(html.contains("&lt;b&gt;Đơn vị&lt;/b&gt;"))
    #expect(html.contains("<desc>Khối nội chính: 8; =HYPERLINK(&quot;x&quot;), khối: 89</desc>"))
    #expect(html.contains(#"<td class="right">4.648</td>"#))
    #expect(html.contains("DỮ LIỆU MÔ PHỎNG – BẢN DỰ THẢO"))
    #expect(html.ranges(of: "<rect").count == 2)
  }

  @Test("real data carries no watermark and no warning", arguments: ReportFormat.allCases.filter { $0 != .json })
  func plain(format: ReportFormat) throws {
    let real = Self.data.replacing(#""demo": true"#, with: #""demo": false"#)
      .replacing(#""pending_changes": 1200"#, with: #""pending_changes": 0"#)
    let rendered = try Report(json: real).render(format)
    #expect(!rendered.contains("MÔ PHỎNG") && !rendered.contains("chưa được tổng hợp"))
  }

  @Test("data of another shape is refused with its place")
  func shape() {
    #expect(throws: ReportError.unexpectedShape(path: "unit.code")) { _ = try Report(json: "{}") }
    #expect(throws: ReportError.unexpectedShape(path: "")) { _ = try Report(json: "no json") }
    #expect(throws: ReportError.unexpectedShape(path: "tables[0].rows")) {
      _ = try Report(json: Self.data.replacing(#"["Khối nội chính", 8, 18.9]"#, with: #"["Khối nội chính"]"#))
    }
  }

  private static let data = """
    {"unit": {"code": "X", "name": "Thành phố", "path": "<b>Đơn vị</b>"}, "period": "2021", "basis": "historical", \
    "cut_off": "2021-12-31", "demo": true, "pending_changes": 1200, "figures": [\
    {"measure": "M01", "name": "Mô hình đăng ký (năm)", "definition": "Đếm", "definition_version": 1, "reading": null, "value": 4648, "part": null, "whole": null}, \
    {"measure": "M09", "name": "Mô hình điển hình", "definition": "Đếm", "definition_version": 1, "reading": "Biến thể A", "value": 0, "part": null, "whole": null}, \
    {"measure": "M11", "name": "Đơn vị có mô hình", "definition": "x/y", "definition_version": 1, "reading": null, "value": null, "part": 30, "whole": 47}, \
    {"measure": "M13", "name": "Tỷ lệ công nhận", "definition": "x/y", "definition_version": 1, "reading": null, "value": null, "part": 0, "whole": 0}], \
    "tables": [{"code": "by_block", "title": "Theo khối", "chart": 1, "columns": [["block", "Khối", "text"], ["models", "Mô hình", "count"], ["share", "Tỷ lệ %", "percent"]], \
    "rows": [["Khối nội chính", 8, 18.9], ["=HYPERLINK(\\"x\\"), khối", 89, null]]}, \
    {"code": "none", "title": "Không có dòng", "chart": null, "columns": [["a", "A", "text"]], "rows": []}]}
    """
}
