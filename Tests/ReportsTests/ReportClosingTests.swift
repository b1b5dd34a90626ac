import Testing

@testable import Reports

@Suite("Report of a closed period, and of divided units")
struct ReportClosingTests {
  private static let formats = [ReportFormat.text, .html, .csv]

  /// The fixture with the data of a closing of version 2, of the unit `unit`.
  private func closed(unit: String = "X", reason: String = "Bổ sung hồ sơ nộp muộn.") throws -> Report {
    try ReportFixture.report(
      (
        #""pending_changes": 1200"#,
        """
        "pending_changes": 0, "closed": {"version": 2, "at": "2022-02-01T03:05:00+00:00", "time": "10:05 ngày 01/02/2022", \
        "by": "ban_dan_van", "reason": "\(reason)", "unit": {"code": "\(unit)", "name": "Tỉnh Y"}, "versions": []}
        """
      ),
      (
        #""tables": ["#,
        """
        "tables": [{"code": "closings", "title": "Các phiên bản đã chốt", "chart": null, "lines": null, \
        "columns": [["version", "Phiên bản", "text"], ["closed_at", "Chốt lúc", "text"], ["closed_by", "Người chốt", "text"], \
        ["reason", "Lý do", "text"], ["changed", "Đã sửa", "text"]], "rows": [\
        ["2", "10:05 ngày 01/02/2022", "ban_dan_van", "\(reason)", "Mô hình trong kỳ: 4.647 → 4.648"], \
        ["1", "08:00 ngày 05/01/2022", "ban_dan_van", "Chốt năm", ""]]},
        """
      ))
  }

  private func plain(_ report: Report, _ format: ReportFormat) -> String {
    report.render(format).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("who closed it, when and why stands above the figures, once", arguments: formats)
  func line(format: ReportFormat) throws {
    let page = plain(try closed(), format)
    let line =
      "Số liệu đã chốt, phiên bản 2, lúc 10:05 ngày 01/02/2022; người chốt: ban_dan_van. Lý do: Bổ sung hồ sơ nộp muộn."
    #expect(page.ranges(of: line).count == 1, "\(page)")
    #expect(!page.contains("Kỳ chưa chốt") && !page.contains("muộn..”"))
  }

  @Test("every version is listed with what it changed", arguments: formats)
  func versions(format: ReportFormat) throws {
    let page = plain(try closed(), format)
    #expect(page.contains("Các phiên bản đã chốt") && page.contains("Mô hình trong kỳ: 4.647 → 4.648"))
    #expect(page.contains("Chốt năm") && page.contains("08:00 ngày 05/01/2022"))
    #expect((format == .csv) != page.contains("Phiên bản mới nhất có hiệu lực"))
  }

  @Test("what is closed with a unit above says with which", arguments: formats)
  func above(format: ReportFormat) throws {
    #expect(plain(try closed(unit: "Y"), format).contains("Số liệu đã chốt cùng Tỉnh Y, phiên bản 2, lúc 10:05"))
  }

  @Test("an open period says so; by boundaries of today and as of a day nothing is said", arguments: formats)
  func open(format: ReportFormat) throws {
    let said = "Kỳ chưa chốt: số liệu có thể còn thay đổi."
    #expect(plain(try ReportFixture.report(), format).contains(said))
    let current = try ReportFixture.report((#""basis": "historical""#, #""basis": "current""#))
    let asOf = try ReportFixture.report((#""demo": true"#, #""demo": true, "as_of": "2021-06-30""#))
    for report in [current, asOf] {
      #expect(!plain(report, format).contains(said) && !plain(report, format).contains("đã chốt"))
    }
  }

  @Test("a reason that tries to break out of the page or of a cell stays text")
  func hostile() throws {
    let report = try closed(reason: #"=1+1\"</p><script>alert(1)</script>"#)
    #expect(!report.render(.html).contains("<script") && report.render(.html).contains("&lt;script&gt;"))
    for record in ReportFixture.csv(report.render(.csv), delimiter: ";") {
      #expect(record.count == 4 && !record.contains { $0.hasPrefix("=") }, "\(record)")
    }
  }

  @Test("divided units are counted apart by whether their figures are in the report", arguments: formats)
  func undivided(format: ReportFormat) throws {
    let report = try ReportFixture.report(
      (
        #""demo": true"#,
        #""demo": true, "undivided": [{"counted": true}, {"counted": true}, {"counted": false}]"#
      ),
      (
        #""tables": ["#,
        """
        "tables": [{"code": "displaced", "title": "Đơn vị cũ", "chart": null, "lines": null, \
        "columns": [["unit", "Đơn vị", "text"], ["models_all", "Mô hình", "count"], ["shown_on", "Ghi ở", "text"], \
        ["divided_into", "Chia vào", "text"], ["counted_here", "Có trong báo cáo", "flag"]], \
        "rows": [["Xã A", 4, "Tỉnh Y", "Xã B; Xã C", true]]},
        """
      ))
    let page = plain(report, format)
    #expect(page.contains("02 đơn vị cũ đã chia tách nên không chia được") && page.contains("(xem bảng “Đơn vị cũ”)"))
    #expect(page.contains("01 đơn vị cũ đã chia tách, có phần về đơn vị này"))
    #expect(page.contains("Xã B; Xã C") && page.contains("Tỉnh Y"))
    #expect((format == .csv) != page.contains("không có căn cứ để chia số liệu"))
    #expect(!plain(try ReportFixture.report(), format).contains("đơn vị cũ"))
  }

  @Test("a closing of another shape is refused with its place")
  func shape() {
    #expect(throws: ReportError.unexpectedShape(path: "closed")) {
      _ = try ReportFixture.report((#""demo": true"#, #""demo": true, "closed": {"version": 2}"#))
    }
  }
}
