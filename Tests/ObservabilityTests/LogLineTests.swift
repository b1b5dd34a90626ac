import Testing

@testable import Observability

@Suite("A log line")
struct LogLineTests {
  @Test("is logfmt behind an sd-daemon priority")
  func layOut() {
    let line = LogLine(.info, "daemon ready", [("lanes", .integer(4)), ("ms", .decimal(1.5)), ("clean", .flag(true))])
    #expect(line.text() == #"<6>level=info msg="daemon ready" lanes=4 ms=1.5 clean=true"#)
    #expect(line.text(time: "T").hasPrefix("<6>time=T level=info "))
  }

  @Test(
    "carries the priority of its level",
    arguments: [(LogLevel.error, "<3>"), (.warning, "<4>"), (.info, "<6>"), (.debug, "<7>")])
  func priority(level: LogLevel, prefix: String) {
    #expect(LogLine(level, "x").text().hasPrefix(prefix))
  }

  @Test(
    "quotes what would end a value early, and lets no line feed through",
    arguments: [
      ("plain", "plain"), ("", #""""#), ("two words", #""two words""#), (#"a"b"#, #""a\"b""#), ("a=b", #""a=b""#),
      (#"a\b"#, #""a\\b""#), ("a\nb", #""a\nb""#), ("a\r\tb", #""a\r\tb""#), ("a\u{1b}[2J", #""a\u001b[2J""#),
      ("a\u{2028}b", #""a\u2028b""#), ("a\u{85}", #""a\u0085""#), ("Chợ Đồn", #""Chợ Đồn""#), ("đợt", "đợt"),
    ])
  func escaping(value: String, written: String) {
    #expect(LogLine.escaped(value) == written)
  }

  @Test(
    "writes decimals with three places at most",
    arguments: [
      (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (-0.25, "-0.25"), (2.0004, "2"), (12.3456, "12.346"), (.nan, "nan"),
    ])
  func decimals(number: Double, written: String) {
    #expect(LogLine.written(.decimal(number)) == written)
  }

  @Test("is cut at a character before PIPE_BUF", arguments: 0..<4)
  func longLine(shift: Int) {
    let text = String(repeating: "x", count: shift) + String(repeating: "ễ", count: 3000)
    let line = LogLine(.info, "m", [("text", .text(text))]).text()
    #expect(line.utf8.count < LogLine.byteLimit)
    #expect(line.utf8.count > LogLine.byteLimit - 16)
    #expect(line.hasSuffix("ễ…"))
  }
}
