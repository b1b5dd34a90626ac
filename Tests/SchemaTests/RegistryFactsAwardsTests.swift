import Postgres
import TestSupport
import Testing

@Suite("registry.validation_facts_awards")
struct RegistryFactsAwardsTests {
  private static let district = "Huyện Chợ Đồn, tỉnh Bắc Kạn"

  @Test("a registration, a report and an inspection have no facts of awards")
  func none() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("Trồng quế"))
    #expect(try fixture.facts(id, "awards") == "null")
  }

  @Test("a proposal knows its level, the next lower ones on its day, the valid reports and the subjects of its models")
  func proposal() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("s", RegistryFixture.registration("Phân loại rác", subject: "Chi hội Phụ nữ"))
    try fixture.judge()
    try fixture.submit(
      "r", kind: "report", #"{"filed_on": "2021-11-05", "year": 2021, "model": {"name": "Phân loại rác"}}"#)
    try fixture.judge()
    func proposal(_ key: String, _ level: String, _ day: String) throws -> Int64 {
      try fixture.submit(
        key, kind: "recognition_proposal", unit: Self.district,
        #"{"filed_on": "\#(day)", "level": "\#(level)", "year": 2021, "models": [{"unit": "\#(RegistryFixture.unit)", "name": "Phân loại rác"}, {"name": "x"}]}"#
      )
    }
    let id = try proposal("p", "TINH", "2021-12-01")
    #expect(
      try fixture.facts(id, "awards,models")
        == #"[{"index": 0, "reports": [{"year": 2021, "filed_on": "2021-11-05"}], "subjects": ["Chi hội Phụ nữ"]}]"#)
    #expect(try fixture.facts(id, "awards,level,name") == #""Cấp tỉnh""#)
    #expect(try codes(fixture, id) == ["HUYEN"])
    #expect(try codes(fixture, proposal("q", "TINH", "2026-05-01")) == ["XA", "CO_SO", "HUYEN"])
    #expect(try codes(fixture, proposal("u", "HUYEN", "2021-12-01")) == ["XA", "CO_SO"])
    #expect(try codes(fixture, proposal("v", "XA", "2021-12-01")) == [])
    #expect(try codes(fixture, proposal("w", "KHAC", "2021-12-01")) == [])
  }

  @Test("reports of a later turn do not count")
  func laterReport() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("s", RegistryFixture.registration("Phân loại rác"))
    try fixture.judge()
    let id = try fixture.submit(
      "p", kind: "recognition_proposal", unit: Self.district,
      #"{"filed_on": "2021-12-01", "level": "HUYEN", "year": 2021, "models": [{"unit": "\#(RegistryFixture.unit)", "name": "Phân loại rác"}]}"#
    )
    let report = try fixture.submit(
      "r", kind: "report", #"{"filed_on": "2021-12-05", "year": 2021, "model": {"name": "Phân loại rác"}}"#)
    try fixture.judge([report])
    #expect(try fixture.facts(id, "awards,models,0,reports") == "[]")
  }

  @Test(
    "the issuer is known by the beginning of its name, its chairman signs for it",
    arguments: [
      ("Chủ tịch UBND tỉnh Bắc Kạn", #"["UBND_TINH"]"#), ("Huyện uỷ Chợ Đồn", #"["HUYEN_UY"]"#),
      ("Cụm thi đua số 3", "[]"),
    ])
  func issuers(name: String, codes: String) throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit(
      "d", kind: "commendation_decision", unit: Self.district,
      #"{"filed_on": "2021-12-20", "decision": {"issuer": "\#(name)"}, "level": "TINH", "form": "bang_khen", "recipients": []}"#
    )
    #expect(
      try fixture.text(
        "select jsonb_path_query_array(facts::jsonb, '$.awards.authorities[*].code')::text from registry.validation_facts($1)",
        [.int8Array([id])]) == codes)
    #expect(try fixture.facts(id, "awards,form_name") == #""Bằng khen""#)
  }

  @Test("legal parameters are those of the day of the decision")
  func parameters() throws {
    let fixture = try RegistryFixture()
    for (day, salary) in [("2023-12-01", "1800000"), ("2025-12-15", "2340000"), ("2020-01-01", nil)] {
      let id = try fixture.submit(
        day, kind: "commendation_decision", unit: Self.district,
        #"{"filed_on": "2021-12-20", "decision": {"issuer": "UBND tỉnh", "issued_on": "\#(day)"}, "level": "TINH", "recipients": []}"#
      )
      #expect(try fixture.facts(id, "awards,parameters,base_salary") == salary)
    }
  }

  @Test("a subject's commendations are told, and which of them is for the same achievement")
  func achievements() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("s", RegistryFixture.registration("Dưa lúa", subject: "Hội Nông dân xã Nghĩa Tá"))
    try fixture.judge()
    try fixture.submit("a", kind: "commendation_decision", unit: Self.district, Self.decision("9-QĐ/HU", "2018-2020"))
    try fixture.judge()
    let same = try fixture.submit(
      "b", kind: "commendation_decision", unit: Self.district, Self.decision("10-QĐ/HU", "2018-2020"))
    #expect(
      try fixture.facts(same, "awards,recipients,0,achievements")
        == #"[{"day": "2021-01-04", "form": "giay_khen", "level": "HUYEN", "decision": "9-QĐ/HU", "same_achievement": true}]"#
    )
    #expect(try fixture.facts(same, "awards,recipients,0,ended_on") == "null")
    let other = try fixture.submit(
      "c", kind: "commendation_decision", unit: Self.district, Self.decision("11-QĐ/HU", "2021"))
    #expect(try fixture.facts(other, "awards,recipients,0,achievements,0,same_achievement") == "false")
    let basis = try fixture.submit(
      "e", kind: "commendation_decision", unit: Self.district,
      Self.decision("12-QĐ/HU", "2021", extra: #", "bases": [{"symbol": "1-QĐ/X"}, {"symbol": "9 - QĐ/HU"}]"#))
    #expect(try fixture.facts(basis, "awards,thematic_bases") == "[1]")
  }

  @Test("a collective that is a unit which ended, and does not go on, was dissolved")
  func dissolved() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit(
      "d", kind: "commendation_decision", unit: "Tỉnh Thái Nguyên",
      """
      {"filed_on": "2026-01-05", "decision": {"issuer": "UBND tỉnh", "issued_on": "2026-01-04"}, "level": "TINH", "recipients": [
        {"kind": "collective", "name": "Huyện Chợ Đồn", "unit": "tỉnh Bắc Kạn"},
        {"kind": "collective", "name": "Huyện Chợ Đồn", "unit": "Huyện Chợ Đồn, tỉnh Bắc Kạn"},
        {"kind": "collective", "name": "Xã Nghĩa Tá", "unit": "tỉnh Thái Nguyên"},
        {"kind": "collective", "name": "Chi bộ 1", "unit": "\(RegistryFixture.unit)"},
        {"kind": "individual", "name": "Huyện Chợ Đồn", "unit": "tỉnh Bắc Kạn"}]}
      """)
    let ends = try (0..<5).map { try fixture.facts(id, "awards,recipients,\($0),ended_on") }
    #expect(ends == [#""2025-06-30""#, #""2025-06-30""#, "null", "null", "null"])
  }

  @Test(
    "content of any shape gives facts, never an error",
    arguments: [
      "{}", #"{"level": 1, "models": 2, "recipients": {}, "bases": "x", "form": [], "decision": 7}"#,
      #"{"level": "TINH", "models": [null, 1], "recipients": [null, {"kind": "collective", "name": 1, "unit": {}}], "bases": [null, {"symbol": []}]}"#,
    ])
  func anyShape(content: String) throws {
    let fixture = try RegistryFixture()
    for kind in ["recognition_proposal", "recognition_decision", "commendation_proposal", "commendation_decision"] {
      let key = "any \(kind) \(content.count)"
      let id = try fixture.submit(key, kind: kind, content)
      #expect(try fixture.facts(id, "awards") != nil)
    }
  }

  private func codes(_ fixture: RegistryFixture, _ id: Int64) throws -> [String] {
    try fixture.rows(
      "select c ->> 'code' from registry.validation_facts($1) f, jsonb_array_elements(f.facts::jsonb #> '{awards,lower_levels}') c",
      [.int8Array([id])])
  }

  private static func decision(_ symbol: String, _ period: String, extra: String = "") -> String {
    """
    {"filed_on": "2021-12-20", "decision": {"symbol": "\(symbol)", "issued_on": "2021-01-04", "issuer": "Huyện ủy Chợ Đồn"},
     "level": "HUYEN", "form": "giay_khen", "movement": "Dân vận khéo", "period": "\(period)", "recipients": [
      {"kind": "collective", "name": "Hội Nông dân xã Nghĩa Tá", "unit": "\(RegistryFixture.unit)",
       "model": {"unit": "\(RegistryFixture.unit)", "name": "Dưa lúa"}}]\(extra)}
    """
  }
}
