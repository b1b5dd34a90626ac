/// Everything the demo writes: a pure function of its seed.
struct DemoPlan: Sendable {
  var units: [SetUpPlan.Unit]
  var blocks: [SetUpPlan.Block]
  var fieldSets: [SetUpPlan.FieldSet]
  var campaigns: [SetUpPlan.Campaign]
  var claims: [Claim]
  /// In filing order.
  var dossiers: [Dossier]
  /// Second versions of dossiers that were returned for supplement: handed in after the first ones were judged.
  var supplements: [Dossier]

  /// The plan of a seed: 441, after the movement's steering committee, unless told otherwise.
  static func make(seed: UInt64 = 441) -> DemoPlan {
    let bacKan = BacKanCity.plan(seed: seed)
    let agencies = ProvincialAgencies.plan(seed: seed &+ 1)
    let benTre = BenTre.plan(seed: seed &+ 2)
    let hoaBinh = HoaBinh.plan(seed: seed &+ 3)
    let choDon = ChoDon.plan(seed: seed &+ 4)
    let localities = [bacKan, agencies, benTre, hoaBinh, choDon]
    var plan = DemoPlan(
      units: localities.flatMap(\.units), blocks: localities.flatMap(\.blocks),
      fieldSets: localities.flatMap(\.fieldSets), campaigns: localities.flatMap(\.campaigns) + Noise.campaigns,
      claims: Claims.all, dossiers: localities.flatMap(\.dossiers), supplements: [])
    plan.repeatSome()
    let twins = Noise.twins(of: plan.dossiers)
    plan.returnSome(excluding: Set(twins.map { $0.key.split(separator: "-B")[0].description }))
    plan.dossiers += twins
    var book = DossierBook(locality: .hoaBinh, seed: seed &+ 5)
    Noise.withdrawn(Array(hoaBinh.unused.prefix(8)), year: 2020, campaign: "HB-2020", in: &book)
    Noise.withdrawn(Array(choDon.unused.prefix(6)), year: 2021, campaign: "CD-2021", in: &book)
    Noise.withdrawn(Array(bacKan.unused.prefix(4)), year: 2021, campaign: "BK-2021", in: &book)
    Noise.neighbours(in: &book)
    plan.dossiers += book.dossiers
    // A report must not come in front of its registration: not about one that was returned first.
    let reported = choDon.registered[2021, default: []].filter { model in
      !plan.supplements.contains { $0.unit == model.unit && $0.content["model"]?["name"] == .text(model.name) }
    }
    plan.dossiers += InvalidDossiers.all(
      InvalidDossiers.Material(
        spare: Array(hoaBinh.unused.dropFirst(20)), of2021: reported.suffix(60).reversed(),
        recognised2020: choDon.registered[2020, default: []],
        plain2020: hoaBinh.registered[2020, default: []].filter { $0.source == nil }.suffix(400).reversed()),
      seed: seed &+ 6)
    plan.neverMended(Array(hoaBinh.unused.dropFirst(8).prefix(8)), seed: seed &+ 7)
    return plan
  }

  /// Some senders press the button twice or three times: same key, same content, one dossier.
  private mutating func repeatSome() {
    for index in stride(from: 11, to: dossiers.count, by: 450) { dossiers[index].repeats = 1 + index % 2 }
  }

  /// Counted registrations that nothing later depends on are first filed with a fault, then mended.
  private mutating func returnSome(excluding twins: Set<String>) {
    let candidates = dossiers.indices.filter { index in
      let dossier = dossiers[index]
      return dossier.role == .counted && dossier.content["type"] == "new" && dossier.repeats == 0
        && !twins.contains(dossier.key) && ["BK-2021", "HB-2020", "CD-2021"].contains(dossier.campaign)
    }
    for (turn, index) in candidates.reversed().enumerated() where turn % 97 == 5 {
      supplements.append(dossiers[index])
      switch turn % 3 {
      case 0: dossiers[index].content["outputs"] = nil
      case 1: dossiers[index].content["model"]?["field"] = "Lĩnh vực khác"
      default: dossiers[index].content["schedule"] = nil
      }
    }
  }

  /// Half of these are mended wrongly and end as invalid, half are never mended.
  private mutating func neverMended(_ models: [ModelPlan], seed: UInt64) {
    var book = DossierBook(locality: .hoaBinh, seed: seed)
    for model in models {
      var content = RegistrationForm.content(of: model, year: 2020, kind: .new, using: &book.generator)
      content["sustainability"] = nil
      book.file(
        .registration, prefix: "HB-2020-CBS", campaign: "HB-2020", unit: model.unit, content: content,
        role: .noise("supplement missing"))
    }
    dossiers += book.dossiers
    for var dossier in book.dossiers.prefix(models.count / 2) {
      dossier.content["goals"] = nil
      supplements.append(dossier)
    }
  }
}
