import Testing
import VietnameseText

@Suite struct DateReadingTests {
  @Test(
    "a day is read in every form that reports use",
    arguments: [
      ("14/12/ 2017", "2017-12-14"), ("3-2-2025", "2025-02-03"), ("4-3-2024", "2024-03-04"),
      ("2021-03-02", "2021-03-02"), ("03.02.2025", "2025-02-03"),
      ("ngày10/12/2020", "2020-12-10"), ("ngày 05 tháng 02 năm 2021", "2021-02-05"),
      ("Ngày 5 tháng 2 năm 2021", "2021-02-05"), ("29/02/2024", "2024-02-29"),
      ("24/02/2025 - 21:22", "2025-02-24"), ("24/02/2025 21:22", "2025-02-24"), ("nga\u{300}y 1/1/2020", "2020-01-01"),
    ])
  func day(text: String, iso: String) throws {
    #expect(readDate(text) == .day(try #require(CalendarDay(iso: iso))))
  }

  @Test(
    "a date keeps the precision it was written with",
    arguments: [
      ("6/2017", DateReading.month(year: 2017, month: 6)), ("tháng 6 năm 2017", .month(year: 2017, month: 6)),
      ("tháng 6/2017", .month(year: 2017, month: 6)),
      ("năm 2018", .year(2018)), ("2018", .year(2018)), ("15/10", .dayAndMonth(day: 15, month: 10)),
      ("ngày 15 tháng 10", .dayAndMonth(day: 15, month: 10)),
      ("29/02", .dayAndMonth(day: 29, month: 2)),
    ])
  func precision(text: String, expected: DateReading) {
    #expect(readDate(text) == expected)
  }

  @Test(
    "a date that the calendar does not have is impossible",
    arguments: [
      "31/02/2021", "29/02/2023", "00/01/2021", "12/13/2021", "2021-02-31", "13/2021", "31/04", "1/1/21", "0000",
    ])
  func impossible(text: String) {
    #expect(readDate(text) == .impossible)
  }

  @Test(
    "what is no date is not read",
    arguments: [
      "", "hôm qua", "Đầu năm 2019", "1/2/3/2021", "/1/2021", "12345", "1/2-2021", "ngày",
      String(repeating: "1/", count: 100),
    ])
  func unreadable(text: String) {
    #expect(readDate(text) == .unreadable)
  }
}
