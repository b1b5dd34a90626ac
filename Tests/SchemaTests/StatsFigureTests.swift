import Postgres
import TestSupport
import Testing

/// stats.figure.sql, stats.leaf.sql, stats.live.sql, stats.recount.sql, stats.reconcile.sql.
@Suite("stats.figure")
struct StatsFigureTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
  }

  @Test(
    "every measure equals a plain count of canonical rows, by unit, period and dimension", arguments: [0.31, -0.42])
  func equalsPlainCount(seed: Double) throws {
    let connection = try database.connect()
    try connection.query("select history.run(150, $1, 0)", [.float8(seed)])
    try connection.script(Self.claims)
    try connection.query("select stats.close_period('U1', '2019', 'thử')")
    let rows = try connection.query(
      "select figure, recounted, counted::bigint from stats.recount('thu') where recounted is distinct from counted")
    #expect(rows.count == 0, "seed \(seed)")
    for row in 0..<rows.count {
      Issue.record("\(try rows.text(row, 0)): plain \(try rows.int8(row, 1)), counted \(try rows.int8(row, 2))")
    }
    let counted = "select count(*) from stats.recount('thu') where counted > 0"
    #expect(try connection.query(counted).int8(0, 0) > 50)
  }

  @Test("counting now from canonical rows gives the stored figures")
  func liveEqualsStored() throws {
    let connection = try database.connect()
    try connection.query("select history.run(120, 0.2, 0)")
    let different = """
      with live as (select h.n, l.* from history.unit h join registry.unit u on u.id = h.id
                    cross join lateral stats.live(h.id, u.tree, '2018-2020', null) l where h.n in (1, 3, 41, 42, 50)),
      stored as (select h.n, s.* from history.unit h join registry.unit u on u.id = h.id
                 cross join lateral stats.rows_of(h.id, u.tree, '2018-2020') s where h.n in (1, 3, 41, 42, 50))
      select count(*) from ((table live except table stored) union all (table stored except table live)) x
      """
    #expect(try connection.query(different).int8(0, 0) == 0)
  }

  @Test("a model registered in three years is three events and one model")
  func events() throws {
    let connection = try database.connect()
    try connection.script(
      """
      do $$ declare m bigint; begin
        m := history.registration(7, 2018);
        for y in 2019 .. 2020 loop
          insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, registered_on)
          values (history.paper(), m, history.campaign(), history.u(7), y, 'maintained', make_date(y, 1, 1));
          perform stats.touch(array[history.u(7)], array[y]);
        end loop;
      end $$;
      select stats.refresh();
      """)
    #expect(try figures(connection, "M06", "M07", "M02", "M03", period: "2018-2020") == ["3", "1", "1", "1"])
    #expect(try figures(connection, "M06", "M07", "M01", period: "2019") == ["1", "1", "1"])
  }

  @Test("an exemplary model counts in variant A only beside its recognition at the same level")
  func exemplary() throws {
    let connection = try database.connect()
    try connection.script(
      """
      do $$ declare m bigint; begin
        for i in 1 .. 3 loop
          m := history.registration(7, 2020);
          insert into registry.recognition (submission_id, model_id, campaign_id, level, year, title, document_id)
          select history.paper(), m, history.campaign(), l, 2020, t, history.document()
          from (values (1, 'HUYEN', 'mo_hinh'), (1, 'HUYEN', 'dien_hinh'), (2, 'HUYEN', 'dien_hinh'),
                       (3, 'XA', 'mo_hinh'), (3, 'HUYEN', 'dien_hinh')) v (n, l, t) where v.n = i;
        end loop;
      end $$;
      select stats.refresh();
      """)
    #expect(try figures(connection, "M08", "M09", "M09B", period: "2020") == ["2", "1", "3"])
  }

  @Test("x counts direct members with a model below them, y those alive on the last day")
  func directMembers() throws {
    let connection = try database.connect()
    try connection.script(
      """
      select history.registration(7, 2021), history.registration(12, 2021), history.registration(8, 2021);
      update registry.unit_parent set valid = daterange(null, '2021-12-31') where unit_id = history.u(6);
      select stats.refresh();
      """)
    #expect(try figures(connection, "M11X", "M11Y", period: "2021") == ["2", "4"])
    let percent = "select stats.figure('M11', 'U1', '2021')::text"
    #expect(try connection.query(percent).text(0, 0).hasPrefix("50.0"))
  }

  @Test("a rate of nothing is no number")
  func noRate() throws {
    let connection = try database.connect()
    #expect(try connection.query("select stats.figure('M13', 'U1', '2021')::text").textOrNil(0, 0) == nil)
  }

  @Test(
    "what cannot be asked is refused with what can",
    arguments: [
      ("'M99', 'U1', '2021'", "M01"), ("'M01', 'U', '2021'", "U1"), ("'M01', 'U1', '21'", "2018-2020"),
      ("'M01', 'U1', '2021', '{\"level\": \"XA\"}'", "field"), ("'M01', 'U42', '2021', '{\"block\": \"K9\"}'", "K1"),
      ("'M01', 'U1', '2021', '{\"field\": \"Không có\"}'", "registry.field"),
      ("'M01', 'U1', '2021', '{}', 'today'", "current"),
      ("'M12', 'U1', '2021', '{\"authority\": \"Không có\"}'", "UBND_HUYEN"),
    ])
  func refused(arguments: String, names: String) throws {
    let connection = try database.connect()
    let error = #expect(throws: PostgresError.self) { try connection.query("select stats.figure(\(arguments))") }
    guard case .server(let server) = error else {
      Issue.record("no server error")
      return
    }
    #expect(server.sqlState == "22023")
    #expect("\(server.detail ?? "") \(server.hint ?? "")".contains(names))
  }

  @Test("a claim stands beside the count, the difference of two counts included")
  func reconciliation() throws {
    let connection = try database.connect()
    try connection.script(
      """
      select history.registration(7, 2020), history.registration(8, 2021), history.registration(9, 2021);
      select stats.report_figure('thu', 'models', 'M01', 'U1', '2021', '{}', 2, 'trích', 'nguồn');
      select stats.report_figure('thu', 'increase', 'M14', 'U1', '2021', '{"of": "M01", "base": "2020"}', 1, 'trích', 'nguồn');
      select stats.report_figure('thu', 'wrong', 'M01', 'U1', '2020', '{}', 5, 'trích', 'nguồn', 'đọc', true);
      select stats.report_figure('thu', 'bare', null, null, null, '{}', 42.9, 'trích', 'nguồn');
      select stats.report_figure('thu', 'lost', 'M01', 'MẤT', '2020', '{}', 5, 'trích', 'nguồn');
      select stats.close_period('U1', '2020', 'thử');
      """)
    let rows = try connection.query(
      "select figure, counted::bigint, equal, problem is not null from stats.reconciliation order by figure")
    var seen: [String] = []
    for row in 0..<rows.count {
      seen.append(
        "\(try rows.text(row, 0)) \(try rows.int8OrNil(row, 1) ?? -1) \(try rows.bool(row, 2)) \(try rows.bool(row, 3))"
      )
    }
    #expect(seen == ["increase 1 true false", "lost -1 false true", "models 2 true false", "wrong 1 false false"])
    let json = try connection.query("select stats.figures_json('thu') ->> 2").text(0, 0)
    #expect(json.contains(#""reading": "đọc""#) && json.contains(#""inferred": true"#))
  }

  private func figures(_ connection: borrowing Connection, _ measures: String..., period: String) throws -> [String] {
    var values: [String] = []
    for measure in measures {
      values.append(
        try connection.query("select stats.figure($1, 'U1', $2)::text", [.text(measure), .text(period)]).text(0, 0))
    }
    return values
  }

  private static let claims = """
    select stats.report_figure('thu', m || u || p, m, u, p, '{}', 0, 'e', 's')
    from unnest('{M01,M02,M03,M04,M04B,M06,M07,M08,M09,M09B,M10,M11X,M11Y,M12,M12S,M17,M18,M19,M20}'::text[]) m,
      unnest('{U1,U3,U41,U43,U50}'::text[]) u, unnest('{2019,2018-2020,2021}'::text[]) p
    where not (m = 'M01' and p = '2018-2020');
    select stats.report_figure('thu', m || d::text, m, 'U42', '2018-2020', d, 0, 'e', 's')
    from unnest('{M02,M06,M07,M08,M09,M10,M11X,M11Y,M12}'::text[]) m,
      unnest(array['{"block": "K1"}', '{"block": "K2"}']::jsonb[]) d;
    select stats.report_figure('thu', 'f' || m || d::text, m, 'U1', '2018-2020', d, 0, 'e', 's')
    from unnest('{M02,M06,M07,M08,M09}'::text[]) m,
      unnest(array['{"field": "thu1"}', '{"field": "Lĩnh vực thử 2"}', '{"field": "chua_phan_loai"}']::jsonb[]) d;
    select stats.report_figure('thu', m || d::text, m, u, '2018-2020', d, 0, 'e', 's')
    from (values ('M14', 'U1', '{"of": "M07", "base": "2019"}'),
      ('M12', 'U41', '{"authority": "UBND_HUYEN", "subject_kind": "collective"}'),
      ('M08', 'U41', '{"level": "TINH", "field": "thu1"}'), ('M07', 'U1', '{"tree": "mat_tran"}'),
      ('M06', 'U1', '{"field": "thu1", "subject_kind": "collective", "registration_type": "new"}')) v (m, u, d_text)
    cross join lateral (select v.d_text::jsonb) x (d);
    """
}
