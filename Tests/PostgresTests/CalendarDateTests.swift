import Postgres
import Testing

@Suite("CalendarDate and Timestamp")
struct CalendarDateTests {
  @Test("every day of nine centuries counts up by one and reads back")
  func everyDay() throws {
    var expected = try #require(CalendarDate(year: 1600, month: 1, day: 1)).daysSince2000
    for year in 1600...2500 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          try #require(date.daysSince2000 == expected)
          let parts = try #require(date.components)
          try #require(parts == (year, month, day))
          expected += 1
        }
      }
    }
  }

  @Test(
    "refuses what is no day",
    arguments: [
      "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "2021-4-1", "21-04-01", "2021-04-01x", "",
      "02/03/2021", "2021-04-+1",
    ])
  func noDay(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test("infinities stand at the ends and have no components")
  func infinities() throws {
    let day = try #require(CalendarDate(iso: "9999-12-31"))
    #expect(CalendarDate.negativeInfinity < day && day < .infinity)
    #expect(CalendarDate.infinity.components == nil)
    #expect(!CalendarDate.infinity.isFinite)
    #expect(Timestamp.infinity.advanced(by: .seconds(1)) == nil)
    #expect(Timestamp.infinity.duration(since: Timestamp(microsecondsSince2000: 0)) == nil)
  }

  @Test(
    "timestamps read zones and fractions and print UTC",
    arguments: [
      ("2000-01-01T00:00:00Z", "2000-01-01T00:00:00Z"), ("2021-03-02 17:00:00+07", "2021-03-02T10:00:00Z"),
      ("2021-03-02T00:30:00.250+0730", "2021-03-01T17:00:00.25Z"),
      ("1999-12-31T23:59:59.999999Z", "1999-12-31T23:59:59.999999Z"),
      ("1995-06-15T12:00:00-03:30", "1995-06-15T15:30:00Z"),
    ])
  func timestamps(text: String, utc: String) throws {
    #expect(try #require(Timestamp(iso: text)).description == utc)
  }

  @Test(
    "refuses timestamps without zone or out of range",
    arguments: [
      "2021-03-02T17:00:00", "2021-03-02", "2021-03-02T24:00:00Z", "2021-03-02T17:60:00Z",
      "2021-03-02T17:00:00.1234567Z",
      "2021-03-02T17:00:00.Z", "2021-03-02T17:00:00+7", "2021-03-02T17:00:00Zx",
    ])
  func noTimestamp(text: String) {
    #expect(Timestamp(iso: text) == nil)
  }

  @Test("moments move by durations")
  func durations() throws {
    let start = try #require(Timestamp(iso: "2021-03-02T10:00:00Z"))
    let later = try #require(start.advanced(by: .milliseconds(1500)))
    #expect(later.description == "2021-03-02T10:00:01.5Z")
    #expect(later.duration(since: start) == .milliseconds(1500))
    #expect(Timestamp(microsecondsSince2000: .max - 1).advanced(by: .seconds(1)) == nil)
  }
}
