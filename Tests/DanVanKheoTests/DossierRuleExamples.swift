@testable import DanVanKheo

extension RuleExampleTests {
  /// DK-010 to DK-012.
  static let dossiers: [RuleCase] = [
    .passes(.dk010),
    .passes(.dk010, .registration, ("content/starts_on", "01/3/2021"), ("content/ends_on", "30/11/2021")),
    .passes(.dk010, .registration, ("content/starts_on", "2018-01-01"), ("content/ends_on", "2025-12-31")),
    .passes(.dk010, .registration, ("content/starts_on", .null), ("content/ends_on", .null)),
    .passes(.dk010, .registration, ("content/starts_on", "2021-12-31"), ("content/ends_on", "2021-12-31")),
    .fails(.dk010, .registration, "/ends_on", ("content/starts_on", "30/11/2021"), ("content/ends_on", "01/3/2021")),
    .fails(.dk010, .registration, "/starts_on", ("content/starts_on", "2022-01-01"), ("content/ends_on", nil)),
    .fails(.dk010, .registration, "/ends_on", ("content/starts_on", .null), ("content/ends_on", "2020-12-31")),
    .passes(.dk010, .registration, ("campaign/from", "2018-01-01"), ("campaign/to", "2022-12-31")),
    .passes(.dk010, .registration, ("campaign/from", .null), ("campaign/to", .null)),
    .passes(.dk010, .report, ("content/period", "2021-H1")),
    .passes(.dk010, .report, ("content/period", "2019-2021")),
    .fails(.dk010, .registration, "/year", ("content/year", 2019)),
    .fails(.dk010, .registration, "/year", ("content/year", 2022)),
    .fails(
      .dk010, .registration, "/year", ("campaign/from", "2018-01-01"), ("campaign/to", "2020-12-31"),
      ("content/starts_on", nil), ("content/ends_on", nil)),
    .fails(.dk010, .report, "/year", ("content/year", 2020), ("content/period", "2021-H1")),

    .passes(.dk011, .registration, ("content/outputs", "85/85 hộ trồng quế")),
    .passes(.dk011, .registration, ("content/outputs", "Trồng được 40ha quế")),
    .passes(.dk011, .registration, ("content/outputs", "Trăm phần trăm hộ ký cam kết")),
    .passes(.dk011, .registration, ("content/outputs", "Hoàn thành trước 30/11")),
    .passes(.dk011, .registration, ("content/outputs", "Tổng số 12 tuyến đường có đèn")),
    .passes(.dk011, .registration, ("content/outputs", "Làm đường 3 km")),
    .fails(.dk011, .registration, "/outputs", ("content/outputs", "nâng cao nhận thức")),
    .fails(.dk011, .registration, "/outputs", ("content/outputs", "Tổ 11A đạt 4 không, 3 sạch")),
    .fails(.dk011, .registration, "/outputs", ("content/outputs", "Thực hiện tốt Nghị quyết số 05 ở thôn 2")),

    .passes(.dk012),
    .passes(.dk012, .registration, ("attachments", file("Giấy xác nhận của Chi ủy.pdf"))),
    .passes(.dk012, .registration, ("attachments", file("to_trinh_xac_nhan.PDF"))),
    .passes(.dk012, .report, ("attachments", file("anh.jpg"))),
    .fails(.dk012, .registration, "/attachments", ("attachments", .array([]))),
    .fails(.dk012, .registration, "/attachments", ("attachments", file("xác nhận.pdf", kind: "photo"))),
    .fails(.dk012, .registration, "/attachments", ("attachments", file("anh.jpg"))),
  ]

  static func file(_ name: String, kind: String? = nil) -> JSON {
    .array([
      .object([JSON.Member("name", .string(name)), JSON.Member("kind", kind.map(JSON.string) ?? .null)])
    ])
  }
}
