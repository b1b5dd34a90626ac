@testable import DanVanKheo

extension RuleExampleTests {
  /// BC-001, 005, 009, 010, 011 and 014.
  static let reports: [RuleCase] = [
    .passes(.bc001, .report),
    .passes(.bc001, .report, ("registered_years", .array([2021]))),
    .passes(.bc001, .registration, ("registered_years", .array([]))),
    .passes(.bc001, .report, ("registered_years", .array([])), ("unit/candidates/1/id", 6)),
    .fails(.bc001, .report, "/year", ("registered_years", .array([2020]))),
    .fails(.bc001, .report, "/year", ("registered_years", .array([]))),

    .passes(.bc005, .report, figure("value", "4.648"), figure("previous", "1.203"), figure("change", "3.445"), lax),
    .passes(.bc005, .report, figure("value", "85"), figure("previous", "gần 80"), figure("change", "9")),
    .passes(.bc005, .report, figure("value", "85"), figure("previous", "80"), closed("hộ trồng quế", "80")),
    .passes(.bc005, .report, figure("value", "85"), figure("change", "5"), closed("hộ trồng chè", "70")),
    .fails(
      .bc005, .report, "/indicators/0/change", figure("value", "4.648"), figure("previous", "1.203"),
      figure("change", "3.444"), lax),
    .fails(
      .bc005, .report, "/indicators/0/previous", figure("value", "85"), figure("previous", "81"),
      closed("hộ trồng quế", "80")),
    .fails(
      .bc005, .report, "/indicators/0/change", figure("value", "85"), figure("change", "−5"),
      closed("hộ trồng quế", "80")),

    .passes(.bc009, .report),
    .passes(
      .bc009, .report, ("attachments", file("danh sách.xlsx", kind: "list"))),
    .passes(.bc009, .registration, ("attachments", file("xac nhan.pdf"))),
    .fails(.bc009, .report, "/attachments", ("attachments", .array([]))),
    .fails(.bc009, .report, "/attachments", ("attachments", file("xac-nhan.pdf", kind: "confirmation"))),

    .passes(.bc010, .report, named(0, "Mô hình đăng ký", "808"), named(1, "Mô hình được công nhận", "179")),
    .passes(
      .bc010, .report, named(0, "Mô hình được công nhận", "179"), named(1, "Điển hình dân vận khéo", "200")),
    .passes(.bc010, .report, named(0, "Mô hình đăng ký mới", "37"), named(1, "Mô hình được công nhận", "112")),
    .passes(.bc010, .report, named(0, "Hộ đăng ký", "10"), named(1, "Mô hình được công nhận", "112")),
    .passes(.bc010, .report, named(0, "Mô hình đăng ký", "10"), named(1, "Mô hình đề nghị công nhận", "12")),
    .passes(
      .bc010, .report, named(0, "Mô hình được công nhận", "179"), named(1, "Điển hình", "47"),
      ("campaign/parameters/exemplary_are_recognised", .bool(true))),
    .fails(
      .bc010, .report, "/indicators/1/value", named(0, "Mô hình đăng ký", "150"),
      named(1, "Mô hình được công nhận", "200")),
    .fails(
      .bc010, .report, "/indicators/0/value", named(0, "Số MH cấp tỉnh", "200", measure: "M08"),
      named(1, "MH năm", "150", measure: "M01")),
    .fails(
      .bc010, .report, "/indicators/1/value", named(0, "Mô hình được công nhận", "179"), named(1, "Điển hình", "200"),
      ("campaign/parameters/exemplary_are_recognised", .bool(true))),

    .passes(.bc011, .report, figure("value", "108"), figure("previous", "100")),
    .passes(.bc011, .report, figure("value", "200"), figure("previous", "100")),
    .passes(.bc011, .report, figure("value", "85"), figure("previous", "0")),
    .passes(.bc011, .report, figure("value", "4.648"), closed("hộ trồng quế", "1.203"), lax),
    .fails(.bc011, .report, "/indicators/0/value", figure("value", "4.648"), figure("previous", "1.203")),
    .fails(.bc011, .report, "/indicators/0/value", figure("value", "201"), closed("hộ trồng quế", "100")),
    .fails(
      .bc011, .report, "/indicators/0/value", figure("value", "85"), figure("previous", "100"),
      ("campaign/parameters/change_limit_percent", 10)),

    .passes(.bc014, .report, ("content/year", 2022), reported("2021"), ("registered_years", .array([2022]))),
    .passes(.bc014, .report, reported("2021-H1")),
    .passes(.bc014, .report, ("content/period", "2021-H2"), reported("2021-H1")),
    .passes(.bc014, .report, ("content/period", "2018-2021"), reported("2020")),
    .fails(.bc014, .report, "/year", reported("2021")),
    .fails(.bc014, .report, "/period", ("content/period", "2021-H1"), reported("2021")),
    .fails(.bc014, .report, "/period", ("content/period", "2021-9M"), reported("2021-H2")),
    .fails(.bc014, .report, "/year", reported("2020-2021")),
  ]

  /// One member of the first indicator of the report, which counts households and gives no fraction.
  static func figure(_ name: String, _ value: JSON?) -> (String, JSON?) {
    ("content/indicators/0/\(name)", value)
  }

  private static let lax: (String, JSON?) = ("campaign/parameters/change_limit_percent", 1000)

  static func closed(_ key: String, _ value: String) -> (String, JSON?) {
    (
      "closed_figures",
      .array([.object([.init("key", .string(key)), .init("period", "2020"), .init("value", .string(value))])])
    )
  }

  private static func named(_ index: Int, _ name: String, _ value: String, measure: String? = nil) -> (String, JSON?) {
    let members = [JSON.Member("name", .string(name)), JSON.Member("value", .string(value))]
    return (
      "content/indicators/\(index)",
      .object(members + (measure.map { [JSON.Member("measure", .string($0))] } ?? []))
    )
  }

  private static func reported(_ period: String) -> (String, JSON?) {
    ("other_reports", .array([.object([JSON.Member("id", 3), JSON.Member("period", .string(period))])]))
  }
}
