import Postgres
import TestSupport
import Testing

@Suite("registry.open_campaign, close_campaign, record_inspection, open_proceeding")
struct RegistryCampaignLifeTests {
  private static func open(_ code: String, reason: String = "null", unit: String = "064") -> String {
    "select registry.open_campaign('\(code)', 'Đợt', '\(unit)', '2021', 'chuan_4', 'hanh_chinh', '{}', \(reason))::text"
  }

  @Test("a campaign is opened once, closed with a reason, and opened again with one")
  func life() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.text(Self.open("X"))
    let twice = try serverError { try fixture.run(Self.open("X")) }
    #expect(twice.sqlState == "55000")
    #expect(twice.hint?.contains("close_campaign") == true)
    #expect(try serverError { try fixture.run("select registry.close_campaign('X', '')") }.sqlState == "22023")
    #expect(try serverError { try fixture.run("select registry.close_campaign('KHONG-CO', 'x')") }.sqlState == "22023")
    try fixture.run("select registry.close_campaign('X', 'hết kỳ')")
    let closed = try serverError { try fixture.run("select registry.close_campaign('X', 'hết kỳ')") }
    #expect(closed.sqlState == "55000")
    #expect(closed.hint?.contains("open_campaign") == true)
    #expect(try serverError { try fixture.run(Self.open("X")) }.sqlState == "22023")
    #expect(try fixture.text(Self.open("X", reason: "'bổ sung đơn vị'")) == id)
    #expect(
      try fixture.rows("select action, reason from registry.audit where object = 'campaign' order by id") == [
        "open_campaign|–", "close_campaign|hết kỳ", "reopen_campaign|bổ sung đơn vị",
      ])
    #expect(try serverError { try fixture.run(Self.open("Y", unit: "9999")) }.sqlState == "22023")
  }

  @Test("a closed campaign takes nothing new; what it has stays known, and a retry gets the same answer")
  func closed() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("Trồng quế"))
    let waiting = try serverError { try fixture.run("select registry.close_campaign('CD-2021', 'hết kỳ')") }
    #expect(waiting.sqlState == "55000")
    #expect(waiting.detail == "\(id) (submitted)")
    try fixture.judge(state: "needs_supplement")
    #expect(try fixture.text("select registry.close_campaign('CD-2021', 'hết kỳ')::text") == "1")
    #expect(try fixture.state(id) == "supplement_overdue")
    #expect(
      try fixture.text("select string_agg(state, ' ' order by id) from registry.submission_change")
        == "needs_supplement supplement_overdue")
    #expect(try fixture.submit("k", RegistryFixture.registration("Trồng quế")) == id)
    let error = try serverError { try fixture.submit("l", RegistryFixture.registration("Trồng hồi")) }
    #expect(error.sqlState == "55000")
    for act in [
      { try fixture.recognise() }, { try fixture.commend() },
      { try fixture.submit("k", RegistryFixture.registration("Trồng hồi")) },
    ] as [() throws -> Int64] {
      #expect(["55000", "23505"].contains(try serverError { _ = try act() }.sqlState.rawValue))
    }
    #expect(try fixture.text("select count(*)::text from registry.submission") == "1")
  }

  @Test("what is under appraisal keeps a campaign open")
  func underAppraisal() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.proposal()
    try fixture.run("select registry.begin_appraisal(\(id))")
    let error = try serverError { try fixture.run("select registry.close_campaign('CD-2021', 'x')") }
    #expect(error.detail == "\(id) (under_appraisal)")
    #expect(error.hint?.contains("appraise, return_submission") == true)
  }

  @Test("an inspection is recorded as a submission, once, and becomes canonical when it is judged")
  func inspection() throws {
    let fixture = try RegistryFixture()
    let record = { (team: String, day: String, units: String) in
      "select registry.record_inspection('CD-2021', '064', '\(team)', '\(day)', \(units), array['QCDC'], 'Tốt')::text"
    }
    for (team, day, units) in [
      (" ", "2021-09-10", "array['02071']"), ("Đoàn 1", "2999-01-01", "array['02071']"),
      ("Đoàn 1", "2021-09-10", "array[]::text[]"),
      ("Đoàn 1", "2021-09-10", "array['02071', null]"), ("Đoàn 1", "2021-09-10", "null"),
    ] {
      let error = try serverError { try fixture.run(record(team, day, units)) }
      #expect(error.sqlState == "22023")
      #expect(error.hint?.isEmpty == false)
    }
    let id = try fixture.text(record("Đoàn 1", "2021-09-10", "array['02071']"))
    #expect(try fixture.text(record("Đoàn 1", "2021-09-10", "array['02071']")) == id)
    try fixture.judge()
    #expect(
      try fixture.rows(
        "select team, inspected_on, conclusion, u.path from registry.inspection i join registry.inspection_unit x on x.inspection_id = i.id join registry.unit u on u.id = x.unit_id"
      ) == ["Đoàn 1|2021-09-10|Tốt|Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn"])
    #expect(try fixture.rows("select action from registry.audit") == ["record_inspection_record"])
  }

  @Test("a proceeding holds the subject's awards from its first day to its last, and nobody else's")
  func proceedings() throws {
    let fixture = try RegistryFixture()
    let open =
      "select registry.open_proceeding('discipline', 'individual', 'Cá nhân mô phỏng 01', '\(RegistryFixture.unit)', '2021-06-01', 'QĐ kiểm tra')::text"
    let id = try #require(try fixture.text(open))
    #expect(try fixture.text(open) == id)
    func proceedings(
      _ name: String, kind: String = "individual", unit: String = RegistryFixture.unit, on day: String = "2021-12-15"
    )
      throws -> String?
    {
      let list = #"[{"kind": "\#(kind)", "name": "\#(name)", "unit": "\#(unit)"}]"#
      let submission = try fixture.commend(list, decision: RegistryFixture.decision("20-QĐ/HU", day))
      return try fixture.facts(submission, "awards,recipients,0,proceedings")
    }
    #expect(try proceedings("CÁ NHÂN mô phỏng 01") == #"[{"valid_from": "2021-06-01", "valid_until": null}]"#)
    #expect(try proceedings("Cá nhân mô phỏng 02") == "[]")
    #expect(try proceedings("Cá nhân mô phỏng 01", kind: "collective") == "[]")
    #expect(try proceedings("Cá nhân mô phỏng 01", unit: "Xã Bằng Lãng, huyện Chợ Đồn") == "[]")
    let close = { (day: String) in "select registry.close_proceeding(\(id), '\(day)', 'không vi phạm')" }
    #expect(try serverError { try fixture.run(close("2021-05-31")) }.sqlState == "22023")
    #expect(try serverError { try fixture.run(close("2999-05-31")) }.sqlState == "22023")
    try fixture.run(close("2021-08-31"))
    #expect(try serverError { try fixture.run(close("2021-08-31")) }.sqlState == "55000")
    #expect(
      try serverError { try fixture.run("select registry.close_proceeding(-1, '2021-08-31', 'x')") }.sqlState == "P0002"
    )
    #expect(
      try proceedings("Cá nhân mô phỏng 01") == #"[{"valid_from": "2021-06-01", "valid_until": "2021-08-31"}]"#)
    #expect(
      try fixture.rows("select action, reason from registry.audit where object = 'discipline' order by id") == [
        "open_proceeding|QĐ kiểm tra", "close_proceeding|không vi phạm",
      ])
  }

  @Test(
    "a proceeding needs a known kind, a subject, exactly one unit, a day and a source",
    arguments: [
      "'rumour', 'individual', 'A', '02071', '2021-06-01', 'x'", "'press', 'person', 'A', '02071', '2021-06-01', 'x'",
      "'press', 'individual', '…', '02071', '2021-06-01', 'x'",
      "'press', 'individual', 'A', 'Châu Thành', '2021-06-01', 'x'",
      "'press', 'individual', 'A', 'không có', '2021-06-01', 'x'",
      "'press', 'individual', 'A', '02071', '2999-06-01', 'x'",
      "'press', 'individual', 'A', '02071', null, 'x'", "'press', 'individual', 'A', '02071', '2021-06-01', ' '",
      "null, 'individual', 'A', '02071', '2021-06-01', 'x'",
    ])
  func refusedProceedings(arguments: String) throws {
    let fixture = try RegistryFixture.reading()
    let error = try serverError { try fixture.run("select registry.open_proceeding(\(arguments))") }
    #expect(error.sqlState == "22023")
    #expect(error.message.contains(" / "))
    #expect(error.hint?.isEmpty == false)
  }

  @Test("a subject's proceeding follows it into the unit that took over")
  func proceedingAfterReform() throws {
    let fixture = try RegistryFixture()
    try fixture.run(
      "select registry.open_proceeding('complaint', 'collective', 'Hội Nông dân', '\(RegistryFixture.unit)', '2025-05-01', 'đơn')"
    )
    try fixture.run("select registry.define_campaign('TN-2026', 'Đợt', '19', '2026', 'chuan_4', 'hanh_chinh')")
    let id = try fixture.submit(
      "c", kind: "commendation_decision", campaign: "TN-2026", unit: "19",
      #"{"filed_on": "2026-01-05", "recipients": [{"kind": "collective", "name": "Hội nông dân", "unit": "Xã Nghĩa Tá, tỉnh Thái Nguyên"}]}"#
    )
    #expect(
      try fixture.facts(id, "awards,recipients,0,proceedings")
        == #"[{"valid_from": "2025-05-01", "valid_until": null}]"#)
  }
}
