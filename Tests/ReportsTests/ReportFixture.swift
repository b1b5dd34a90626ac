import Foundation
import Testing

@testable import Reports

/// A report as `stats.report` sends it, with the wording of the reference data.
enum ReportFixture {
  /// The wording in `sql/reference/terms.csv`.
  static let words: ReportWords = {
    var names: [String: String] = [:]
    for record in csv(file("sql/reference/terms.csv")) where record.count > 2 {
      if record[0] == "report" { names[record[1]] = record[2] }
      if record[0] == "report_column" { names["column_" + record[1]] = record[2] }
    }
    do {
      return try ReportWords(json: "{" + names.map { "\(quoted($0)): \(quoted($1))" }.joined(separator: ",") + "}")
    } catch {
      preconditionFailure("the wording is no JSON: \(error)")
    }
  }()

  /// The report of one unit; parts of its data may be replaced.
  static func report(_ replacements: (String, String)...) throws -> Report {
    try Report(json: replacements.reduce(data) { $0.replacing($1.0, with: $1.1) }, words: words)
  }

  static let data = """
    {"unit": {"code": "X", "name": "Thành phố", "path": "<b>Đơn vị</b>"}, "period": "2021", "basis": "historical", \
    "cut_off": "2021-12-31", "demo": true, "pending_changes": 1200, \
    "comparison": {"period": "2020", "available": true, "reason": null}, "figures": [\
    \(count("M01", "Mô hình đăng ký (năm)", 4648, base: 4000)), \
    \(count("M02", "Đăng ký mới", 8, base: 0)), \(count("M03", "Duy trì", 4640, base: 4000)), \
    \(count("M06", "Lượt đăng ký", 4650, base: 4000)), \(count("M07", "Mô hình trong kỳ", 4648, base: 4000)), \
    \(count("M08", "Mô hình được công nhận", 5, base: 9)), \
    {"measure": "M09", "name": "Mô hình điển hình", "definition": "Đếm", "definition_version": 2, "reading": "Biến thể A", "value": 0, \
    "base": 0, "difference": 0, "change_percent": null}, \
    {"measure": "M11", "name": "Đơn vị có mô hình", "definition": "x/y", "definition_version": 1, "part": 30, "whole": 47, "base_part": 6, "base_whole": 47}, \
    {"measure": "M13", "name": "Tỷ lệ công nhận", "definition": "x/y", "definition_version": 1, "part": 0, "whole": 0}], \
    "tables": [\
    {"code": "trend", "title": "Diễn biến qua các năm", "chart": null, "lines": [1, 2], "columns": [["year", "Năm", "text"], ["models", "Mô hình", "count"], ["recognised", "Được công nhận", "count"]], \
    "rows": [["2018", 12, 0], ["2019", null, null], ["2020", 4000, 9], ["2021", 4648, 5]]}, \
    {"code": "by_block", "title": "Theo khối", "chart": 1, "lines": null, "columns": [["block", "Khối", "text"], ["models", "Mô hình", "count"], ["share", "Tỷ lệ %", "percent"]], \
    "rows": [["Khối nội chính", 8, 18.9], ["=HYPERLINK(\\"x\\"), khối", 89, null]]}, \
    {"code": "reconciliation", "title": "Số liệu báo cáo và số đếm được", "chart": null, "lines": null, "columns": [["figure", "Số liệu", "text"], \
    ["counted", "Đếm được", "number"], ["published", "Báo cáo", "number"], ["difference", "Tăng, giảm", "change"], ["equal", "Khớp", "flag"], ["remark", "Ghi chú", "text"]], \
    "rows": [["Mô hình trong kỳ", 4648, 4700, -52, false, "suy ra"], ["Tỷ lệ", 63.8, 63.8, 0, true, ""]]}, \
    {"code": "warnings", "title": "Cảnh báo chưa được xác nhận", "chart": null, "lines": null, "columns": [["rule", "Quy tắc", "text"], ["findings", "Cảnh báo", "count"], ["example", "Ví dụ", "text"]], \
    "rows": [["DK-003", 7, "Tên mô hình trùng với một mô hình đã đăng ký ở đơn vị khác trong cùng kỳ; cần xem lại trước khi thẩm định, công nhận."]]}, \
    {"code": "none", "title": "Không có dòng", "chart": null, "columns": [["a", "A", "text"]], "rows": []}]}
    """

  /// A text file of the project.
  static func file(_ path: String) -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let text = try? String(contentsOfFile: "/\(root)/\(path)", encoding: .utf8) else {
      preconditionFailure("cannot read \(path)")
    }
    return text
  }

  /// The records of a csv text with `delimiter`.
  static func csv(_ text: String, delimiter: Character = ",") -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuote = false
    for character in text {
      if isQuoted {
        if character == "\"" { isQuoted = false } else { field.append(character) }
        wasQuote = character == "\""
        continue
      }
      switch character {
      case "\"":
        if wasQuote { field.append("\"") }
        isQuoted = true
      case delimiter:
        record.append(field)
        field = ""
      case "\n", "\r\n":
        records.append(record + [field])
        record = []
        field = ""
      default: field.append(character)
      }
      wasQuote = false
    }
    return records
  }

  private static func count(_ measure: String, _ name: String, _ value: Int, base: Int) -> String {
    let percent = base == 0 ? "null" : "\(((value - base) * 2000 / base + (value < base ? -1 : 1)) / 2)"
    let tenths = percent == "null" ? percent : "\((Int(percent) ?? 0) / 10).\(abs(Int(percent) ?? 0) % 10)"
    return """
      {"measure": "\(measure)", "name": "\(name)", "definition": "Đếm", "definition_version": 1, "reading": null, "value": \(value), \
      "part": null, "whole": null, "base": \(base), "difference": \(value - base), "change_percent": \(tenths)}
      """
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
