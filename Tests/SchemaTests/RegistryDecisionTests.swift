import Postgres
import TestSupport
import Testing

@Suite("registry.record_recognition, record_commendation and their revocation")
struct RegistryDecisionTests {
  @Test(
    "a decision is written only when it is judged valid; then its proposals are decided, and withdrawing it takes them back"
  )
  func proposals() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    try fixture.appraise(id)
    let decision = try fixture.recognise([id])
    #expect(try fixture.recognise([id]) == decision)
    #expect(try fixture.rows("select id from registry.recognition") == [])
    #expect(try fixture.state(id) == "passed")
    try fixture.judge([decision])
    #expect(try fixture.state(id) == "decided")
    #expect(try fixture.text("select decided_by_id::text from registry.submission where id = \(id)") == "\(decision)")
    #expect(
      try fixture.rows("select level, year, title, authority from registry.recognition") == [
        "HUYEN|2021|mo_hinh|HUYEN_UY"
      ])
    #expect(try fixture.recognise([id]) == decision)
    try fixture.run("select registry.withdraw(\(decision), 'nhập nhầm')")
    #expect(try fixture.state(id) == "passed")
    let again = try fixture.recognise([id])
    #expect(again != decision)
    try fixture.judge([again])
    #expect(try fixture.state(id) == "decided")
    #expect(
      try fixture.rows(
        "select action from registry.audit where object_id = \(id) and action like '%deci%' order by id")
        == ["decide", "withdraw_decision", "decide"])
  }

  @Test("a decision that validation refuses decides nothing")
  func invalid() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    try fixture.appraise(id)
    let decision = try fixture.recognise([id])
    try fixture.judge([decision], state: "invalid")
    #expect(try fixture.state(id) == "passed")
  }

  @Test("a proposal that did not pass, is about something else or passed later carries no decision")
  func wrongProposals() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    let valid = try serverError { try fixture.recognise([id]) }
    #expect(valid.sqlState == "55000")
    #expect(valid.hint?.contains("appraise") == true)
    try fixture.appraise(id)
    for act in [
      { try fixture.recognise([id], year: 2020) }, { try fixture.recognise([id], title: "dien_hinh") },
      { try fixture.recognise([id], decision: RegistryFixture.decision("12-QĐ/HU", "2021-11-09")) },
      { try fixture.commend(proposals: [id]) },
      { try fixture.recognise([id], models: RegistryFixture.models("Mô hình khác")) },
    ] as [() throws -> Int64] {
      #expect(try serverError { _ = try act() }.sqlState == "22023")
    }
    #expect(try serverError { try fixture.recognise([987_654]) }.sqlState == "P0002")
    #expect(try fixture.state(id) == "passed")
  }

  @Test(
    "a body without authority at the level on the day is refused, with those that have it",
    arguments: [
      ("UBND huyện Chợ Đồn", "2021-12-15", "HUYEN", "42501"), ("Huyện ủy Chợ Đồn", "2021-12-15", "TINH", "42501"),
      ("Huyện ủy Chợ Đồn", "2026-01-15", "HUYEN", "22023"), ("Cụm thi đua số 3", "2021-12-15", "HUYEN", "42501"),
      ("Ban Dân vận Tỉnh ủy", "2025-05-05", "TINH", "42501"), ("Huyện ủy Chợ Đồn", "2021-12-15", "LANG", "22023"),
    ])
  func authority(issuer: String, day: String, level: String, state: String) throws {
    let fixture = try RegistryFixture()
    let error = try serverError {
      try fixture.recognise(decision: RegistryFixture.decision("1-QĐ/X", day, issuer: issuer), level: level)
    }
    #expect(error.sqlState.rawValue == state)
    #expect(error.hint?.isEmpty == false)
    #expect(error.message.contains(" / "))
    #expect(try fixture.text("select count(*)::text from registry.submission") == "0")
  }

  @Test(
    "who may recognise at which level is a matter of the day",
    arguments: [
      ("Ban Thường vụ Huyện ủy Chợ Đồn", "2021-12-15", "HUYEN", true),
      ("Đảng uỷ xã Nghĩa Tá", "2021-12-15", "XA", true),
      ("Ủy ban MTTQ Việt Nam xã Nghĩa Tá", "2025-06-30", "XA", false),
      ("Ủy ban MTTQ Việt Nam xã Nghĩa Tá", "2026-10-15", "XA", true),
      ("Đảng ủy thị trấn Bằng Lũng", "2025-06-30", "XA", true),
      ("Đảng ủy thị trấn Bằng Lũng", "2025-07-01", "XA", false),
      ("Đảng ủy đặc khu Phú Quốc", "2025-06-30", "XA", false),
      ("Đảng ủy đặc khu Phú Quốc", "2025-07-01", "XA", true),
    ])
  func authorityByDay(issuer: String, day: String, level: String, may: Bool) throws {
    let fixture = try RegistryFixture()
    let act = {
      try fixture.recognise(decision: RegistryFixture.decision("1-QĐ/X", day, issuer: issuer), level: level)
    }
    if may { #expect(try act() > 0) } else { #expect(try serverError { _ = try act() }.sqlState == "42501") }
  }

  @Test(
    "a decision without number, day or issuer, of a day to come, or without a list is refused",
    arguments: [
      ("{}", RegistryFixture.models()), (nil, RegistryFixture.models()), ("7", RegistryFixture.models()),
      (RegistryFixture.decision(" "), RegistryFixture.models()),
      (RegistryFixture.decision("12-QĐ/HU", "2999-01-01"), RegistryFixture.models()),
      (RegistryFixture.decision("12-QĐ/HU", "15/12"), RegistryFixture.models()), (RegistryFixture.decision(), "[]"),
      (RegistryFixture.decision(), "{}"), (RegistryFixture.decision(), #"[{"unit": "x"}]"#),
      (RegistryFixture.decision(), #"[{"name": " "}]"#),
    ] as [(String?, String)])
  func shapes(decision: String?, models: String) throws {
    let fixture = try RegistryFixture()
    let error = try serverError {
      try fixture.run(
        "select registry.record_recognition('CD-2021', '064', $1, 'HUYEN', 2021, 'mo_hinh', $2)",
        [.jsonb(decision), .jsonb(models)])
    }
    #expect(error.sqlState == "22023")
    #expect(error.hint?.isEmpty == false)
  }

  @Test("a recognition that a model has is not recorded twice; revoked by a decision it may be")
  func twice() throws {
    let fixture = try RegistryFixture()
    _ = try fixture.proposal()
    try fixture.judge([try fixture.recognise()])
    let error = try serverError { try fixture.recognise(decision: RegistryFixture.decision("13-QĐ/HU")) }
    #expect(error.sqlState == "23505")
    #expect(error.hint?.contains("revoke_recognition") == true)
    let id = try #require(try fixture.text("select id::text from registry.recognition"))
    func revoke(_ decision: String, _ reason: String = "hồ sơ sai") throws {
      try fixture.run("select registry.revoke_recognition(\(id), $1, $2)", [.jsonb(decision), .text(reason)])
    }
    #expect(try serverError { try revoke(RegistryFixture.decision("14-QĐ/HU", "2021-12-14")) }.sqlState == "22023")
    #expect(try serverError { try revoke(RegistryFixture.decision("14-QĐ/HU", "2022-01-05"), "") }.sqlState == "22023")
    #expect(
      try serverError { try revoke(RegistryFixture.decision("14-QĐ/X", "2022-01-05", issuer: "UBND xã")) }.sqlState
        == "42501")
    try fixture.run("delete from queue.job")
    try fixture.run("delete from stats.change")
    try revoke(RegistryFixture.decision("14-QĐ/HU", "2022-01-05"))
    #expect(
      try fixture.rows(
        "select d.symbol, r.revoked_reason, r.revoked_at is not null as gone from registry.recognition r join registry.document d on d.id = r.revoked_document_id"
      ) == ["14-QĐ/HU|hồ sơ sai|true"])
    #expect(try fixture.rows("select kind from queue.job") == ["aggregation_refresh"])
    #expect(try fixture.text("select (count(*) > 0)::text from stats.change where year = 2021") == "true")
    #expect(
      try fixture.rows("select action, reason from registry.audit where object = 'recognition'") == [
        "revoke_recognition|hồ sơ sai"
      ])
    #expect(try serverError { try revoke(RegistryFixture.decision("15-QĐ/HU", "2022-02-05")) }.sqlState == "55000")
    #expect(
      try serverError {
        try fixture.run("select registry.revoke_recognition(-1, $1, 'x')", [.jsonb(RegistryFixture.decision())])
      }.sqlState == "P0002")
    try fixture.judge([try fixture.recognise(decision: RegistryFixture.decision("16-QĐ/HU", "2022-03-05"))])
    #expect(try fixture.text("select count(*)::text from registry.recognition where revoked_at is null") == "1")
  }

  @Test("what a district gave is revoked after its end by a body that exists")
  func afterReform() throws {
    let fixture = try RegistryFixture()
    _ = try fixture.proposal()
    try fixture.judge([try fixture.recognise()])
    let id = try #require(try fixture.text("select id::text from registry.recognition"))
    let district = try serverError {
      try fixture.run(
        "select registry.revoke_recognition(\(id), $1, 'x')",
        [.jsonb(RegistryFixture.decision("1-QĐ/HU", "2026-01-05"))])
    }
    #expect(district.sqlState == "42501")
    try fixture.run(
      "select registry.revoke_recognition(\(id), $1, 'x')",
      [.jsonb(RegistryFixture.decision("1-QĐ/TU", "2026-01-05", issuer: "Ban Thường vụ Tỉnh ủy Thái Nguyên"))])
    #expect(try fixture.text("select count(*)::text from registry.recognition where revoked_at is null") == "0")
  }

  @Test("where exemplary models are counted among the recognised, only a recognised one is recorded")
  func exemplary() throws {
    let fixture = try RegistryFixture()
    try fixture.run("update registry.campaign set parameters = parameters || '{\"exemplary_are_recognised\": true}'")
    _ = try fixture.proposal()
    func record() throws {
      try fixture.run(
        "select registry.record_exemplary('CD-2021', '064', $1, 'HUYEN', 2021, $2)",
        [.jsonb(RegistryFixture.decision("30-QĐ/HU", "2021-12-20")), .jsonb(RegistryFixture.models())])
    }
    let error = try serverError { try record() }
    #expect(error.sqlState == "55000")
    #expect(error.detail == "Phân loại rác")
    try fixture.judge([try fixture.recognise()])
    try record()
    try fixture.judge()
    #expect(try fixture.rows("select title from registry.recognition order by title") == ["dien_hinh", "mo_hinh"])
  }

  @Test("a recognised model is replicated elsewhere, tied to its source; one that is not recognised is not")
  func replication() throws {
    let fixture = try RegistryFixture()
    _ = try fixture.proposal()
    let code = try #require(try fixture.text("select code from registry.model"))
    func replicate() throws -> String? {
      try fixture.text(
        "select registry.register_replication('CD-2021', 'Xã Bằng Lãng, huyện Chợ Đồn, tỉnh Bắc Kạn', $1, $2)::text",
        [
          .text(code),
          .jsonb(
            #"{"filed_on": "2021-12-20", "year": 2021, "type": "new", "model": {"places": ["Thôn 2"], "source": {"name": "khác"}}, "subjects": [{"kind": "collective", "name": "Chi bộ 2", "role": "lead"}]}"#
          ),
        ])
    }
    let early = try serverError { _ = try replicate() }
    #expect(early.sqlState == "55000")
    #expect(early.hint?.contains("record_recognition") == true)
    try fixture.judge([try fixture.recognise()])
    let id = try replicate()
    #expect(try replicate() == id)
    #expect(try fixture.facts(Int64(id ?? "0") ?? 0, "source_model") == #"{"found": true, "recognised": true}"#)
    try fixture.judge()
    #expect(
      try fixture.rows(
        "select r.type, m.name, s.code, u.path from registry.registration r join registry.model m on m.id = r.model_id join registry.model s on s.id = r.source_model_id join registry.unit u on u.id = r.unit_id"
      ) == ["replicated|Phân loại rác|\(code)|Xã Bằng Lãng, Huyện Chợ Đồn, Tỉnh Bắc Kạn"])
    #expect(
      try serverError { try fixture.run("select registry.register_replication('CD-2021', '064', 'MH0', '{}')") }
        .sqlState == "P0002")
    #expect(
      try serverError {
        try fixture.run("select registry.register_replication('CD-2021', '064', $1, '[]')", [.text(code)])
      }
      .sqlState == "22023")
  }

  @Test("a commendation is written with notices to be drafted, and revoked with its drafts cancelled")
  func commendation() throws {
    let fixture = try RegistryFixture()
    let decision = try fixture.commend()
    #expect(try fixture.commend() == decision)
    try fixture.run("delete from queue.job")
    try fixture.judge([decision])
    let id = try #require(try fixture.text("select id::text from registry.commendation"))
    #expect(
      try fixture.rows("select args from queue.job where kind = 'commendation_notice'") == [
        #"{"notice": "N08", "commendation_id": \#(id)}"#
      ])
    try fixture.run(
      """
      insert into notice.notice (kind, object_id, content_version, template, template_version, demo, data, html, digest)
      select 'N08', \(id), 1, code, version, false, '{}', '', '' from notice.template where code = 'N08' limit 1
      """)
    let revoke = "select registry.revoke_commendation(\(id), $1, 'gian dối')"
    try fixture.run("delete from queue.job")
    try fixture.run(revoke, [.jsonb(RegistryFixture.decision("21-QĐ/HU", "2022-02-05"))])
    #expect(try fixture.rows("select state from notice.notice") == ["cancelled"])
    #expect(try fixture.rows("select kind from queue.job") == ["aggregation_refresh"])
    #expect(try fixture.text("select revoked_reason from registry.commendation") == "gian dối")
    let again = try serverError {
      try fixture.run(revoke, [.jsonb(RegistryFixture.decision("22-QĐ/HU", "2022-03-05"))])
    }
    #expect(again.sqlState == "55000")
    #expect(again.hint?.contains("record_commendation") == true)
  }

  @Test(
    "an award that is incomplete, of an unknown form, below its lowest level or without a list is refused",
    arguments: [
      (RegistryFixture.award.replacing("giay_khen", with: "huan_chuong"), RegistryFixture.recipients(), "award.form"),
      (RegistryFixture.award.replacing("giay_khen", with: "bang_khen"), RegistryFixture.recipients(), "KT-001"),
      (RegistryFixture.award.replacing("\"2021\"", with: "\"năm 2021\""), RegistryFixture.recipients(), nil),
      (RegistryFixture.award.replacing("Có thành tích", with: " "), RegistryFixture.recipients(), "award.reason"),
      ("{}", RegistryFixture.recipients(), "award.level"), ("7", RegistryFixture.recipients(), "award."),
      (RegistryFixture.award, "[]", "recipients"),
      (RegistryFixture.award, RegistryFixture.recipients(kind: "x"), "recipients/0"),
    ] as [(String, String, String?)])
  func award(award: String, recipients: String, detail: String?) throws {
    let fixture = try RegistryFixture()
    for act in [
      { try fixture.commend(recipients, award: award) as Any? },
      {
        try fixture.run(
          "select registry.propose_commendation('CD-2021', '064', $1, $2, '{\"filed_on\": \"2021-12-01\"}')",
          [.jsonb(award), .jsonb(recipients)])
      },
    ] as [() throws -> Any?] {
      let error = try serverError { _ = try act() }
      #expect(error.sqlState == "22023")
      #expect(error.hint?.isEmpty == false)
      if let detail { #expect(error.detail?.hasPrefix(detail) == true, "\(error.detail ?? "")") }
    }
  }

  @Test("a commendation is proposed, appraised without scores, and decided")
  func commendationCycle() throws {
    let fixture = try RegistryFixture()
    let propose =
      "select registry.propose_commendation('CD-2021', '064', $1, $2, '{\"filed_on\": \"2021-11-01\", \"letter\": \"Tờ trình\", \"minutes\": {\"held_on\": \"2021-11-01\"}}')::text"
    let parameters: [Parameter] = [.jsonb(RegistryFixture.award), .jsonb(RegistryFixture.recipients())]
    let id = try #require(try fixture.text(propose, parameters).flatMap { Int64($0) })
    #expect(try fixture.text(propose, parameters) == "\(id)")
    try fixture.judge()
    let own = try serverError { try fixture.appraise(id, council: #"[{"name": "Bí thư", "unit": "Chi bộ 1"}]"#) }
    #expect(own.detail == "CN-008 council/0")
    try fixture.appraise(id)
    try fixture.judge([try fixture.commend(proposals: [id])])
    #expect(try fixture.state(id) == "decided")
    #expect(
      try fixture.rows("select subject_name, form, level from registry.commendation") == ["Chi bộ 1|giay_khen|HUYEN"])
  }

  @Test("a number that the issuer used in the year for another decision is told, not the one of this decision")
  func numbers() throws {
    let fixture = try RegistryFixture()
    _ = try fixture.proposal()
    let first = try fixture.recognise()
    try fixture.judge([first])
    #expect(try fixture.facts(first, "awards,used_numbers") == "[]")
    let same = try fixture.recognise(title: "dien_hinh")
    #expect(try fixture.facts(same, "awards,used_numbers") == "[]")
    let other = try fixture.recognise(
      decision: RegistryFixture.decision("12 - QĐ/HU", "2021-12-28"), title: "dien_hinh")
    #expect(
      try fixture.facts(other, "awards,used_numbers")
        == #"[{"number": 12, "symbol": "12-QĐ/HU", "issued_on": "2021-12-15"}]"#)
    for (symbol, day) in [("12-QĐ/HU", "2022-01-15"), ("12-TB/HU", "2021-12-28"), ("13-QĐ/HU", "2021-12-28")] {
      let id = try fixture.recognise(decision: RegistryFixture.decision(symbol, day), title: "nhan_rong")
      #expect(try fixture.facts(id, "awards,used_numbers") == "[]", "\(symbol)")
    }
  }

  @Test("officers record through the portal")
  func portal() throws {
    let fixture = try RegistryFixture()
    try fixture.run("set role dvk_portal")
    try fixture.recognise()
    try fixture.commend()
    try fixture.run("set role dvk_reader")
    #expect(try serverError { try fixture.recognise() }.sqlState == "42501")
  }
}
