import Testing

@testable import DanVanKheo

/// One model that was there before: the unit of the draft's unless it says otherwise.
private struct Earlier: Sendable {
  var name: String
  var unit = 5
  var path = "Xã Nông Thượng, Thành phố Bắc Kạn"
  var lead: String?
  var places: [String] = ["Thôn Tân Thành, xã Nông Thượng"]
  var field = "kinh tế"
  var year = 2021
  var content: String?

  var json: JSON {
    var members = [
      JSON.Member("model_id", 90), JSON.Member("code", "MH90"), JSON.Member("name", .string(name)),
      JSON.Member("unit_id", .number(String(unit))), JSON.Member("unit", .string(path)),
      JSON.Member("places", .array(places.map(JSON.string))), JSON.Member("field", .string(field)),
      JSON.Member("first_year", .number(String(year))), JSON.Member("last_year", .number(String(year))),
    ]
    if let lead { members.append(JSON.Member("lead", .string(lead))) }
    if let content { members.append(JSON.Member("content", .string(ContentSketch(content).hex))) }
    return .object(members)
  }
}

/// A registration beside an earlier model, and which of the three rules speaks.
private struct Trap: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var name: String
  var type = "new"
  var places = ["Thôn Tân Thành, xã Nông Thượng"]
  var lead = "Hội Nông dân xã Nông Thượng"
  var content: String?
  var earlier: Earlier
  var code: RuleCode?

  static let longContent = """
    Đảng viên làm trước, vận động từng hộ, hướng dẫn kỹ thuật trồng và chăm sóc, hỗ trợ cây giống, phân công chi ủy viên phụ trách \
    nhóm hộ, hằng tháng kiểm tra và báo cáo tại sinh hoạt chi bộ
    """

  /// What every plan says, whatever it is about.
  private static let boilerplate = """
    Tuyên truyền, vận động Nhân dân chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; xây dựng kế hoạch, phân \
    công cán bộ phụ trách, định kỳ kiểm tra, sơ kết
    """
  private static let copied = """
    \(longContent); mỗi hộ trồng từ năm trăm cây trở lên trên đất đồi đã giao, chi bộ giúp ngày công phát dọn thực bì, ký hợp đồng \
    bao tiêu vỏ cây với hợp tác xã, trích một phần tiền bán giúp hộ khó khăn
    """
  /// The same with other words for a few of its own.
  private static let retouched = copied.replacing("trồng và chăm sóc", with: "chăm bón")
  /// As long, and about something else.
  private static let other = """
    Mỗi hộ gia đình được phát hai thùng đựng rác có nắp, hướng dẫn cách phân loại rác hữu cơ và vô cơ tại nguồn, chi hội thu gom chai \
    nhựa và vỏ lon vào sáng thứ bảy, bán gây quỹ giúp hội viên nghèo; tổ tự quản nhắc nhở hộ để rác ra đường, báo cáo số lượng rác đã \
    giảm cho ban công tác mặt trận vào cuối tháng
    """

  static let renamed = [
    Trap(
      testDescription: "a copied content under a new title in one unit", name: "Trồng cây quế", content: copied,
      earlier: Earlier(name: "Xanh hóa đồi trọc", content: copied), code: .dk007),
    Trap(
      testDescription: "a retouched content under a new title in one unit", name: "Trồng cây quế", content: retouched,
      earlier: Earlier(name: "Xanh hóa đồi trọc", content: copied), code: .dk007),
    Trap(
      testDescription: "under a new title of another unit in one place", name: "Trồng cây quế", content: copied,
      earlier: Earlier(name: "Xanh hóa đồi trọc", unit: 6, field: "văn hoá xã hội", content: copied), code: .dk007),
    Trap(
      testDescription: "under a new title in the next hamlet of one unit", name: "Trồng cây quế", content: copied,
      earlier: Earlier(name: "Xanh hóa đồi trọc", places: ["Thôn Nà Kẹn, xã Nông Thượng"], content: copied),
      code: .dk007),
    Trap(
      testDescription: "called new under a new title, there since 2018", name: "Trồng cây quế", content: copied,
      earlier: Earlier(name: "Xanh hóa đồi trọc", year: 2018, content: copied), code: .dk009),
    Trap(
      testDescription: "a cell registers the women's union's under a new title", name: "Trồng cây quế",
      lead: "Chi bộ Tân Thành", content: copied,
      earlier: Earlier(name: "Xanh hóa đồi trọc", unit: 6, lead: "Chi hội Phụ nữ thôn Tân Thành", content: copied),
      code: .dk013),
    Trap(
      testDescription: "maintained under a new title", name: "Trồng cây quế", type: "maintained", content: copied,
      earlier: Earlier(name: "Xanh hóa đồi trọc", year: 2018, content: copied)),
    Trap(
      testDescription: "a copied content under a new title in another commune", name: "Trồng cây quế", content: copied,
      earlier: Earlier(
        name: "Xanh hóa đồi trọc", unit: 6, path: "Xã Dương Quang, Thành phố Bắc Kạn", places: ["Thôn Bản Bung"],
        content: copied)),
    Trap(
      testDescription: "a copied content under a new title in the next hamlet of another unit", name: "Trồng cây quế",
      content: copied,
      earlier: Earlier(
        name: "Xanh hóa đồi trọc", unit: 6, places: ["Thôn Nà Kẹn, xã Nông Thượng"], content: copied)),
    Trap(
      testDescription: "what every plan says", name: "Trồng cây quế", content: boilerplate,
      earlier: Earlier(name: "Thùng rác xanh", content: boilerplate)),
    Trap(
      testDescription: "another content as long", name: "Trồng cây quế", content: copied,
      earlier: Earlier(name: "Thùng rác xanh", content: other)),
    Trap(
      testDescription: "what every plan says before what each does", name: "Trồng cây quế",
      content: boilerplate + copied, earlier: Earlier(name: "Thùng rác xanh", content: boilerplate + other)),
    Trap(
      testDescription: "one name and content in two hamlets of a unit", name: "Đường hoa thôn Tân Thành",
      content: copied,
      earlier: Earlier(name: "Đường hoa thôn Nà Kẹn", places: ["Thôn Nà Kẹn"], content: copied)),
  ]

  static let all = [
    Trap(
      testDescription: "two names of one model", name: "Phụ nữ tiết kiệm mua bảo hiểm y tế (BHYT) vì sức khỏe gia đình",
      places: ["Xã Yên Lạc"],
      earlier: Earlier(
        name: "Vận động phụ nữ tiết kiệm mua BHYT vì sức khỏe gia đình", unit: 6,
        path: "Hội LHPN xã Yên Lạc, Tỉnh Hòa Bình",
        places: ["xã Yên Lạc"]), code: .dk007),
    Trap(
      testDescription: "another thing in the same place", name: "Trồng cây quế",
      earlier: Earlier(name: "Thùng rác xanh", unit: 6)),
    Trap(
      testDescription: "another crop in the same place", name: "Trồng cây quế",
      earlier: Earlier(name: "Trồng cây chuối tây", unit: 6)),
    Trap(
      testDescription: "the same model in another year", name: "Trồng cây quế", type: "maintained",
      earlier: Earlier(name: "Trồng cây quế", year: 2018)),
    Trap(
      testDescription: "called new, there since 2018", name: "Trồng cây quế",
      earlier: Earlier(name: "Trồng cây quế", year: 2018),
      code: .dk009),
    Trap(
      testDescription: "called new with its purpose added", name: "Vận động nhân dân trồng cây quế phát triển kinh tế",
      earlier: Earlier(name: "Trồng cây quế", year: 2018), code: .dk009),
    Trap(
      testDescription: "new in the year in which it began", name: "Trồng cây quế",
      earlier: Earlier(name: "Trồng cây quế", year: 2021)),
    Trap(
      testDescription: "two names in one unit and year", name: "Trồng cây quế tại thôn Tân Thành",
      earlier: Earlier(name: "Trồng cây quế"), code: .dk007),
    Trap(
      testDescription: "one name in two hamlets of a unit", name: "Đường hoa thôn Tân Thành",
      earlier: Earlier(name: "Đường hoa thôn Nà Kẹn", places: ["Thôn Nà Kẹn"])),
    Trap(
      testDescription: "an older thing of another unit is not the unit's own", name: "Trồng cây quế",
      earlier: Earlier(
        name: "Trồng cây quế", unit: 6, path: "Xã Dương Quang, Thành phố Bắc Kạn", places: ["Bản Bung"], year: 2018)),
    Trap(
      testDescription: "a common title in another place", name: "Trồng cây quế tại thôn Tân Thành",
      earlier: Earlier(
        name: "Trồng cây quế tại thôn Bản Bung", unit: 6, path: "Xã Dương Quang, Thành phố Bắc Kạn",
        places: ["Thôn Bản Bung"])),
    Trap(
      testDescription: "a common title in the next hamlet", name: "Trồng cây quế",
      earlier: Earlier(
        name: "Trồng cây quế", unit: 6, lead: "Chi hội Phụ nữ thôn Nà Kẹn", places: ["Thôn Nà Kẹn, xã Nông Thượng"])),
    Trap(
      testDescription: "a hamlet of the same name elsewhere", name: "Trồng cây quế",
      earlier: Earlier(
        name: "Trồng cây quế", unit: 6, path: "Xã Dương Quang, Thành phố Bắc Kạn",
        places: ["Thôn Tân Thành, xã Dương Quang"])),
    Trap(
      testDescription: "a copied content in another place", name: "Trồng cây quế", content: longContent,
      earlier: Earlier(
        name: "Trồng cây quế", unit: 6, path: "Xã Dương Quang, Thành phố Bắc Kạn", places: ["Thôn Bản Bung"],
        content: longContent),
      code: .dk007),
    Trap(
      testDescription: "another field in the same place", name: "Trồng cây quế",
      earlier: Earlier(name: "Trồng cây quế", unit: 6, lead: "Tổ hợp tác", field: "văn hoá xã hội"), code: .dk007),
    Trap(
      testDescription: "a cell registers what the women's union leads", name: "Trồng cây quế", lead: "Chi bộ Tân Thành",
      earlier: Earlier(name: "Trồng cây quế", unit: 6, lead: "Chi hội Phụ nữ thôn Tân Thành"), code: .dk013),
    Trap(
      testDescription: "a cell leads its own problem", name: "Trồng cây quế", lead: "Chi bộ Tân Thành",
      earlier: Earlier(name: "Thùng rác xanh", unit: 6, lead: "Chi hội Phụ nữ thôn Tân Thành")),
    Trap(
      testDescription: "a cell of an agency is no cell of a hamlet", name: "Trồng cây quế", lead: "Chi bộ Công an xã",
      earlier: Earlier(name: "Trồng cây quế", unit: 6, lead: "Hội Cựu chiến binh xã"), code: .dk007),
    Trap(
      testDescription: "a cell and another place's women's union", name: "Trồng cây quế", lead: "Chi bộ Tân Thành",
      earlier: Earlier(
        name: "Trồng cây quế", unit: 6, path: "Xã Dương Quang, Thành phố Bắc Kạn", lead: "Hội LHPN xã Dương Quang",
        places: ["Xã Dương Quang"])),
  ]
}

struct OverlapRulesTests {
  private static let codes: Set<RuleCode> = [.dk007, .dk009, .dk013]

  private func findings(_ trap: Trap, _ more: (inout FactsDraft) -> Void = { _ in }) throws -> [Finding] {
    var draft = try FactsDraft(.registration)
    draft.set("campaign/rule_set", 2)
    draft.set("content/model/name", .string(trap.name))
    draft.set("content/type", .string(trap.type))
    draft.set("content/model/places", .array(trap.places.map(JSON.string)))
    draft.set("content/subjects/0/name", .string(trap.lead))
    if let content = trap.content { draft.set("content/content", .string(content)) }
    draft.set("overlap", .array([trap.earlier.json]))
    more(&draft)
    return try draft.verdict().findings.filter { Self.codes.contains($0.code) }
  }

  @Test("every trap is decided right", arguments: Trap.all + Trap.renamed)
  private func trap(_ trap: Trap) throws {
    let found = try findings(trap)
    #expect(found.map(\.code) == (trap.code.map { [$0] } ?? []), "\(found.map(\.message))")
    #expect(found.allSatisfy { !$0.message.contains("{") && $0.message.contains("MH90") }, "\(found.map(\.message))")
  }

  @Test("what is replicated from a named source is the same on purpose; without one it overlaps")
  func replicated() throws {
    let trap = Trap(
      testDescription: "", name: "Trồng cây quế", type: "replicated", earlier: Earlier(name: "Trồng cây quế", unit: 6))
    let found = try findings(trap) {
      $0.set("source_model", .object([JSON.Member("found", .bool(true)), JSON.Member("recognised", .bool(true))]))
    }
    #expect(found.isEmpty)
    #expect(try findings(trap).map(\.code) == [.dk007])
  }

  @Test("a copied content under a new title is told with the share that is copied; replicated on purpose it is none")
  func renamed() throws {
    let trap = Trap.renamed[0]
    #expect(try findings(trap).map { $0.data["percent"]?.int } == [100])
    var replicated = trap
    replicated.type = "replicated"
    let source = JSON.object([JSON.Member("found", .bool(true)), JSON.Member("recognised", .bool(true))])
    #expect(try findings(replicated) { $0.set("source_model", source) }.isEmpty)
  }

  @Test("of many models the most alike is named")
  func mostAlike() throws {
    var near = Earlier(name: "Trồng cây quế trên đồi", unit: 6)
    near.path = "Xã Nông Thượng, Thành phố Bắc Kạn"
    let trap = Trap(testDescription: "", name: "Trồng cây quế", earlier: near)
    let found = try findings(trap) { draft in
      let exact = Earlier(name: "Trồng cây quế", unit: 7).json.setting(["code"], .string("MH91"))
      draft.set("overlap", .array([trap.earlier.json, exact]))
    }
    #expect(found.count == 1 && found[0].message.contains("MH91"), "\(found.map(\.message))")
    #expect(found[0].data["percent"]?.int.map { $0 > 90 } == true)
  }

  @Test("broken candidates are passed over, and an answer that is no list is a broken contract")
  func brokenCandidates() throws {
    #expect(try OverlapCandidate.list(json: "[{}, 1, null]").isEmpty)
    #expect(throws: FactsError.field("overlap")) { try OverlapCandidate.list(json: "{}") }
    #expect(throws: FactsError.syntax(offset: 0)) { try OverlapCandidate.list(json: "x") }
  }
}
