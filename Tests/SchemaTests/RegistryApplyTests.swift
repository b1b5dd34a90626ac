import Postgres
import TestSupport
import Testing

@Suite("registry.validation_apply")
struct RegistryApplyTests {
  @Test("a valid registration becomes model, subject, place and registration; a second run changes nothing")
  func registration() throws {
    let fixture = try RegistryFixture()
    try fixture.run("select registry.define_block('064', 'XA', 'Khối xã, phường')")
    try fixture.run("select registry.assign_block('02071', '064', 'XA', null, '2025-06-30')")
    let id = try fixture.submit("k", RegistryFixture.registration("Trồng quế"))
    let verdict = #"[{"id": \#(id), "version": 1, "rule_set": 1, "state": "valid", "unit_id": %, "findings": []}]"#
      .replacing(
        "%", with: try fixture.facts(id, "unit,candidates,0,id") ?? "")
    for _ in 1...2 {
      try fixture.run("select registry.validation_apply($1)", [.text(verdict)])
      #expect(
        try fixture.rows(
          "select m.code, m.name, u.code as unit, f.code as field, m.first_year from registry.model m join registry.unit u on u.id = m.unit_id join registry.field f on f.id = m.field_id"
        )
          == ["MH\(id)|Trồng quế|02071|kinh_te|2021"])
      #expect(
        try fixture.rows(
          "select r.year, r.type, r.subject_kind, s.name, b.code, r.registered_on from registry.registration r join registry.subject s on s.id = r.subject_id join registry.block b on b.id = r.block_id"
        )
          == ["2021|new|collective|Chi bộ 1|XA|2021-03-02"])
      #expect(try fixture.rows("select place_key from registry.model_place") == ["thôn 1"])
      #expect(try fixture.rows("select role from registry.model_subject") == ["lead"])
      #expect(try fixture.rows("select state from registry.submission_change") == ["valid"])
      #expect(try fixture.text("select count(*)::text from queue.job where kind = 'aggregation_refresh'") == "1")
    }
  }

  @Test("a verdict on a version that is no longer waiting changes nothing")
  func stale() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("Trồng quế"))
    try fixture.run(
      "select registry.validation_apply($1)",
      [.text(#"[{"id": \#(id), "version": 2, "rule_set": 1, "state": "valid", "unit_id": 1, "findings": []}]"#)])
    try fixture.run("select registry.withdraw(\(id), 'nhầm')")
    try fixture.run(
      "select registry.validation_apply($1)",
      [.text(#"[{"id": \#(id), "version": 1, "rule_set": 1, "state": "valid", "unit_id": 1, "findings": []}]"#)])
    #expect(try fixture.rows("select state from registry.submission") == ["withdrawn"])
    #expect(try fixture.rows("select id from registry.model") == [])
  }

  @Test(
    "findings are written for every state, canonical rows only when valid", arguments: ["needs_supplement", "invalid"])
  func notValid(state: String) throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("Trồng quế"))
    try fixture.judge(state: state)
    #expect(try fixture.rows("select code, severity, path, message from registry.finding") == ["VB-002|G||m"])
    #expect(try fixture.rows("select id from registry.model") == [])
    #expect(try fixture.text("select registry.submission_result(\(id)) #>> '{findings,0,code}'") == "VB-002")
    #expect(try fixture.text("select registry.submission_result(\(id)) ->> 'supplements_left'") == "1")
  }

  @Test("canonical rows are made from the repaired content; the submitted one stays")
  func repaired() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("Trồng   quế"))
    let unit = try fixture.facts(id, "unit,candidates,0,id") ?? ""
    try fixture.run(
      "select registry.validation_apply($1)",
      [
        .text(
          #"[{"id": \#(id), "version": 1, "rule_set": 1, "state": "valid", "unit_id": \#(unit), "findings": [], "repaired": \#(RegistryFixture.registration("Trồng quế"))}]"#
        )
      ])
    #expect(try fixture.rows("select name from registry.model") == ["Trồng quế"])
    #expect(try fixture.text("select content #>> '{model,name}' from registry.submission_version") == "Trồng   quế")
  }

  @Test("a valid proposal writes no canonical row, the decision does, with its document")
  func recognition() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("s", RegistryFixture.registration("Phân loại rác"))
    try fixture.judge()
    try fixture.submit("p", kind: "recognition_proposal", unit: "064", RegistryFactsTests.decision("Phân loại rác"))
    try fixture.judge()
    #expect(try fixture.rows("select id from registry.recognition") == [])
    try fixture.submit("d", kind: "recognition_decision", unit: "064", RegistryFactsTests.decision("Phân loại rác"))
    try fixture.submit(
      "e", kind: "recognition_decision", unit: "064",
      RegistryFactsTests.decision("Phân loại rác").replacing("mo_hinh", with: "dien_hinh"))
    try fixture.judge()
    let sql = """
      select r.level, r.year, r.title, r.authority, d.symbol, d.system, d.issued_on from registry.recognition r
      join registry.document d on d.id = r.document_id order by r.title
      """
    #expect(
      try fixture.rows(sql) == [
        "HUYEN|2021|dien_hinh|HUYEN_UY|12-QĐ/HU|dang|2021-03-15",
        "HUYEN|2021|mo_hinh|HUYEN_UY|12-QĐ/HU|dang|2021-03-15",
      ])
    #expect(try fixture.text("select count(*)::text from registry.document where symbol = '12-QĐ/HU'") == "1")
  }

  @Test("a recognition without a year is kept once")
  func unknownYear() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("s", RegistryFixture.registration("Phân loại rác"))
    try fixture.judge()
    for key in ["d", "e"] {
      try fixture.submit(
        key, kind: "recognition_decision", unit: "064",
        RegistryFactsTests.decision("Phân loại rác").replacing(#""year": 2021"#, with: #""year": null"#))
      try fixture.judge()
    }
    #expect(try fixture.rows("select level, year, title from registry.recognition") == ["HUYEN|–|mo_hinh"])
  }

  @Test("a commendation decision becomes document, subjects, achievements and commendations in the order of its list")
  func commendation() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("s", RegistryFixture.registration("Dưa lúa", subject: "Hội Nông dân xã Nghĩa Tá"))
    try fixture.judge()
    try fixture.submit(
      "c", kind: "commendation_decision", unit: "064",
      """
      {"filed_on": "2021-12-20", "decision": {"symbol": null, "issued_on": null, "issuer": "UBND huyện Chợ Đồn", "subject": "Khen"}, "level": "HUYEN", "form": null,
       "movement": "Dân vận khéo", "period": "2018-2020", "reason": "Có thành tích", "recipients": [
        {"kind": "collective", "name": "Hội Nông dân xã Nghĩa Tá", "unit": "\(RegistryFixture.unit)", "model": {"unit": "\(RegistryFixture.unit)", "name": "Dưa lúa"}},
        {"kind": "individual", "name": "Cá nhân mô phỏng 01", "unit": "\(RegistryFixture.unit)", "position": "Hội viên"}, {"kind": "individual", "name": "Không đơn vị"}]}
      """)
    try fixture.judge()
    #expect(
      try fixture.rows(
        "select list_position, subject_name, subject_position, form, unit_id is null as nowhere, authority from registry.commendation order by 1"
      ) == [
        "0|Hội Nông dân xã Nghĩa Tá|–|–|false|UBND_HUYEN", "1|Cá nhân mô phỏng 01|Hội viên|–|false|UBND_HUYEN",
        "2|Không đơn vị|–|–|true|UBND_HUYEN",
      ])
    #expect(
      try fixture.rows("select period, movement, model_id is null as general from registry.achievement order by id")
        == ["2018-2020|Dân vận khéo|false", "2018-2020|Dân vận khéo|true", "2018-2020|Dân vận khéo|true"])
    // The collective of the model and the one commended are one subject.
    #expect(
      try fixture.text("select count(*)::text from registry.subject where name = 'Hội Nông dân xã Nghĩa Tá'") == "1")
    #expect(
      try fixture.rows(
        "select distinct year from stats.change where id > (select max(id) - 8 from stats.change) order by 1"
      ).contains("2018"))
  }

  @Test("a report is tied to the registration of its year, an inspection to its units")
  func reportAndInspection() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("s", RegistryFixture.registration("Trồng quế"))
    try fixture.judge()
    try fixture.submit(
      "r", kind: "report",
      #"{"filed_on": "2021-11-05", "year": 2021, "model": {"name": "Trồng quế"}, "narrative": "Tốt", "indicators": [{"x": "85"}], "held_on": "2021-11-05"}"#
    )
    try fixture.submit(
      "i", kind: "inspection_record", unit: "064",
      #"{"filed_on": "2021-10-01", "year": 2021, "team": "Đoàn 1", "inspected_on": "2021-09-10", "topics": ["QCDC"], "units": ["02071", "\#(RegistryFixture.unit)", "không có"]}"#
    )
    try fixture.judge()
    #expect(
      try fixture.rows(
        "select m.name, r.registration_id = g.id as tied, r.held_on, r.indicators from registry.report r join registry.model m on m.id = r.model_id join registry.registration g on g.model_id = m.id"
      ) == [#"Trồng quế|true|2021-11-05|[{"x": "85"}]"#])
    #expect(
      try fixture.rows(
        "select team, inspected_on, topics, u.code from registry.inspection i join registry.inspection_unit x on x.inspection_id = i.id join registry.unit u on u.id = x.unit_id"
      ) == [#"Đoàn 1|2021-09-10|["QCDC"]|02071"#])
  }

  @Test("independent submissions give the same canonical rows in whatever order they are applied")
  func order() throws {
    func canonical(_ order: ([Int64]) -> [[Int64]]) throws -> [String] {
      let fixture = try RegistryFixture()
      // One subject, spelled in several ways.
      let subjects = ["Chi bộ thôn Hòa", "chi bộ thôn hoà", "CHI BỘ THÔN HÒA", "Chi Bộ Thôn Hòa"]
      let ids = try subjects.enumerated().map {
        try fixture.submit("k\($0.offset)", RegistryFixture.registration("Mô hình \($0.offset)", subject: $0.element))
      }
      for group in order(ids) { try fixture.judge(group) }
      return try fixture.rows(
        "select m.code, m.name, s.name as subject, s.first_turn from registry.registration r join registry.model m on m.id = r.model_id join registry.subject s on s.id = r.subject_id order by m.code"
      )
    }
    let together = try canonical { [$0] }
    #expect(together.count == 4)
    #expect(together.allSatisfy { $0.contains("Chi bộ thôn Hòa|1") })
    #expect(try canonical { $0.reversed().map { [$0] } } == together)
    #expect(try canonical { [[$0[2], $0[1]], [$0[3], $0[0]]] } == together)
  }

  @Test("an equal registration that another lane wrote first fails the batch with 23505, so that its job runs again")
  func loser() throws {
    let fixture = try RegistryFixture()
    let first = try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    let second = try fixture.submit("b", RegistryFixture.registration("Trồng quế"))
    try fixture.judge([first])
    let error = try serverError { try fixture.judge([second]) }
    #expect(error.sqlState == "23505")
    #expect(error.constraint == "registration_one_per_model_and_year")
  }

  @Test("facts and verdicts are given to the daemon's role")
  func daemonRole() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    try fixture.run("set role dvk_daemon")
    try fixture.judgeAs(id)
    #expect(try fixture.text("select registry.rule_set(1)")?.contains("DK-001") == true)
    try fixture.run("reset role")
    #expect(try fixture.rows("select state from registry.submission") == ["valid"])
  }
}

extension RegistryFixture {
  /// Judges one submission with what the facts and the API give, no table.
  fileprivate func judgeAs(_ id: Int64) throws {
    let unit = try facts(id, "unit,candidates,0,id") ?? "null"
    try run(
      "select registry.validation_apply($1)",
      [.text(#"[{"id": \#(id), "version": 1, "rule_set": 1, "state": "valid", "unit_id": \#(unit), "findings": []}]"#)])
  }
}
