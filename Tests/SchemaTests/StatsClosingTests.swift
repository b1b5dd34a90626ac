import Postgres
import TestSupport
import Testing

/// stats.close.sql, and what stats.figure.sql and stats.report.sql make of closed periods.
@Suite("Closed periods")
struct StatsClosingTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
  }

  private static let closeAll = """
    select history.registration(7, 2020), history.registration(8, 2020), history.registration(9, 2021);
    select stats.close_period('U1', '2020', 'chốt năm 2020');
    """

  @Test("what is corrected later changes neither figures nor report, of the unit or below it")
  func frozen() throws {
    let connection = try database.connect()
    try connection.script(Self.closeAll)
    let report = try text(connection, "select md5((stats.report('U1', '2020') -> 'figures')::text)")
    try connection.script("select history.registration(7, 2020); select stats.refresh()")
    #expect(try text(connection, "select stats.figure('M07', 'U1', '2020')::text") == "2")
    #expect(try text(connection, "select stats.figure('M07', 'U7', '2020')::text") == "1")
    #expect(try text(connection, "select md5((stats.report('U1', '2020') -> 'figures')::text)") == report)
    #expect(
      try text(connection, "select stats.figure('M07', 'U1', '2020', '{}', 'historical', '2020-12-31')::text") == "3")
    #expect(
      try text(
        connection,
        "select sum(t.value)::text from stats.total t where t.unit_id = history.u(1) and t.period = '2020' and t.measure = 'M07' and t.field_id is null and t.subject_kind is null and t.registration_type is null"
      ) == "3")
  }

  @Test("a correction is a new version with its reason, and the first version stays")
  func corrected() throws {
    let connection = try database.connect()
    try connection.script(Self.closeAll)
    #expect(refusal(connection, "select stats.correct_period('U1', '2020', 'không có gì')") == "55000")
    try connection.query("select history.registration(7, 2020)")
    #expect(try text(connection, "select stats.correct_period('U1', '2020', 'bổ sung một mô hình')::text") == "2")
    #expect(try text(connection, "select stats.figure('M07', 'U1', '2020')::text") == "3")
    let versions =
      "select string_agg(format('%s %s %s', version, reason, closed_by = session_user), '; ' order by version) from stats.closed_period"
    #expect(try text(connection, versions) == "1 chốt năm 2020 t; 2 bổ sung một mô hình t")
    let first =
      "select c.value::text from stats.closed_cell c join stats.closed_period p on p.id = c.closed_period_id where p.version = 1 and c.unit_id = history.u(1) and c.tree = 'hanh_chinh' and c.measure = 'M07' and c.field_id is null and c.subject_kind is null and c.registration_type is null"
    #expect(try text(connection, first) == "2")
    #expect(try text(connection, "select stats.report('U1', '2020') #>> '{closed,version}'") == "2")
    #expect(
      try text(
        connection, "select count(*)::text from registry.audit where action in ('close_period', 'correct_period')")
        == "2")
  }

  @Test("a report names who closed it, with which unit, and lists the versions with the figures each one changed")
  func versions() throws {
    let connection = try database.connect()
    let table =
      "stats.report($1, $2), lateral jsonb_array_elements(report -> 'tables') t where t ->> 'code' = 'closings'"
    func list(_ unit: String, _ period: String) throws -> String {
      try connection.query(
        "select coalesce(string_agg(t ->> 'rows', ''), 'none') from \(table)", [.text(unit), .text(period)]
      ).text(0, 0)
    }
    func closed(_ unit: String, _ path: String) throws -> String {
      try text(connection, "select coalesce(stats.report('\(unit)', '2020') #>> '{closed,\(path)}', 'none')")
    }
    try connection.script(Self.closeAll)
    #expect(try list("U1", "2020").contains("chốt năm 2020") && !list("U1", "2020").contains("→"))
    try connection.script("select history.registration(7, 2020); select stats.correct_period('U1', '2020', 'bổ sung')")
    for unit in ["U1", "U7"] {
      #expect(try closed(unit, "version") == "2" && closed(unit, "reason") == "bổ sung", "\(unit)")
      #expect(try closed(unit, "unit,code") == "U1" && closed(unit, "unit,name") == "Đơn vị 1")
      #expect(try closed(unit, "versions,0,version") == "2" && closed(unit, "versions,1,reason") == "chốt năm 2020")
      #expect(try closed(unit, "versions,2,version") == "none")
      #expect(try list(unit, "2020").contains("Mô hình trong kỳ: 02 → 03"))
      #expect(try list(unit, "2020").contains("Bản chốt đầu tiên"))
      #expect(try list(unit, "2020").contains("bổ sung") && list(unit, "2020").contains("chốt năm 2020"))
    }
    // One model goes from a unit to its neighbour: the figures of the unit above stay.
    try connection.script(
      """
      with moved as (
        update registry.registration set unit_id = history.u(12)
        where id = (select max(id) from registry.registration where unit_id = history.u(7)) returning model_id)
      update registry.model set unit_id = history.u(12) where id = (select model_id from moved);
      select stats.touch(array[history.u(7), history.u(12)], array[2020]);
      select stats.correct_period('U1', '2020', 'ghi nhầm đơn vị');
      """)
    #expect(try list("U1", "2020").contains("Chỉ sửa số liệu chi tiết"))
    let printed =
      "select to_char(closed_at at time zone interval '7 hours', 'HH24:MI') from stats.closed_period where version = 1"
    try connection.query("set timezone = 'America/New_York'")
    #expect(try closed("U1", "versions,1,time").hasPrefix(text(connection, printed)))
    #expect(try list("U1", "2021") == "none" && list("U41", "2020") == "none")
    #expect(try text(connection, "select coalesce(stats.report('U1', '2021') ->> 'closed', 'none')") == "none")
  }

  @Test(
    "what cannot be closed, corrected or changed is refused",
    arguments: [
      ("select stats.close_period('U1', '2020', 'lại')", "55000"),
      ("select stats.close_period('U1', '2019', ' ')", "22023"),
      ("select stats.close_period('U1', '2999', 'sớm')", "55000"),
      ("select stats.correct_period('U1', '2021', 'x')", "55000"),
      ("select stats.close_period('NOPE', '2020', 'x')", "22023"),
      ("update stats.closed_period set reason = 'x'", "55000"),
      ("delete from stats.closed_cell", "55000"), ("truncate stats.closed_cell", "55000"),
    ])
  func refused(sql: String, state: String) throws {
    let connection = try database.connect()
    try connection.script(Self.closeAll)
    #expect(refusal(connection, sql) == state)
  }

  @Test("a comparison needs a closed earlier period of the same definition; from 0 there is no percentage")
  func comparison() throws {
    let connection = try database.connect()
    try connection.script(Self.closeAll)
    func compare(_ base: String, _ measure: String = "M07", period: String = "2021", unit: String = "U1") throws
      -> String
    {
      try text(
        connection,
        "select concat_ws(' ', c ->> 'difference', coalesce(c ->> 'percent', '–'), left(c ->> 'reason', 12)) "
          + "from stats.compare('\(measure)', '\(unit)', '\(period)', '\(base)') c")
    }
    #expect(try compare("2020") == "-1 -50.0")
    #expect(try compare("2020", unit: "U9") == "1 –")
    #expect(try compare("2019") == "– chưa có số l")
    #expect(try compare("2021", period: "2020") == "– kỳ gốc không")
    #expect(try compare("2020", "M16") == "– chưa có đánh")
    #expect(
      try text(
        connection,
        "select coalesce(stats.figure('M14', 'U1', '2021', '{\"of\": \"M07\", \"base\": \"2019\"}')::text, 'null')")
        == "null")
    try connection.query("update stats.measure set definition_version = 2 where code = 'M07'")
    #expect(try compare("2020") == "– định nghĩa đ")
  }

  @Test("reports of a later year are compared with the last closed one")
  func closedFigures() throws {
    let connection = try database.connect()
    try connection.script(Self.closeAll)
    let value =
      "select f.value ->> 'value' from jsonb_array_elements(stats.closed_figures(history.u(1), 2021)) f where f.value ->> 'key' = 'mô hình đăng ký'"
    #expect(try text(connection, value) == "2")
    #expect(try text(connection, "select stats.closed_figures(history.u(1), 2020)::text") == "[]")
    #expect(try text(connection, "select stats.closed_figures(history.u(41), 2021)::text") == "[]")
  }

  @Test("every figure says by which definition, basis, day and source it was counted")
  func explained() throws {
    let connection = try database.connect()
    try connection.script(Self.closeAll)
    let keys =
      "select (e ->> 'value') || ' ' || (e ->> 'definition_version') || ' ' || (e ->> 'basis') || ' ' || (e ->> 'cut_off') || ' ' || (e ->> 'row_count') || ' ' || (e ->> 'source_mark' is not null)::text || ' ' || coalesce(e ->> 'closed_version', '–') "
    #expect(
      try text(connection, keys + "from stats.explain('M07', 'U1', '2020') e") == "2 1 historical 2020-12-31 2 true 1")
    #expect(
      try text(connection, keys + "from stats.explain('M07', 'U1', '2021') e") == "1 1 historical 2021-12-31 1 true –")
    #expect(
      try text(
        connection,
        "select (stats.explain('M07', 'U1', '2021', '{}', 'historical', '2021-06-30') ->> 'source_mark' is null)::text")
        == "true")
  }

  private func text(_ connection: borrowing Connection, _ sql: String) throws -> String {
    try connection.query(sql).text(0, 0)
  }

  private func refusal(_ connection: borrowing Connection, _ sql: String) -> String? {
    let error = #expect(throws: PostgresError.self) { try connection.query(sql) }
    return error?.sqlState?.description
  }
}
