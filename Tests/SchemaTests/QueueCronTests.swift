import Postgres
import TestSupport
import Testing

/// Cron expressions: what they mean, what is wrong with them, and clocks that are moved.
@Suite struct QueueCronTests {
  /// Fire times after a moment, in UTC, as `MM-DD HH:MM` separated by commas.
  private func fires(
    _ queue: borrowing QueueDatabase, _ cron: String, in zone: String = "Asia/Ho_Chi_Minh", after moment: String,
    count: Int = 1, format: String = "MM-DD HH24:MI"
  ) throws -> String {
    try queue.text(
      """
      with recursive f (n, at) as (
        select 1, queue.cron_next($1, $2, $3::timestamptz)
        union all select n + 1, queue.cron_next($1, $2, at) from f where n < $4)
      select string_agg(coalesce(to_char(at at time zone case when $5 then $2 else 'UTC' end, $6), 'never'), ', ' order by n) from f
      """,
      [
        .text(cron), .text(zone), .text(moment), .int4(Int32(count)), .bool(zone == "Asia/Ho_Chi_Minh"), .text(format),
      ])
  }

  @Test("fields, lists, ranges, steps, names and nicknames, in Vietnamese time")
  func meaning() throws {
    let queue = try QueueDatabase()
    for (cron, times) in [
      ("0 7 * * *", "11-25 07:00, 11-26 07:00"),
      ("*/20 * * * *", "11-25 00:20, 11-25 00:40"),
      ("10-30/10 8 * * *", "11-25 08:10, 11-25 08:20"),
      ("50/5 23 * * *", "11-25 23:50, 11-25 23:55"),
      ("0,59 12,13 * * *", "11-25 12:00, 11-25 12:59"),
      ("0 7 * * mon-fri", "11-25 07:00, 11-26 07:00"),
      ("0 7 * * SAT,Sun", "11-28 07:00, 11-29 07:00"),
      ("0 7 * * 0", "11-29 07:00, 12-06 07:00"),
      ("0 7 * * 7", "11-29 07:00, 12-06 07:00"),
      ("0 7 * * fri-sun", "11-27 07:00, 11-28 07:00"),
      ("0 7 * * sun-sun", "11-29 07:00, 12-06 07:00"),
      ("0 7 * * 6-7", "11-28 07:00, 11-29 07:00"),
      ("0 0 1 jan,JUL *", "01-01 00:00, 07-01 00:00"),
      ("0 0 31 * *", "12-31 00:00, 01-31 00:00"),
      ("  0\t7  *  *  *  ", "11-25 07:00, 11-26 07:00"),
      ("@hourly", "11-25 01:00, 11-25 02:00"),
      ("@daily", "11-26 00:00, 11-27 00:00"),
      ("@Midnight", "11-26 00:00, 11-27 00:00"),
      ("@weekly", "11-29 00:00, 12-06 00:00"),
      ("@monthly", "12-01 00:00, 01-01 00:00"),
      ("@yearly", "01-01 00:00, 01-01 00:00"),
      ("@annually", "01-01 00:00, 01-01 00:00"),
    ] {
      // A Wednesday.
      #expect(try fires(queue, cron, after: "2026-11-25 00:00:30+07", count: 2) == times, "\(cron)")
    }
  }

  @Test("day of month and day of week: either when both are restricted, both when one begins with *, as in Vixie cron")
  func eitherDay() throws {
    let queue = try QueueDatabase()
    for (cron, days) in [
      ("0 0 13 * fri", "11-27, 12-04, 12-11, 12-13"),
      ("0 0 */2 * fri", "11-27, 12-11, 12-25, 01-01"),
      ("0 0 13 * *", "12-13, 01-13, 02-13, 03-13"),
      ("0 0 * * fri", "11-27, 12-04, 12-11, 12-18"),
    ] {
      #expect(try fires(queue, cron, after: "2026-11-25 00:00+07", count: 4, format: "MM-DD") == days, "\(cron)")
    }
  }

  @Test("the fire time is later than the moment, never the same")
  func strictlyLater() throws {
    let queue = try QueueDatabase()
    #expect(try fires(queue, "0 7 * * *", after: "2026-11-25 06:59:59.999+07") == "11-25 07:00")
    #expect(try fires(queue, "0 7 * * *", after: "2026-11-25 07:00+07") == "11-26 07:00")
    #expect(try fires(queue, "* * * * *", after: "2026-11-25 07:00+07") == "11-25 07:01")
  }

  @Test("the rarest days are found at once: 29 February, on a Sunday, over 2100")
  func rareDays() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("set statement_timeout = '10s'")
    let format = "YYYY-MM-DD"
    #expect(try fires(queue, "0 0 29 2 *", after: "2026-01-01 00:00+07", format: format) == "2028-02-29")
    #expect(try fires(queue, "0 0 29 2 */7", after: "2026-01-01 00:00+07", format: format) == "2032-02-29")
    #expect(try fires(queue, "0 0 29 2 */7", after: "2088-03-01 00:00+07", format: format) == "2128-02-29")
    #expect(try queue.connection.query("select queue.cron_next('* * * * *', 'UTC', 'infinity')").isNull(0, 0))
  }

  @Test("the next time is computed without walking the minutes between, whatever the expression")
  func fast() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("set statement_timeout = '10s'")
    for cron in ["*/5 * * * *", "30 2 1 1 *", "0 0 29 2 *", "59 23 31 12 sun"] {
      try queue.connection.query(
        "select queue.cron_next($1, 'America/New_York', now() + n * interval '1 h') from generate_series(1, 1000) n",
        [.text(cron)])
    }
  }

  @Test(
    "a local time that the clock leaves out fires once, at the end of the gap; one that comes twice fires the first time"
  )
  func movedClock() throws {
    let queue = try QueueDatabase()
    for (cron, zone, after, times) in [
      // New York: 2026-03-08 02:00 becomes 03:00 (07:00 UTC); 2026-11-01 02:00 becomes 01:00 (06:00 UTC).
      ("30 2 * * *", "America/New_York", "2026-03-08 00:00-05", "03-08 07:00, 03-09 06:30"),
      ("*/10 2 * * *", "America/New_York", "2026-03-08 00:00-05", "03-08 07:00, 03-09 06:00"),
      ("0 3 * * *", "America/New_York", "2026-03-08 00:00-05", "03-08 07:00, 03-09 07:00"),
      ("30 2,3 * * *", "America/New_York", "2026-03-08 00:00-05", "03-08 07:00, 03-08 07:30"),
      ("30 1 * * *", "America/New_York", "2026-11-01 00:00-04", "11-01 05:30, 11-02 06:30"),
      ("30 1 * * *", "America/New_York", "2026-11-01 01:45-04", "11-02 06:30, 11-03 06:30"),
      ("30 1 * * *", "America/New_York", "2026-11-01 01:10-05", "11-02 06:30, 11-03 06:30"),
      // Lord Howe moves by half an hour, Samoa left out a whole day.
      ("45 1 * * *", "Australia/Lord_Howe", "2026-04-04 12:00+00", "04-04 14:45, 04-05 15:15"),
      ("0 12 * * *", "Pacific/Apia", "2011-12-29 22:30+00", "12-30 10:00, 12-30 22:00"),
    ] {
      #expect(try fires(queue, cron, in: zone, after: after, count: 2) == times, "\(cron)")
    }
  }

  @Test("with an hour field that begins with *, real time counts when the clock is moved")
  func everyHour() throws {
    let queue = try QueueDatabase()
    let zone = "America/New_York"
    #expect(
      try fires(queue, "*/30 * * * *", in: zone, after: "2026-11-01 05:15+00", count: 5)
        == "11-01 05:30, 11-01 06:00, 11-01 06:30, 11-01 07:00, 11-01 07:30")
    #expect(
      try fires(queue, "0 * * * *", in: zone, after: "2026-03-08 05:30+00", count: 3)
        == "03-08 06:00, 03-08 07:00, 03-08 08:00")
    #expect(
      try fires(queue, "0 */2 * * *", in: zone, after: "2026-03-08 04:30+00", count: 2)
        == "03-08 05:00, 03-08 08:00")
  }

  @Test("a year of fire times in either half of the world is ascending and as many as the days")
  func wholeYear() throws {
    let queue = try QueueDatabase()
    for zone in ["America/New_York", "Australia/Sydney", "Asia/Ho_Chi_Minh"] {
      let days = try queue.number(
        """
        with recursive f (at) as (
          select queue.cron_next('30 2 * * *', $1, '2026-01-01 00:00+00'::timestamptz)
          union all select queue.cron_next('30 2 * * *', $1, at) from f where at < '2026-12-31 23:59+00')
        select count(distinct at) - 1 from f
        """, [.text(zone)])
      #expect(days == 365, "\(zone)")
    }
  }

  @Test("a bad expression is refused with field, bad part, range and an example")
  func refused() throws {
    let queue = try QueueDatabase()
    for (cron, message, detail) in [
      ("60 * * * *", "“60” ngoài phạm vi", "phút / minute; cho phép / allowed: 0 .. 59"),
      ("0 24 * * *", "“24” ngoài phạm vi", "giờ / hour; cho phép / allowed: 0 .. 23"),
      ("0 0 0 * *", "“0” ngoài phạm vi", "ngày / day of month; cho phép / allowed: 1 .. 31"),
      ("0 0 * foo *", "“foo” là tên không có", "tháng / month; cho phép / allowed: 1 .. 12 (jan feb"),
      ("0 0 * * 8", "“8” ngoài phạm vi", "thứ / day of week; cho phép / allowed: 0 .. 7 (sun mon"),
      ("0 0 * * fri-mon", "“fri-mon” là khoảng ngược", "thứ / day of week"),
      ("30-10 * * * *", "“30-10” là khoảng ngược", "phút / minute"),
      ("*/0 * * * *", "“*/0” có bước ngoài phạm vi 1 .. 59", "phút / minute"),
      ("*/90 * * * *", "“*/90” có bước ngoài phạm vi 1 .. 59", "phút / minute"),
      ("*-5 * * * *", "“*-5” không đọc được", "phút / minute"),
      ("1,,2 * * * *", "“” không đọc được", "phút / minute"),
      ("-1 * * * *", "“-1” không đọc được", "phút / minute"),
      ("0 0 L * *", "“l” là tên không có", "ngày / day of month"),
      ("0 0 ? * *", "“?” không đọc được", "ngày / day of month"),
      ("99999999999 * * * *", "không đọc được", "phút / minute"),
      ("* * * *", "cần 5 trường, có 4", "“* * * *”"),
      ("0 * * * * *", "cần 5 trường, có 6", "“0 * * * * *”"),
      ("", "cần 5 trường, có 0", "“”"),
      ("@reboot", "“@reboot”", "@hourly @daily"),
      ("@every 1 2 3 4", "“@every 1 2 3 4”", "@hourly @daily"),
      ("0 0 31 2 *", "không bao giờ tới", "ngày / day of month “31”, tháng / month “2”"),
      ("0 0 31 4,6,9,11 *", "không bao giờ tới", "“31”"),
      ("0 0 30 feb */2", "không bao giờ tới", "“30”"),
    ] {
      let error = try queue.refusal("select queue.cron_next($1)", [.text(cron)])
      #expect(error.sqlState == .invalidParameterValue, "\(cron)")
      #expect(error.message.contains(message) && error.message.contains(" / "), "\(error.message)")
      #expect(error.detail?.contains(detail) == true, "\(error.detail ?? "")")
      #expect(error.hint?.contains("xample") == true || error.hint?.contains("0 7 * * mon-fri") == true)
    }
  }

  @Test("a day that a month lacks is fine when another month has it, or a weekday fires anyway")
  func sometimesThere() throws {
    let queue = try QueueDatabase()
    #expect(try fires(queue, "0 0 31 2,3 *", after: "2026-11-25 00:00+07") == "03-31 00:00")
    #expect(try fires(queue, "0 0 30 2 mon", after: "2026-11-25 00:00+07") == "02-01 00:00")
  }

  @Test("the latest fire time of a span is found from its end, however long the span")
  func latest() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("set statement_timeout = '10s'")
    let sql = """
      select coalesce(to_char(queue.cron_latest($1, 'Asia/Ho_Chi_Minh', $2::timestamptz, '2026-11-25 12:30:30+07')
        at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI'), 'none')
      """
    for (cron, since, time) in [
      ("* * * * *", "2016-01-01", "2026-11-25 12:30"), ("0 7 * * *", "2016-01-01", "2026-11-25 07:00"),
      ("0 0 1 1 *", "2016-01-01", "2026-01-01 00:00"), ("* 3 * * *", "2026-11-20", "2026-11-25 03:59"),
      ("0 7 * * *", "2026-11-25 07:00+07", "none"), ("0 7 * * *", "2026-11-25 06:59+07", "2026-11-25 07:00"),
    ] {
      #expect(try queue.text(sql, [.text(cron), .text(since)]) == time, "\(cron)")
    }
  }
}
