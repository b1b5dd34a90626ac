@testable import DanVanKheo

/// Examples of the rules of appraisal and recognition.
extension AwardRuleTests {
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
}
