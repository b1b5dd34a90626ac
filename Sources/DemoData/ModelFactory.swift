/// Invents plausible models: a topic, a real unit, a subject of that unit.
///
/// Every pair of topic and unit is handed out at most once, so names are distinct inside a unit.  No person is named: simulated
/// individuals are numbered placeholders.
struct ModelFactory {
  /// What the smallest settlement is called here: xóm, thôn, tổ.
  let village: String
  /// Told apart in the placeholders of individuals.
  let prefix: String
  private var individuals = 0
  private var usedSubjects: Set<String> = []

  init(village: String, prefix: String) {
    self.village = village
    self.prefix = prefix
  }

  /// All pairs of topics and units of a field, in a seeded order.
  static func pairs(
    _ topics: [String], _ units: [FilingUnit], using generator: inout SeededGenerator
  ) -> [(topic: String, unit: FilingUnit)] {
    var pairs: [(topic: String, unit: FilingUnit)] = []
    for topic in topics {
      for unit in units { pairs.append((topic, unit)) }
    }
    pairs.shuffle(using: &generator)
    return pairs
  }

  /// A model of a topic at a unit, with an individual as its subject where `byIndividual`.
  mutating func model(
    _ topic: String, at unit: FilingUnit, field: String, byIndividual: Bool = false,
    using generator: inout SeededGenerator
  ) -> ModelPlan {
    let number = generator.number(1...9)
    let isDistrict = unit.district == nil
    let place = isDistrict ? "Địa bàn \(unit.short)" : "\(village.capitalisedFirst) \(number), \(unit.short)"
    let subject =
      byIndividual
      ? individual(of: unit)
      : ModelPlan.Subject(name: isDistrict ? districtBody(unit, &generator) : communeBody(unit, number, &generator))
    return ModelPlan(
      unit: unit.text, name: "\(topic) ở \(unit.short)", field: field, places: [place], subjects: [subject],
      topic: topic)
  }

  /// A collective of the unit that this factory has not named before.
  mutating func freshCollective(of unit: FilingUnit, using generator: inout SeededGenerator) -> ModelPlan.Subject {
    var number = generator.number(1...9)
    while true {
      let name = unit.district == nil ? districtBody(unit, &generator) : communeBody(unit, number, &generator)
      if usedSubjects.insert(name).inserted { return ModelPlan.Subject(name: name) }
      number += 1
    }
  }

  /// A numbered placeholder: never the name of a person.
  mutating func individual(of unit: FilingUnit) -> ModelPlan.Subject {
    individuals += 1
    let digits = String(individuals)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return ModelPlan.Subject(
      kind: "individual", name: "Cá nhân mô phỏng \(prefix)-\(padded)", position: "Hội viên, \(unit.short)")
  }

  private func communeBody(_ unit: FilingUnit, _ number: Int, _ generator: inout SeededGenerator) -> String {
    switch generator.number(0...8) {
    case 0: "Chi bộ \(village) \(number), \(unit.short)"
    case 1: "Chi hội Phụ nữ \(village) \(number), \(unit.short)"
    case 2: "Chi hội Nông dân \(village) \(number), \(unit.short)"
    case 3: "Chi hội Cựu chiến binh \(village) \(number), \(unit.short)"
    case 4: "Ban Công tác Mặt trận \(village) \(number), \(unit.short)"
    case 5: "Tổ dân vận \(village) \(number), \(unit.short)"
    case 6: "Chi đoàn Thanh niên \(village) \(number), \(unit.short)"
    case 7: "Hội Liên hiệp Phụ nữ \(unit.short)"
    default: "Hội Nông dân \(unit.short)"
    }
  }

  private func districtBody(_ unit: FilingUnit, _ generator: inout SeededGenerator) -> String {
    let bodies = [
      "Ban Dân vận cấp ủy", "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Đoàn Thanh niên", "Hội Cựu chiến binh",
      "Liên đoàn Lao động", "Công an", "Ban Chỉ huy Quân sự", "Phòng Giáo dục và Đào tạo", "Trung tâm Y tế",
    ]
    return "\(generator.pick(bodies)) \(unit.short)"
  }
}
