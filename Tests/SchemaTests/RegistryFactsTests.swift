import Postgres
import TestSupport
import Testing

@Suite("registry.validation_facts")
struct RegistryFactsTests {
  private static let other = "Xã Lương Bằng, huyện Chợ Đồn, tỉnh Bắc Kạn"

  @Test("the facts of a registration name its unit, the unit's successor and the campaign's fields")
  func shape() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("Trồng quế"))
    #expect(try fixture.facts(id, "unit,candidates,0,path") == #""Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn""#)
    #expect(try fixture.facts(id, "unit,candidates,0,valid_until") == #""2025-06-30""#)
    #expect(try fixture.facts(id, "unit,candidates,0,successors") == #"["Xã Nghĩa Tá, Tỉnh Thái Nguyên"]"#)
    #expect(try fixture.facts(id, "campaign,fields,0") == #"{"key": "kinh tế", "code": "kinh_te", "name": "Kinh tế"}"#)
    #expect(try fixture.facts(id, "filed_on") == #""2021-03-02""#)
  }

  @Test("equal registrations wait for the earlier one, and are duplicates once it is valid")
  func duplicates() throws {
    let fixture = try RegistryFixture()
    let first = try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    let second = try fixture.submit("b", RegistryFixture.registration("trồng  QUẾ"))
    #expect(try fixture.facts(first, "blocked_by") == "[]")
    #expect(try fixture.facts(second, "blocked_by") == "[\(first)]")
    try fixture.judge([first])
    #expect(try fixture.facts(second, "blocked_by") == "[]")
    #expect(try fixture.facts(second, "duplicates") == "[\(first)]")
    #expect(try fixture.facts(first, "duplicates") == "[]")
  }

  @Test("another unit, year or name does not make a duplicate")
  func noDuplicates() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    try fixture.judge()
    let others = [
      try fixture.submit("b", unit: Self.other, RegistryFixture.registration("Trồng quế")),
      try fixture.submit("c", campaign: "CD-2020", RegistryFixture.registration("Trồng quế", year: 2020)),
      try fixture.submit("d", RegistryFixture.registration("Trồng quê")),
    ]
    for id in others { #expect(try fixture.facts(id, "duplicates") == "[]") }
  }

  @Test("nobody waits for a submission whose job is gone")
  func deadJob() throws {
    let fixture = try RegistryFixture()
    let first = try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    let second = try fixture.submit("b", RegistryFixture.registration("Trồng quế"))
    try fixture.run("delete from queue.job where id = (select job_id from registry.submission where id = \(first))")
    #expect(try fixture.facts(second, "blocked_by") == "[]")
  }

  @Test("a supplement stands behind what was handed in before it")
  func turn() throws {
    let fixture = try RegistryFixture()
    let first = try fixture.submit("a", RegistryFixture.registration("Trồng hồi"))
    try fixture.judge(state: "needs_supplement")
    let second = try fixture.submit("b", RegistryFixture.registration("Trồng quế"))
    try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    #expect(try fixture.facts(second, "blocked_by") == "[]")
    #expect(try fixture.facts(first, "blocked_by") == "[\(second)]")
    try fixture.judge([second])
    #expect(try fixture.facts(first, "duplicates") == "[\(second)]")
  }

  @Test("registered years count what smaller turns registered, for registrations and reports, withdrawn ones not")
  func registeredYears() throws {
    let fixture = try RegistryFixture()
    let report = try fixture.submit(
      "r0", kind: "report", #"{"filed_on": "2021-11-01", "year": 2021, "model": {"name": "Trồng quế"}}"#)
    let early = try fixture.submit("a", campaign: "CD-2020", RegistryFixture.registration("Trồng quế", year: 2020))
    let kept = try fixture.submit("b", RegistryFixture.registration("Trồng quế", type: "maintained"))
    #expect(try fixture.facts(kept, "blocked_by") == "[\(early)]")
    #expect(try fixture.facts(report, "blocked_by") == "[]")
    try fixture.judge([early])
    #expect(try fixture.facts(kept, "registered_years") == "[2020]")
    #expect(try fixture.facts(report, "registered_years") == "[]")
    let later = try fixture.submit(
      "r1", kind: "report", #"{"filed_on": "2021-11-01", "year": 2021, "model": {"name": "Trồng quế"}}"#)
    try fixture.judge([kept])
    #expect(try fixture.facts(later, "registered_years") == "[2020, 2021]")
    try fixture.run("select registry.withdraw(\(early), 'nhầm')")
    #expect(try fixture.facts(later, "registered_years") == "[2021]")
  }

  @Test("a report waits for its name in its own unit however written, and in one that it took over; nowhere else")
  func reportsOfOtherUnits() throws {
    let fixture = try RegistryFixture()
    func report(_ key: String, unit: String, year: Int = 2021) throws -> Int64 {
      try fixture.submit(
        key, kind: "report", unit: unit,
        #"{"filed_on": "\#(year)-11-01", "year": \#(year), "model": {"name": "Trồng quế"}}"#)
    }
    // Xã Lương Bằng was merged into the new Xã Nghĩa Tá, Xã Yên Phong was not.
    let away = "Xã Yên Phong, huyện Chợ Đồn, tỉnh Bắc Kạn"
    let elsewhere = try fixture.submit("a", unit: away, RegistryFixture.registration("Trồng quế"))
    let other = try report("b", unit: away)
    let first = try report("c", unit: RegistryFixture.unit)
    let second = try report("d", unit: "xã NGHĨA TÁ, Chợ Đồn")
    let successor = try report("e", unit: "Xã Nghĩa Tá, tỉnh Thái Nguyên", year: 2026)
    let unknown = try report("f", unit: "Xã Không Có, tỉnh Bắc Kạn")
    #expect(try fixture.facts(other, "blocked_by") == "[\(elsewhere)]")
    #expect(try fixture.facts(first, "blocked_by") == "[]")
    #expect(try fixture.facts(second, "blocked_by") == "[\(first)]")
    #expect(try fixture.facts(successor, "blocked_by") == "[\(first), \(second)]")
    #expect(try fixture.facts(unknown, "blocked_by") == "[]")
    // A person chose the unit: the text no longer counts.
    try fixture.run(
      "update registry.submission set chosen_unit_id = (select m.unit_id from registry.unit_matches(array['\(away)']) m) where id = \(second)"
    )
    #expect(try fixture.facts(second, "blocked_by") == "[\(elsewhere), \(other)]")
    #expect(try fixture.facts(successor, "blocked_by") == "[\(first)]")
  }

  @Test("a report with fifty of its name in front waits for them wherever they are: there may be more")
  func manyReports() throws {
    let fixture = try RegistryFixture()
    var ids: [Int64] = []
    for number in 0..<51 {
      ids.append(
        try fixture.submit(
          "\(number)", kind: "report", unit: Self.other,
          #"{"filed_on": "2021-11-01", "year": 2021, "model": {"name": "Trồng quế"}}"#))
    }
    let report = try fixture.submit(
      "r", kind: "report", #"{"filed_on": "2021-11-01", "year": 2021, "model": {"name": "Trồng quế"}}"#)
    let first50 = ids.prefix(50).map(String.init).joined(separator: ", ")
    #expect(try fixture.facts(report, "blocked_by") == "[\(first50)]")
    try fixture.judge(Array(ids.prefix(2)))
    #expect(try fixture.facts(report, "blocked_by") == "[]")
  }

  @Test("a replication waits for its source and for the decisions that name it, then knows whether it is recognised")
  func sourceModel() throws {
    let fixture = try RegistryFixture()
    let source = try fixture.submit("s", RegistryFixture.registration("Phân loại rác"))
    let decision = try fixture.submit(
      "d", kind: "recognition_decision", unit: "Huyện Chợ Đồn, tỉnh Bắc Kạn", Self.decision("Phân loại rác"))
    let replica = try fixture.submit(
      "r", unit: Self.other,
      #"{"filed_on": "2021-04-01", "year": 2021, "type": "replicated", "model": {"name": "Rác", "source": {"unit": "\#(RegistryFixture.unit)", "name": "Phân loại rác"}}}"#
    )
    #expect(try fixture.facts(replica, "blocked_by") == "[\(source), \(decision)]")
    #expect(try fixture.facts(decision, "blocked_by") == "[\(source)]")
    #expect(try fixture.facts(replica, "source_model") == #"{"found": false, "recognised": false}"#)
    try fixture.judge([source])
    #expect(try fixture.facts(replica, "source_model") == #"{"found": true, "recognised": false}"#)
    try fixture.judge([decision])
    #expect(try fixture.facts(replica, "source_model") == #"{"found": true, "recognised": true}"#)
    #expect(try fixture.facts(replica, "blocked_by") == "[]")
  }

  @Test("lists are resolved item by item: unit, model, years, recognitions")
  func models() throws {
    let fixture = try RegistryFixture()
    let registered = try fixture.submit("s", RegistryFixture.registration("Phân loại rác"))
    try fixture.judge([registered])
    try fixture.submit("d", kind: "recognition_decision", unit: "064", Self.decision("Phân loại rác"))
    try fixture.judge()
    let proposal = try fixture.submit(
      "p", kind: "recognition_proposal", unit: "064",
      #"{"filed_on": "2021-12-01", "models": [{"unit": "\#(RegistryFixture.unit)", "name": "phân loại rác"}, {"unit": "Châu Thành", "name": "x"}, {"name": "y"}, 7]}"#
    )
    #expect(try fixture.facts(proposal, "models,0,registered_years") == "[2021]")
    #expect(
      try fixture.facts(proposal, "models,0,recognitions") == #"[{"year": 2021, "level": "HUYEN", "title": "mo_hinh"}]"#
    )
    #expect(try fixture.facts(proposal, "models,0,unit_candidates") == "1")
    #expect(try fixture.facts(proposal, "models,1,model_id") == "null")
    #expect(try fixture.facts(proposal, "models,2,unit_candidates") == "0")
    #expect(try fixture.facts(proposal, "models,3,unit_candidates") == "0")
  }

  @Test("inspected units and recipients are counted by what they may mean")
  func counted() throws {
    let fixture = try RegistryFixture()
    let inspection = try fixture.submit(
      "i", kind: "inspection_record", unit: "064",
      #"{"filed_on": "2021-10-01", "year": 2021, "team": "Đoàn 1", "units": ["\#(Self.other)", "không có"]}"#)
    #expect(
      try fixture.facts(inspection, "inspected_units")
        == #"[{"index": 0, "unit_candidates": 1}, {"index": 1, "unit_candidates": 0}]"#)
    let commendation = try fixture.submit(
      "c", kind: "commendation_proposal", unit: "064",
      #"{"filed_on": "2021-10-01", "recipients": [{"name": "A", "unit": "\#(Self.other)"}]}"#)
    #expect(try fixture.facts(commendation, "recipients") == #"[{"index": 0, "unit_candidates": 1}]"#)
    #expect(try fixture.facts(commendation, "blocked_by") == "[\(inspection)]")
  }

  @Test(
    "a unit of a list that ended before the day is told with its end and its successors, one that ended later is certain",
    arguments: [
      ("inspection_record", "units", "inspected_units", #"["\#(RegistryFixture.unit)"]"#),
      ("recognition_decision", "models", "models", #"[{"unit": "\#(RegistryFixture.unit)", "name": "Chưa đăng ký"}]"#),
      ("commendation_decision", "recipients", "recipients", #"[{"unit": "\#(RegistryFixture.unit)", "name": "A"}]"#),
    ])
  func endedUnits(kind: String, list: String, member: String, items: String) throws {
    let fixture = try RegistryFixture()
    func facts(_ day: String, _ path: String) throws -> String? {
      let id = try fixture.submit(
        day + path, kind: kind, unit: "064", #"{"filed_on": "\#(day)", "year": 2021, "\#(list)": \#(items)}"#)
      return try fixture.facts(id, "\(member),0,\(path)")
    }
    #expect(try facts("2025-06-30", "unit_candidates") == "1")
    #expect(try facts("2025-06-30", "ended_unit").map { $0 == "null" } ?? true)
    #expect(try facts("2025-07-01", "unit_candidates") == "0")
    #expect(try facts("2025-07-01", "ended_unit,valid_until") == #""2025-06-30""#)
    #expect(
      try facts("2025-07-01", "ended_unit,path")
        == #""\#(RegistryFixture.unit)""#.replacing("huyện", with: "Huyện").replacing("tỉnh", with: "Tỉnh"))
    #expect(try facts("2025-07-01", "ended_unit,successors,0")?.contains("Nghĩa Tá") == true)
  }

  @Test(
    "content of any shape gives facts, never an error",
    arguments: [
      "{}", #"{"model": 1, "models": {}, "recipients": "x", "units": 3, "filed_on": [], "year": "MMXXI"}"#,
      #"{"models": [null, [], "x", {"unit": {}, "name": []}], "recipients": [null, {"unit": 1, "model": 2}], "units": [null, {}, 1]}"#,
      #"{"filed_on": "2021-02-31", "type": "replicated", "model": {"name": "", "source": []}}"#,
    ])
  func anyShape(content: String) throws {
    let fixture = try RegistryFixture()
    for kind in ["registration", "report", "inspection_record", "recognition_decision", "commendation_decision"] {
      let id = try fixture.submit(kind, kind: kind, content)
      #expect(try fixture.facts(id, "state") == #""submitted""#)
    }
  }

  static func decision(_ name: String, year: Int = 2021) -> String {
    """
    {"filed_on": "2021-03-20", "level": "HUYEN", "year": \(year), "title": "mo_hinh", "models": [{"unit": "\(RegistryFixture.unit)", "name": "\(name)"}],
     "decision": {"symbol": "12-QĐ/HU", "issued_on": "2021-03-15", "issuer": "Huyện ủy Chợ Đồn", "subject": "Công nhận"}}
    """
  }
}
