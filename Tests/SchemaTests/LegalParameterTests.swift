import Postgres
import TestSupport
import Testing

/// What the law sets is data with days and a source: levels, authorities, parameters, documents.
@Suite("Legal parameters by date")
struct LegalParameterTests {
  /// Codes of a parameter whose days leave a gap or overlap.
  private static let broken = """
    select p.code from (select code, valid, lead(valid) over (partition by code order by valid) as next from registry.legal_parameter) p
    where p.next is not null and upper(p.valid) is distinct from lower(p.next)
    """

  @Test(
    "every row has a source and days that are not empty",
    arguments: [("level", "valid"), ("authority", "valid"), ("legal_parameter", "valid"), ("document", "effective")])
  func sourced(table: String, days: String) throws {
    let fixture = try RegistryFixture.reading()
    #expect(try fixture.rows("select * from registry.\(table) where source !~ '\\S' or isempty(\(days))") == [])
    #expect(try fixture.text("select count(*)::text from registry.\(table)") != "0")
  }

  @Test("the days of a parameter follow each other without gap or overlap, and a gap would be seen")
  func adjacent() throws {
    let fixture = try RegistryFixture()
    #expect(try fixture.rows(Self.broken) == [])
    let overlap = try serverError {
      try fixture.run(
        "insert into registry.legal_parameter (code, valid, value, name) values ('base_salary', '[2024-01-01,2024-12-31]', 1, 'x')"
      )
    }
    #expect(overlap.sqlState == "23P01")
    try fixture.run("update registry.legal_parameter set valid = daterange('2024-08-01', null) where value = 2340000")
    #expect(try fixture.rows(Self.broken) == ["base_salary"])
  }

  @Test("a legal basis ends when the one that replaces it begins")
  func replaced() throws {
    let fixture = try RegistryFixture.reading()
    #expect(
      try fixture.rows(
        """
        select d.symbol from registry.document d left join registry.document n on n.symbol = d.replaced_by
        where d.replaced_by is not null and upper(d.effective) is distinct from lower(n.effective)
        """) == [])
    #expect(try fixture.text("select count(*)::text from registry.document where replaced_by is not null") == "3")
  }

  @Test("an authority of a level acts on no day on which the level is not there")
  func levels() throws {
    let fixture = try RegistryFixture.reading()
    #expect(
      try fixture.rows(
        "select a.code from registry.authority a join registry.level l on l.code = a.level where not a.valid <@ l.valid"
      ) == [])
    #expect(
      try fixture.rows(
        "select l.code from registry.level l where l.valid @> '2026-01-01'::date and l.code not in ('CO_SO', 'TRUNG_UONG') and not exists (select from registry.authority a where a.level = l.code and a.valid @> '2026-01-01'::date)"
      ) == [])
  }

  @Test(
    "the money of an award is the factor times the base salary of the day",
    arguments: [("2025-12-01", "3510000.0"), ("2025-06-30", nil), ("2023-06-30", nil)] as [(String, String?)])
  func money(day: String, amount: String?) throws {
    let fixture = try RegistryFixture.reading()
    #expect(
      try fixture.text(
        """
        select (f.value * b.value)::text from registry.legal_parameter f join registry.legal_parameter b on b.code = 'base_salary' and b.valid @> '\(day)'
        right join (select 1) x on true and f.code = 'bang_khen_tinh_individual_factor' and f.valid @> '\(day)'
        """) == amount)
  }

  @Test("a campaign takes its defaults from the parameters of its first day, unless it says otherwise")
  func defaults() throws {
    let fixture = try RegistryFixture()
    try fixture.run(
      """
      update registry.legal_parameter set valid = daterange(null, '2022-01-01') where code = 'supplement_limit';
      """)
    try fixture.run(
      "insert into registry.legal_parameter (code, valid, value, name, source) values ('supplement_limit', '[2022-01-01,)', 2, 'x', 'x')"
    )
    for (code, period, given, limit) in [
      ("A", "2021", "{}", "1"), ("B", "2022", "{}", "2"), ("C", "2022", #"{"supplement_limit": 0}"#, "0"),
    ] {
      try fixture.run(
        "select registry.define_campaign($1, 'x', '064', $2, 'chuan_4', 'hanh_chinh', $3)",
        [.text(code), .text(period), .jsonb(given)])
      #expect(
        try fixture.rows(
          "select parameters ->> 'supplement_limit', parameters ->> 'change_limit_percent' from registry.campaign where code = '\(code)'"
        )
          == ["\(limit)|100"])
    }
  }
}
