import Foundation
import Postgres
import Schema
import TestSupport
import Testing

@Suite("Synthetic country")
struct SyntheticCountryTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase.migrated()
    let script = TestDatabase.share.path + "/deploy/dev/synthetic-country.sql"
    try database.connect().script(String(contentsOfFile: script, encoding: .utf8))
  }

  private func text(_ sql: String) throws -> String { try database.connect().query("select (\(sql))::text").text(0, 0) }

  private func grown(seed: Int = 1, _ steps: (Int, Int)...) throws {
    let connection = try database.connect()
    try connection.query("select synthetic.lay_out(\(seed))")
    for (places, models) in steps { try connection.query("select synthetic.grow(\(places), \(models))") }
  }

  /// Everything that is drawn, without ids that other rows of the database shift.
  private static let drawn = """
    select md5(string_agg(x::text, '|' order by x.paper)) from (
      select r.submission_id as paper, o.n, r.year, r.type, r.subject_kind, r.registered_on, m.name, f.code as field, s.name as subject,
        (select string_agg(c.title || c.level, ',' order by c.title) from registry.recognition c where c.model_id = m.id) as titles,
        (select string_agg(a.form, ',') from registry.commendation a where a.achievement_id = m.id) as awards,
        (select string_agg(w.code, ',') from registry.finding w where w.submission_id = r.submission_id) as warnings
      from registry.registration r join synthetic.place o on o.id = r.unit_id join registry.model m on m.id = r.model_id
      join registry.subject s on s.id = r.subject_id left join registry.field f on f.id = r.field_id) x
    """
  private static let byYear = """
    select string_agg(y.n::text, ' ' order by y.year) from (
      select r.year, count(*) as n from registry.registration r group by 1) y
    """

  @Test("34 provinces and 3,321 communes of today by name, and 200 registrations of eight years in a place")
  func whole() throws {
    try grown((20, 50))
    #expect(
      try text("select format('%s %s', count(*), sum(communes)) from synthetic.province where communes > 0")
        == "34 3321")
    #expect(
      try text(
        "select count(distinct p.province || n.name_key || n.type) from synthetic.commune p join registry.unit_name n on n.unit_id = p.id"
      ) == "3321")
    #expect(try text(Self.byYear) == "200 300 400 500 560 620 680 740")
    #expect(
      try text("select count(distinct province) > 10 and count(distinct commune) = 20 from synthetic.place") == "true")
    #expect(
      try text("select count(*) from registry.submission where kind = 'registration' and state = 'needs_supplement'")
        == "160")
    for table in ["finding", "recognition", "commendation"] {
      #expect(try text("select count(*) > 0 from registry.\(table)") == "true", "\(table)")
    }
    #expect(
      try text(
        """
        select count(*) from (select name, name_key from registry.model union all
          select name, name_key from registry.subject union all
          select n.name, n.name_key from registry.unit_name n join registry.unit u on u.id = n.unit_id where u.code like 'SYN%') k
        where k.name_key <> registry.name_key(k.name)
        """) == "0")
  }

  @Test("counted by a rebuild it is what a recount finds, and every figure of it is marked as simulated")
  func counted() throws {
    try grown((40, 7))
    try database.connect().query("select stats.rebuild()")
    #expect(try text("select count(*) from stats.verify('SYN', '2023')") == "0")
    #expect(
      try text("select stats.figure('M07', 'SYN', '2025')::int")
        == text("select count(*) from registry.registration where year = 2025"))
    #expect(try text("select stats.report('SYN', '2025') -> 'demo'") == "true")
    let members =
      "select jsonb_path_query_array(stats.report('SYN', '2025'), '$.tables[*] ? (@.code == \"members\").rows[*][0]')"
    #expect(try text("select jsonb_array_length((\(members)))") == "34")
    #expect(try text("select (\(members)) -> 0") == "\"Thành phố Cần Thơ\"")
  }

  @Test("the same seed gives the same country in one step or in two, another seed another one of the same size")
  func seeds() throws {
    try grown(seed: 5, (3, 50), (12, 50))
    let other = try SyntheticCountryTests()
    try other.grown(seed: 5, (12, 50))
    let third = try SyntheticCountryTests()
    try third.grown(seed: 6, (12, 50))
    #expect(try text(Self.drawn) == other.text(Self.drawn))
    #expect(try text(Self.drawn) != third.text(Self.drawn))
    #expect(try text(Self.byYear) == third.text(Self.byYear))
  }

  @Test("what cannot be made is refused and leaves what there is")
  func refused() throws {
    func refusal(_ sql: String) throws -> SQLState? {
      do {
        try database.connect().query(sql)
        return nil
      } catch {
        return error.sqlState
      }
    }
    #expect(try refusal("select synthetic.grow(5)") == "55000")
    try grown((5, 50))
    #expect(try refusal("select synthetic.lay_out(2)") == "23505")
    #expect(try refusal("select synthetic.grow(4)") == "22023")
    #expect(try refusal("select synthetic.grow(6, 51)") == "22023")
    #expect(try refusal("select synthetic.grow(6, 1)") == "22023")
    #expect(try refusal("select synthetic.grow(null)") == "22023")
    #expect(try text("select synthetic.grow(5)") == "1000")
  }

  @Test("corrections are logged, two of a place, and what is written later gets numbers of its own")
  func changes() throws {
    try grown((30, 50))
    let connection = try database.connect()
    try connection.query("select stats.rebuild()")
    try connection.query("select synthetic.change(10)")
    #expect(try text("select count(*) || ' ' || min(year) || ' ' || max(year) from stats.change") == "5 2023 2023")
    try connection.query("select stats.refresh()")
    #expect(try text("select count(*) from stats.verify('SYN', '2023')") == "0")
    try connection.query(
      """
      insert into registry.model (code, name, name_key, unit_id, submission_id)
      select 'NEW', 'Mới', 'mới', o.id, 1 from synthetic.place o where o.n = 1
      """)
    #expect(try text("select code from registry.model order by id desc limit 1") == "NEW")
  }
}
