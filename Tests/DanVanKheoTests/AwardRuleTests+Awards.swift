@testable import DanVanKheo

/// Examples of the rules of commendation, its decisions and their numbers.
extension AwardRuleTests {
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
