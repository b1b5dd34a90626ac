import Testing

@testable import DemoData

@Suite("The plan of the demo data")
struct DemoPlanTests {
  static let plan = DemoPlan.make()

  /// The last version of every dossier.
  private static let final: [Dossier] = {
    let mended = Dictionary(uniqueKeysWithValues: plan.supplements.map { ("\($0.source) \($0.key)", $0) })
    return plan.dossiers.map { mended["\($0.source) \($0.key)"] ?? $0 }
  }()

  private func registrations(_ locality: Locality, year: Int) -> [Dossier] {
    Self.final.filter {
      $0.role == .counted && $0.kind == .registration && $0.locality == locality && $0.content["year"] == .int(year)
    }
  }

  private func count(_ dossiers: [Dossier], type: String) -> Int {
    dossiers.filter { $0.content["type"] == .text(type) }.count
  }

  private func name(of dossier: Dossier) -> String {
    "\(dossier.unit) · \(dossier.content["model"]?["name"]?.string ?? "")"
  }

  @Test("7,274 registrations stand behind the published figures")
  func total() {
    let counted = Self.plan.dossiers.filter { $0.role == .counted }
    #expect(counted.count == 127 + 112 + 4 + 1203 + 4648 + 808 + 372)
    #expect(counted.count == 7274)
    #expect(counted.allSatisfy { $0.kind == .registration })
  }

  @Test("thành phố Bắc Kạn: 37 new and 90 maintained models, the latter registered in 2020 too")
  func bacKanCity() {
    let of2021 = registrations(.bacKanCity, year: 2021)
    #expect(of2021.count == 127)
    #expect(count(of2021, type: "new") == 37)
    #expect(count(of2021, type: "maintained") == 90)
    let before = Self.plan.dossiers.filter { $0.role == .predecessor }
    #expect(before.count == 90)
    #expect(Set(before.map(name)) == Set(of2021.filter { $0.content["type"] == "maintained" }.map(name)))
    #expect(Set(of2021.map(\.unit)).count == 30)
  }

  @Test(
    "the four blocks of thành phố Bắc Kạn", arguments: [("HCSN", 24, 11), ("NC", 8, 5), ("XP", 89, 8), ("DN", 6, 6)])
  func blocks(code: String, models: Int, units: Int) {
    let ofBlock = registrations(.bacKanCity, year: 2021).filter { $0.unit.hasPrefix("DB-TP-BACKAN-\(code)-") }
    #expect(ofBlock.count == models)
    #expect(Set(ofBlock.map(\.unit)).count == units)
    if code == "DN" { #expect(count(ofBlock, type: "new") == 6) }
  }

  @Test("47 party units, each in one block")
  func units() {
    let cells = Self.plan.units.filter { $0.parent == BacKanCity.committee }.map(\.code)
    #expect(cells.count == 47)
    #expect(Set(Self.plan.blocks.flatMap(\.units)) == Set(cells))
    #expect(Self.plan.blocks.flatMap(\.units).count == 47)
    for shape in BacKanCity.shapes {
      #expect(BacKanCity.names(of: shape).count == shape.models.count + shape.unitsWithout)
    }
    #expect(Set(Self.plan.units.map(\.code)).count == Self.plan.units.count)
  }

  @Test("tỉnh Hòa Bình by field", arguments: zip(HoaBinh.shapes.map(\.field), [1392, 1503, 1102, 651]))
  func hoaBinh(field: String, models: Int) {
    let of2020 = registrations(.hoaBinh, year: 2020)
    #expect(of2020.filter { $0.content["model"]?["field"] == .text(field) }.count == models)
    #expect(count(of2020, type: "replicated") == 646)
    #expect(registrations(.hoaBinh, year: 2019).count == 1203)
  }

  @Test("every replicated model names a model recognised before")
  func sources() {
    let recognised = Set(
      Self.plan.dossiers.filter { $0.kind == .recognitionDecision && $0.locality == .hoaBinh }
        .flatMap { $0.content["models"]?.elements ?? [] }.map(\.json))
    let sources = registrations(.hoaBinh, year: 2020).compactMap { $0.content["model"]?["source"]?.json }
    #expect(sources.count == 646)
    #expect(sources.allSatisfy(recognised.contains))
  }

  @Test("every maintained model was registered in an earlier year")
  func predecessors() {
    var years: [String: Set<Int>] = [:]
    var orphans: [String] = []
    for dossier in Self.plan.dossiers where dossier.kind == .registration {
      guard case .int(let year)? = dossier.content["year"] else { continue }
      guard [.counted, .predecessor, .noise("other year")].contains(dossier.role) else { continue }
      let key = name(of: dossier)
      if dossier.content["type"] == "maintained", years[key, default: []].filter({ $0 < year }).isEmpty {
        orphans.append(dossier.key)
      }
      years[key, default: []].insert(year)
    }
    #expect(orphans.isEmpty)
  }

  @Test("no unit registers one name twice in a year")
  func distinctNames() {
    let others: [Dossier.Role] = [
      .predecessor, .noise("other year"), .noise("second model of a subject"), .noise("withdrawn"), .noise("neighbour"),
    ]
    let counted = Self.final.filter { $0.kind == .registration && ($0.role == .counted || others.contains($0.role)) }
    let keys = counted.map { "\(name(of: $0)) · \($0.content["year"]?.json ?? "")" }
    #expect(Set(keys).count == keys.count)
  }

  @Test("huyện Chợ Đồn: events, recognitions, exemplary ones and subjects")
  func choDon() {
    #expect((2018...2020).reduce(0) { $0 + registrations(.choDon, year: $1).count } == 808)
    func models(_ title: String, _ level: String) -> Set<String> {
      Set(
        Self.plan.dossiers.filter {
          $0.locality == .choDon && $0.kind == .recognitionDecision && $0.content["title"] == .text(title)
            && $0.content["level"] == .text(level)
        }.flatMap { $0.content["models"]?.elements ?? [] }.map(\.json))
    }
    #expect(models("mo_hinh", "HUYEN").count == 179)
    #expect(models("dien_hinh", "HUYEN").count == 47)
    #expect(models("dien_hinh", "HUYEN").isSubset(of: models("mo_hinh", "HUYEN")))
    #expect(models("mo_hinh", "TRUNG_UONG").count == 1)
    let subjects = registrations(.choDon, year: 2021).compactMap { $0.content["subjects"]?.elements.first }
    #expect(subjects.filter { $0["kind"] == "collective" }.count == 196)
    #expect(subjects.filter { $0["kind"] == "individual" }.count == 176)
    #expect(Set(subjects.compactMap { $0["name"]?.string }).count == 372)
  }

  @Test("Đảng bộ Các cơ quan tỉnh: 112 recognised of 112 registered")
  func provincialAgencies() {
    let models = Self.plan.dossiers.filter { $0.locality == .provincialAgencies && $0.kind == .recognitionDecision }
      .flatMap { $0.content["models"]?.elements ?? [] }
    #expect(models.count == 112)
    #expect(Set(models.map(\.json)).count == 112)
  }

  @Test("the same seed gives the same bytes, another one does not")
  func deterministic() {
    let again = DemoPlan.make()
    #expect(again.dossiers == Self.plan.dossiers)
    #expect(again.dossiers.map(\.content.json) == Self.plan.dossiers.map(\.content.json))
    #expect(DemoPlan.make(seed: 7).dossiers != Self.plan.dossiers)
  }

  @Test("keys are unique and supplements answer dossiers that exist")
  func keys() {
    let keys = Self.plan.dossiers.map { "\($0.source) \($0.key)" }
    #expect(Set(keys).count == keys.count)
    let supplements = Self.plan.supplements.map { "\($0.source) \($0.key)" }
    #expect(Set(supplements).isSubset(of: Set(keys)))
    #expect(Set(supplements).count == supplements.count)
    #expect(supplements.count >= 10)
  }

  @Test("no recipient is a person with a name")
  func noRealPeople() {
    let recipients = Self.plan.dossiers.flatMap { $0.content["recipients"]?.elements ?? [] }
    #expect(recipients.count >= 31)
    for recipient in recipients where recipient["kind"] == "individual" {
      #expect(recipient["name"]?.string?.hasPrefix("Cá nhân mô phỏng ") == true)
    }
  }

  @Test("only models that an article names carry the source article")
  func sourceOfDossiers() {
    let named = Self.plan.dossiers.filter { $0.source == "article" && $0.kind == .registration }
    #expect(Set(named.map { $0.content["model"]?["name"]?.string ?? "" }).count == 11)
    #expect(Self.plan.dossiers.allSatisfy { ["demo", "article"].contains($0.source) })
  }
}
