import Testing

@testable import Reports

@Suite("Report as html")
struct HTMLReportTests {
  private let html: String

  init() throws {
    html = try ReportFixture.report().render(.html)
  }

  @Test("one page without outside resources or scripts, printable on A4")
  func selfContained() {
    for outside in ["http://", "https://", "<script", "src=", "@import", "url("] {
      #expect(!html.contains(outside), "\(outside)")
    }
    #expect(html.contains("@page { size: A4") && html.contains("@media print"))
    #expect(html.contains(#"<html lang="vi">"#))
  }

  @Test("every name is escaped, in texts and attributes")
  func escaped() throws {
    #expect(html.contains("&lt;b&gt;Đơn vị&lt;/b&gt;") && !html.contains("<b>"))
    let hostile = try ReportFixture.report(("Theo khối", #"'><svg/onload=\"x\">"#), ("Thành phố", "</title>&\\u0000"))
      .render(.html)
    #expect(!hostile.contains("<svg/") && !hostile.contains("</title>&") && !hostile.unicodeScalars.contains("\0"))
  }

  @Test("tables carry the printed numbers and their code")
  func tables() {
    #expect(html.contains(#"<table data-table="figures">"#) && html.contains(#"<table data-table="by_block">"#))
    #expect(html.contains(#"<td class="right">4.648</td>"#) && html.contains(#"<td class="right">−44,4</td>"#))
    #expect(html.contains(#"<th scope="col" class="right">Năm 2020</th>"#))
  }

  @Test("definitions name their version, unresolved warnings stand in a table")
  func definitions() {
    #expect(html.contains("<dt>M09 (phiên bản 2)</dt>\n<dd>Đếm</dd>"))
    #expect(html.contains("Cảnh báo chưa được xác nhận") && html.contains("Tên mô hình trùng"))
  }

  @Test("charts have a title and the same numbers in words")
  func charts() {
    #expect(html.ranges(of: #"role="img""#).count == 2)
    #expect(
      html.contains(
        #"<desc id="chart-by_block-description">Khối nội chính: 8; =HYPERLINK(&quot;x&quot;), khối: 89</desc>"#))
    #expect(html.contains(#"<title id="chart-by_block-title">Mô hình – Theo khối</title>"#))
    #expect(html.contains("Mô hình: 2018 – 12; 2019 – …; 2020 – 4.000; 2021 – 4.648. Được công nhận: 2018 – 0;"))
    #expect(html.ranges(of: #"class="bar""#).count == 2)
  }

  @Test("a year without figures breaks the line instead of pulling it to zero")
  func gap() throws {
    let path = try #require(html.firstMatch(of: /class="line0" d="([^"]*)"/)).1
    #expect(path.ranges(of: "M").count == 2 && path.ranges(of: "L").count == 1, "\(path)")
    #expect(html.ranges(of: "<circle").count == 4)
  }

  @Test("a chart of nothing is left out")
  func noChart() throws {
    let empty = try ReportFixture.report(("khối\", 89", "khối\", 0"), ("chính\", 8, 18.9", "chính\", 0, 18.9")).render(
      .html)
    #expect(empty.ranges(of: #"role="img""#).count == 1)
  }
}
