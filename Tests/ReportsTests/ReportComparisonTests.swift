import Postgres
import TestSupport
import Testing

@testable import Reports

@Suite("Report: comparison, trend, warnings")
struct ReportComparisonTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
    try database.connect().script(
      """
      select history.registration(7, 2021), history.registration(8, 2021, 'maintained'), history.registration(8, 2020);
      select stats.close_period('U1', '2020', 'chốt'), stats.close_period('U1', '2020-H1', 'chốt');
      """)
  }

  private func report(_ unit: String, _ period: String) throws -> Report {
    try Report.load(connection: try database.connect(), unit: unit, period: period)
  }

  private func figure(_ measure: String, _ report: Report) throws -> Report.Figure {
    try #require(report.figures.first { $0.measure == measure })
  }

  @Test("a figure stands beside the same one of the closed period before", arguments: ["2021", "2021-H1"])
  func compared(period: String) throws {
    let year = try report("U1", period)
    let models = try figure("M07", year)
    #expect(year.comparison.isAvailable && year.comparison.period == "2020" + period.dropFirst(4))
    #expect(models.base == .count(1) && models.difference == .change("1") && models.changePercent == .change("100.0"))
    let maintained = try figure("M03", year)
    #expect(
      maintained.base == .count(0) && maintained.difference == .change("1") && maintained.changePercent == .missing)
    let members = try figure("M11", year)
    #expect(members.value == .ratio(part: 2, whole: 5) && members.difference == .missing)
  }

  @Test(
    "a base that is not closed is missing, not zero",
    arguments: [("U1", "2020"), ("U1", "2022"), ("U1", "2020-H1"), ("U41", "2021")])
  func missing(unit: String, period: String) throws {
    let report = try report(unit, period)
    let models = try figure("M07", report)
    #expect(!report.comparison.isAvailable && report.comparison.reason == "chưa có số liệu gốc: kỳ gốc chưa chốt")
    #expect(models.base == .missing && models.difference == .missing && models.changePercent == .missing)
  }

  @Test("a unit closed with the one above it, without figures then, has a base of 0 and no percentage")
  func zero() throws {
    let models = try figure("M07", try report("U7", "2021"))
    #expect(models.base == .count(0) && models.difference == .change("1") && models.changePercent == .missing)
  }

  @Test("a correction after the closing changes neither base nor trend")
  func frozenBase() throws {
    try database.connect().script("select history.registration(9, 2020); select stats.refresh()")
    let report = try report("U1", "2021")
    #expect(try figure("M07", report).base == .count(1))
    #expect(report.table("trend")?.rows.map { $0[1] } == [.count(1), .count(2)])
    let members = try #require(report.table("members"))
    #expect(members.rows.compactMap { $0[2] }.contains(.count(1)))
  }

  @Test("a measure whose definition changed since has no base; the others have")
  func redefined() throws {
    try database.connect().query("update stats.measure set definition_version = 2 where code = 'M08'")
    let report = try report("U1", "2021")
    #expect(try figure("M08", report).base == .missing && figure("M13", report).base == .missing)
    #expect(try figure("M07", report).base == .count(1))
  }

  @Test("the closed report itself is compared and has its own trend, frozen with it")
  func closedReport() throws {
    let connection = try database.connect()
    try connection.query("select stats.close_period('U1', '2021', 'chốt')")
    let closed = try report("U1", "2021")
    try connection.script("select history.registration(9, 2021); select stats.refresh()")
    let later = try report("U1", "2021")
    #expect(closed.json == later.json)
    #expect(try figure("M07", later).base == .count(1) && figure("M07", later).value == .count(2))
    #expect(later.table("trend")?.rows.map { $0[1] } == [.count(1), .count(2)])
  }

  @Test(
    "the period before has the same length",
    arguments: [
      ("2021", "2020"), ("2021-H2", "2020-H2"), ("2021-9M", "2020-9M"), ("2021-Q1", "2020-Q1"),
      ("2018-2020", "2015-2017"), ("2020-2021", "2018-2019"),
    ])
  func before(period: String, base: String) throws {
    #expect(
      try database.connect().query("select stats.period_before($1)", [.text(period)]).text(0, 0) == base)
  }

  @Test("the trend has the kept years, and none where nothing was counted")
  func trend() throws {
    let table = try #require(try report("U1", "2021").table("trend"))
    #expect(table.rows.map { $0[0] } == [.text("2020"), .text("2021")])
    #expect(table.rows.map { $0[1] } == [.count(1), .count(2)])
    #expect(try report("U7", "2021").table("trend") == nil)
  }

  @Test("warnings that nobody confirmed are counted by rule, at the filing unit and above; others are not")
  func warnings() throws {
    try database.connect().script(
      """
      create function pg_temp.filed(key text, n int, version int, state text) returns bigint language sql as $$
        insert into registry.submission (source, key, kind, campaign_id, unit_text, unit_id, filed_on, year, version, state, rule_set, withdrawn_at)
        values ('thu', key, 'registration', (select id from registry.campaign where code = 'C2021'), 'x', history.u(n), '2021-03-03', 2021, version,
                state, 1, case state when 'withdrawn' then now() end) returning id $$;
      create function pg_temp.found(key text, n int, code text, severity text, version int, state text, confirmed boolean) returns void language sql as $$
        insert into registry.finding (submission_id, version, rule_set, code, path, severity, message, confirmed_at, confirmed_by, confirmed_reason)
        select pg_temp.filed(key, n, 2, state), version, 1, code, '/x', severity, 'lời ' || key, c.at, c.by, c.by
        from (select case when confirmed then now() end as at, case when confirmed then 'ai' end as by) c $$;
      select pg_temp.found('1', 7, 'DK-001', 'C', 2, 'valid', false), pg_temp.found('2', 7, 'DK-001', 'C', 2, 'valid', false),
        pg_temp.found('3', 8, 'DK-002', 'C', 2, 'valid', false), pg_temp.found('4', 7, 'DK-003', 'C', 2, 'valid', true),
        pg_temp.found('5', 7, 'DK-004', 'L', 2, 'invalid', false), pg_temp.found('6', 7, 'DK-005', 'C', 1, 'valid', false),
        pg_temp.found('7', 7, 'DK-006', 'C', 2, 'withdrawn', false);
      """)
    let example = ReportValue.text("lời 1")
    #expect(
      try report("U1", "2021").table("warnings")?.rows == [
        [.text("DK-001"), .count(2), .count(2), example], [.text("DK-002"), .count(1), .count(1), .text("lời 3")],
      ])
    #expect(try report("U7", "2021").table("warnings")?.rows == [[.text("DK-001"), .count(2), .count(2), example]])
    #expect(try report("U1", "2020").table("warnings") == nil)
  }

  @Test("a commune, a district and a unit without parent have every format", arguments: ["U7", "U4", "U1"])
  func levels(unit: String) throws {
    let report = try report(unit, "2021")
    for format in ReportFormat.allCases { #expect(report.render(format).contains("Đơn vị \(unit.dropFirst())")) }
    #expect((report.table("members") == nil) == (unit == "U7"))
    #expect(report.render(.html).contains("đơn vị trực thuộc có mô hình, đạt") == (unit != "U7"))
  }

  @Test("units stand in Vietnamese order, numbers in names by value")
  func order() throws {
    let connection = try database.connect()
    for (unit, name) in [(2, "Tổ 10"), (3, "Đà Nẵng"), (4, "Tổ 2"), (5, "Dương Quang"), (6, "Ăn Thi")] {
      try connection.query(
        "update registry.unit_name set name = $1 where unit_id = history.u($2)", [.text(name), .int4(Int32(unit))])
    }
    let table = try #require(try report("U1", "2021").table("members"))
    #expect(table.rows.map { table.label($0) } == ["Ăn Thi", "Dương Quang", "Đà Nẵng", "Tổ 2", "Tổ 10"])
  }

  @Test("the keys of the data are always the same, for a unit with and without figures", arguments: ["U1", "U41"])
  func keys(unit: String) throws {
    let rows = try database.connect().query(
      """
      select (select string_agg(k, ' ' order by k) from jsonb_object_keys(r) k),
        (select string_agg(distinct k, ' ') from jsonb_array_elements(r -> 'figures') f, jsonb_object_keys(f) k),
        (select string_agg(distinct k, ' ') from jsonb_array_elements(r -> 'tables') f, jsonb_object_keys(f) k)
      from stats.report($1, '2021') r
      """, [.text(unit)])
    #expect(
      try rows.text(0, 0)
        == "as_of basis closed comparison cut_off demo ends_on figures pending_changes period source_mark starts_on tables tree undivided unit"
    )
    #expect(
      try rows.text(0, 1)
        == "base base_part base_whole change_percent definition definition_version difference flagged kind measure name part reading value whole"
    )
    #expect(try rows.text(0, 2) == "chart code columns lines rows title")
  }
}
