import Postgres
import TestSupport
import Testing

@testable import Reports

@Suite("Report.load")
struct ReportLoadTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
    try database.connect().script(
      """
      select history.registration(7, 2021), history.registration(8, 2021, 'maintained'), history.registration(8, 2020);
      select stats.report_figure('thu', 'models', 'M01', 'U1', '2021', '{}', 3, 'trích', 'nguồn');
      select stats.refresh();
      """)
  }

  private func figure(_ measure: String, _ report: Report) -> ReportValue? {
    report.figures.first { $0.measure == measure }?.value
  }

  @Test("a kept period and a period counted on the spot give the same figures")
  func figures() throws {
    let connection = try database.connect()
    for (period, models) in [("2021", 2), ("2020-2021", 3), ("2021-H1", 2)] {
      let report = try Report.load(connection: connection, unit: "U1", period: period)
      #expect(figure("M07", report) == .count(Int64(models)), "\(period)")
    }
    let year = try Report.load(connection: connection, unit: "U1", period: "2021")
    #expect(figure("M01", year) == .count(2) && figure("M02", year) == .count(1))
    #expect(figure("M11", year) == .ratio(part: 2, whole: 5))
    #expect(figure("M13", year) == .ratio(part: 0, whole: 2))
    let quarter = try Report.load(connection: connection, unit: "U1", period: "2021-Q1")
    #expect(figure("M07", quarter) == .count(0))
  }

  @Test("a cut-off day leaves out what is dated later")
  func asOf() throws {
    let day = try #require(CalendarDate(year: 2021, month: 5, day: 4))
    let report = try Report.load(connection: try database.connect(), unit: "U1", period: "2021", asOf: day)
    #expect(figure("M07", report) == .count(0))
    #expect(report.cutOff == "2021-05-04")
  }

  @Test("claims of the unit and period stand beside the counts")
  func reconciliation() throws {
    let report = try Report.load(connection: try database.connect(), unit: "U1", period: "2021")
    let table = try #require(report.filledTables.first { $0.code == "reconciliation" })
    #expect(table.rows.first?[0] == .text("Mô hình đăng ký (năm)"))
    #expect(table.rows.first?[3...6] == [.number("2"), .number("3"), .change("-1"), .flag(false)])
  }

  @Test("an unknown unit lists the candidates, an unknown period the forms")
  func unknown() throws {
    let connection = try database.connect()
    let unit = #expect(throws: PostgresError.self) {
      _ = try Report.load(connection: connection, unit: "U", period: "2021")
    }
    let period = #expect(throws: PostgresError.self) {
      _ = try Report.load(connection: connection, unit: "U1", period: "21")
    }
    guard case .server(let unknownUnit) = unit, case .server(let unknownPeriod) = period else {
      Issue.record("no server error")
      return
    }
    #expect(unknownUnit.sqlState == "22023" && unknownUnit.detail?.contains("U10") == true)
    #expect(unknownPeriod.sqlState == "22023" && unknownPeriod.hint?.contains("2018-2020") == true)
  }

  @Test("a code that was used again means the unit of the period's last day")
  func reusedCode() throws {
    let connection = try database.connect()
    try connection.script(
      """
      update registry.unit set valid = daterange(null, '2021-07-01') where code = 'U7';
      update registry.unit_name set valid = daterange(null, '2021-07-01') where unit_id = history.u(7);
      insert into registry.unit (code, tree, valid) values ('U7', 'hanh_chinh', daterange('2021-07-01', null));
      insert into registry.unit_name (unit_id, name, type, name_key, valid)
        select id, 'Đơn vị mới', 'xa', 'don vi moi', valid from registry.unit where code = 'U7' and lower(valid) is not null;
      """)
    #expect(try Report.load(connection: connection, unit: "U7", period: "2021").unitName == "Đơn vị mới")
    #expect(try Report.load(connection: connection, unit: "U7", period: "2021-H1").unitName == "Đơn vị 7")
  }

  @Test("readers may read reports, and cannot refresh")
  func roles() throws {
    let connection = try database.connect()
    try connection.query("set role dvk_reader")
    _ = try Report.load(connection: connection, unit: "U1", period: "2021")
    let error = #expect(throws: PostgresError.self) { try connection.query("select stats.refresh()") }
    #expect(error?.sqlState == "42501")
  }
}
