/// The models of thành phố Bắc Kạn: three named by the article, the others invented for real wards and communes.
extension BacKanCity {
  private static let wardTopics: [(field: String, topics: [String])] = [
    (
      "Nông thôn mới",
      ["Hiến đất làm đường giao thông nông thôn", "Đường hoa nông thôn mới", "Cải tạo vườn tạp thành vườn mẫu"]
    ),
    (
      "Đô thị văn minh",
      [
        "Tuyến phố tự quản sáng, xanh, sạch, đẹp", "Không lấn chiếm vỉa hè, lòng đường",
        "Phân loại rác thải tại hộ gia đình",
      ]
    ),
    ("Từ thiện - nhân đạo", ["Hũ gạo tình thương", "Con nuôi của hội", "Bữa cơm nghĩa tình cho hộ neo đơn"]),
    (
      "Tuyên truyền, phổ biến giáo dục pháp luật",
      [
        "Tổ hòa giải không để mâu thuẫn kéo dài", "Tổ liên gia tự quản về an ninh trật tự",
        "Cổng trường an toàn giao thông",
      ]
    ),
    (
      "Xây dựng hệ thống chính trị",
      ["Chi bộ bốn tốt", "Đảng viên phụ trách nhóm hộ", "Công khai, dân chủ trong quản lý quỹ"]
    ),
    (
      "Học tập và làm theo Bác",
      ["Mỗi ngày một việc tốt", "Nuôi lợn đất tiết kiệm theo gương Bác", "Nêu gương, nói đi đôi với làm"]
    ),
  ]
  private static let officeTopics: [(field: String, topics: [String])] = [
    ("Văn hóa công sở", ["Cơ quan xanh, sạch, đẹp", "Nụ cười công sở", "Giải quyết công việc đúng hẹn"]),
    ("Từ thiện - nhân đạo", ["Nhận đỡ đầu học sinh nghèo", "Tủ quần áo nghĩa tình"]),
    ("Học tập và làm theo Bác", ["Sinh hoạt chi bộ gắn với nêu gương", "Tiết kiệm điện, văn phòng phẩm"]),
    ("Tuyên truyền, phổ biến giáo dục pháp luật", ["Tuyên truyền pháp luật lưu động", "Ngày pháp luật của đơn vị"]),
  ]

  /// The 90 maintained and 37 new models, and some that nobody registers.
  static func models(
    using generator: inout SeededGenerator
  ) -> (maintained: [ModelPlan], new: [ModelPlan], spare: [ModelPlan]) {
    var factory = ModelFactory(village: "tổ", prefix: "BK")
    var maintained: [ModelPlan] = []
    var new: [ModelPlan] = []
    var spare: [ModelPlan] = []
    for shape in shapes {
      var models: [ModelPlan] = []
      for (index, count) in shape.models.enumerated() {
        let name = names(of: shape)[index]
        let unit = FilingUnit(
          text: code(shape.code, index), short: name.replacing("Đảng bộ ", with: "").lowercasedFirst,
          district: "thành phố Bắc Kạn")
        var invented = pool(of: shape).shuffled(using: &generator).map { field, topic in
          let byIndividual = shape.code == "XP" && generator.number(1...8) == 1
          var model = factory.model(topic, at: unit, field: field, byIndividual: byIndividual, using: &generator)
          if shape.code != "XP" {
            model.places = ["Trụ sở \(unit.short)"]
            model.subjects[0].name = name
          }
          return model
        }
        let named = namedModels.filter { $0.unit == unit.text }
        let needed = count - named.count
        models += named + invented.prefix(needed)
        invented.removeFirst(needed)
        spare += invented.prefix(2)
      }
      // The newest models come last; of the named ones only the cinnamon model is known to be older than 2021.
      models.sort { rank($0) < rank($1) }
      maintained += models.dropLast(shape.new)
      new += models.suffix(shape.new)
    }
    return (maintained, new, spare)
  }

  private static func pool(of shape: BlockShape) -> [(field: String, topic: String)] {
    (shape.code == "XP" ? wardTopics : officeTopics).flatMap { row in row.topics.map { (row.field, $0) } }
  }

  private static func rank(_ model: ModelPlan) -> Int {
    guard model.isNamed else { return 1 }
    return model.subjects[0].name.hasPrefix("Chi bộ Tân Thành") ? 0 : 2
  }

  private static let namedModels = [
    ModelPlan(
      unit: code("XP", 0), name: "Thùng rác xanh; đường thông, hè thoáng, xanh sạch, đẹp", field: "Đô thị văn minh",
      places: ["Tổ 11A, phường Sông Cầu"], subjects: [.init(name: "Chi hội cựu chiến binh tổ 11A")], isNamed: true,
      topic: "Đặt thùng rác xanh, giữ đường thông, hè thoáng"),
    ModelPlan(
      unit: code("XP", 1), name: "Trồng cây chuối tây, phát triển kinh tế gia đình, giảm nghèo bền vững",
      field: "Nông thôn mới", places: ["Thôn Bản Bung, xã Dương Quang"],
      subjects: [.init(name: "Chi hội Phụ nữ thôn Bản Bung")], isNamed: true, topic: "Trồng cây chuối tây"),
    ModelPlan(
      unit: code("XP", 2), name: "Trồng cây quế để phát triển kinh tế, giảm nghèo bền vững", field: "Nông thôn mới",
      places: ["Thôn Tân Thành, xã Nông Thượng"], subjects: [.init(name: "Chi bộ Tân Thành")], isNamed: true,
      topic: "Trồng cây quế"),
  ]
}
