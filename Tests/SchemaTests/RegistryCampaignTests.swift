import Postgres
import TestSupport
import Testing

@Suite("registry.define_campaign: parameters")
struct RegistryCampaignTests {
  private static func define(_ code: String, _ parameters: String) -> String {
    "select registry.define_campaign('\(code)', 'Đợt', '064', '2021', 'chuan_4', 'hanh_chinh', '\(parameters)')::text"
  }

  @Test(
    "a parameter that is not right is refused with its path and what is right",
    arguments: [
      (#"{"registration_deadline": "trước ngày 31/02/2021"}"#, "registration_deadline"),
      (#"{"report_deadline": "tháng 10"}"#, "report_deadline"),
      (#"{"proposal_deadline": 20211025}"#, "proposal_deadline"),
      (#"{"supplement_limit": -1}"#, "supplement_limit"), (#"{"supplement_limit": "1"}"#, "supplement_limit"),
      (#"{"supplement_limit": 1.5}"#, "supplement_limit"), (#"{"supplement_days": 0}"#, "supplement_days"),
      (#"{"change_limit_percent": 1e300}"#, "change_limit_percent"), (#"{"subject_kinds": []}"#, "subject_kinds"),
      (#"{"subject_kinds": ["company"]}"#, "subject_kinds"),
      (#"{"request_supplements": "yes"}"#, "request_supplements"),
      (#"{"contact": ""}"#, "contact"), (#"{"exemplary_are_recognised": 1}"#, "exemplary_are_recognised"),
      (#"{"severity": ["DK-012"]}"#, "severity"), (#"{"severity": {"DK-012": "off"}}"#, "severity/DK-012"),
      (#"{"severity": {"DK-012": "C", "DK-999": "C"}}"#, "severity/DK-999"),
      (#"{"severity": {"VB-002": "L"}}"#, "severity/VB-002"), (#"{"severity": {"DK-012": "G"}}"#, "severity/DK-012"),
      (#"{"recognition_threshold": "80"}"#, "recognition_threshold"),
      (#"{"criterion_maxima": {"novelty": -1}}"#, "criterion_maxima"),
      (#"{"criterion_maxima": [25]}"#, "criterion_maxima"),
      (#"{"award_form_cap": 0}"#, "award_form_cap"),
      (#"{"publish_scores": "có"}"#, "publish_scores"),
      (#"{"award_once_for_all_levels": "có"}"#, "award_once_for_all_levels"),
      (#"{"threshold": 80}"#, "threshold"), (#"{"": 1}"#, ""),
      (#"{"rule_set": 99}"#, "rule_set"), (#"{"rule_set": "2"}"#, "rule_set"),
    ])
  func refused(parameters: String, path: String) throws {
    let fixture = try RegistryFixture.reading()
    let error = try serverError { try fixture.run(Self.define("X", parameters)) }
    #expect(error.sqlState == "22023")
    #expect(error.message.contains(" / "))
    #expect(error.detail?.hasPrefix("/parameters/\(path) = ") == true, "\(error.detail ?? "")")
    #expect(error.hint?.isEmpty == false)
  }

  @Test("a limit that neither the campaign nor the law of its first day gives is asked for, never guessed")
  func missing() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("1", RegistryFixture.registration("Phân loại rác"))
    try fixture.judge()
    // As a campaign of before these parameters were kept with it.
    try fixture.run(
      "update registry.campaign set parameters = parameters - array['supplement_limit', 'change_limit_percent']")
    #expect(try fixture.facts(id, "campaign,parameters,supplement_limit") == "1")
    #expect(try fixture.facts(id, "campaign,parameters,change_limit_percent") == "100")
    try fixture.run(
      "update registry.legal_parameter set value = 3 where code = 'supplement_limit'")
    #expect(try fixture.facts(id, "campaign,parameters,supplement_limit") == "3")
    #expect(try fixture.text("select registry.submission_result(\(id)) ->> 'supplements_left'") == "3")
    try fixture.run("update registry.legal_parameter set valid = '[2021-01-02,)' where code = 'supplement_limit'")
    #expect(try fixture.facts(id, "campaign,parameters,supplement_limit") == nil)
    for statement in [
      "select registry.submission_result(\(id))", "select registry.submission_report(\(id))", Self.define("X", "{}"),
      Self.define("CD-2021", #"{"change_limit_percent": 5}"#),
    ] {
      let error = try serverError { try fixture.run(statement) }
      #expect(error.sqlState == "55000", "\(statement)")
      #expect(error.message.contains("thiếu tham số supplement_limit"), "\(error.message)")
      #expect(error.hint?.contains("registry.define_campaign") == true)
    }
    #expect(try fixture.text(Self.define("X", #"{"supplement_limit": 0}"#)) != nil)
  }

  @Test("a campaign is not opened before a rule set is loaded")
  func noRules() throws {
    let fixture = try RegistryFixture()
    try fixture.run("delete from registry.rule")
    let error = try serverError { try fixture.run(Self.define("X", "{}")) }
    #expect(error.sqlState == "55000" && error.hint == "dvkd migrate")
  }

  @Test("an unknown parameter is refused with the nearest known, and with all that are")
  func unknown() throws {
    let fixture = try RegistryFixture.reading()
    let error = try serverError { try fixture.run(Self.define("X", #"{"suplement_days": 3}"#)) }
    #expect(error.message.contains("Đợt không có tham số “suplement_days” / a campaign has no parameter"))
    #expect(error.detail == "/parameters/suplement_days = 3")
    #expect(error.hint?.hasPrefix("Có phải “supplement_days”? / Did you mean “supplement_days”?") == true)
    let far = try serverError { try fixture.run(Self.define("X", #"{"xyz": 3}"#)) }
    #expect(far.hint?.hasPrefix("Tham số / parameters: rule_set, ") == true, "\(far.hint ?? "")")
  }

  @Test("each change of a campaign is recorded with what was and what is")
  func redefined() throws {
    let fixture = try RegistryFixture()
    for parameters in ["{}", #"{"supplement_limit": 2}"#, #"{"supplement_limit": 2}"#] {
      _ = try fixture.text(Self.define("X", parameters))
    }
    #expect(
      try fixture.rows(
        """
        select a.detail #>> '{from,parameters,supplement_limit}' as before, a.detail #>> '{to,parameters,supplement_limit}' as after,
               a.detail #>> '{to,period}' as period, a.who = session_user as me
        from registry.audit a join registry.campaign c on c.id = a.object_id
        where a.action = 'redefine_campaign' and c.code = 'X' order by a.id
        """) == ["1|2|2021|true"], "defined again as it was, it leaves no row")
  }

  @Test("right parameters are kept")
  func kept() throws {
    let fixture = try RegistryFixture()
    let parameters = """
      {"registration_deadline": "trước ngày 25/10/2026", "report_deadline": "2026-11-20", "supplement_days": 10,
       "change_limit_percent": 50, "subject_kinds": ["household"], "severity": {"DK-012": "C", "DK-011": "L"},
       "contact": "Ban Dân vận", "request_supplements": true, "recognition_threshold": 80,
       "criterion_maxima": {"novelty": 25}, "award_form_cap": 1, "award_once_for_all_levels": true}
      """
    _ = try fixture.text(Self.define("X", parameters))
    #expect(
      try fixture.text(
        "select (parameters @> '\(parameters)' and parameters -> 'supplement_limit' = '1')::text from registry.campaign where code = 'X'"
      ) == "true")
  }

  @Test("a campaign opens with the newest rule set or the one it names, and keeps it")
  func ruleSet() throws {
    let fixture = try RegistryFixture()
    _ = try fixture.text(Self.define("NEW", "{}"))
    _ = try fixture.text(Self.define("OLD", #"{"rule_set": 1}"#))
    _ = try fixture.text(Self.define("OLD", "{}"))
    #expect(
      try fixture.rows("select code, rule_set from registry.campaign where code in ('NEW', 'OLD') order by code")
        == ["NEW|2", "OLD|1"])
    #expect(try serverError { try fixture.run(Self.define("OLD", #"{"rule_set": 2}"#)) }.sqlState == "22023")
  }

  @Test("what is weighed otherwise is recorded each time it changes, with who and when")
  func audited() throws {
    let fixture = try RegistryFixture()
    for parameters in ["{}", #"{"severity": {"DK-012": "C"}}"#, #"{"severity": {"DK-012": "C"}}"#, "{}"] {
      _ = try fixture.text(Self.define("X", parameters))
    }
    #expect(
      try fixture.rows(
        """
        select a.action, a.object, c.code, a.detail, a.who = session_user as me, a.at > now() - interval '1 hour' as lately
        from registry.audit a join registry.campaign c on c.id = a.object_id
        where a.action = 'weigh_rules' order by a.id
        """) == [
          #"weigh_rules|campaign|X|{"to": {"DK-012": "C"}, "from": {}}|true|true"#,
          #"weigh_rules|campaign|X|{"to": {}, "from": {"DK-012": "C"}}|true|true"#,
        ])
  }

  @Test(
    "deadlines in SQL name the last day that is in time",
    arguments: [
      ("trước ngày 25/10/2026", "2026-10-24"), ("Trước 01/3/2024", "2024-02-29"), ("2026-10-25", "2026-10-25"),
      ("chậm nhất là ngày 5 tháng 2 năm 2026", "2026-02-05"), ("đến hết  ngày 25-10-2026", "2026-10-25"),
      ("hết ngày 25/10/2026", "2026-10-25"), ("sau ngày 25/10/2026", nil), ("31/02/2026", nil), ("", nil),
    ] as [(String, String?)])
  func deadlines(words: String, day: String?) throws {
    let fixture = try RegistryFixture.reading()
    #expect(try fixture.text("select registry.deadline_day($1)::text", [.text(words)]) == day)
  }
}
