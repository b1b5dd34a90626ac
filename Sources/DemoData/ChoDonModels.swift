/// The models of huyện Chợ Đồn, handed out in a seeded order.
struct ChoDonModels {
  /// Named by the article, which says neither its first year nor its field.
  static let named = ModelPlan(
    unit: "Xã Nghĩa Tá, huyện Chợ Đồn, tỉnh Bắc Kạn", name: "Phát triển kinh tế xen canh Dưa - Lúa nâng cao thu nhập",
    field: "Kinh tế", places: ["Xã Nghĩa Tá"], subjects: [.init(name: "Hội Nông dân xã Nghĩa Tá")], isNamed: true,
    topic: "Trồng xen canh Dưa - Lúa")

  private var factory = ModelFactory(village: "thôn", prefix: "CD")
  private var waiting: [(field: String, topic: String, unit: FilingUnit)] = []
  private var models: [ModelPlan]
  /// Never registered between 2018 and 2021.
  private(set) var spare: [ModelPlan] = []

  init(using generator: inout SeededGenerator) {
    let units = PlaceNames.units(of: PlaceNames.choDon, province: "tỉnh Bắc Kạn")
    let fields = [
      ("Kinh tế", Topics.economy), ("Văn hóa - xã hội", Topics.society), ("Quốc phòng - an ninh", Topics.security),
      ("Xây dựng hệ thống chính trị", Topics.politics),
    ]
    for (field, topics) in fields {
      waiting += ModelFactory.pairs(topics, units, using: &generator).map { (field, $0.topic, $0.unit) }
    }
    waiting.shuffle(using: &generator)
    models = [Self.named]
    for _ in 0..<699 {
      let next = waiting.removeLast()
      let byIndividual = generator.number(1...4) == 1
      models.append(
        factory.model(next.topic, at: next.unit, field: next.field, byIndividual: byIndividual, using: &generator))
    }
    for _ in 0..<60 {
      let next = waiting.removeLast()
      spare.append(factory.model(next.topic, at: next.unit, field: next.field, using: &generator))
    }
  }

  /// The next models of the seeded order; the named one comes first.
  mutating func take(_ count: Int) -> [ModelPlan] {
    let taken = Array(models.prefix(count))
    models.removeFirst(count)
    return taken
  }

  /// One model for each of the 196 collectives and 176 individuals of 2021: some go on, the others are new.
  mutating func subjectsOf2021(
    maintaining before: [ModelPlan], using generator: inout SeededGenerator
  ) -> [(model: ModelPlan, kind: RegistrationForm.Kind)] {
    var missing = ["collective": 196, "individual": 176]
    var seen: Set<String> = []
    var result: [(model: ModelPlan, kind: RegistrationForm.Kind)] = []
    for model in before where result.count < 130 {
      let subject = model.subjects[0]
      guard seen.insert(subject.name).inserted else { continue }
      missing[subject.kind, default: 0] -= 1
      result.append((model, .maintained))
    }
    let communes = waiting.filter { $0.unit.district != nil }
    var index = 0
    for kind in ["collective", "individual"] {
      for _ in 0..<missing[kind, default: 0] {
        var subject = freshSubject(kind, of: communes[index].unit, using: &generator)
        while !seen.insert(subject.name).inserted {
          subject = freshSubject(kind, of: communes[index].unit, using: &generator)
        }
        var model = factory.model(
          communes[index].topic, at: communes[index].unit, field: communes[index].field, using: &generator)
        model.subjects = [subject]
        result.append((model, .new))
        index += 1
      }
    }
    let used = communes.prefix(index)
    waiting.removeAll { pair in used.contains { $0.topic == pair.topic && $0.unit == pair.unit } }
    return result
  }

  /// Second models of some subjects of 2021: the article counts subjects, so these must not count.
  mutating func secondModels(
    of first: [ModelPlan], using generator: inout SeededGenerator
  ) -> [ModelPlan] {
    first.compactMap { model in
      guard let index = waiting.firstIndex(where: { $0.unit.text == model.unit }) else { return nil }
      let next = waiting.remove(at: index)
      var second = factory.model(next.topic, at: next.unit, field: next.field, using: &generator)
      second.subjects = model.subjects
      return second
    }
  }

  private mutating func freshSubject(
    _ kind: String, of unit: FilingUnit, using generator: inout SeededGenerator
  ) -> ModelPlan.Subject {
    kind == "individual" ? factory.individual(of: unit) : factory.freshCollective(of: unit, using: &generator)
  }
}
