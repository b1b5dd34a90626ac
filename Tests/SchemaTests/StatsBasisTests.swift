import Postgres
import TestSupport
import Testing

/// stats.stand.sql: figures by today's boundaries.
@Suite("Current boundaries")
struct StatsBasisTests {
  private let database: TestDatabase

  init() throws {
    database = try StatsHistory.database()
  }

  /// What became of units 7 to 11 on 1 July 2020; each has one model of 2019.
  ///
  /// 7 (below 4) and 8 (below 5) were merged into N1 below 4; 9 (below 6) was divided into N2 below 4 and N3 below 5; 10
  /// (below 2) ended with nobody after it; 11 (below 3) goes on as N4 below 5.
  private static let reform = """
    create function history.made(code text, parent int) returns void language sql as $$
      with u as (insert into registry.unit (code, tree, valid) values (code, 'hanh_chinh', daterange('2020-07-01', null)) returning id),
      n as (insert into registry.unit_name (unit_id, name, type, name_key) select id, code, 'tinh', lower(code) from u)
      insert into registry.unit_parent (unit_id, tree, parent_id, valid)
      select id, 'hanh_chinh', history.u(parent), daterange('2020-07-01', null) from u $$;
    select history.made('N1', 4), history.made('N2', 4), history.made('N3', 5), history.made('N4', 5);
    insert into registry.unit_successor (from_id, to_id, on_day, kind, partial)
    select history.u(v.old), (select id from registry.unit where code = v.new), '2020-07-01', v.kind, v.partial
    from (values (7, 'N1', 'merge', false), (8, 'N1', 'merge', false), (9, 'N2', 'split', true), (9, 'N3', 'split', true),
      (11, 'N4', 'rename', false)) v (old, new, kind, partial);
    update registry.unit set valid = daterange(null, '2020-07-01') where id in (select history.u(n) from generate_series(7, 11) n);
    update registry.unit_parent set valid = daterange(null, '2020-07-01') where unit_id in (select history.u(n) from generate_series(7, 11) n);
    select history.registration(n, 2019) from generate_series(7, 11) n;
    select stats.refresh();
    """

  @Test("merged units add up, renamed ones follow, divided ones stand on the common parent")
  func follows() throws {
    let connection = try database.connect()
    try connection.script(Self.reform)
    func current(_ unit: String) throws -> String {
      try connection.query("select stats.figure('M07', $1, '2019', '{}', 'current')::text", [.text(unit)]).text(0, 0)
    }
    #expect(try ["N1", "N2", "N3", "N4"].map(current) == ["2", "0", "0", "1"])
    // 4 has the merged two, 5 the renamed one, 2 the one that ended; the divided one stands on 1 alone.
    #expect(try ["U4", "U5", "U2", "U3", "U6"].map(current) == ["2", "1", "1", "0", "0"])
    #expect(try current("U1") == "5")
    let historical =
      "select string_agg(stats.figure('M07', u, '2019')::text, ' ' order by u) from unnest('{U1,U4,U5}'::text[]) u"
    #expect(try connection.query(historical).text(0, 0) == "5 1 1")
  }

  @Test("a divided unit is named where it is counted and where it is not")
  func flagged() throws {
    let connection = try database.connect()
    try connection.script(Self.reform)
    let flags =
      "select coalesce(string_agg(d.unit_code || ' ' || d.counted, ', '), '') from history.unit h join registry.unit u using (id) cross join lateral stats.undivided(h.id, 'hanh_chinh') d where u.code = $1"
    #expect(try connection.query(flags, [.text("U1")]).text(0, 0) == "U9 true")
    #expect(try connection.query(flags, [.text("U4")]).text(0, 0) == "U9 false")
    #expect(try connection.query(flags, [.text("U2")]).text(0, 0) == "")
    let report = "select stats.report('U4', '2019', 'current') #>> '{undivided,0,unit}'"
    #expect(try connection.query(report).text(0, 0) == "U9")
  }

  @Test("x and y are of the members of today")
  func members() throws {
    let connection = try database.connect()
    try connection.script(Self.reform)
    let xy =
      "select (e ->> 'part') || '/' || (e ->> 'whole') from stats.explain('M11', 'U5', '2019', '{}', 'current') e"
    let alive =
      "select count(*) from registry.unit_parent p where p.parent_id = history.u(5) and p.valid @> registry.today()"
    #expect(try connection.query(xy).text(0, 0) == "1/\(try connection.query(alive).int8(0, 0))")
  }

  @Test("a comparison across the reform holds by current boundaries, once every unit's base is closed")
  func comparison() throws {
    let connection = try database.connect()
    try connection.script(Self.reform)
    try connection.script(
      """
      insert into history.unit select 81, id from registry.unit where code = 'N1';
      select history.registration(81, 2021); select stats.refresh();
      select stats.close_period('U7', '2019', 'chốt')
      """)
    let compare =
      "select concat_ws(' ', c ->> 'difference', c ->> 'percent', left(c ->> 'reason', 13)) from stats.compare('M07', 'N1', '2021', '2019', '{}', $1) c"
    #expect(try connection.query(compare, [.text("current")]).text(0, 0) == "chưa có số li")
    try connection.query("select stats.close_period('U8', '2019', 'chốt')")
    #expect(try connection.query(compare, [.text("current")]).text(0, 0) == "-1 -50.0")
    #expect(try connection.query(compare, [.text("historical")]).text(0, 0) == "chưa có số li")
  }
}
