@testable import DanVanKheo

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
  static var usedNumber: JSON { .array([object("number", 12, "symbol", "12-QĐ/HU")]) }
}
