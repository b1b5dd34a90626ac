import Postgres
import TestSupport
import Testing

/// Schedules as operators write them: checked on write, edited live, audited.
@Suite struct QueueScheduleTests {
  /// A database without the schedules of the reference data.
  private func make() throws -> QueueDatabase {
    let queue = try QueueDatabase()
    try queue.connection.query("delete from queue.schedule")
    return queue
  }

  @Test("define makes a schedule, says when it fires next, changes it, and says when nothing changed")
  func define() throws {
    let queue = try make()
    let define = "select queue.define_schedule('nightly', 'noop', '{\"n\": 7}', '0 2 * * *', reason => 'báo cáo')"
    let made = try queue.text(define)
    #expect(made.hasPrefix("nightly: đã tạo / created; lần tới / next ") && made.hasSuffix("02:00 Asia/Ho_Chi_Minh"))
    #expect(try queue.text(define).contains("không đổi / unchanged"))
    #expect(
      try queue.text("select queue.define_schedule('nightly', 'noop', '{\"n\": 8}', '0 3 * * *', 'UTC', 'once', 0, 3)")
        .contains("đã sửa / changed"))
    #expect(
      try queue.text(
        """
        select concat_ws('|', kind, args, cron, time_zone, missed, priority, max_attempts,
                         next_fire_at = queue.cron_next(cron, time_zone, clock_timestamp()))
        from queue.schedule
        """) == #"noop|{"n": 8}|0 3 * * *|UTC|once|0|3|t"#)
  }

  @Test(
    "what enqueue would refuse is refused when the schedule is written, and so are bad times, zones, names, policies")
  func refused() throws {
    let queue = try make()
    for (arguments, state, part) in [
      ("'s', 'noop', '{\"n\": 0}', '@daily'", "22003", "noop.args/n"),
      ("'s', 'noop', '{\"x\": 0}', '@daily'", "42703", "noop.args/x"),
      ("'s', 'strict', '{}', '@daily'", "23502", "strict.args/a"),
      ("'s', 'noop', null, '@daily'", "42804", "noop.args/"),
      ("'s', 'noop', '{\"thing_id\": 8}', '@daily'", "23503", "noop.args/thing_id"),
      ("'s', 'nooop', '{}', '@daily'", "22023", "kind"),
      ("'s', 'noop', '{}', '61 * * * *'", "22023", "phút / minute"),
      ("'s', 'noop', '{}', null", "22023", "“”"),
      ("'s', 'noop', '{}', '@daily', 'Asia/Hanoi'", "22023", "time_zone"),
      ("'s', 'noop', '{}', '@daily', 'UTC+7'", "22023", "time_zone"),
      ("'s', 'noop', '{}', '@daily', null", "22023", "time_zone"),
      ("'s', 'noop', '{}', '@daily', missed => 'all'", "22023", "missed"),
      ("'s', 'noop', '{}', '@daily', missed => null", "22023", "missed"),
      ("'s', 'noop', '{}', '@daily', priority => 8", "22003", "priority"),
      ("'s', 'noop', '{}', '@daily', priority => 70000", "22003", "priority"),
      ("'s', 'noop', '{}', '@daily', max_attempts => 0", "22003", "max_attempts"),
      ("'Nightly', 'noop', '{}', '@daily'", "22023", "name"),
      ("null, 'noop', '{}', '@daily'", "22023", "name"),
    ] {
      let error = try queue.refusal("select queue.define_schedule(\(arguments))")
      #expect(error.sqlState.rawValue == state, "\(arguments)")
      #expect(error.detail?.contains(part) == true, "\(arguments): \(error.detail ?? "")")
      #expect(error.message.contains(" / ") && error.hint?.isEmpty == false, "\(arguments)")
    }
    #expect(
      try queue.refusal("select queue.define_schedule('s', 'noop', '{}', '@daily', reason => repeat('x', 201))")
        .sqlState
        == "22001")
    #expect(try queue.number("select (select count(*) from queue.schedule) + (select count(*) from queue.audit)") == 0)
  }

  @Test("a direct update is checked, too, and computes the next fire time; a zone gets the spelling of the zone data")
  func directUpdate() throws {
    let queue = try make()
    _ = try queue.text("select queue.define_schedule('s', 'noop', '{}', '0 2 * * *', 'asia/SAIGON')")
    #expect(try queue.text("select time_zone from queue.schedule") == "Asia/Saigon")
    for (change, state) in [
      ("cron = '0 0 31 2 *'", "22023"), ("time_zone = 'Mars/Base'", "22023"), ("kind = 'none'", "22023"),
      ("args = '{\"n\": 101}'", "22003"), ("missed = 'never'", "22023"), ("name = 'a b'", "22023"),
      ("kind = 'strict'", "23502"), ("priority = 9", "22003"),
    ] {
      #expect(try queue.refusal("update queue.schedule set \(change)").sqlState.rawValue == state, "\(change)")
    }
    #expect(
      try queue.refusal("insert into queue.schedule (name, kind, cron) values ('t', 'noop', '* * * *')").sqlState
        == "22023")
    try queue.connection.query("update queue.schedule set cron = '15 6 * * *'")
    #expect(
      try queue.connection.query(
        "select next_fire_at = queue.cron_next('15 6 * * *', 'Asia/Saigon', clock_timestamp()) from queue.schedule"
      ).bool(0, 0))
  }

  @Test("an edit of the time counts from now on; an edit of the rest, or none, loses nothing that is due")
  func editWhileDue() throws {
    let queue = try make()
    let due = "update queue.schedule set next_fire_at = date_trunc('minute', clock_timestamp())"
    let isDue = "select next_fire_at <= clock_timestamp() from queue.schedule"
    _ = try queue.text("select queue.define_schedule('s', 'noop', '{\"n\": 1}', '* * * * *')")
    try queue.connection.query(due)
    _ = try queue.text("select queue.define_schedule('s', 'noop', '{\"n\": 2}', '* * * * *')")
    #expect(try queue.connection.query(isDue).bool(0, 0))
    #expect(try queue.number("select queue.fire_schedules()::bigint") == 1)
    #expect(try queue.text("select args ->> 'n' from queue.job") == "2")
    try queue.connection.query("delete from queue.schedule_fire")
    try queue.connection.query(due)
    _ = try queue.text("select queue.define_schedule('s', 'noop', '{\"n\": 2}', '0 0 1 1 *')")
    #expect(try !queue.connection.query(isDue).bool(0, 0))
    #expect(try queue.number("select queue.fire_schedules()::bigint") == 0)
  }

  @Test("a paused schedule makes nothing and, resumed, makes up for nothing")
  func pause() throws {
    let queue = try make()
    _ = try queue.text("select queue.define_schedule('s', 'noop', '{}', '* * * * *', missed => 'once')")
    try queue.connection.query("update queue.schedule set next_fire_at = clock_timestamp() - interval '3 min'")
    #expect(try queue.text("select queue.pause_schedule('s', 'Tết')") == "s: đã tạm dừng / paused")
    #expect(try queue.text("select queue.pause_schedule('s')") == "s: đã tạm dừng từ trước / was paused already")
    #expect(try queue.number("select queue.fire_schedules()::bigint") == 0)
    #expect(try queue.text("select status || coalesce(next, ' never') from queue.schedules") == "paused never")
    #expect(
      try queue.text("select queue.define_schedule('s', 'noop', '{}', '0 1 * * *', missed => 'once')").hasSuffix(
        "đang tạm dừng / paused"))
    #expect(try queue.text("select note from queue.fires('s', 1)") == "tạm dừng / paused")
    #expect(try queue.text("select queue.resume_schedule('s')").hasPrefix("s: đã chạy tiếp / resumed; lần tới / next "))
    #expect(try queue.text("select queue.resume_schedule('s')") == "s: không bị tạm dừng / was not paused")
    #expect(try queue.number("select count(*) from queue.schedule where next_fire_at > clock_timestamp()") == 1)
    #expect(try queue.number("select queue.fire_schedules()::bigint") == 0)
    #expect(try queue.number("select count(*) from queue.job") == 0)
  }

  @Test("fires shows the next five times of a schedule, or of an expression before it is used")
  func fires() throws {
    let queue = try make()
    _ = try queue.text("select queue.define_schedule('s', 'noop', '{}', '0 2 * * *', 'America/New_York')")
    #expect(
      try queue.connection.query(
        """
        select count(*) = 5 and bool_and(local_time like '% 02:00' or local_time like '% 03:00') and min(fire_at) = min(s.next_fire_at)
          and min(fire_at) > clock_timestamp()
        from queue.fires('s') cross join queue.schedule s
        """
      ).bool(0, 0))
    #expect(try queue.number("select count(*) from queue.fires('*/5 * * * *', 12)") == 12)
    #expect(try queue.text("select right(local_time, 5) from queue.fires('30 7 1 * *', 1, 'Europe/Paris')") == "07:30")
    #expect(try queue.refusal("select queue.fires('nightly')").hint?.contains("s.") == true)
    for bad in ["'* * *'", "'s', 0", "'s', 101", "'@daily', 5, 'Mars/Base'", "null"] {
      #expect(try queue.refusal("select queue.fires(\(bad))").sqlState.rawValue.hasPrefix("220"), "\(bad)")
    }
  }

  @Test("a dropped schedule leaves its jobs; verbs on an unknown one list those that exist")
  func drop() throws {
    let queue = try make()
    _ = try queue.text("select queue.define_schedule('s', 'noop', '{}', '* * * * *')")
    try queue.connection.query("update queue.schedule set next_fire_at = date_trunc('minute', clock_timestamp())")
    #expect(try queue.number("select queue.fire_schedules()::bigint") == 1)
    #expect(try queue.text("select queue.drop_schedule('s', 'thôi')") == "s: đã xóa / dropped")
    #expect(try queue.number("select count(*) from queue.job") == 1)
    _ = try queue.text("select queue.define_schedule('other', 'noop', '{}', '@daily')")
    for verb in ["drop", "pause", "resume"] {
      let error = try queue.refusal("select queue.\(verb)_schedule('s')")
      #expect(error.sqlState == .invalidParameterValue && error.hint == "Các lịch / Schedules: other.")
    }
  }

  @Test("every change is in the audit: who, when, what, why")
  func audit() throws {
    let queue = try make()
    for verb in [
      "define_schedule('s', 'noop', '{\"n\": 3}', '@daily', reason => 'a')", "pause_schedule('s', 'b')",
      "resume_schedule('s', 'c')", "drop_schedule('s', 'd')", "set_retention(6, 'e')",
    ] {
      _ = try queue.text("select queue.\(verb)")
    }
    #expect(
      try queue.text("select string_agg(concat_ws(':', verb, kind, reason), ' ' order by id) from queue.audit")
        == "define_schedule:noop:a pause_schedule:noop:b resume_schedule:noop:c drop_schedule:noop:d set_retention:e")
    #expect(
      try queue.number(
        """
        select count(*) from queue.audit
        where who = session_user and at <= clock_timestamp() and (result like 's: %' or verb = 'set_retention')
        """) == 5)
    #expect(
      try queue.text("select result from queue.audit where verb = 'define_schedule'").contains(
        "(@daily, skip, {\"n\": 3})"))
  }

  @Test("the view fits a terminal of 100 columns and tells on, paused, late and error apart")
  func view() throws {
    let queue = try make()
    try queue.connection.script(
      """
      select queue.define_kind('a_kind_with_the_longest_name_of_40_chars');
      select queue.define_schedule('s_on', 'noop', '{}', '0 2 * * *');
      select queue.define_schedule('s_paused', 'noop', '{}', '0 2 * * *');
      select queue.define_schedule('s_late', 'noop', '{}', '0 2 * * *');
      select queue.define_schedule('s_error_with_a_name_as_long_as_names_of_schedules_can_be_63_ch', 'a_kind_with_the_longest_name_of_40_chars', '{}', '0,5,10,15,20 8-17 * jan-jun mon-fri');
      select queue.pause_schedule('s_paused');
      update queue.schedule set next_fire_at = clock_timestamp() - interval '2 min', last_fire_at = clock_timestamp() - interval '59 min' where name = 's_late';
      update queue.schedule set last_error = '42703: Trường không có' where name like 's_error%';
      """)
    #expect(
      try queue.text("select string_agg(status, ' ' order by name) from queue.schedules") == "error late on paused")
    #expect(try queue.text("select error from queue.schedules where status = 'error'") == "42703")
    let width = try queue.number(
      """
      select sum(w) + 3 * count(*) - 1 from (
        select greatest(max(length(value)), length(key)) as w
        from queue.schedules v, json_each_text(row_to_json(v)) group by key) t
      """)
    #expect(width <= 100)
  }

  @Test(
    "operators steer schedules through the functions only; the daemon fires them; readers look; the portal does neither"
  )
  func grants() throws {
    let queue = try make()
    try queue.connection.query("set role dvk_operator")
    _ = try queue.text("select queue.define_schedule('s', 'noop', '{}', '0 2 * * *')")
    for allowed in [
      "select status from queue.schedules", "select local_time from queue.fires('s')",
      "select queue.cron_next('@daily')::text", "select name from queue.schedule",
      "select queue.pause_schedule('s')", "select queue.resume_schedule('s')", "select queue.set_retention(12)",
      "select retention_months::text from queue.setting", "select blocked::text from queue.maintenance_state",
    ] {
      _ = try queue.text(allowed)
    }
    for refused in ["update queue.schedule set cron = '@daily'", "select queue.fire_schedules()"] {
      #expect(try queue.refusal(refused).sqlState == .insufficientPrivilege)
    }
    try queue.connection.query("reset role")
    try queue.connection.query("set role dvk_reader")
    _ = try queue.text("select status from queue.schedules")
    #expect(try queue.refusal("select queue.pause_schedule('s')").sqlState == .insufficientPrivilege)
    try queue.connection.query("reset role")
    try queue.connection.query("set role dvk_portal")
    #expect(try queue.refusal("select status from queue.schedules").sqlState == .insufficientPrivilege)
    #expect(
      try queue.refusal("select queue.define_schedule('t', 'noop', '{}', '@daily')").sqlState == .insufficientPrivilege)
  }

  @Test("migrate ships the sweep of the figures, and a later one leaves what operators made of it")
  func reference() throws {
    let queue = try QueueDatabase()
    #expect(
      try queue.text("select concat_ws('|', name, kind, cron, missed) from queue.schedule")
        == "refresh_sweep|aggregation_refresh|*/10 * * * *|once")
    _ = try queue.text("select queue.define_schedule('refresh_sweep', 'aggregation_refresh', '{}', '0 * * * *')")
    _ = try queue.text("select queue.pause_schedule('refresh_sweep', 'thử')")
    let load = """
      create temp table reference_schedules (name text, kind text, args text, cron text, time_zone text, missed text,
        priority text, max_attempts text);
      insert into reference_schedules values
        ('refresh_sweep', 'aggregation_refresh', '{}', '*/10 * * * *', 'Asia/Ho_Chi_Minh', 'once', '', ''),
        ('bad_time', 'noop', '{}', '0 25 * * *', 'Asia/Ho_Chi_Minh', 'once', '', ''),
        ('bad_args', 'noop', '{', '@daily', 'Asia/Ho_Chi_Minh', 'once', '', ''),
        ('good', 'noop', '{"n": 5}', '@daily', 'Asia/Ho_Chi_Minh', 'skip', '2', '');
      """
    try queue.connection.script(load)
    #expect(try queue.number("select count(*) from queue.load_schedules() where problem <> ''") == 2)
    #expect(
      try queue.text(
        "select string_agg(concat_ws('|', name, cron, priority, paused_reason), ' ' order by name) from queue.schedule")
        == "good|@daily|2 refresh_sweep|0 * * * *|thử")
  }
}
