import Foundation
import TestSupport
import Testing

@Suite("dvkd check and dvkd text key")
struct CheckCommandTests {
  private let file = FileManager.default.temporaryDirectory.appending(path: "check-\(UUID().uuidString).txt").path

  private func check(_ text: String, _ arguments: String...) throws -> ProcessDriver {
    try Data(text.utf8).write(to: URL(filePath: file))
    defer { _ = unsafe unlink(file) }
    let program = try ProcessDriver("dvkd", ["check"] + arguments + [file])
    _ = try program.wait()
    return program
  }

  @Test("a finding is a line like a compiler's; warnings and hints end with 0")
  func text() throws {
    let program = try check("Xã Nông Thượng\nHội nghị tíên bộ, Hòa Bình và Hoà Bình\n")
    #expect(
      program.outputLines == [
        "\(file):2:10: C VB-010: Dấu thanh đặt sai vị trí: “tíên” (đúng: “tiến”).",
        "\(file):2:31: G VB-009: Dấu thanh đặt theo hai kiểu trong cùng văn bản (“Hoà” và “Hòa”).",
      ])
    #expect(try program.wait() == .status(0))
  }

  @Test("JSON has a line a finding with its place, rule and values; an error ends with 1")
  func json() throws {
    let program = try check("đề ngh\u{FFFD}\u{FFFD} xét", "--json")
    #expect(try program.wait() == .status(1))
    let line = try #require(program.outputLines.first)
    let finding = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(program.outputLines.count == 1)
    #expect(finding["file"] as? String == file)
    #expect(["line", "column", "end_line", "end_column"].map { finding[$0] as? Int } == [1, 7, 1, 9])
    #expect(finding["code"] as? String == "VB-011")
    #expect(finding["severity"] as? String == "L")
    #expect(finding["excerpt"] as? String == "\u{FFFD}\u{FFFD}")
    #expect((finding["data"] as? [String: String])?["field"] == "Văn bản")
    #expect((finding["message"] as? String)?.contains("U+FFFD") == true)
  }

  @Test("a file without a flaw says nothing; a missing one, and one that is not UTF-8, end with 1")
  func files() throws {
    #expect(try check("Dân vận khéo\n").outputLines == [])
    let missing = try ProcessDriver("dvkd", ["check", "/nowhere.txt"])
    #expect(try missing.wait() == .status(1))
    #expect(missing.errorLines == ["error: cannot read /nowhere.txt: No such file or directory"])
    try Data([0xC3, 0x28]).write(to: URL(filePath: file))
    defer { _ = unsafe unlink(file) }
    let broken = try ProcessDriver("dvkd", ["check", file])
    #expect(try broken.wait() == .status(1))
    #expect(broken.errorLines == ["error: \(file) is not UTF-8 text"])
  }

  @Test("a key a line; an empty line gives an empty key")
  func keys() throws {
    let program = try ProcessDriver("dvkd", ["text", "key"], input: "TP.Bắc Kạn\r\n\nHội LHPN “xã” 11A\nTỈNH ỦY")
    #expect(try program.wait() == .status(0))
    #expect(
      program.outputLines == [#""thành phố bắc kạn""#, #""""#, #""hội liên hiệp phụ nữ xã 11a""#, #""tỉnh uỷ""#])
    let search = try ProcessDriver("dvkd", ["text", "key", "--search"], input: "Đắk Lắk\n")
    #expect(try search.wait() == .status(0))
    #expect(search.outputLines == [#""dak lak""#])
  }
}
