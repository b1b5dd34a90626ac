import Postgres
import TestSupport
import Testing

/// The parts that totals are read from: stats.share and stats.total of 0013_parts.sql.
@Suite("Parts of totals")
struct StatsShareTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
  }

  @Test("a model of two years and two types counts once in all and once in each type, at every level")
  func twice() throws {
    let connection = try database.connect()
    try connection.script(
      """
      select history.registration(7, 2019);
      insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, subject_kind, registered_on)
      select history.paper(), m.id, history.campaign(), m.unit_id, 2020, 'maintained', 'individual', '2020-05-05' from registry.model m;
      select history.registration(8, 2020);
      select stats.touch(array[history.u(7)], array[2020]);
      select stats.refresh();
      """)
    for (unit, all, new) in [("U7", 1, 1), ("U4", 1, 1), ("U1", 2, 2)] {
      #expect(try models(connection, unit, "{}") == all)
      #expect(try models(connection, unit, #"{"registration_type": "new"}"#) == new)
      #expect(try models(connection, unit, #"{"registration_type": "maintained"}"#) == 1)
      #expect(try models(connection, unit, #"{"subject_kind": "individual"}"#) == 1)
    }
    let parts =
      "select string_agg(coalesce(registration_type, '-') || coalesce(subject_kind, '-') || value, ' ' order by value, registration_type) "
      + "from stats.share where unit_id = history.u(4) and period = '2018-2020' and measure = 'M07' and tree = 'hanh_chinh'"
    #expect(try connection.query(parts).text(0, 0) == "---1 maintainedindividual1 newcollective1")
    #expect(try number(connection, "select count(*) from stats.verify()") == 0)
  }

  @Test("a subject that stands as of two kinds is one subject")
  func kinds() throws {
    let connection = try database.connect()
    try connection.script(
      """
      select history.registration(7, 2021), history.registration(7, 2021), history.registration(7, 2021);
      insert into registry.subject (kind, name, name_key, unit_id, first_turn) values ('collective', 's', 's', history.u(7), 1);
      update registry.registration set subject_id = (select max(id) from registry.subject);
      update registry.registration set subject_kind = 'individual' where id = (select max(id) from registry.registration);
      select stats.refresh();
      """)
    #expect(try number(connection, "select stats.figure('M10', 'U1', '2021')::bigint") == 1)
    for kind in ["collective", "individual"] {
      let figure = #"select stats.figure('M10', 'U1', '2021', '{"subject_kind": "\#(kind)"}')::bigint"#
      #expect(try number(connection, figure) == 1)
    }
    #expect(
      try number(
        connection,
        "select row_count from stats.total where unit_id = history.u(1) and measure = 'M10' and period = '2021' and subject_kind is null"
      ) == 3)
  }

  @Test("a unit's own figures are its total without being stored twice, in all of its trees")
  func own() throws {
    let connection = try database.connect()
    try connection.script("select history.registration(60, 2021); select stats.refresh()")
    #expect(try number(connection, "select count(*) from stats.rolled where unit_id = history.u(60)") == 0)
    let trees =
      "select string_agg(t.tree, ' ' order by t.tree) from stats.total t where t.unit_id = history.u(60) and t.measure = 'M07' "
      + "and t.field_id is null and t.subject_kind is null and t.registration_type is null"
    #expect(try connection.query(trees).text(0, 0) == "dang mat_tran")
  }

  @Test("recognitions go with their model to another unit")
  func recognitions() throws {
    let connection = try database.connect()
    try connection.script(
      """
      select history.registration(7, 2021);
      insert into registry.recognition (submission_id, model_id, campaign_id, level, year, title, document_id)
      select history.paper(), m.id, history.campaign(), 'XA', 2021, 'mo_hinh', history.document() from registry.model m;
      update registry.model set unit_id = history.u(8);
      update registry.registration set unit_id = history.u(8);
      select stats.touch(array[history.u(7), history.u(8)], array[2021]);
      select stats.refresh();
      """)
    #expect(try number(connection, "select stats.figure('M08', 'U7', '2021')::bigint") == 0)
    #expect(try number(connection, "select stats.figure('M08', 'U8', '2021')::bigint") == 1)
    let blind = #expect(throws: PostgresError.self) {
      try connection.query("update registry.recognition set unit_id = null")
    }
    #expect(blind?.sqlState == "23502")
  }

  private func models(_ connection: borrowing Connection, _ unit: String, _ dimensions: String) throws -> Int {
    try number(connection, "select stats.figure('M07', '\(unit)', '2018-2020', '\(dimensions)')::bigint")
  }

  private func number(_ connection: borrowing Connection, _ statement: String) throws -> Int {
    Int(try connection.query(statement).int8(0, 0))
  }
}
