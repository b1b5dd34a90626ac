import Postgres
import TestSupport
import Testing

/// M04B, M05 and M16 of stats.leaf.sql, and measures whose definition changes.
@Suite("Measures")
struct StatsMeasureTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
  }

  @Test("a source model counts once at its own unit, wherever it is replicated")
  func sources() throws {
    let connection = try database.connect()
    try connection.script(
      """
      select history.registration(7, 2019);
      select history.registration(8, 2021, 'replicated'), history.registration(42, 2021, 'replicated');
      update registry.registration set source_model_id = (select min(id) from registry.model) where type = 'replicated';
      select stats.refresh();
      """)
    #expect(try figure(connection, "M04B", "U7", "2021") == "1")
    #expect(try figure(connection, "M04B", "U1", "2021") == "1")
    #expect(try figure(connection, "M04B", "U8", "2021") == "0")
    #expect(try figure(connection, "M04", "U1", "2021") == "1")
    try connection.script(
      "update registry.registration set withdrawn_at = now() where type = 'replicated'; select stats.refresh()")
    #expect(try figure(connection, "M04B", "U7", "2021") == "0")
  }

  @Test("a model is there as long as its campaign's window reaches and it has not ended")
  func present() throws {
    let connection = try database.connect()
    // The campaign is of 2018 to 2020: a registration keeps its model for two more years.
    try connection.script(
      "select stats.track_periods('{2019,2020,2021,2022}'); select history.registration(7, 2019); select stats.refresh()"
    )
    let years = ["2018", "2019", "2020", "2021", "2022"]
    #expect(try years.map { try figure(connection, "M05", "U1", $0) } == ["0", "1", "1", "1", "0"])
    try connection.script("update registry.model set ended_on = '2020-12-31'; select stats.refresh()")
    #expect(try years.map { try figure(connection, "M05", "U1", $0) } == ["0", "1", "0", "0", "0"])
    #expect(try connection.query("select count(*) from stats.verify()").int8(0, 0) == 0)
  }

  @Test("nobody's assessment is no figure, an assessment that found no effect is 0")
  func effect() throws {
    let connection = try database.connect()
    try connection.script("select history.registration(7, 2021), history.registration(8, 2021); select stats.refresh()")
    #expect(try figure(connection, "M16", "U1", "2021") == "null")
    try connection.script(
      """
      insert into registry.effect_assessment (model_id, year, effective, assessed_on, assessed_by)
      select min(id), 2021, false, '2021-11-20', 'BCĐ' from registry.model;
      select stats.refresh();
      """)
    #expect(try figure(connection, "M16", "U1", "2021") == "0")
    #expect(try figure(connection, "M16", "U8", "2021") == "null")
    try connection.script("update registry.effect_assessment set effective = true; select stats.refresh()")
    #expect(try figure(connection, "M16", "U1", "2021") == "1")
  }

  private func figure(_ connection: borrowing Connection, _ measure: String, _ unit: String, _ period: String) throws
    -> String
  {
    try connection.query(
      "select coalesce(stats.figure($1, $2, $3)::text, 'null')", [.text(measure), .text(unit), .text(period)]
    ).text(0, 0)
  }
}
