import Postgres
import TestSupport
import Testing

@Suite("registry.confirm_finding and registry.submission_report")
struct RegistryConfirmTests {
  /// A submission that was judged valid, with findings of all severities; without a certain unit if `isAmbiguous`.
  private func judged(_ fixture: RegistryFixture, isAmbiguous: Bool = false, state: String = "valid") throws -> Int64 {
    let id = try fixture.submit(
      "k", unit: isAmbiguous ? "Châu Thành" : RegistryFixture.unit, RegistryFixture.registration("Trồng quế"))
    let unit = try fixture.text(
      "select f.unit_id::text from registry.find_unit('\(RegistryFixture.unit)', '2021-03-02') f where alive")
    try fixture.run(
      """
      select registry.validation_apply(jsonb_build_array(jsonb_build_object('id', \(id), 'version', 1, 'rule_set', 2, 'state', '\(state)',
        'findings', jsonb_build_array(
          jsonb_build_object('code', 'DK-011', 'severity', 'C', 'path', '/outputs', 'message', 'Kết quả đầu ra chưa đo được.'),
          jsonb_build_object('code', 'DK-001', 'severity', 'L', 'path', '/subjects/0/name', 'message', 'Thiếu mục bắt buộc: Tên chủ thể.'),
          jsonb_build_object('code', 'VB-003', 'severity', 'G', 'path', '/goals', 'message', 'Đã bỏ khoảng trắng.')
          \(isAmbiguous ? ", jsonb_build_object('code', 'DV-003', 'severity', 'C', 'path', '/unit', 'message', 'Tên khớp nhiều đơn vị.')" : "")))
        \(isAmbiguous ? "" : "|| jsonb_build_object('unit_id', \(unit ?? "0"))"))::text)
      """)
    return id
  }

  private func confirm(
    _ fixture: RegistryFixture, _ id: Int64, _ code: String = "DK-011", _ path: String = "/outputs",
    _ reason: String? = "đã xem",
    unit: String = "null"
  ) throws {
    try fixture.run(
      "select registry.confirm_finding($1, $2, $3, $4, \(unit))", [.int8(id), .text(code), .text(path), .text(reason)])
  }

  @Test("a warning is confirmed once, with who, when and why, and an audit row")
  func once() throws {
    let fixture = try RegistryFixture()
    let id = try judged(fixture)
    try confirm(fixture, id, "DK-011", "/outputs", "  đã kiểm tra tại chỗ ")
    #expect(
      try fixture.rows(
        "select code, confirmed_by = session_user as me, confirmed_reason, confirmed_at = now() as now, confirmed_unit_id from registry.finding where confirmed_at is not null"
      ).map { $0.replacing("|false|", with: "|–|") } == ["DK-011|true|đã kiểm tra tại chỗ|–|–"])
    #expect(
      try fixture.rows("select action, object, object_id, reason, detail from registry.audit") == [
        #"confirm_finding|submission|\#(id)|đã kiểm tra tại chỗ|{"code": "DK-011", "path": "/outputs", "version": 1}"#
      ])
    let error = try serverError { try confirm(fixture, id) }
    #expect(error.sqlState == "23505")
    #expect(error.detail?.contains("đã kiểm tra tại chỗ") == true)
    #expect(try fixture.text("select state from registry.submission") == "valid")
    #expect(
      try fixture.text(
        "select f -> 'confirmed' ->> 'reason' from jsonb_array_elements(registry.submission_result(\(id)) -> 'findings') f where f ->> 'code' = 'DK-011'"
      ) == "đã kiểm tra tại chỗ")
  }

  @Test("the officer behind the portal's login is kept beside it, and the answer says what still waits")
  func officer() throws {
    let fixture = try RegistryFixture()
    let id = try judged(fixture, isAmbiguous: true)
    func confirm(_ officer: String) throws -> String? {
      try fixture.text(
        "select registry.confirm_finding($1, 'DK-011', '/outputs', 'đã xem', confirmed_by => $2)",
        [.int8(id), .text(officer)])
    }
    for wrong in ["", " ", String(repeating: "x", count: 201)] {
      #expect(try serverError { _ = try confirm(wrong) }.sqlState == "22023")
    }
    #expect(
      try confirm(" Nguyễn  Văn An ")
        == "đã xác nhận DK-011, còn 1 cảnh báo chờ xác nhận / DK-011 confirmed, warnings that wait: 1")
    #expect(
      try fixture.rows(
        "select confirmed_by = session_user as me, confirmed_officer from registry.finding where confirmed_at is not null"
      )
        == ["true|Nguyễn Văn An"])
    #expect(try fixture.text("select detail ->> 'officer' from registry.audit") == "Nguyễn Văn An")
    #expect(try serverError { _ = try confirm("Lý Thị B") }.detail?.hasPrefix("Nguyễn Văn An (") == true)
    #expect(
      try fixture.text(
        "select f #>> '{confirmed,officer}' from jsonb_array_elements(registry.submission_result(\(id)) -> 'findings') f where f ->> 'code' = 'DK-011'"
      ) == "Nguyễn Văn An")
    let lines = try fixture.rows("select registry.submission_report(\(id)) as line")
    #expect(lines.contains("CẢNH BÁO CẦN NGƯỜI XÁC NHẬN (1), ĐÃ XÁC NHẬN (1)"))
    #expect(lines.contains { $0.hasPrefix("   Đã xác nhận: Nguyễn Văn An (") })
  }

  @Test("units of one name are told apart by code and days")
  func choices() throws {
    let fixture = try RegistryFixture()
    let id = try judged(fixture, isAmbiguous: true)
    let lines = try fixture.rows("select registry.submission_report(\(id)) as line")
    #expect(lines.contains { $0.hasSuffix(": Huyện Châu Thành, Tỉnh Bến Tre (mã 831; đến 30/06/2025)") }, "\(lines)")
    let missing = try serverError { try confirm(fixture, id, "DV-003", "/unit") }
    #expect(missing.hint?.contains("Huyện Châu Thành, Tỉnh Bến Tre (mã 831; đến 30/06/2025)") == true)
  }

  @Test("when no supplement is left the next step is said; that no day is set is said once")
  func nextStep() throws {
    let fixture = try RegistryFixture()
    let open = try judged(fixture, state: "needs_supplement")
    let waiting = try fixture.rows("select registry.submission_report(\(open)) as line")
    #expect(waiting.filter { $0.contains("đợt không ấn định ngày") } == ["Hạn bổ sung: đợt không ấn định ngày"])
    #expect(!waiting.contains { $0.hasPrefix("   Hạn: ") || $0.contains("khóa khác") })
    try fixture.run(
      "select registry.define_campaign('CD-2021', 'Đợt', '064', '2021', 'chuan_4', 'hanh_chinh', '{\"supplement_limit\": 0}')"
    )
    try fixture.run("update registry.submission set state = 'invalid'")
    let over = try fixture.rows("select registry.submission_report(\(open)) as line")
    #expect(over.contains("Cần làm:    Hết lượt bổ sung; nộp hồ sơ mới với khóa khác."), "\(over)")
  }

  @Test("what cannot be confirmed is refused, with what waits")
  func refused() throws {
    let fixture = try RegistryFixture()
    let id = try judged(fixture)
    let cases: [(code: String, path: String, reason: String?, unit: String, state: String)] = [
      ("DK-001", "/subjects/0/name", "x", "null", "22023"), ("VB-003", "/goals", "x", "null", "22023"),
      ("DK-011", "/goals", "x", "null", "P0002"), ("DK-099", "/outputs", "x", "null", "P0002"),
      ("DK-011", "/outputs", nil, "null", "22023"), ("DK-011", "/outputs", " ", "null", "22023"),
      ("DK-011", "/outputs", String(repeating: "x", count: 1001), "null", "22023"),
      ("DK-011", "/outputs", "x", "1", "22023"),
    ]
    for item in cases {
      let error = try serverError { try confirm(fixture, id, item.code, item.path, item.reason, unit: item.unit) }
      #expect(error.sqlState.rawValue == item.state, "\(item)")
      #expect(error.message.contains(" / "))
      #expect(error.hint?.isEmpty == false)
    }
    let unknown = try serverError { try confirm(fixture, id, "DK-099") }
    #expect(unknown.hint == "Đang chờ xác nhận / waiting: DK-011 /outputs")
    #expect(try serverError { try confirm(fixture, 987_654) }.sqlState == "P0002")
    try fixture.run("select registry.withdraw(\(id), 'nhầm')")
    #expect(try serverError { try confirm(fixture, id) }.sqlState == "55000")
    #expect(try fixture.text("select count(*)::text from registry.finding where confirmed_at is not null") == "0")
  }

  @Test("a version that was replaced has nothing to confirm")
  func supplement() throws {
    let fixture = try RegistryFixture()
    let id = try judged(fixture, state: "needs_supplement")
    try fixture.submit("k", RegistryFixture.registration("Trồng hồi"))
    #expect(try serverError { try confirm(fixture, id) }.sqlState == "P0002")
  }

  @Test("the unit chosen for an ambiguous name is the only candidate when the submission is judged anew")
  func chosenUnit() throws {
    let fixture = try RegistryFixture()
    let id = try judged(fixture, isAmbiguous: true)
    #expect(try fixture.text("select count(*)::text from registry.registration") == "0")
    let missing = try serverError { try confirm(fixture, id, "DV-003", "/unit") }
    #expect(missing.sqlState == "22023")
    #expect(missing.hint?.contains("Huyện Châu Thành, Tỉnh Bến Tre") == true, "\(missing.hint ?? "")")
    let wrong = try serverError { try confirm(fixture, id, "DV-003", "/unit", "x", unit: "1") }
    #expect(wrong.sqlState == "22023")
    let unit = try #require(
      try fixture.text(
        "select f.unit_id::text from registry.find_unit('huyện Châu Thành, tỉnh Bến Tre', '2021-03-02') f where alive"))
    let turn = try fixture.text("select turn::text from registry.submission")
    try confirm(fixture, id, "DV-003", "/unit", "của tỉnh Bến Tre", unit: unit)
    #expect(
      try fixture.rows("select state, version, chosen_unit_id, turn > \(turn ?? "0") as later from registry.submission")
        == ["submitted|1|\(unit)|true"])
    #expect(try fixture.rows("select code from registry.finding") == ["DV-003"])
    #expect(
      try fixture.text("select detail ->> 'found_before' from registry.audit")
        == #"["L DK-001 /subjects/0/name", "C DK-011 /outputs", "G VB-003 /goals"]"#)
    #expect(try fixture.facts(id, "unit,candidates,0,id") == unit)
    #expect(try fixture.facts(id, "unit,candidates,1") == nil)
    #expect(try fixture.text("select count(*)::text from queue.job where kind = 'submission_validation'") == "2")
    #expect(
      try fixture.text("select string_agg(state, ' ' order by id) from registry.submission_change") == "valid submitted"
    )
    try fixture.judge([id])
    #expect(try fixture.rows("select state, unit_id from registry.submission") == ["valid|\(unit)"])
    #expect(try fixture.rows("select unit_id from registry.registration") == [unit])
    #expect(try serverError { try confirm(fixture, id, "DV-003", "/unit", "x", unit: unit) }.sqlState == "P0002")
  }

  @Test("a supplement forgets the unit that was chosen")
  func forgotten() throws {
    let fixture = try RegistryFixture()
    let id = try judged(fixture, isAmbiguous: true)
    let unit = try fixture.text(
      "select f.unit_id::text from registry.find_unit('huyện Châu Thành, tỉnh Bến Tre', '2021-03-02') f where alive")
    try confirm(fixture, id, "DV-003", "/unit", "x", unit: unit ?? "0")
    try fixture.judge([id], state: "needs_supplement")
    try fixture.submit("k", RegistryFixture.registration("Trồng hồi"))
    #expect(try fixture.text("select chosen_unit_id::text from registry.submission") == nil)
  }

  @Test("the report says state, findings, place, remedy and day, in lines that fit a terminal")
  func report() throws {
    let fixture = try RegistryFixture()
    try fixture.run(
      "select registry.define_campaign('CD-2021', 'Đợt', '064', '2021', 'chuan_4', 'hanh_chinh', '{\"supplement_days\": 10}')"
    )
    let id = try judged(fixture, state: "needs_supplement")
    let day =
      try fixture.text(
        "select to_char(registry.supplement_until('{\"supplement_days\": 10}', 'registration', now()), 'DD/MM/YYYY')")
      ?? ""
    let lines = try fixture.rows("select registry.submission_report(\(id)) as line")
    #expect(lines.first == "HỒ SƠ SỐ \(id) – Hồ sơ đăng ký, đợt CD-2021, phiên bản 1")
    #expect(lines.contains("Đơn vị:     Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn"))
    #expect(lines.contains("Mô hình:    Trồng quế"))
    #expect(lines.contains("Trạng thái: Cần bổ sung; còn được bổ sung 1 lần"))
    #expect(lines.contains("Hạn bổ sung: hết ngày \(day)"))
    #expect(
      lines.filter { $0.contains("(1)") } == [
        "LỖI PHẢI SỬA (1)", "CẢNH BÁO CẦN NGƯỜI XÁC NHẬN (1)", "ĐÃ TỰ CHỈNH HOẶC GỢI Ý (1)",
      ])
    #expect(lines.contains("1. [DK-001] Thiếu mục bắt buộc: Tên chủ thể."))
    #expect(lines.contains("   Ở mục: Chủ thể, thứ 1, Tên"), "\(lines)")
    #expect(lines.contains("   Cần làm: Bổ sung mục còn thiếu."))
    #expect(lines.contains("   Hạn: hết ngày \(day)"))
    try confirm(fixture, id)
    #expect(
      try fixture.rows("select registry.submission_report(\(id)) as line").contains { $0.hasPrefix("   Đã xác nhận: ") }
    )
    #expect(try serverError { try fixture.run("select registry.submission_report(987654)") }.sqlState == "P0002")
  }

  @Test(
    "a supplement is taken for so many days, to a working day, else until the campaign's deadline",
    arguments: [
      (#"{"supplement_days": 5}"#, "2026-10-19 16:59Z", "2026-10-26"),
      (#"{"supplement_days": 5}"#, "2026-10-19 17:01Z", "2026-10-26"),
      (#"{"supplement_days": 6}"#, "2026-10-19 10:00Z", "2026-10-26"),
      (#"{"supplement_days": 3}"#, "2026-10-19 10:00Z", "2026-10-22"),
      (#"{"supplement_days": 3}"#, "2026-10-19 17:00Z", "2026-10-23"),
      (#"{"registration_deadline": "trước ngày 25/10/2026"}"#, "2026-10-24 10:00Z", "2026-10-24"),
      (#"{"registration_deadline": "trước ngày 25/10/2026"}"#, "2026-10-25 10:00Z", nil),
      (#"{"report_deadline": "25/10/2026"}"#, "2026-10-01 10:00Z", nil), ("{}", "2026-10-01 10:00Z", nil),
    ] as [(String, String, String?)])
  func supplementUntil(parameters: String, decided: String, day: String?) throws {
    let fixture = try RegistryFixture.reading()
    #expect(
      try fixture.text(
        "select registry.supplement_until($1, 'registration', $2::text::timestamptz)::text",
        [.jsonb(parameters), .text(decided)])
        == day)
  }

  @Test("lines stay short and harmless, whatever a submission holds")
  func hostileReport() throws {
    let fixture = try RegistryFixture()
    let name = String(repeating: "quế ", count: 80) + String(repeating: "x", count: 250)
    let id = try fixture.submit("k", unit: "Xã \\n\u{202E}Lạ", RegistryFixture.registration(name))
    try fixture.run(
      """
      select registry.validation_apply(jsonb_build_array(jsonb_build_object('id', \(id), 'version', 1, 'rule_set', 2, 'state', 'invalid',
        'findings', jsonb_build_array(
          jsonb_build_object('code', 'DK-999', 'severity', 'L', 'path', '/' || repeat('a~1', 100), 'message', repeat('dài ', 100)),
          jsonb_build_object('code', 'VB-008', 'severity', 'L', 'path', '/model/99999999999999999999/x', 'message', E'a\\nb\\u202Ec'))))::text)
      """)
    let lines = try fixture.rows("select registry.submission_report(\(id)) as line")
    #expect(lines.allSatisfy { $0.count <= 96 }, "\(lines.filter { $0.count > 96 })")
    #expect(lines.allSatisfy { !$0.unicodeScalars.contains { $0 == "\n" || $0 == "\u{202E}" } })
    #expect(lines.contains("2. [VB-008] a bc"))
    let empty = try fixture.submit("e", "{}")
    #expect(try fixture.rows("select registry.submission_report(\(empty)) as line").count == 4)
  }

  @Test("the portal confirms and reads; what it may not see stays unseen")
  func portalRole() throws {
    let fixture = try RegistryFixture()
    let id = try judged(fixture)
    try fixture.run("set role dvk_portal")
    try confirm(fixture, id)
    #expect(try fixture.rows("select registry.submission_report(\(id)) as line").count > 5)
    #expect(try serverError { try fixture.run("select * from registry.finding") }.sqlState == "42501")
  }
}
