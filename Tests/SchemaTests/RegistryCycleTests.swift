import Postgres
import TestSupport
import Testing

/// The whole cycle at once, in tỉnh Bến Tre before 1 July 2025 and in tỉnh Vĩnh Long, into which it was merged, after it.
@Suite("The cycle across 1 July 2025")
struct RegistryCycleTests {
  private static let old = "Xã Thành Thới B, huyện Mỏ Cày Nam, tỉnh Bến Tre"
  private static let new = "Xã Ba Tri, tỉnh Vĩnh Long"
  private static let officer = "Ban Tuyên giáo và Dân vận Tỉnh ủy Vĩnh Long"

  /// Two models of Bến Tre in 2024, one in a commune and one in a district; the first is recognised by the province in February 2025.
  private func fixture() throws -> RegistryFixture {
    let fixture = try RegistryFixture()
    try fixture.run(
      """
      select registry.open_campaign('BT-' || y, 'Bến Tre ' || y, '83', y::text, 'chuan_4', 'hanh_chinh') from generate_series(2024, 2025) y
      """)
    try fixture.run(
      "select registry.open_campaign('VL-2026', 'Vĩnh Long 2026', '86', '2026', 'chuan_4', 'hanh_chinh')")
    for (key, unit) in [("rác", Self.old), ("họ đạo", "Huyện Bình Đại, tỉnh Bến Tre")] {
      try fixture.submit(
        key, campaign: "BT-2024", unit: unit,
        RegistryFixture.registration("Mô hình \(key)", year: 2024, subject: "Hội Phụ nữ"))
    }
    try fixture.judge()
    let decision = try fixture.text(
      """
      select registry.record_recognition('BT-2025', 'Tỉnh Bến Tre', '{"symbol": "10-QĐ/BDVTU", "issued_on": "2025-02-10",
        "issuer": "Ban Dân vận Tỉnh ủy Bến Tre"}', 'TINH', 2024, 'mo_hinh', '[{"unit": "\(Self.old)", "name": "Mô hình rác"}]')::text
      """)
    try fixture.judge([try #require(decision.flatMap { Int64($0) })])
    return fixture
  }

  /// Registers a model of 2026, inspects and reports it, and proposes it; all are judged valid.
  private func proposal(_ fixture: RegistryFixture) throws -> Int64 {
    try fixture.submit(
      "dừa", campaign: "VL-2026", unit: Self.new,
      RegistryFixture.registration("Dừa hữu cơ", year: 2026, subject: "Chi bộ 2"))
    try fixture.judge()
    try fixture.run(
      "select registry.record_inspection('VL-2026', 'Tỉnh Vĩnh Long', 'Đoàn số 1', '2026-09-15', array['\(Self.new)'])")
    try fixture.submit(
      "báo cáo", kind: "report", campaign: "VL-2026", unit: Self.new,
      #"{"filed_on": "2026-10-20", "year": 2026, "model": {"name": "Dừa hữu cơ"}, "narrative": "x", "indicators": [], "held_on": "2026-10-15"}"#
    )
    let id = try fixture.submit(
      "đề nghị", kind: "recognition_proposal", campaign: "VL-2026", unit: "Tỉnh Vĩnh Long",
      #"{"filed_on": "2026-10-26", "level": "TINH", "year": 2026, "title": "mo_hinh", "models": \#(Self.models)}"#)
    try fixture.judge()
    return id
  }

  private static let models = #"[{"unit": "\#(new)", "name": "Dừa hữu cơ"}]"#
  private static let minutes = #"{"body": "\#(officer)", "held_on": "2026-11-05"}"#

  private func decision(_ symbol: String = "31-QĐ/BTGDVTU", _ day: String = "2026-11-12", issuer: String = officer)
    -> String
  {
    RegistryFixture.decision(symbol, day, issuer: issuer)
  }

  private func recognise(_ fixture: RegistryFixture, _ proposals: [Int64], _ decision: String, level: String = "TINH")
    throws -> Int64
  {
    let id = try fixture.text(
      "select registry.record_recognition('VL-2026', 'Tỉnh Vĩnh Long', $1, $2, 2026, 'mo_hinh', $3, $4)::text",
      [.jsonb(decision), .text(level), .jsonb(Self.models), .int8Array(proposals)])
    return try #require(id.flatMap { Int64($0) })
  }

  @Test("from campaign to revocation every state is the one of the domain, and the figures follow")
  func walk() throws {
    let fixture = try fixture()
    let id = try proposal(fixture)
    #expect(try fixture.text("select count(*)::text from registry.inspection") == "1")
    try fixture.run("select registry.begin_appraisal(\(id), 'phiên tháng 11')")
    #expect(try fixture.state(id) == "under_appraisal")
    try fixture.appraise(id, minutes: Self.minutes)
    #expect(try fixture.state(id) == "passed")
    try fixture.judge([try recognise(fixture, [id], decision())])
    #expect(try fixture.state(id) == "decided")
    let exemplary = try fixture.text(
      "select registry.record_exemplary('VL-2026', 'Tỉnh Vĩnh Long', $1, 'TINH', 2026, $2)::text",
      [.jsonb(decision("32-QĐ/BTGDVTU")), .jsonb(Self.models)])
    try fixture.judge([try #require(exemplary.flatMap { Int64($0) })])
    let code = try #require(try fixture.text("select code from registry.model where name = 'Mô hình rác'"))
    let copy = try fixture.text(
      """
      select registry.register_replication('VL-2026', '\(Self.new)', '\(code)', '{"filed_on": "2026-03-20", "year": 2026,
        "model": {"places": ["Ấp 1"]}, "subjects": [{"kind": "collective", "name": "Hội Nông dân", "role": "lead"}]}')::text
      """)
    try fixture.judge([try #require(copy.flatMap { Int64($0) })])
    let award = RegistryFixture.award.replacing("HUYEN", with: "TINH").replacing("2021", with: "2026")
      .replacing("giay_khen", with: "bang_khen")
    let given = try fixture.text(
      "select registry.record_commendation('VL-2026', 'Tỉnh Vĩnh Long', $1, $2, $3)::text",
      [
        .jsonb(decision("1520/QĐ-UBND", "2026-11-20", issuer: "Ủy ban nhân dân tỉnh Vĩnh Long")), .jsonb(award),
        .jsonb(#"[{"kind": "collective", "name": "Chi bộ 2", "unit": "\#(Self.new)"}]"#),
      ])
    try fixture.judge([try #require(given.flatMap { Int64($0) })])
    try fixture.run("select stats.refresh()")
    let figures =
      "select string_agg(stats.figure(m, '86', '2026')::int::text, ' ' order by o) from unnest(array['M01', 'M02', 'M04', 'M08', 'M09', 'M12', 'M18']) with ordinality f (m, o)"
    #expect(try fixture.text(figures) == "2 1 1 1 1 1 1")
    try fixture.run(
      "select registry.revoke_commendation((select id from registry.commendation), $1, 'gian dối')",
      [.jsonb(decision("1588/QĐ-UBND", "2026-11-24", issuer: "Ủy ban nhân dân tỉnh Vĩnh Long"))])
    try fixture.run(
      "select registry.revoke_recognition((select id from registry.recognition where year = 2026 and title = 'mo_hinh'), $1, 'sai')",
      [.jsonb(decision("33-QĐ/BTGDVTU", "2026-11-24"))])
    try fixture.run("select stats.refresh()")
    #expect(try fixture.text(figures) == "2 1 1 0 0 0 1")
    #expect(try fixture.rows("select * from stats.verify(null, '2026')") == [])
  }

  @Test("the wrong body, day, level, state or a second time is refused, and nothing is written")
  func refused() throws {
    let fixture = try fixture()
    let id = try proposal(fixture)
    func refusal(_ act: () throws -> Any?) throws -> String {
      let error = try serverError { _ = try act() }
      #expect(error.hint?.isEmpty == false)
      return error.sqlState.rawValue
    }
    // Not appraised yet; a district, after its end, at its own level and at another.
    #expect(try refusal { try recognise(fixture, [id], decision()) } == "55000")
    let district = decision("12-QĐ/HU", issuer: "Huyện ủy Ba Tri")
    #expect(try refusal { try recognise(fixture, [], district, level: "HUYEN") } == "22023")
    #expect(try refusal { try recognise(fixture, [], district, level: "XA") } == "42501")
    #expect(
      try refusal {
        try fixture.run(
          "select registry.open_campaign('BT-2026', 'Ba Tri', '836', '2026', 'chuan_4', 'hanh_chinh')")
      } == "22023")
    // A body that was no more, a day before the proposal, a day to come.
    for (body, day, state) in [
      ("Ban Dân vận Tỉnh ủy", "2026-11-05", "42501"), (Self.officer, "2026-10-25", "22023"),
      (Self.officer, "2999-01-01", "22023"),
    ] {
      #expect(
        try refusal { try fixture.appraise(id, minutes: #"{"body": "\#(body)", "held_on": "\#(day)"}"#) } == state,
        "\(body) \(day)")
    }
    #expect(try fixture.state(id) == "valid")
    try fixture.appraise(id, minutes: Self.minutes)
    #expect(try refusal { try fixture.appraise(id, minutes: Self.minutes) } == "55000")
    #expect(try refusal { try fixture.run("select registry.withdraw(\(id), 'x')") } == "55000")
    // Decided before it was appraised; recorded twice is one submission, and by another number a second recognition.
    #expect(try refusal { try recognise(fixture, [id], decision("31-QĐ/X", "2026-11-04")) } == "22023")
    let first = try recognise(fixture, [id], decision())
    #expect(try recognise(fixture, [id], decision()) == first)
    try fixture.judge([first])
    #expect(try refusal { try recognise(fixture, [id], decision("40-QĐ/BTGDVTU")) } == "23505")
    #expect(try fixture.rows("select count(*) from registry.recognition where year = 2026") == ["1"])
    try fixture.run("select registry.close_campaign('VL-2026', 'hết đợt')")
    #expect(try refusal { try recognise(fixture, [], decision("41-QĐ/BTGDVTU")) } == "55000")
    #expect(try refusal { try fixture.run("select registry.close_campaign('VL-2026', 'lại')") } == "55000")
  }

  @Test(
    "the reader and the daemon take no step of the cycle, and close no period", arguments: ["dvk_reader", "dvk_daemon"])
  func roles(role: String) throws {
    let fixture = try RegistryFixture.reading()
    for call in [
      "registry.open_campaign('X', 'X', '86', '2026', 'chuan_4', 'hanh_chinh')",
      "registry.close_campaign('CD-2021', 'x')",
      "registry.record_inspection('CD-2021', '064', 'Đoàn', '2021-09-15', array['064'])",
      "registry.begin_appraisal(1)", "registry.appraise(1, '[]', '[]', '{}', 'passed')",
      "registry.return_submission(1, 'x')",
      "registry.record_recognition('CD-2021', '064', '{}', 'HUYEN', 2021, 'mo_hinh', '[]')",
      "registry.record_exemplary('CD-2021', '064', '{}', 'HUYEN', 2021, '[]')",
      "registry.revoke_recognition(1, '{}', 'x')",
      "registry.register_replication('CD-2021', '064', 'MH1', '{}')",
      "registry.propose_commendation('CD-2021', '064', '{}', '[]', '{}')",
      "registry.record_commendation('CD-2021', '064', '{}', '{}', '[]')", "registry.revoke_commendation(1, '{}', 'x')",
      "registry.open_proceeding('press', 'collective', 'x', '064', '2021-01-01', 'x')",
      "registry.close_proceeding(1, '2021-01-02', 'x')", "stats.close_period('064', '2021', 'x')",
      "stats.correct_period('064', '2021', 'x')",
    ] {
      try fixture.run("set role \(role)")
      #expect(try serverError { try fixture.run("select \(call)") }.sqlState == "42501", "\(call)")
      try fixture.run("reset role")
    }
  }

  @Test("what Bến Tre did in 2024 counts the same under Vĩnh Long, submissions too, and its recognition lives on")
  func bases() throws {
    let fixture = try fixture()
    try fixture.run("select stats.refresh()")
    for measure in ["M01", "M02", "M05", "M06", "M07", "M08", "M10", "M13", "M15", "M20"] {
      let both = try fixture.rows(
        "select stats.figure('\(measure)', '83', '2024') as a, stats.figure('\(measure)', '86', '2024', '{}', 'current') as b, stats.figure('\(measure)', '86', '2024') as c"
      )[0].split(separator: "|")
      #expect(both[0] == both[1] && both[0] != "0", "\(measure): \(both)")
      #expect(["0", "–"].contains(both[2]), "\(measure): \(both)")
    }
    let filed = "select stats.figure('M15', '86', '2024', '{\"state\": \"valid\"}', 'current')::text"
    #expect(try fixture.text(filed) == "2")
    #expect(
      try fixture.rows(
        "select s.path from registry.recognition r join registry.model m on m.id = r.model_id cross join lateral registry.stands_for(m.unit_id) s where r.revoked_at is null"
      ) == ["Xã Thành Thới, Tỉnh Vĩnh Long"])
  }

  @Test("an old unit that has no one to follow it is named in the report by current boundaries, with its models")
  func displaced() throws {
    let fixture = try fixture()
    try fixture.run("select stats.refresh()")
    let rows =
      "select r ->> 0, r ->> 1, r ->> 2, r ->> 3, r ->> 4 from jsonb_array_elements(stats.report('86', '2024', $1) -> 'tables') t cross join jsonb_array_elements(t -> 'rows') r where t ->> 'code' = 'displaced'"
    #expect(
      try fixture.rows(rows, [.text("current")]) == [
        "Huyện Bình Đại, Tỉnh Bến Tre|1|Tỉnh Vĩnh Long|chấm dứt hoạt động, không có đơn vị kế thừa|true"
      ])
    #expect(try fixture.rows(rows, [.text("historical")]) == [])
  }
}
