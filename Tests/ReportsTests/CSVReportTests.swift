import Testing

@testable import Reports

@Suite("Report as csv")
struct CSVReportTests {
  @Test(
    "the first bytes are a byte order mark, every line ends in CRLF, every record has four fields",
    arguments: CSVDelimiter.allCases)
  func form(delimiter: CSVDelimiter) throws {
    let csv = try ReportFixture.report().render(.csv, delimiter: delimiter)
    #expect(Array(csv.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(csv.utf8.suffix(2).elementsEqual([13, 10]))
    #expect(csv.unicodeScalars.count { $0 == "\n" } == csv.unicodeScalars.count { $0 == "\r" })
    for record in ReportFixture.csv(csv, delimiter: delimiter == .comma ? "," : ";") {
      #expect(record.count == 4, "\(record)")
    }
  }

  @Test("semicolons go with decimal commas, commas with points; no thousands marks")
  func marks() throws {
    let report = try ReportFixture.report()
    let semicolon = report.render(.csv)
    #expect(semicolon.contains("\r\nTheo khối;Khối nội chính;Mô hình;8\r\n"))
    #expect(semicolon.contains("\r\nTheo khối;Khối nội chính;Tỷ lệ %;18,9\r\n"))
    #expect(semicolon.contains("\r\nChỉ tiêu;M01;Mô hình đăng ký (năm);4648\r\n"))
    #expect(semicolon.contains("\r\nChỉ tiêu;M11;Đơn vị có mô hình: y;47\r\n"))
    let comma = report.render(.csv, delimiter: .comma)
    #expect(comma.contains("\r\nTheo khối,Khối nội chính,Tỷ lệ %,18.9\r\n"))
    #expect(comma.contains("\r\nTheo khối,\"'=HYPERLINK(\"\"x\"\"), khối\",Mô hình,89\r\n"))
  }

  @Test("a negative number stays a number, and the year before stands with each figure")
  func numbers() throws {
    let csv = try ReportFixture.report().render(.csv)
    #expect(csv.contains("\r\nSố liệu báo cáo và số đếm được;Mô hình trong kỳ;\"Tăng, giảm\";-52\r\n"))
    #expect(csv.contains("\r\nChỉ tiêu;M08;Mô hình được công nhận: Năm 2020;9\r\n"))
    #expect(csv.contains("\r\nChỉ tiêu;M08;\"Mô hình được công nhận: Tăng, giảm\";-4\r\n"))
  }

  @Test(
    "a text that a spreadsheet would run is disarmed",
    arguments: ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "=\u{301}1", "＝1"])
  func formula(text: String) {
    #expect(CSVReport.field(text).unicodeScalars.first { $0 != "\"" } == "'")
  }

  @Test(
    "a quote, a delimiter and a line end are quoted",
    arguments: [("a\"b", "\"a\"\"b\""), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("a\r\nb", "\"a\r\nb\"")])
  func quoting(text: String, field: String) {
    #expect(CSVReport.field(text) == field)
  }
}
