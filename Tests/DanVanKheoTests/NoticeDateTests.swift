import DanVanKheo
import Testing

@Suite("NoticeDate")
struct NoticeDateTests {
  @Test(
    "days below 10 and months 1 and 2 get a leading zero",
    arguments: [
      ("2026-02-04", "ngày 04 tháng 02 năm 2026"), ("2020-12-15", "ngày 15 tháng 12 năm 2020"),
      ("2021-03-09", "ngày 09 tháng 3 năm 2021"), ("2021-01-10", "ngày 10 tháng 01 năm 2021"),
    ])
  func documentForm(iso: String, printed: String) throws {
    #expect(try #require(NoticeDate(iso: iso)).documentForm == printed)
  }

  @Test(
    "only a day that exists is read",
    arguments: [
      "2021-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "2021-4-3", "15/12/2020", "", "2021-04-03x", "+021-04-03",
    ])
  func refused(text: String) {
    #expect(NoticeDate(iso: text) == nil)
  }

  @Test("29 February exists in a leap year")
  func leapDay() {
    #expect(NoticeDate(iso: "2024-02-29") != nil)
    #expect(NoticeDate(iso: "1900-02-29") == nil)
  }
}
