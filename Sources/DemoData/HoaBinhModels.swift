/// The models of tỉnh Hòa Bình, field by field.
enum HoaBinhModels {
  /// The models of one field.
  struct Pool: Sendable {
    var of2019: [ModelPlan]
    /// Recognised models of 2019, each with another topic.
    var sources: [ModelPlan]
    var maintained: [ModelPlan]
    var new: [ModelPlan]
    var replicated: [ModelPlan]
    /// Never registered.
    var spare: [ModelPlan]
  }

  /// Deals the pairs of topics and units out to the years, so that no unit has two models of one name.
  static func pools(using generator: inout SeededGenerator) -> [Pool] {
    let units = PlaceNames.units(of: PlaceNames.hoaBinh, province: HoaBinh.province)
    var factory = ModelFactory(village: "xóm", prefix: "HB")
    return HoaBinh.shapes.map { shape in
      var pairs = ModelFactory.pairs(shape.topics, units, using: &generator)
      let named = self.named(of: shape.field)
      let fixed = Set(named.filter { !$0.endsIn2019 }.map(\.model.unit))
      var of2019 = named.map(\.model)
      for (topic, unit) in pairs.prefix(shape.of2019 - named.count) {
        let byIndividual = generator.number(1...10) == 1
        of2019.append(
          factory.model(topic, at: unit, field: shape.field, byIndividual: byIndividual, using: &generator))
      }
      pairs.removeFirst(shape.of2019 - named.count)

      var sources: [ModelPlan] = []
      for model in of2019 where sources.count < shape.sources {
        if !sources.contains(where: { $0.topic == model.topic }) { sources.append(model) }
      }
      var replicated: [ModelPlan] = []
      var rest: [(topic: String, unit: FilingUnit)] = []
      for pair in pairs {
        guard replicated.count < shape.replicated, let source = sources.first(where: { $0.topic == pair.topic }) else {
          rest.append(pair)
          continue
        }
        var model = factory.model(pair.topic, at: pair.unit, field: shape.field, using: &generator)
        model.source = (source.unit, source.name)
        replicated.append(model)
      }
      let invented = rest.prefix(shape.new + 25).map { topic, unit in
        let byIndividual = generator.number(1...10) == 1
        return factory.model(topic, at: unit, field: shape.field, byIndividual: byIndividual, using: &generator)
      }
      // The named models that go on come first in the list of 2019, the one that ended with its commune is left out.
      let going = of2019.filter { model in !model.isNamed || fixed.contains(model.unit) }
      return Pool(
        of2019: of2019, sources: sources, maintained: Array(going.prefix(shape.maintained)),
        new: Array(invented.prefix(shape.new)), replicated: replicated, spare: Array(invented.dropFirst(shape.new)))
    }
  }

  /// The models the article names, in its own words.
  private static func named(of field: String) -> [(model: ModelPlan, endsIn2019: Bool)] {
    switch field {
    case "Quốc phòng - an ninh":
      [
        (
          ModelPlan(
            unit: "Xã Tòng Đậu, huyện Mai Châu, tỉnh Hòa Bình", name: "Địa bàn không có ma túy", field: field,
            places: ["Xóm Tòng, xã Tòng Đậu"], subjects: [.init(name: "Xóm Tòng")], isNamed: true,
            topic: "Giữ địa bàn không có ma túy"), false
        ),
        (
          ModelPlan(
            unit: "Xã Ngọc Sơn, huyện Lạc Sơn, tỉnh Hòa Bình", name: "Bảo vệ cây trồng, vật nuôi, bảo vệ rừng",
            field: field, places: ["Xóm Vãng, xã Ngọc Sơn", "Xóm Rộc, xã Ngọc Sơn"],
            subjects: [.init(name: "Các đoàn thể xã Ngọc Sơn")], isNamed: true,
            topic: "Bảo vệ cây trồng, vật nuôi, bảo vệ rừng"
          ), false
        ),
      ]
    case "Văn hóa - xã hội":
      [
        (
          ModelPlan(
            unit: HoaBinh.yenLac.text, name: "Phụ nữ tiết kiệm mua bảo hiểm y tế (BHYT) vì sức khỏe gia đình",
            field: field, places: ["Các chi hội xóm, xã Yên Lạc"],
            subjects: [.init(name: "Hội Liên hiệp Phụ nữ xã Yên Lạc")], isNamed: true,
            topic: "Tham gia bảo hiểm y tế toàn dân"), true
        )
      ]
    default: []
    }
  }
}
