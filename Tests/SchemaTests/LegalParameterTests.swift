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
        select (f.value * b.value)::text from registry.legal_parameter f join registry.legal_parameter b on b.code = 'base_salary' and b.valid @> date '\(day)'
        right join (select 1) x on true and f.code = 'bang_khen_tinh_individual_factor' and f.valid @> date '\(day)'
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

  @Test(
    "a proposal of commendation is to be settled within the days of its level, merit and day of filing",
    arguments: [
      ("XA", nil, "2026-03-02", "2026-03-12"), ("XA", "chuyen_de", "2026-03-04", "2026-03-16"),
      ("XA", "cong_trang", "2026-03-05", "2026-03-16"), ("HUYEN", "dot_xuat", "2025-06-02", "2025-06-12"),
      ("HUYEN", "dot_xuat", "2025-06-06", "2025-06-18"), ("HUYEN", "dot_xuat", "2025-07-01", nil),
      ("HUYEN", nil, "2025-06-02", nil), ("XA", "dot_xuat", "2026-03-02", nil), ("TINH", nil, "2026-03-02", nil),
      (nil, nil, "2026-03-02", nil),
    ] as [(String?, String?, String, String?)])
  func processing(level: String?, merit: String?, day: String, last: String?) throws {
    let fixture = try RegistryFixture.reading()
    func until(_ kind: String) throws -> String? {
      try fixture.text(
        "select registry.processing_until('\(kind)', jsonb_strip_nulls(jsonb_build_object('level', $1::text, 'merit', $2::text)), '\(day)')::text",
        [.text(level), .text(merit)])
    }
    #expect(try until("commendation_proposal") == last)
    #expect(try until("recognition_proposal") == nil)
  }

  @Test(
    "the time of a proposal is shown while it is not settled, by the parameter of its day, and what is late is listed")
  func overdue() throws {
    let fixture = try RegistryFixture()
    func propose(_ key: String, _ day: String) throws -> Int64 {
      let id = try fixture.submit(
        key, kind: "commendation_proposal",
        """
        {"filed_on": "\(day)", "level": "XA", "form": "giay_khen", "movement": "Dân vận khéo", "period": "2021", "reason": "x",
         "recipients": \(RegistryFixture.recipients())}
        """)
      try fixture.judge([id])
      return id
    }
    try fixture.run(
      "update registry.legal_parameter set valid = daterange(null, '2021-06-01') where code = 'commendation_processing_days_xa'"
    )
    try fixture.run(
      "insert into registry.legal_parameter (code, valid, value, name, source) values ('commendation_processing_days_xa', '[2021-06-01,)', 4, 'x', 'x')"
    )
    let old = try propose("old", "2021-05-03")
    let new = try propose("new", "2021-06-07")
    func until(_ id: Int64) throws -> String? {
      try fixture.text("select registry.submission_result(\(id)) ->> 'processing_until'")
    }
    #expect(try until(old) == "2021-05-13")
    #expect(try until(new) == "2021-06-11")
    let late = "select submission_id, processing_until, days_over, state from registry.overdue_proposals"
    #expect(try fixture.rows("\(late)('2021-05-13')") == [])
    #expect(try fixture.rows("\(late)('2021-06-11')") == ["\(old)|2021-05-13|29|valid"])
    #expect(try fixture.rows("\(late)('2021-06-12')").count == 2)
    let line =
      "select l from registry.submission_report(\(old)) l where l like 'Hạn giải quyết: hết ngày 13/05/2021; đã quá %'"
    #expect(try fixture.rows(line).count == 1)
    try fixture.run("select registry.begin_appraisal(\(old)), registry.return_submission(\(old), 'thiếu biên bản')")
    #expect(try until(old) == nil)
    #expect(try fixture.rows(line) == [])
    #expect(try fixture.rows("\(late)('2021-06-12')").count == 1)
    for role in ["dvk_portal", "dvk_operator"] {
      #expect(
        try fixture.text(
          "select has_function_privilege('\(role)', 'registry.overdue_proposals(date)', 'execute')::text")
          == "true")
    }
  }
}
