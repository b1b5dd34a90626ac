import Testing

@testable import DanVanKheo

@Suite struct AwardRuleTests {
  @Test("appraisal and recognition", arguments: appraisals) func judgesAppraisals(example: RuleCase) throws {
    try example.check()
  }
  @Test("awards", arguments: awards) func judgesAwards(example: RuleCase) throws { try example.check() }

  @Test("without a word about awards every rule of the family is silent", arguments: SubmissionKind.allCases)
  func silent(kind: SubmissionKind) throws {
    var draft = try FactsDraft(kind)
    draft.set("awards", nil)
    #expect(try draft.verdict().findings.isEmpty)
  }

  @Test("facts of a wrong shape are no facts", arguments: [JSON.null, .array([]), "x", 7, .bool(true)])
  func wrongShapes(value: JSON) throws {
    for kind in SubmissionKind.allCases {
      for member in [
        "level", "lower_levels", "authorities", "models", "recipients", "criteria", "parameters", "used_numbers",
      ] {
        var draft = try FactsDraft(kind)
        draft.set("attachments", Self.files("Tờ trình.pdf", "Báo cáo thành tích.pdf", "Biên bản.pdf"))
        draft.set("awards/\(member)", value)
        let found = try draft.verdict().findings.map(\.code.rawValue).filter {
          $0.hasPrefix("CN") || $0.hasPrefix("KT") || $0.hasPrefix("TB")
        }
        #expect(found.isEmpty, "\(member)")
      }
    }
  }

  @Test("the messages name what an officer must know")
  func messages() throws {
    func message(_ kind: SubmissionKind, _ edits: (String, JSON?)...) throws -> [String] {
      var draft = try FactsDraft(kind)
      for (path, value) in edits { draft.set(path, value) }
      return try draft.verdict().findings.map(\.message)
    }
    #expect(
      try message(
        .commendationDecision, ("awards/level", Self.level("TINH", 4)), ("content/level", "TINH"),
        ("content/form", "bang_khen"), ("content/decision/issued_on", "2025-12-15"),
        ("awards/parameters/base_salary", 2_340_000),
        ("awards/parameters/bang_khen_tinh_individual_factor", .number("1.5")),
        ("content/recipients/0/kind", "individual"), ("content/recipients/0/amount", 2_700_000)) == [
          "Tiền thưởng 2.700.000 đ khác hệ số 1,5 × lương cơ sở 2.340.000 đ tại ngày quyết định (đúng: 3.510.000 đ)."
        ])
    #expect(
      try message(
        .recognitionDecision, ("awards/level", Self.level("HUYEN", 3, until: "2025-06-30")),
        ("awards/authorities", .array([Self.authority("HUYEN", recognises: true, until: "2025-06-30")])),
        ("content/decision/issuer", "BCĐ huyện Chợ Đồn"), ("content/decision/issued_on", "2026-12-15")) == [
          "Cơ quan BCĐ huyện Chợ Đồn không có thẩm quyền công nhận ở cấp huyện ngày 15/12/2026."
        ])
  }

  static let appraisals: [RuleCase] = [
    .passes(.cn002, .recognitionProposal, ("awards/models/0", reported(2021, "2021-11-05"))),
    .passes(.cn002, .recognitionProposal, ("content/title", "nhan_rong"), ("awards/models/0", unreported)),
    .passes(.cn002, .recognitionDecision, ("awards/models/0", unreported)),
    .fails(.cn002, .recognitionProposal, "/models/0/name", ("awards/models/0", unreported)),
    .fails(.cn002, .recognitionProposal, "/models/0/name", ("awards/models/0", reported(2020, "2020-11-05"))),
    .passes(.cn003, .recognitionProposal, ("content/appraisal", minutes())),
    .passes(.cn003, .recognitionProposal, ("content/appraisal", minutes(day: "10/11/2021"))),
    .passes(
      .cn003, .recognitionProposal, noAppraisal, ("awards/models/0/index", 0),
      ("awards/models/0/appraisals", .array([minutes()]))),
    .fails(.cn003, .recognitionProposal, "/appraisal", ("content/appraisal", minutes(day: nil))),
    .fails(.cn003, .recognitionProposal, "/appraisal", ("content/appraisal", minutes(members: []))),
    .fails(.cn003, .recognitionProposal, "/appraisal", ("content/appraisal", .object([]))),
    .fails(.cn003, .recognitionProposal, "/appraisal", noAppraisal),
    .fails(.cn003, .recognitionProposal, "/appraisal", ("content/appraisal", .null), ("attachments", .array([]))),
    .fails(.cn003, .recognitionProposal, "/appraisal", noAppraisal, ("attachments", kinds("photo", "other"))),
    .passes(.cn003, .recognitionProposal, noAppraisal, ("attachments", kinds("minutes"))),
    .passes(.cn003, .recognitionProposal, noAppraisal, ("attachments", files("bien_ban_tham_dinh.pdf"))),
    .passes(.cn003, .recognitionDecision, noAppraisal),
    .fails(
      .cn003, .recognitionProposal, "/models/0", noAppraisal, ("awards/models/0/index", 0),
      ("awards/models/0/appraisals", .array([]))),
    .passes(.cn005, .recognitionProposal, ("content/models/0/scores", scores(20, 25, 30, 15, total: 90))),
    .passes(
      .cn005, .recognitionProposal, ("content/models/0/scores", scores(20, 25, 30, 15, total: nil)),
      ("awards/criteria/0", criterion("practicality", "Tính thiết thực", 30))),
    .passes(.cn005, .recognitionProposal, ("content/models/0/scores", .object([JSON.Member("total", 91)]))),
    .passes(.cn005, .recognitionProposal, ("content/models/0/scores", .null)),
    .passes(.cn005, .recognitionProposal, ("content/models/0/scores", scores("20,5", 0, .null, "", total: nil))),
    .fails(
      .cn005, .recognitionProposal, "/models/0/scores/novelty",
      ("content/models/0/scores", scores(-5, 25, 30, 15, total: 65))),
    .fails(
      .cn005, .recognitionProposal, "/models/0/scores/novelty",
      ("content/models/0/scores", scores("hai mươi mốt phẩy", 25, 30, 15, total: 90)),
      ("campaign/parameters/criterion_maxima/novelty", 25)),
    .fails(
      .cn005, .recognitionProposal, "/models/0/scores/total",
      ("content/models/0/scores", .object([JSON.Member("total", -1)]))),
    .fails(.cn005, .recognitionProposal, "/models/0/scores", ("content/models/0/scores", "tốt")),
    .fails(
      .cn005, .recognitionProposal, "/models/0/scores/practicality",
      ("content/models/0/scores", scores(20, 25, 35, 10, total: 90)),
      ("awards/criteria/0", criterion("practicality", "Tính thiết thực", 30))),
    .fails(
      .cn005, .recognitionProposal, "/models/0/scores/novelty",
      ("content/models/0/scores", scores(26, 25, 24, 15, total: 90)),
      ("campaign/parameters/criterion_maxima/novelty", 25)),
    .fails(
      .cn005, .recognitionProposal, "/models/0/scores/total",
      ("content/models/0/scores", scores(20, 25, 30, 15, total: 91))),
    .passes(
      .cn006, .recognitionProposal, ("content/models/0/scores", scores(20, 25, 30, 15, total: 90)),
      ("campaign/parameters/recognition_threshold", 80)),
    .passes(.cn006, .recognitionProposal, ("content/models/0/scores", scores(1, 1, 1, 1, total: 4))),
    .passes(.cn006, .recognitionProposal, ("campaign/parameters/recognition_threshold", 80)),
    .fails(
      .cn006, .recognitionProposal, "/models/0/scores", ("content/models/0/scores", scores(20, 25, 20, 10, total: 75)),
      ("campaign/parameters/recognition_threshold", 80)),
    .fails(
      .cn006, .recognitionProposal, "/models/0/scores",
      ("content/models/0/scores", scores(20, 25, 20, 10, total: nil)),
      ("campaign/parameters/recognition_threshold", .number("79.5"))),
    .passes(
      .cn007, .recognitionProposal, ("awards/lower_levels/0", level("XA", 2)),
      ("models/0/recognitions/0", recognised("XA", 2025))),
    .passes(
      .cn007, .recognitionProposal, ("awards/lower_levels", .array([level("XA", 2), level("HUYEN", 3)])),
      ("models/0/recognitions/0", recognised("HUYEN", 2024))),
    .passes(.cn007, .recognitionProposal, ("awards/lower_levels", .array([]))),
    .fails(.cn007, .recognitionProposal, "/models/0", ("awards/lower_levels/0", level("XA", 2))),
    .fails(
      .cn007, .recognitionProposal, "/models/0", ("awards/lower_levels/0", level("HUYEN", 3)),
      ("models/0/recognitions/0", recognised("XA", 2020))),
    .passes(
      .cn008, .recognitionProposal, ("content/appraisal", minutes(members: ["Nguyễn Văn An"])),
      ("awards/models/0", made(by: "Chi bộ Tân Thành", "Ma Thị Na"))),
    .passes(
      .cn008, .recognitionProposal, ("content/appraisal", minutes(members: ["Mã Thị Na"])),
      ("awards/models/0", made(by: "Ma Thị Na"))),
    .fails(
      .cn008, .recognitionProposal, "/appraisal/members/1",
      ("content/appraisal", minutes(members: ["Nguyễn Văn An", "Đồng chí Ma Thị Na"])),
      ("awards/models/0", made(by: "Ma Thị Na"))),
    .fails(
      .cn008, .recognitionProposal, "/appraisal/members/0",
      ("content/appraisal", minutes(members: [person("Lý Văn Bình", "Chi bộ Tân Thành")])),
      ("awards/models/0", made(by: "Chi bộ Tân Thành"))),
    .passes(
      .cn009, .recognitionDecision, ("content/decision/issued_on", "2020-12-15"),
      ("awards/authorities/0", authority("HUYEN", recognises: true, until: "2025-06-30"))),
    .passes(
      .cn009, .recognitionDecision, ("content/decision/issuer", "Cụm thi đua số 3"), ("awards/authorities", .array([]))),
    .passes(
      .cn009, .recognitionDecision, ("content/decision/issued_on", .null),
      ("awards/authorities/0", authority("TINH", recognises: true))),
    .fails(
      .cn009, .recognitionDecision, "/decision/issuer", ("content/decision/issued_on", "2026-12-15"),
      ("awards/authorities/0", authority("HUYEN", recognises: true, until: "2025-06-30"))),
    .fails(
      .cn009, .recognitionDecision, "/decision/issuer", ("content/decision/issued_on", "2026-12-15"),
      ("awards/level", level("HUYEN", 3, until: "2025-06-30")),
      ("awards/authorities/0", authority(nil, recognises: true))),
    // Nobody decides at a level that is gone, whoever he is.
    .fails(
      .cn009, .recognitionDecision, "/decision/issuer", ("content/decision/issuer", "BCĐ huyện"),
      ("content/decision/issued_on", "2026-12-15"), ("awards/level", level("HUYEN", 3, until: "2025-06-30")),
      ("awards/authorities", .array([]))),
    .passes(
      .cn009, .recognitionDecision, ("content/decision/issuer", "BCĐ huyện"),
      ("content/decision/issued_on", "2020-12-15"), ("awards/level", level("HUYEN", 3, until: "2025-06-30")),
      ("awards/authorities", .array([]))),
    .fails(
      .cn009, .recognitionDecision, "/decision/issuer", ("awards/authorities/0", authority("XA", recognises: true))),
    .fails(
      .cn009, .recognitionDecision, "/decision/issuer", ("awards/authorities/0", authority("HUYEN", commends: true))),
    .passes(
      .cn011, .recognitionDecision, ("awards/models/0", reported(2020, "2020-11-05")),
      ("content/appraisal", minutes(day: "2020-11-10")), ("content/decision/issued_on", "2020-12-20")),
    .passes(
      .cn011, .recognitionProposal, ("awards/models/0", reported(2021, "2021-11-10")),
      ("content/appraisal", minutes(day: "2021-11-10"))),
    .fails(
      .cn011, .recognitionDecision, "/models/0", ("content/appraisal", minutes(day: "2020-11-10")),
      ("content/decision/issued_on", "2020-11-01")),
    .fails(
      .cn011, .recognitionProposal, "/models/0", ("awards/models/0", reported(2021, "2021-11-11")),
      ("content/appraisal", minutes(day: "2021-11-10"))),
  ]

  static let awards: [RuleCase] = [
    .passes(.tb002, .recognitionDecision, ("awards/used_numbers", .array([]))),
    .passes(.tb002, .recognitionDecision, ("content/decision/issued_on", nil), ("awards/used_numbers", usedNumber)),
    .fails(.tb002, .recognitionDecision, "/decision/symbol", ("awards/used_numbers", usedNumber)),
    .fails(.tb002, .commendationDecision, "/decision/symbol", ("awards/used_numbers", usedNumber)),
    .passes(
      .kt001, .commendationDecision, ("content/form", "bang_khen"), ("content/level", "TINH"),
      ("content/decision/issuer", "Chủ tịch UBND tỉnh Bắc Kạn"), ("awards/level", level("TINH", 4)),
      ("awards/authorities/0", authority("TINH", commends: true)), ("awards/parameters/bang_khen_lowest_level", 4)),
    .passes(.kt001, .commendationDecision, ("awards/level", level("HUYEN", 3)), ("awards/authorities", .array([]))),
    .fails(
      .kt001, .commendationDecision, "/decision/issuer", ("content/decision/issuer", "BCĐ huyện"),
      ("content/decision/issued_on", "2026-12-15"), ("awards/level", level("HUYEN", 3, until: "2025-06-30")),
      ("awards/authorities", .array([]))),
    .passes(
      .kt001, .commendationProposal, ("awards/level", level("HUYEN", 3)),
      ("awards/parameters/bang_khen_lowest_level", 4), ("attachments", papers)),
    .fails(
      .kt001, .commendationDecision, "/decision/issuer", ("content/form", "bang_khen"), ("content/level", "XA"),
      ("content/decision/issuer", "Chủ tịch UBND xã Nghĩa Tá"), ("awards/level", level("XA", 2)),
      ("awards/authorities/0", authority("XA", commends: true)), ("awards/parameters/bang_khen_lowest_level", 4)),
    .fails(
      .kt001, .commendationDecision, "/decision/issuer", ("awards/level", level("HUYEN", 3)),
      ("awards/authorities/0", authority("HUYEN", recognises: true))),
    .fails(
      .kt001, .commendationDecision, "/decision/issuer", ("awards/level", level("HUYEN", 3)),
      ("content/decision/issued_on", "2025-07-01"),
      ("awards/authorities/0", authority("HUYEN", commends: true, until: "2025-06-30"))),
    .fails(
      .kt001, .commendationProposal, "/form", ("content/form", "bang_khen"), ("content/level", "XA"),
      ("awards/level", level("XA", 2)), ("awards/parameters/bang_khen_lowest_level", 4), ("attachments", papers)),
    .passes(
      .kt002, .commendationDecision, ("awards/recipients/0", awarded(same: false, day: "2019-01-04"))),
    .passes(
      .kt002, .commendationDecision, ("awards/recipients/0", awarded("15 - QĐ/HU", same: true, day: "2021-01-04"))),
    .passes(.kt002, .commendationDecision, ("awards/recipients/0", awarded(level: "TINH", same: true))),
    .fails(.kt002, .commendationDecision, "/recipients/0", ("awards/recipients/0", awarded(same: true))),
    .fails(.kt002, .commendationDecision, "/recipients/1", ("content/recipients/1", listed("CHI BỘ Tân Thành"))),
    .passes(.kt002, .commendationDecision, ("content/recipients/1", listed("Chi bộ Tân Thanh"))),
    .passes(.kt002, .commendationDecision, ("content/recipients/1", listed("Chi bộ Tân Thành", unit: "Xã Yên Mỹ"))),
    .passes(.kt002, .commendationDecision, ("content/recipients/1", listed("Chi bộ Tân Thành", model: "Nuôi cá"))),
    .fails(
      .kt002, .commendationDecision, "/recipients/0", ("awards/recipients/0", awarded(level: "TINH", same: true)),
      ("campaign/parameters/award_once_for_all_levels", .bool(true))),
    .passes(
      .kt003, .commendationDecision, ("awards/recipients/0", awarded(same: false)),
      ("campaign/parameters/award_form_cap", 2)),
    .passes(.kt003, .commendationDecision, ("awards/recipients/0", awarded(twice: true, same: false))),
    .passes(
      .kt003, .commendationDecision, ("awards/recipients/0", awarded(twice: true, same: false, day: "2020-12-31")),
      ("campaign/parameters/award_form_cap", 2)),
    .fails(
      .kt003, .commendationDecision, "/recipients/0", ("awards/recipients/0", awarded(twice: true, same: false)),
      ("campaign/parameters/award_form_cap", 2)),
    .fails(
      .kt003, .commendationDecision, "/recipients/0", ("awards/recipients/0", awarded(same: false)),
      ("campaign/parameters/award_form_cap", 1)),
    .passes(.kt004, .commendationDecision, ("awards/recipients/0/index", 0)),
    .passes(.kt004, .commendationDecision, ("awards/recipients/0", held(from: "2020-01-01", until: "2021-01-03"))),
    .fails(.kt004, .commendationDecision, "/recipients/0", ("awards/recipients/0", held(from: "2020-12-31"))),
    .fails(.kt004, .commendationDecision, "/recipients/0", ("awards/recipients/0", held(until: "2021-01-04"))),
    .passes(.kt005, .commendationProposal, ("awards/index", 0), ("attachments", .array([]))),
    .passes(
      .kt005, .commendationProposal, noLetter, noReport, noMinutes, ("awards/index", 0), ("attachments", papers)),
    .passes(
      .kt005, .commendationProposal, noLetter, noReport, ("awards/index", 0),
      ("attachments", files("TTr-12_UBND.docx", "BCTT chi bo Tan Thanh.pdf"))),
    .passes(
      .kt005, .commendationProposal, noLetter, noReport, noMinutes, ("awards/index", 0),
      ("attachments", kinds("proposal", "report", "minutes"))),
    .passes(.kt005, .commendationDecision, ("awards/index", 0), ("attachments", .array([]))),
    .fails(
      .kt005, .commendationProposal, "/attachments", noLetter, noReport, noMinutes, ("awards/index", 0),
      ("attachments", files("Tờ trình kèm danh sách.pdf", "Báo cáo thành tích.pdf"))),
    .fails(
      .kt005, .commendationProposal, "/attachments", noMinutes, ("awards/index", 0), ("attachments", .array([]))),
    .fails(
      .kt005, .commendationProposal, "/attachments", noReport, noMinutes, ("awards/index", 0),
      ("attachments", kinds("report", "photo"))),
    .passes(.kt006, .commendationDecision, ("awards/recipients/0/index", 0)),
    .passes(.kt006, .commendationDecision, ("awards/recipients/0", ended("2025-06-30"))),
    .passes(
      .kt006, .commendationDecision, ("awards/recipients/0", ended("2020-06-30")),
      ("content/recipients/0/kind", "individual")),
    .fails(
      .kt006, .commendationDecision, "/recipients/0", ("content/recipients/0/name", "Ban Dân vận Huyện ủy"),
      ("content/decision/issued_on", "2026-01-04"), ("awards/recipients/0", ended("2025-06-30"))),
    .fails(.kt006, .commendationDecision, "/recipients/0", ("awards/recipients/0", ended("2021-01-03"))),
    .passes(
      .kt007, .commendationDecision, ("content/merit", "cong_trang"),
      ("content/bases/0/title", "Tập thể lao động tiên tiến 2020")),
    .passes(
      .kt007, .commendationDecision, ("content/merit", "chuyen_de"), ("content/bases/0/title", "Giấy khen Dân vận khéo")
    ),
    .fails(
      .kt007, .commendationDecision, "/bases/0", ("content/merit", "cong_trang"),
      ("content/bases/0/title", "Giấy khen phong trào “Dân vận khéo” năm 2019")),
    .fails(
      .kt007, .commendationDecision, "/bases/1", ("content/merit", "cong_trang"),
      ("content/bases/0/title", "Lao động tiên tiến"),
      ("content/bases/1/title", "Bằng khen phòng chống thiên tai"), ("content/bases/1/merit", "dot_xuat")),
    .fails(
      .kt007, .commendationDecision, "/bases/0", ("content/merit", "cong_trang"),
      ("content/bases/0/symbol", "9/QĐ-UBND"),
      ("awards/thematic_bases/0", 0)),
    .passes(
      .kt008, .commendationDecision, money("3.510.000")[0], money("3.510.000")[1], money("3.510.000")[2],
      money("3.510.000")[3]),
    .passes(.kt008, .commendationDecision, money(2_700_000)[0], money(2_700_000)[1], money(2_700_000)[2]),
    .fails(
      .kt008, .commendationDecision, "/recipients/0/amount", money(2_700_000)[0], money(2_700_000)[1],
      money(2_700_000)[2], money(2_700_000)[3]),
    .fails(
      .kt008, .commendationDecision, "/recipients/0/amount", money("3.510.001")[0], money(1)[1], money(1)[2],
      money(1)[3]),
  ]
}

/// Facts that the examples are made of.
extension AwardRuleTests {
  static let unreported: JSON = object("index", 0, "reports", .array([]))
  static let noAppraisal: (String, JSON?) = ("content/appraisal", nil)
  static let noLetter: (String, JSON?) = ("content/letter", nil)
  static let noReport: (String, JSON?) = ("content/achievement_report", nil)
  static let noMinutes: (String, JSON?) = ("content/minutes", nil)
  static let papers = files("Tờ trình kèm danh sách.pdf", "Báo cáo thành tích.pdf", "Biên bản xét khen thưởng.pdf")

  static func object(_ pairs: JSON...) -> JSON {
    .object(
      stride(from: 0, to: pairs.count, by: 2).compactMap { at in
        pairs[at].text.map { JSON.Member($0, pairs[at + 1]) }
      })
  }

  static func files(_ names: String...) -> JSON { .array(names.map { object("name", .string($0)) }) }

  static func kinds(_ kinds: String...) -> JSON {
    .array(kinds.map { object("name", "Biên bản.pdf", "kind", .string($0)) })
  }

  static func reported(_ year: Int, _ day: String) -> JSON {
    object("index", 0, "reports", .array([object("year", .number(String(year)), "filed_on", .string(day))]))
  }

  static func minutes(day: String? = "2021-11-10", members: [JSON] = ["Nguyễn Văn An"]) -> JSON {
    object(
      "body", "Ban Chỉ đạo thành phố", "held_on", day.map(JSON.string) ?? .null, "members", .array(members))
  }

  static func person(_ name: String, _ unit: String) -> JSON {
    object("name", .string(name), "unit", .string(unit))
  }

  static func scores(_ novelty: JSON, _ skill: JSON, _ practicality: JSON, _ effectiveness: JSON, total: JSON?) -> JSON
  {
    object(
      "novelty", novelty, "skill", skill, "practicality", practicality, "effectiveness", effectiveness, "total",
      total ?? .null)
  }

  static func listed(
    _ name: String, unit: String = "xã nghĩa tá, Huyện Chợ Đồn, tỉnh Bắc Kạn", model: String = "Trồng cây quế"
  ) -> JSON {
    let home: JSON = "Xã Nghĩa Tá, huyện Chợ Đồn, tỉnh Bắc Kạn"
    return object(
      "kind", "collective", "name", .string(name), "unit", .string(unit), "model",
      object("unit", home, "name", .string(model)))
  }

  static func criterion(_ code: String, _ name: String, _ maximum: Int) -> JSON {
    object("code", .string(code), "name", .string(name), "max_score", .number(String(maximum)))
  }

  static func level(_ code: String, _ position: Int, until: String? = nil) -> JSON {
    let names = ["XA": "Cấp xã", "HUYEN": "Cấp huyện", "TINH": "Cấp tỉnh"]
    return object(
      "code", .string(code), "name", .string(names[code] ?? code), "position", .number(String(position)), "valid_until",
      until.map(JSON.string) ?? .null)
  }

  static func recognised(_ level: String, _ year: Int) -> JSON {
    object("level", .string(level), "year", .number(String(year)), "title", "mo_hinh")
  }

  static func made(by subjects: JSON...) -> JSON { object("index", 0, "subjects", .array(subjects)) }

  static func authority(_ level: String?, recognises: Bool = false, commends: Bool = false, until: String? = nil)
    -> JSON
  {
    object(
      "level", level.map(JSON.string) ?? .null, "recognises", .bool(recognises), "commends", .bool(commends),
      "valid_until", until.map(JSON.string) ?? .null)
  }

  static func awarded(
    _ decision: String = "9-QĐ/HU", level: String = "HUYEN", twice: Bool = false, same: Bool, day: String = "2021-01-02"
  ) -> JSON {
    let one = object(
      "decision", .string(decision), "form", "giay_khen", "level", .string(level), "day", .string(day),
      "same_achievement", .bool(same))
    return object("index", 0, "achievements", .array(twice ? [one, one] : [one]))
  }

  static func held(from: String? = nil, until: String? = nil) -> JSON {
    let one = object(
      "valid_from", from.map(JSON.string) ?? .null, "valid_until", until.map(JSON.string) ?? .null)
    return object("index", 0, "proceedings", .array([one]))
  }

  static func ended(_ day: String) -> JSON { object("index", 0, "ended_on", .string(day)) }

  static func money(_ amount: JSON) -> [(String, JSON?)] {
    [
      ("content/recipients/0/amount", amount), ("awards/parameters/base_salary", 2_340_000),
      ("content/recipients/0/kind", "individual"),
      ("awards/parameters/giay_khen_huyen_individual_factor", .number("1.5")),
    ]
  }
  private static var usedNumber: JSON { .array([object("number", 12, "symbol", "12-QĐ/HU")]) }

}
