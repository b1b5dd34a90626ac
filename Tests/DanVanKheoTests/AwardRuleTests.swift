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
}
