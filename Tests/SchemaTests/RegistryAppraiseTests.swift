import Postgres
import TestSupport
import Testing

@Suite("registry.appraise")
struct RegistryAppraiseTests {
  @Test("the steps of a submission are those of the domain and no others")
  func steps() throws {
    let fixture = try RegistryFixture.reading()
    let steps = try fixture.rows(
      "select from_state, string_agg(distinct to_state, ' ' order by to_state) from registry.submission_steps() where step <> 'confirm_finding' group by 1 order by 1"
    )
    #expect(
      steps == [
        "decided|passed", "draft|submitted", "invalid|withdrawn",
        "needs_supplement|submitted supplement_overdue withdrawn",
        "passed|decided", "returned|withdrawn", "submitted|invalid needs_supplement valid withdrawn",
        "supplement_overdue|withdrawn", "under_appraisal|failed passed returned", "valid|under_appraisal withdrawn",
      ])
  }

  @Test(
    "what is not in a state to be appraised or returned is refused, with its state and the legal steps",
    arguments: ["needs_supplement", "invalid"])
  func wrongState(state: String) throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal(state: state)
    for act in [
      { try fixture.appraise(id) as Any? }, { try fixture.run("select registry.begin_appraisal(\(id))") },
      { try fixture.run("select registry.return_submission(\(id), 'x')") },
    ] as [() throws -> Any?] {
      let error = try serverError { _ = try act() }
      #expect(error.sqlState == "55000")
      #expect(error.detail?.contains("state \(state)") == true)
      #expect(error.hint?.contains("withdraw") == true)
      #expect(error.message.contains(" / "))
    }
    #expect(try fixture.state(id) == state)
    #expect(try fixture.text("select count(*)::text from registry.appraisal") == "0")
  }

  @Test("a valid proposal is returned only from appraisal; a passed one takes no appraisal and no withdrawal")
  func order() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    let early = try serverError { try fixture.run("select registry.return_submission(\(id), 'x')") }
    #expect(early.hint == "Các bước được phép / legal steps: appraise, begin_appraisal, confirm_finding, withdraw")
    try fixture.appraise(id)
    let again = try serverError { try fixture.appraise(id) }
    #expect(again.hint == "Các bước được phép / legal steps: decide")
    #expect(try serverError { try fixture.run("select registry.withdraw(\(id), 'x')") }.sqlState == "55000")
  }

  @Test("an appraisal writes council, models, scores, both steps, the audit and one refresh; all or nothing")
  func written() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    try fixture.run("delete from queue.job")
    let scores = #"[{"novelty": 20, "skill": 25, "practicality": 30, "effectiveness": 15, "total": 90.0}]"#
    let appraisal = try fixture.appraise(id, scores: scores)
    #expect(try fixture.state(id) == "passed")
    #expect(
      try fixture.rows("select id, round, body, authority, held_on, conclusion, reason from registry.appraisal") == [
        "\(appraisal ?? "")|1|Ban Dân vận Huyện ủy Chợ Đồn|BDV_HUYEN|2021-11-10|passed|–"
      ])
    #expect(
      try fixture.rows("select name, name_key, unit_text, role from registry.council_member order by position") == [
        "Nguyễn Văn A|nguyễn văn a|Ban Dân vận|Chủ tịch", "Trần Thị B|trần thị b|–|–",
      ])
    #expect(
      try fixture.rows(
        "select m.name, a.name, a.total from registry.appraisal_model a join registry.model m on m.id = a.model_id")
        == ["Phân loại rác|Phân loại rác|90"])
    #expect(
      try fixture.rows("select criterion, score from registry.criterion_score order by score") == [
        "effectiveness|15", "novelty|20", "skill|25", "practicality|30",
      ])
    #expect(
      try fixture.rows("select state from registry.submission_change where submission_id = \(id) order by id") == [
        "valid", "under_appraisal", "passed",
      ])
    #expect(
      try fixture.rows("select action, detail ->> 'from', detail ->> 'to' from registry.audit order by id") == [
        "appraise|valid|under_appraisal", "appraise|under_appraisal|passed",
      ])
    #expect(try fixture.rows("select kind from queue.job") == ["aggregation_refresh"])
  }

  @Test(
    "minutes, council and conclusion that are not right are refused with the rule and the place",
    arguments: [
      ("minutes", #"{"held_on": "2021-11-10"}"#, "CN-003 minutes.body"), ("minutes", "[]", "CN-003 minutes.body"),
      ("minutes", #"{"body": "Ban Dân vận Huyện ủy Chợ Đồn"}"#, "CN-003 minutes.held_on"),
      ("minutes", #"{"body": "Ban Dân vận Huyện ủy Chợ Đồn", "held_on": "2021-02-31"}"#, "CN-003 minutes.held_on"),
      ("minutes", #"{"body": "Ban Dân vận Huyện ủy Chợ Đồn", "held_on": "2999-01-01"}"#, "CN-003 minutes.held_on"),
      ("minutes", #"{"body": "Ban Dân vận Huyện ủy Chợ Đồn", "held_on": "2021-10-31"}"#, "CN-011"),
      ("council", "[]", "CN-003 council"), ("council", #"[{"name": "ông "}]"#, "CN-003 council/0"),
      ("council", #"[{"name": "A"}, 7]"#, "CN-003 council/1"), ("council", "{}", "CN-003 council"),
      ("council", #"[{"name": "A", "unit": {}}]"#, "CN-003 council/0"),
      ("council", #"[{"name": "A"}, {"name": "Bà  CHI HỘI Phụ nữ"}]"#, "CN-008 council/1"),
      ("council", #"[{"name": "A", "unit": "chi hội phụ nữ"}]"#, "CN-008 council/0"),
      ("conclusion", "decided", "conclusion"), ("conclusion", nil, "conclusion"),
    ] as [(String, String?, String)])
  func refused(part: String, value: String?, detail: String) throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    let error = try serverError {
      switch part {
      case "minutes": try fixture.appraise(id, minutes: value)
      case "council": try fixture.appraise(id, council: value)
      default: try fixture.appraise(id, value)
      }
    }
    #expect(error.sqlState == "22023")
    #expect(error.detail?.hasPrefix(detail) == true, "\(error.detail ?? "")")
    #expect(error.hint?.isEmpty == false)
    #expect(try fixture.state(id) == "valid")
  }

  @Test(
    "scores above their maximum, with a wrong sum, with a criterion too few or too many, or below the threshold are refused",
    arguments: [
      (
        #"[{"novelty": 35, "skill": 25, "practicality": 30, "effectiveness": 15}]"#, "CN-005 scores/0/novelty: 35 of 30"
      ),
      (
        #"[{"novelty": 20, "skill": 25, "practicality": 30, "effectiveness": 15, "total": 91}]"#,
        "CN-005 scores/0/total"
      ),
      (#"[{"novelty": -1, "skill": 25, "practicality": 30, "effectiveness": 15}]"#, "CN-005 scores/0/novelty"),
      (#"[{"novelty": 20, "skill": 25, "practicality": 30}]"#, "CN-004 scores/0/effectiveness"),
      (#"[{"novelty": "20", "skill": 25, "practicality": 30, "effectiveness": 5}]"#, "CN-004 scores/0/novelty"),
      (#"[{"novelty": 20, "skill": 25, "practicality": 30, "effectiveness": 5, "luck": 9}]"#, "CN-004 scores/0/luck"),
      (#"{"novelty": 20, "skill": 25, "practicality": 20, "effectiveness": 10}"#, "CN-006 scores/0: 75 of 80"),
      (#"[{}, {}]"#, "CN-004 scores: 2 for 1"), (#"[{"model": 1}]"#, "CN-004 scores: model 1"), ("7", "CN-004 scores"),
      ("[7]", "CN-004 scores"), (nil, "CN-006 scores: none given"),
    ] as [(String?, String)])
  func scores(scores: String?, detail: String) throws {
    let fixture = try RegistryFixture()
    try fixture.run(
      """
      update registry.campaign set parameters = parameters || '{"recognition_threshold": 80, "criterion_maxima": {"novelty": 30}}'
      """)
    let id = try fixture.proposal()
    let error = try serverError { try fixture.appraise(id, scores: scores) }
    #expect(error.sqlState == "22023")
    #expect(error.detail?.hasPrefix(detail) == true, "\(error.detail ?? "")")
    #expect(try fixture.text("select count(*)::text from registry.appraisal") == "0")
  }

  @Test("where neither campaign nor criterion gives a highest score, none is made up")
  func unbounded() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    let high = #"{"novelty": 2e9, "skill": 1, "practicality": 1, "effectiveness": 1}"#
    #expect(try fixture.appraise(id, scores: high) != nil)
    #expect(try fixture.text("select total::text from registry.appraisal_model") == "2000000003")
  }

  @Test("below the threshold a model may fail, with the reason")
  func failed() throws {
    let fixture = try RegistryFixture()
    try fixture.run("update registry.campaign set parameters = parameters || '{\"recognition_threshold\": 80}'")
    let id = try fixture.proposal()
    let low = #"{"novelty": 1, "skill": 1, "practicality": 1, "effectiveness": 1}"#
    let silent = try serverError {
      try fixture.appraise(
        id, "failed", scores: low, minutes: #"{"body": "Ban Dân vận Huyện ủy", "held_on": "2021-11-10"}"#)
    }
    #expect(silent.sqlState == "22023")
    try fixture.appraise(id, "failed", scores: low)
    #expect(try fixture.state(id) == "failed")
    #expect(
      try fixture.text("select registry.submission_result(\(id)) #>> '{appraisals,0,reason}'") == "chưa rõ kết quả")
  }

  @Test(
    "only the organiser, who acts for it on the day, or a body of the level on the day appraises",
    arguments: [
      ("Huyện Chợ Đồn, tỉnh Bắc Kạn", "2021-11-10", true), ("Ban Dân vận Huyện ủy Chợ Đồn", "2021-11-10", true),
      ("Hội đồng B", "2021-11-10", true), ("Hội đồng B", "2022-01-01", false), ("Xã Nghĩa Tá", "2021-11-10", false),
      ("Ban Dân vận Huyện ủy", "2026-01-05", false), ("Ủy ban nhân dân xã", "2021-11-10", false),
    ])
  func appraiser(body: String, day: String, may: Bool) throws {
    let fixture = try RegistryFixture()
    try fixture.run("select registry.define_unit('HD-B', 'Hội đồng B', 'dang_bo', 'dang', null)")
    try fixture.run("select registry.assign_role('HD-B', 'appraiser', '064', 'QĐ 1', '2021-01-01', '2021-12-31')")
    let id = try fixture.proposal()
    let act = { try fixture.appraise(id, minutes: #"{"body": "\#(body)", "held_on": "\#(day)"}"#) }
    if may {
      _ = try act()
      #expect(try fixture.state(id) == "passed")
    } else {
      let error = try serverError { _ = try act() }
      #expect(error.sqlState == "42501")
      #expect(error.hint?.hasPrefix("Được thẩm định / may: ") == true)
    }
  }

  @Test("a warning waits to be confirmed before the appraisal")
  func unconfirmed() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    try fixture.run(
      "update registry.finding set severity = 'C', code = 'CN-007', path = '/models/0' where submission_id = \(id)")
    let error = try serverError { try fixture.appraise(id) }
    #expect(error.sqlState == "55000")
    #expect(error.detail == "id \(id): CN-007 /models/0")
    try fixture.run("select registry.confirm_finding(\(id), 'CN-007', '/models/0', 'đã xem')")
    try fixture.appraise(id)
    #expect(try fixture.state(id) == "passed")
  }

  @Test("registrations and unknown submissions are not appraised")
  func notProposals() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("s", RegistryFixture.registration("Trồng quế"))
    try fixture.judge()
    #expect(try serverError { try fixture.appraise(id) }.sqlState == "22023")
    #expect(try serverError { try fixture.run("select registry.begin_appraisal(\(id))") }.sqlState == "22023")
    #expect(try serverError { try fixture.appraise(987_654) }.sqlState == "P0002")
  }

  @Test("a proposal is taken into appraisal, returned with a reason, and withdrawn by its sender")
  func returned() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    try fixture.run("select registry.begin_appraisal(\(id), 'phiên tháng 11')")
    #expect(try fixture.state(id) == "under_appraisal")
    #expect(try serverError { try fixture.run("select registry.begin_appraisal(\(id))") }.sqlState == "55000")
    #expect(try serverError { try fixture.run("select registry.withdraw(\(id), 'x')") }.sqlState == "55000")
    #expect(try serverError { try fixture.run("select registry.return_submission(\(id), ' ')") }.sqlState == "22023")
    try fixture.run("select registry.return_submission(\(id), 'thiếu danh sách')")
    #expect(try fixture.state(id) == "returned")
    #expect(
      try fixture.rows("select action, reason from registry.audit order by id") == [
        "begin_appraisal|phiên tháng 11", "return_submission|thiếu danh sách",
      ])
    #expect(
      try fixture.text("select registry.submission_result(\(id)) ->> 'returned_reason'") == "thiếu danh sách")
    try fixture.run("select registry.withdraw(\(id), 'làm lại')")
    #expect(try fixture.state(id) == "withdrawn")
  }

  @Test("officers appraise through the portal; the reader and the daemon do not")
  func roles() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    for role in ["dvk_reader", "dvk_daemon"] {
      try fixture.run("set role \(role)")
      #expect(try serverError { try fixture.appraise(id) }.sqlState == "42501")
      try fixture.run("reset role")
    }
    try fixture.run("set role dvk_portal")
    try fixture.appraise(id)
    #expect(
      try serverError { try fixture.run("select registry.move_submission(\(id), 'decide', 'decided', 'x')") }.sqlState
        == "42501")
  }

  @Test("the facts of a later proposal and of the decision know the appraisal that passed for the level and year")
  func facts() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    try fixture.appraise(id, scores: #"{"novelty": 20, "skill": 25, "practicality": 30, "effectiveness": 15}"#)
    let decision = try fixture.recognise([id])
    #expect(try fixture.facts(decision, "awards,models,0,appraisals,0,held_on") == #""2021-11-10""#)
    #expect(try fixture.facts(decision, "awards,models,0,appraisals,0,body") == #""Ban Dân vận Huyện ủy Chợ Đồn""#)
    #expect(try fixture.facts(decision, "awards,models,0,appraisals,0,members,1") == #"{"name": "Trần Thị B"}"#)
    #expect(
      try fixture.facts(decision, "awards,models,0,appraisals,0,scores")
        == #"{"skill": 25, "total": 90, "novelty": 20, "practicality": 30, "effectiveness": 15}"#)
    let higher = try fixture.submit(
      "t", kind: "recognition_proposal", unit: RegistryFixture.district,
      #"{"filed_on": "2021-12-01", "level": "TINH", "year": 2021, "title": "mo_hinh", "models": \#(RegistryFixture.models())}"#
    )
    #expect(try fixture.facts(higher, "awards,models,0,appraisals") == nil)
    #expect(try fixture.facts(id, "awards,models,0,appraisals") == nil)
  }
}
