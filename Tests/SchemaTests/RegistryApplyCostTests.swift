import Postgres
import TestSupport
import Testing

/// What writing a verdict reads must not grow with what is there already.
@Suite("registry.validation_apply: rows it reads")
struct RegistryApplyCostTests {
  @Test(
    "a report reads the registrations of its model, and a subject itself, whatever other units have of the same name")
  func readsItsOwnOnly() throws {
    let fixture = try RegistryFixture()
    let connection = try fixture.database.connect()
    try connection.script(Self.fill)
    let report = try fixture.submit(
      "report", kind: "report", #"{"filed_on": "2021-11-01", "year": 2021, "model": {"name": "Trồng quế"}}"#)
    try fixture.submit("registration", RegistryFixture.registration("Thùng rác xanh"))
    var fetched: [Int64] = []
    try connection.transaction { connection in
      try connection.query(
        """
        select registry.validation_apply((
          select jsonb_agg(jsonb_build_object('id', f.submission_id, 'version', 1, 'rule_set', 1, 'state', 'valid',
            'unit_id', f.facts::jsonb #> '{unit,candidates,0,id}', 'findings', '[]'::jsonb))::text
          from registry.validation_facts(array(select id from registry.submission where state = 'submitted')) f))
        """)
      let rows = try connection.query(
        """
        select idx_tup_fetch from pg_stat_xact_user_tables where schemaname = 'registry' and relname in ('registration', 'subject')
        order by relname
        """)
      fetched = try (0..<rows.count).map { try rows.int8($0, 0) }
    }
    #expect(fetched.count == 2)
    #expect(fetched.allSatisfy { $0 < 100 }, "\(fetched)")
    #expect(
      try fixture.rows(
        "select m.submission_id is not null, r.registration_id is not null from registry.report r join registry.model m on m.id = r.model_id where r.submission_id = \(report)"
      ) == ["true|true"])
    // The one that was handed in first gives the spelling.
    #expect(
      try fixture.rows(
        "select count(*) from registry.subject where name = 'Chi bộ 1' and first_turn < 1000000") == ["1"])
  }

  @Test("a report hangs on a model whose registration was withdrawn")
  func withdrawn() throws {
    let fixture = try RegistryFixture()
    let registration = try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    let report = try fixture.submit(
      "b", kind: "report", #"{"filed_on": "2021-11-01", "year": 2021, "model": {"name": "Trồng quế"}}"#)
    try fixture.judge([registration])
    try fixture.run("select registry.withdraw(\(registration), 'nhầm')")
    try fixture.judge([report])
    #expect(
      try fixture.rows("select model_id is not null, registration_id is not null from registry.report") == [
        "true|false"
      ])
  }

  @Test(
    "a decision reads its own document and subjects, whatever other bodies and units have of the same symbol and name")
  func decisionReadsItsOwnOnly() throws {
    let fixture = try RegistryFixture()
    let connection = try fixture.database.connect()
    try connection.script(Self.fill)
    try connection.script(Self.fillDocuments)
    let ids = try ["first", "second"].map {
      try fixture.submit($0, kind: "commendation_decision", unit: "064", Self.decision)
    }
    // What the second rests on is there: its document, its subjects and their achievements.
    try fixture.judge([ids[0]])
    var fetched: [Int64] = []
    try connection.transaction { connection in
      try connection.query(
        """
        select registry.validation_apply((
          select jsonb_agg(jsonb_build_object('id', f.submission_id, 'version', 1, 'rule_set', 1, 'state', 'valid',
            'unit_id', f.facts::jsonb #> '{unit,candidates,0,id}', 'findings', '[]'::jsonb))::text
          from registry.validation_facts(array[\(ids[1])]) f))
        """)
      let rows = try connection.query(
        """
        select idx_tup_fetch from pg_stat_xact_user_tables where schemaname = 'registry' and relname in ('document', 'subject')
        order by relname
        """)
      fetched = try (0..<rows.count).map { try rows.int8($0, 0) }
    }
    #expect(fetched.count == 2)
    #expect(fetched.allSatisfy { $0 < 100 }, "\(fetched)")
    #expect(
      try fixture.rows("select count(*), count(distinct document_id) from registry.commendation_decision") == ["2|1"])
    #expect(
      try fixture.rows(
        """
        select s.name, s.unit_id is null, s.kind from registry.commendation k join registry.subject s on s.id = k.subject_id
        order by k.list_position, s.kind
        """) == ["Chi bộ 1|false|collective", "Chi bộ 1|true|collective", "Chi bộ 1|true|household"])
  }

  @Test(
    "a document without issuer or day is found again as such, and taken for no other",
    arguments: ["", #", "issuer": "Huyện ủy""#, #", "issued_on": "2021-01-04""#])
  func incompleteDocuments(rest: String) throws {
    let fixture = try RegistryFixture()
    func decide(_ key: String, _ rest: String) throws {
      let content =
        #"{"filed_on": "2021-01-05", "decision": {"symbol": "1-QĐ/HU"\#(rest)}, "level": "HUYEN", "recipients": []}"#
      try fixture.judge([fixture.submit(key, kind: "commendation_decision", unit: "064", content)])
    }
    try decide("whole", #", "issuer": "Huyện ủy", "issued_on": "2021-01-04""#)
    try decide("a", rest)
    try decide("b", rest)
    #expect(
      try fixture.rows(
        "select count(*), count(distinct document_id), count(document_id) from registry.commendation_decision")
        == ["3|2|3"])
  }

  /// A decision on one who bears a common name in a unit, and on two of that name whose unit is not said.
  private static let decision = """
    {"filed_on": "2021-01-05", "level": "HUYEN", "form": "giay_khen", "movement": "Dân vận khéo", "period": "2020",
     "decision": {"symbol": "01-QĐ/HU", "issued_on": "2021-01-04", "issuer": "Huyện ủy Chợ Đồn"},
     "recipients": [{"kind": "collective", "name": "Chi bộ 1", "unit": "\(RegistryFixture.unit)"},
                    {"kind": "collective", "name": "Chi bộ 1"}, {"kind": "household", "name": "Chi bộ 1"}]}
    """

  /// A document of the same symbol on two thousand days.
  private static let fillDocuments = """
    insert into registry.document (symbol, symbol_key, issuer, issuer_key, issued_on, first_turn)
    select '01-QĐ/HU', registry.symbol_key('01-QĐ/HU'), 'Đảng ủy ' || i, 'đảng uỷ ' || i, '2021-01-04', 1000000
    from generate_series(1, 2000) i;
    analyze registry.document;
    """

  /// The same model and the same subject in two thousand units.
  private static let fill = """
    create temporary table place as
    select u.id, u.code from registry.unit u, registry.unit_matches(array['\(RegistryFixture.unit)']) m
    order by u.id = m.unit_id desc, u.id limit 2000;
    insert into registry.submission (source, key, kind, campaign_id, unit_text, unit_id, filed_on, year, model_key, state, rule_set, decided_at)
    select 'fill', id::text, 'registration', (select min(c.id) from registry.campaign c), code, id, '2021-03-02', 2021, 'trồng quế', 'valid', 1, now()
    from place;
    insert into registry.model (code, name, name_key, unit_id, first_year, submission_id)
    select 'MH' || s.id, 'Trồng quế', 'trồng quế', s.unit_id, 2021, s.id from registry.submission s where s.source = 'fill';
    insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, registered_on)
    select m.submission_id, m.id, s.campaign_id, m.unit_id, 2021, 'new', '2021-03-02'
    from registry.model m join registry.submission s on s.id = m.submission_id;
    insert into registry.subject (kind, name, name_key, unit_id, first_turn)
    select 'collective', 'CHI BỘ 1', registry.name_key('Chi bộ 1'), id, 1000000 from place;
    analyze registry.subject, registry.registration, registry.model, registry.submission;
    """
}
