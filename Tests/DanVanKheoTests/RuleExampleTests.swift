import Testing

@testable import DanVanKheo

@Suite struct RuleExampleTests {
  @Test("text", arguments: text) func judgesText(example: RuleCase) throws { try example.check() }
  @Test("units and levels", arguments: units) func judgesUnits(example: RuleCase) throws { try example.check() }
  @Test("registration", arguments: registrations) func judgesRegistrations(example: RuleCase) throws {
    try example.check()
  }
  @Test("figures and days", arguments: figures) func judgesFigures(example: RuleCase) throws { try example.check() }
  @Test("recognition", arguments: recognitions) func judgesRecognitions(example: RuleCase) throws {
    try example.check()
  }
  @Test("overlap", arguments: overlap) func judgesOverlap(example: RuleCase) throws { try example.check() }
  @Test("how texts are written", arguments: writing) func judgesWriting(example: RuleCase) throws {
    try example.check()
  }

  @Test("figures in running text", arguments: narrative) func judgesNarrative(example: RuleCase) throws {
    try example.check()
  }
  @Test("claims of a report's narrative", arguments: claims) func judgesClaims(example: RuleCase) throws {
    try example.check()
  }

  @Test("who files, when, and how blocks stand", arguments: filing) func judgesFiling(example: RuleCase) throws {
    try example.check()
  }
  @Test("schedule, outputs and attachments", arguments: dossiers) func judgesDossiers(example: RuleCase) throws {
    try example.check()
  }
  @Test("reports", arguments: reports) func judgesReports(example: RuleCase) throws { try example.check() }

  /// Rules of papers (TB) have cases of their own.
  static let ofSubmissions = RuleCode.allCases.filter { !$0.rawValue.hasPrefix("TB") }

  @Test("every rule has at least two examples that pass and two that fail", arguments: ofSubmissions)
  func covered(code: RuleCode) {
    let lists = [
      Self.text, Self.units, Self.registrations, Self.figures, Self.recognitions, Self.writing, Self.narrative,
      Self.filing, Self.dossiers, Self.reports, Self.overlap, AwardRuleTests.appraisals, AwardRuleTests.awards,
    ]
    let all = lists.flatMap(\.self).filter { $0.code == code }
    #expect(all.count { $0.path == nil } >= 2)
    #expect(all.count { $0.path != nil } >= 2)
  }

  static let text: [RuleCase] = [
    .passes(.vb001, .registration, ("content/goals", "Dân vận khéo")),
    .passes(.vb001, .registration, ("content/goals", "Hoà Bình, Hòa Bình, 25°C, « xã »")),
    .fails(.vb001, .registration, "/goals", ("content/goals", "D©n vËn khÐo")),
    .fails(.vb001, .registration, "/subjects/0/position", ("content/subjects/0/position", "DÃ¢n váº­n khÃ©o")),
    .fails(.vb001, .registration, "/situation", ("content/situation", "UÛy ban nhaân daân xaõ")),
    .passes(.vb002, .registration, ("content/goals", "hoà")),
    .passes(.vb002, .registration, ("content/goals", "“Đảng ủy” – 2021…")),
    .fails(.vb002, .registration, "/goals", ("content/goals", "hoa\u{300} giải")),
    .fails(.vb002, .registration, "/model/places/0", ("content/model/places/0", "Thôn Tâ\u{323}p")),
    .passes(.vb003, .registration, ("content/goals", "tập thể trên")),
    .passes(.vb003, .registration, ("content/goals", "- một\n- hai")),
    .fails(.vb003, .registration, "/goals", ("content/goals", "tập thể\u{A0}trên")),
    .fails(.vb003, .registration, "/schedule", ("content/schedule", " tháng  3 ")),
    .passes(.vb008, .registration, ("content/goals", "4 không")),
    .passes(.vb008, .registration, ("content/goals", "- Hỗ trợ 5 < 10 hộ => kết quả")),
    .fails(.vb008, .registration, "/goals", ("content/goals", "=HYPERLINK(\"http://x\")")),
    .fails(.vb008, .registration, "/goals", ("content/goals", "a <script> b")),
    .fails(.vb008, .registration, "/goals", ("content/goals", "chuông \u{7} reo")),
    .passes(.vb011, .registration, ("content/goals", "đề nghị xét")),
    .passes(.vb011, .registration, ("content/goals", "đề nghị xét ?")),
    .fails(.vb011, .registration, "/goals", ("content/goals", "đề ngh\u{FFFD}\u{FFFD} xét")),
    .fails(.vb011, .registration, "/subjects/0/name", ("content/subjects/0/name", "Chi b\u{FFFD} Tân Thành")),
  ]

  /// A unit of a list that had ended before the day of filing.
  private static let ended = JSON.object([
    JSON.Member("id", 8), JSON.Member("path", "Xã Cũ, huyện Chợ Đồn, tỉnh Bắc Kạn"),
    JSON.Member("valid_until", "2020-12-31"), JSON.Member("successors", .array(["Xã Mới"])),
  ])

  static let units: [RuleCase] = [
    .passes(.dv001, .registration, ("unit/text", "xã Nghĩa Tá, tỉnh Thái Nguyên")),
    .passes(.dv001, .commendationProposal, ("recipients/0/unit_candidates", 1)),
    .fails(.dv001, .registration, "/unit", ("unit/text", "xã Nghiã Tá Mới"), ("unit/candidates", .array([]))),
    .fails(.dv001, .registration, "/unit", ("unit/candidates/0/valid_from", "2021-03-03")),
    .fails(.dv001, .recognitionDecision, "/models/0/unit", ("models/0/unit_candidates", 0)),
    .fails(.dv001, .inspectionRecord, "/units/0", ("inspected_units/0/unit_candidates", 0)),
    .passes(.dv002, .registration, ("filed_on", "2025-06-30")),
    .passes(.dv002, .registration, ("filed_on", "2025-08-05"), ("unit/candidates/0/valid_until", .null)),
    .fails(.dv002, .registration, "/unit", ("filed_on", "2025-07-01")),
    .fails(
      .dv002, .registration, "/unit", ("filed_on", "2025-08-05"), ("unit/candidates/0/path", "Huyện ủy Chợ Đồn"),
      ("unit/candidates/0/successors", .array([]))),
    .passes(.dv002, .recognitionDecision, ("models/0/ended_unit", ended)),
    .passes(.dv002, .recognitionProposal, ("models/0/unit_candidates", 2), ("models/0/ended_unit", ended)),
    .passes(.dv002, .inspectionRecord, ("inspected_units/0/unit_candidates", 0)),
    .passes(
      .dv002, .commendationProposal, ("recipients/0/unit_candidates", 0), ("recipients/0/ended_unit", ended),
      ("filed_on", "2020-12-31")),
    .passes(
      .dv002, .commendationProposal, ("content/recipients/0/unit", nil), ("recipients/0/unit_candidates", 0),
      ("recipients/0/ended_unit", ended)),
    .fails(
      .dv002, .recognitionDecision, "/models/0/unit", ("models/0/unit_candidates", 0), ("models/0/ended_unit", ended)),
    .fails(
      .dv002, .recognitionProposal, "/models/0/unit", ("models/0/unit_candidates", 0), ("models/0/ended_unit", ended)),
    .fails(
      .dv002, .commendationDecision, "/recipients/0/unit", ("recipients/0/unit_candidates", 0),
      ("recipients/0/ended_unit", ended)),
    .fails(
      .dv002, .commendationProposal, "/recipients/0/unit", ("recipients/0/unit_candidates", 0),
      ("recipients/0/ended_unit", ended), ("recipients/0/ended_unit/successors", .array([]))),
    .fails(
      .dv002, .inspectionRecord, "/units/0", ("inspected_units/0/unit_candidates", 0),
      ("inspected_units/0/ended_unit", ended)),
    .fails(
      .dv001, .recognitionDecision, "/models/0/unit", ("models/0/unit_candidates", 0), ("models/0/ended_unit", .null)),
    .passes(.dv003, .registration, ("unit/text", "huyện Châu Thành, tỉnh Bến Tre")),
    .passes(
      .dv003, .registration, ("unit/candidates/1/id", 6), ("unit/candidates/1/valid_from", "2025-07-01")),
    .fails(.dv003, .registration, "/unit", ("unit/text", "Châu Thành"), ("unit/candidates/1/id", 6)),
    .fails(.dv003, .recognitionProposal, "/models/0/unit", ("models/0/unit_candidates", 11)),
    .passes(.dv003, .recognitionDecision, ("models/0/unit_candidates", 1)),
    .fails(.dv003, .recognitionDecision, "/models/0/unit", ("models/0/unit_candidates", 2)),
    .fails(.dv003, .commendationDecision, "/recipients/0/unit", ("recipients/0/unit_candidates", 2)),
    .fails(.dv003, .inspectionRecord, "/units/0", ("inspected_units/0/unit_candidates", 2)),
    .passes(.dv004, .recognitionProposal, ("content/level", "HUYEN"), ("content/year", 2020)),
    .passes(.dv004, .recognitionProposal, ("content/level", "HUYEN"), ("content/year", 2025)),
    .passes(.dv004, .recognitionDecision, ("content/year", .null)),
    .fails(
      .dv004, .recognitionProposal, "/level", ("content/level", "HUYEN"), ("content/year", 2026),
      ("models/0/registered_years/0", 2026)),
    .fails(.dv004, .commendationProposal, "/level", ("content/period", "2025-H2")),
  ]

  static let registrations: [RuleCase] = [
    .passes(.dk001),
    .passes(.dk001, .registration, ("content/filed_on", nil), ("content/starts_on", nil), ("content/ends_on", .null)),
    .fails(.dk001, .registration, "/outputs", ("content/outputs", nil)),
    .fails(.dk001, .registration, "/goals", ("content/goals", "…")),
    .fails(.dk001, .registration, "/forces", ("content/forces", .array(["Chi bộ"]))),
    .fails(.dk001, .registration, "/goals", ("content/goals", "\u{0301} – \u{0301}")),
    .fails(.dk001, .registration, "/goals", ("content/goals", "👍 ★ \u{3164}")),
    .passes(.dk001, .commendationDecision, ("content/form", .null)),
    .passes(.dk001, .commendationDecision, ("content/form", nil)),
    .fails(.dk001, .commendationDecision, "/form", ("content/form", "xyz")),
    .fails(.dk001, .commendationDecision, "/form", ("content/form", 7)),
    .fails(.dk001, .registration, "/model/name", ("content/model/name", nil)),
    .fails(.dk001, .registration, "/type", ("content/type", "khac")),
    .fails(.dk001, .registration, "/subjects", ("content/subjects", .array([]))),
    .fails(.dk001, .report, "/year", ("content/year", nil)),
    .fails(.dk001, .recognitionDecision, "/decision", ("content/decision", "12-QĐ/HU")),
    .passes(.dk002),
    .passes(
      .dk002, .registration, ("content/model/name", "Trồng cây quế – thôn Tân Thành, xã Nông Thượng"),
      ("content/model/places", nil)),
    .fails(.dk002, .registration, "/model/name", ("content/model/name", "Mô hình dân vận khéo")),
    .fails(.dk002, .registration, "/model/name", ("content/model/name", "Mô hình “DVK” số 1 năm 2021")),
    .fails(.dk002, .registration, "/model/places", ("content/model/places", .array([]))),
    .fails(.dk002, .registration, "/model/places", ("content/model/places", .array(["12", "\u{0301}"]))),
    .fails(.dk002, .registration, "/model/places", ("content/model/places", "2021")),
    .passes(.dk003, .registration, ("content/model/field", "kinh tế")),
    .passes(.dk003, .registration, ("content/model/field", "Văn hoá, xã hội")),
    .passes(.dk003, .registration, ("content/model/field", "kinh_te")),
    .fails(.dk003, .registration, "/model/field", ("content/model/field", "cải cách hành chính")),
    .fails(.dk003, .registration, "/model/field", ("content/model/field", "Kinh te")),
    .passes(.dk004, .registration, ("content/subjects/0/name", "Hội Nông dân xã Nghĩa Tá")),
    .passes(
      .dk004, .registration, ("content/subjects/0/kind", "individual"), ("content/subjects/0/name", "Nguyễn Văn An")),
    .passes(
      .dk004, .registration, ("content/subjects/0/kind", "household"),
      ("campaign/parameters/subject_kinds", .array(["collective", "household"]))),
    .fails(.dk004, .registration, "/subjects/0/name", ("content/subjects/0/name", "Nguyễn Văn An")),
    .fails(.dk004, .registration, "/subjects/1/name", ("content/subjects/1/name", "Đồng chí Ma Thị Na")),
    .fails(.dk004, .registration, "/subjects/0/kind", ("content/subjects/0/kind", "household")),
    .passes(.dk006),
    .passes(.dk006, .report, ("duplicates", .array([3]))),
    .fails(.dk006, .registration, "/model/name", ("duplicates", .array([3]))),
    .fails(.dk006, .registration, "/model/name", ("duplicates", .array([1205, 3]))),
    .passes(.dk008, .registration, ("content/type", "maintained"), ("registered_years", .array([2020]))),
    .passes(.dk008, .registration, ("registered_years", .array([]))),
    .fails(.dk008, .registration, "/type", ("content/type", "maintained"), ("registered_years", .array([]))),
    .fails(.dk008, .registration, "/type", ("content/type", "maintained"), ("registered_years", .array([2021, 2022]))),
    .passes(.dk014),
    .passes(
      .dk014, .registration, ("content/type", "replicated"), ("source_model/found", .bool(true)),
      ("source_model/recognised", .bool(true))),
    .fails(.dk014, .registration, "/model/source", ("content/type", "replicated")),
    .fails(
      .dk014, .registration, "/model/source", ("content/type", "replicated"), ("source_model/found", .bool(true)),
      ("source_model/recognised", .bool(false))),
    .fails(
      .dk014, .registration, "/model/source", ("content/type", "replicated"), ("source_model/found", .bool(false))),
  ]

  static let figures: [RuleCase] = [
    .passes(
      .bc002, .report, ("content/indicators/0/x", "216"), ("content/indicators/0/y", "221"),
      ("content/indicators/0/percent", nil)),
    .passes(
      .bc002, .report, ("content/indicators/0/x", "0"), ("content/indicators/0/y", 5),
      ("content/indicators/0/percent", "0")),
    .fails(.bc002, .report, "/indicators/0", ("content/indicators/0/x", "221"), ("content/indicators/0/y", "216")),
    .fails(.bc002, .report, "/indicators/0", ("content/indicators/0/x", 5), ("content/indicators/0/y", 0)),
    .passes(.bc003, .report, ("content/indicators/1/percent", "97,7")),
    .passes(.bc003, .report, ("content/indicators/1/percent", .number("98"))),
    .passes(.bc003, .report, ("content/indicators/1/percent", "97,74%")),
    .passes(.bc003, .report, ("content/indicators/1/percent", "97.7")),
    .fails(.bc003, .report, "/indicators/1/percent", ("content/indicators/1/percent", "98,7")),
    .fails(.bc003, .report, "/indicators/1/percent", ("content/indicators/1/percent", .number("97.6"))),
    .fails(.bc003, .report, "/indicators/1/percent", ("content/indicators/1/percent", "100")),
    .passes(.bc004, .report, ("content/tables/0/total", .number("127"))),
    .passes(.bc004, .report, ("content/tables/0/parts/0/value", "gần 24")),
    .fails(.bc004, .report, "/tables/0/total", ("content/tables/0/total", "128")),
    .fails(.bc004, .report, "/tables/0/total", ("content/tables/0/parts/1/value", "9")),
    .passes(.bc006, .report, ("content/indicators/0/value", "08")),
    .passes(.bc006, .commendationDecision, ("content/recipients/0/amount", "3.510.000")),
    .fails(.bc006, .commendationDecision, "/recipients/0/amount", ("content/recipients/0/amount", -5)),
    .fails(.bc006, .commendationDecision, "/recipients/0/amount", ("content/recipients/0/amount", "nhiều")),
    .passes(.bc006, .report, ("content/indicators/0/value", "4,5"), ("content/indicators/0/unit", "ha")),
    .passes(.bc006, .report, ("content/indicators/0/value", "4.65")),
    .fails(.bc006, .report, "/indicators/0/value", ("content/indicators/0/value", "−3")),
    .fails(
      .bc006, .report, "/indicators/0/value", ("content/indicators/0/value", "4,5"),
      ("content/indicators/0/unit", "mô hình")),
    .fails(.bc006, .report, "/indicators/0/value", ("content/indicators/0/value", .number("-3"))),
    .fails(
      .bc006, .report, "/indicators/0/value",
      ("content/indicators/0/value", .number(String(repeating: "9", count: 400)))),
    .fails(.bc006, .report, "/indicators/0/value", ("content/indicators/0/value", .array([]))),
    .passes(.bc006, .report, figure("value", "2,5"), figure("unit", "nghìn hộ")),
    .passes(.bc006, .report, figure("value", "3,5"), figure("unit", "người/hộ")),
    .passes(.bc006, .report, figure("value", "1,5"), figure("unit", "kW")),
    .passes(.bc006, .report, figure("value", "0,7"), figure("unit", "điểm phần trăm")),
    .passes(.bc006, .report, figure("value", "12,5"), figure("unit", "ngày công")),
    .passes(.bc008, .report, figure("value", "4.648"), figure("x", nil), figure("y", nil), figure("percent", nil)),
    .fails(.bc008, .report, "/indicators/0/value", figure("value", "4.65")),
    .fails(.bc008, .report, "/indicators/0/value", figure("value", "1,500")),
    .fails(.bc008, .report, "/tables/0/parts/0/value", ("content/tables/0/parts/0/value", "1,500")),
    .fails(
      .bc013, .report, "/indicators/0/percent", figure("value", nil), figure("x", nil), figure("y", nil)),
    .passes(.bc013, .report, figure("x", nil), figure("y", nil)),
    .passes(.bc015, .report, ("content/tables/0/total", "hơn 120"), ("content/tables/0/parts/0/value", "hơn 24")),
    .fails(.bc015, .report, "/tables/0/parts/0/value", ("content/tables/0/parts/0/value", "hơn 24")),
    .passes(.bc007, .report, ("content/held_on", "29/02/2024")),
    .passes(.bc007, .report, ("content/held_on", .null)),
    .passes(.bc007, .recognitionDecision, ("content/decision/issued_on", .null), ("content/year", .null)),
    .fails(.bc007, .report, "/held_on", ("content/held_on", "31/02/2021")),
    .fails(.bc007, .report, "/held_on", ("content/held_on", "11/2021")),
    .fails(.bc007, .report, "/year", ("content/year", 20021)),
    .fails(.bc007, .inspectionRecord, "/inspected_on", ("content/inspected_on", 2021)),
    .fails(.bc007, .recognitionDecision, "/decision/issued_on", ("content/decision/issued_on", "2020-02-30")),
    .fails(.bc007, .commendationProposal, "/period", ("content/period", "2020-2018")),
  ]

  static let recognitions: [RuleCase] = [
    .passes(.cn001, .recognitionProposal),
    .passes(.cn001, .recognitionDecision, ("content/year", .null), ("models/0/registered_years", .array([2018]))),
    .passes(
      .cn001, .recognitionDecision, ("content/title", "nhan_rong"), ("content/year", 2025), ("content/level", "TINH")),
    .fails(.cn001, .recognitionProposal, "/models/0/name", ("models/0/registered_years", .array([]))),
    .fails(.cn001, .recognitionProposal, "/models/0/name", ("models/0/registered_years", .array([2020]))),
    .fails(
      .cn001, .recognitionDecision, "/models/0/name", ("content/year", .null), ("models/0/registered_years", .array([]))
    ),
    .passes(.cn004, .recognitionProposal),
    .passes(.cn004, .recognitionDecision),
    .fails(.cn004, .recognitionProposal, "/models/0/criteria/novelty", ("content/models/0/criteria/novelty", nil)),
    .fails(.cn004, .recognitionProposal, "/models/0/criteria/skill", ("content/models/0/criteria/skill", "-")),
    .passes(.cn010, .recognitionProposal, ("content/title", "dien_hinh"), ("models/0/recognitions/0", recognised)),
    .passes(.cn010, .recognitionProposal, ("content/year", 2020), ("models/0/recognitions/0", recognised)),
    .fails(.cn010, .recognitionProposal, "/models/0", ("models/0/recognitions/0", recognised)),
    .fails(
      .cn010, .recognitionDecision, "/models/1", ("content/models/1/unit", "Xã Nghĩa Tá"),
      ("content/models/1/name", "Trồng cây quế"), ("models/1/index", 1), ("models/1/unit_candidates", 1),
      ("models/1/model_id", 9), ("models/1/registered_years", .array([2020]))
    ),
  ]

  private static let recognised: JSON = .object([
    JSON.Member("level", "TINH"), JSON.Member("year", 2021), JSON.Member("title", "mo_hinh"),
  ])
}
