import Testing

@testable import DanVanKheo

@Suite struct JSONTests {
  @Test(
    "what is read is written again, digit for digit",
    arguments: [
      "null", "true", "[1,2.50,-3e7]", #"{"a":"b","c":[{},[]]}"#, #""Đảng ủy \"x\" \\ \n""#, "97.70", "[]", "{}",
      #""\u0001\u001f""#, #"{"a":1,"a":2}"#,
    ])
  func roundTrip(text: String) throws {
    #expect(try JSON(parsing: text).written == text)
  }

  @Test("escapes become characters")
  func escapes() throws {
    #expect(try JSON(parsing: #""\u0111\ud83d\ude00\/\b\f\t\r""#).text == "đ😀/\u{8}\u{C}\t\r")
  }

  @Test(
    "what is not JSON is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\"}", "\"", "\"\\", "\"\\u12", "\"\\ud800\"", "\"\\x\"", "tru", "1 2", "{a:1}", "]", "[",
      "\"\\ud800\\u0041\"",
      String(repeating: "[", count: 300_000),
    ])
  func refused(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text) }
  }
}
