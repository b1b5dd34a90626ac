import Testing
import VietnameseText

@Suite struct NumberReadingTests {
  @Test(
    "a number with one reading is read exactly and written the Vietnamese way",
    arguments: [
      ("85", "85"), ("08", "8"), ("4.648", "4.648"), ("4648", "4.648"), ("97,7", "97,7"), ("97,7%", "97,7"),
      ("97,7 %", "97,7"),
      ("4.657,25", "4.657,25"), ("1.203.000", "1.203.000"), ("-3", "−3"), ("−3", "−3"), ("0,125", "0,125"),
      ("5,82", "5,82"), ("100,0", "100,0"),
      (" 7 ", "7"), ("000", "0"), ("1234,567", "1.234,567"), ("0", "0"),
    ])
  func exact(text: String, written: String) {
    guard case .exact(let number) = readNumber(text) else {
      Issue.record("\(text) was not read")
      return
    }
    #expect(number.description == written)
  }

  @Test(
    "a number with two readings is not guessed",
    arguments: ["4.65", "1,500", "97.7", "0.648", "1.2.3", "1,2,3", "12.3456", "1.50,0", "1234.567"])
  func ambiguous(text: String) {
    #expect(readNumber(text) == .ambiguous)
  }

  @Test(
    "what is no number is not read",
    arguments: [
      "", "abc", "200 250", "5-6", "1e3", ".5", "5.", "-", "gần 40", "85/85", "12345678901234567",
      String(repeating: "9", count: 400),
    ])
  func unreadable(text: String) {
    #expect(readNumber(text) == .unreadable)
  }

  @Test("sums are exact and never overflow")
  func sums() throws {
    let huge = try #require(DecimalNumber(mantissa: 999_999_999_999_999))
    let tenth = try #require(DecimalNumber(mantissa: 1, scale: 1))
    let fifth = try #require(DecimalNumber(mantissa: 20, scale: 2))
    #expect(tenth.adding(fifth)?.hasSameValue(as: DecimalNumber(mantissa: 3, scale: 1) ?? huge) == true)
    #expect(huge.adding(huge) == nil)
    #expect(DecimalNumber(mantissa: 80, scale: 1)?.whole == 8)
    #expect(DecimalNumber(mantissa: 45, scale: 1)?.isWhole == false)
  }
}
