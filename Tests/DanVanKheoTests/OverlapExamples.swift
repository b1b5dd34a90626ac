@testable import DanVanKheo

extension RuleExampleTests {
  private static func earlier(_ name: String, unit: Int, lead: String, year: Int = 2021) -> JSON {
    .array([
      .object([
        JSON.Member("model_id", 90), JSON.Member("code", "MH90"), JSON.Member("name", .string(name)),
        JSON.Member("unit_id", .number(String(unit))), JSON.Member("unit", "Xã Nông Thượng, Thành phố Bắc Kạn"),
        JSON.Member("lead", .string(lead)), JSON.Member("places", .array(["Thôn Tân Thành, xã Nông Thượng"])),
        JSON.Member("field", "kinh tế"), JSON.Member("first_year", .number(String(year))),
      ])
    ])
  }

  private static let farmers = "Hội Nông dân xã Nông Thượng"

  /// Models that are there already; the draft registers “Trồng cây quế”, led by Chi bộ Tân Thành, as new in 2021.
  static let overlap: [RuleCase] = [
    .passes(.dk007, .registration, ("overlap", earlier("Thùng rác xanh", unit: 6, lead: farmers))),
    .passes(
      .dk007, .registration, ("content/type", "maintained"),
      ("overlap", earlier("Trồng cây quế", unit: 6, lead: farmers))),
    .fails(.dk007, .registration, "/model/name", ("overlap", earlier("Trồng cây quế", unit: 6, lead: "Tổ hợp tác"))),
    .fails(
      .dk007, .registration, "/model/name",
      ("content/model/name", "Phụ nữ tiết kiệm mua bảo hiểm y tế (BHYT) vì sức khỏe gia đình"),
      ("content/subjects/0/name", "Hội LHPN xã Nông Thượng"),
      ("overlap", earlier("Vận động phụ nữ tiết kiệm mua BHYT vì sức khỏe gia đình", unit: 6, lead: "Hội LHPN xã"))),
    .passes(.dk009, .registration, ("overlap", earlier("Trồng cây quế", unit: 5, lead: farmers))),
    .passes(.dk009, .registration, ("overlap", earlier("Trồng cây chuối tây", unit: 5, lead: farmers, year: 2018))),
    .fails(.dk009, .registration, "/type", ("overlap", earlier("Trồng cây quế", unit: 5, lead: farmers, year: 2018))),
    .fails(
      .dk009, .registration, "/type",
      ("overlap", earlier("Nhân dân trồng cây quế thôn Tân Thành", unit: 5, lead: farmers, year: 2020))),
    .passes(.dk013, .registration, ("overlap", earlier("Thùng rác xanh", unit: 6, lead: farmers))),
    .passes(
      .dk013, .registration, ("content/subjects/0/name", "Chi bộ Công an xã"),
      ("overlap", earlier("Trồng cây quế", unit: 6, lead: farmers))),
    .fails(.dk013, .registration, "/model/name", ("overlap", earlier("Trồng cây quế", unit: 6, lead: farmers))),
    .fails(
      .dk013, .registration, "/model/name",
      ("overlap", earlier("Trồng cây quế", unit: 6, lead: "Ban công tác Mặt trận thôn Tân Thành"))),
  ]
}
