/// Huyện Chợ Đồn: 808 registrations 2018–2020, 179 models recognised, 47 of them exemplary, and 372 subjects of 2021.
enum ChoDon {
  static let district = "Huyện Chợ Đồn, tỉnh Bắc Kạn"
  static let centralIssuer = "Ban Dân vận Trung ương"
  static let provincialIssuer = "Ban Dân vận tỉnh"
  static let districtIssuer = "UBND huyện"

  /// One year: registrations by type, models recognised and found exemplary, some of both a second time.
  struct YearShape: Sendable {
    var year: Int
    var new: Int
    var maintained: Int
    var recognised: Int
    var recognisedAgain: Int
    var exemplary: Int
    var exemplaryAgain: Int
  }

  static let years = [
    YearShape(
      year: 2018, new: 250, maintained: 0, recognised: 50, recognisedAgain: 0, exemplary: 12, exemplaryAgain: 0),
    YearShape(
      year: 2019, new: 218, maintained: 50, recognised: 60, recognisedAgain: 4, exemplary: 15, exemplaryAgain: 1),
    YearShape(
      year: 2020, new: 232, maintained: 58, recognised: 69, recognisedAgain: 4, exemplary: 20, exemplaryAgain: 2),
  ]

  static func plan(seed: UInt64) -> LocalityPlan {
    var plan = LocalityPlan()
    plan.fieldSets = [FieldSets.choDon]
    plan.campaigns = (2017...2021).map { year in
      SetUpPlan.Campaign(
        code: "CD-\(year)", name: "Phong trào thi đua “Dân vận khéo” huyện Chợ Đồn năm \(year)", unit: "064",
        period: String(year), fieldSet: FieldSets.choDon.code, tree: "hanh_chinh")
    }
    var book = DossierBook(locality: .choDon, seed: seed)
    var models = ChoDonModels(using: &book.generator)
    for model in models.spare.suffix(12) {
      book.register(model, year: 2017, kind: .new, campaign: "CD-2017", role: .noise("other year"))
    }
    var before: [ModelPlan] = []
    var recognised: [ModelPlan] = []
    var exemplary: [ModelPlan] = []
    for shape in years {
      let campaign = "CD-\(shape.year)"
      let new = models.take(shape.new)
      // What was recognised before goes on, so it can be recognised again.
      let kept = Array((recognised + before.filter { !recognised.contains($0) }).prefix(shape.maintained))
      for model in new { book.register(model, year: shape.year, kind: .new, campaign: campaign, role: .counted) }
      for model in kept {
        book.register(model, year: shape.year, kind: .maintained, campaign: campaign, role: .counted)
      }
      let found = Array(new.prefix(shape.recognised))
      let again = Array(kept.prefix(shape.recognisedAgain))
      let best = Array(found.prefix(shape.exemplary))
      let bestAgain = Array(again.filter(exemplary.contains).prefix(shape.exemplaryAgain))
      for model in found + again { book.report(model, year: shape.year, campaign: campaign) }
      recognise(found + again, title: "mo_hinh", year: shape.year, in: &book)
      recognise(best + bestAgain, title: "dien_hinh", year: shape.year, in: &book)
      recognised += found
      exemplary += best
      before = new + kept
      plan.registered[shape.year] = before
    }
    recogniseCentrally(&book)
    commend(exemplary, in: &book)
    let of2021 = models.subjectsOf2021(maintaining: before, using: &book.generator)
    for (model, kind) in of2021 {
      book.register(model, year: 2021, kind: kind, campaign: "CD-2021", role: .counted)
    }
    let subjects = of2021.suffix(20).prefix(6).map(\.model)
    for model in models.secondModels(of: subjects, using: &book.generator) {
      book.register(model, year: 2021, kind: .new, campaign: "CD-2021", role: .noise("second model of a subject"))
    }
    plan.registered[2021] = of2021.map(\.model)
    plan.dossiers = book.dossiers
    plan.unused = Array(models.spare.dropLast(12))
    return plan
  }

  private static func recognise(_ models: [ModelPlan], title: String, year: Int, in book: inout DossierBook) {
    let campaign = "CD-\(year)"
    let what = title == "mo_hinh" ? "mô hình" : "điển hình"
    book.file(
      .recognitionProposal, prefix: "\(campaign)-DN", campaign: campaign, unit: district,
      content: DecisionForms.recognitionProposal(
        models, level: "HUYEN", year: year, title: title, filedOn: "\(year)-12-02"), role: .evidence)
    book.file(
      .recognitionDecision, prefix: "\(campaign)-QD", campaign: campaign, unit: district,
      content: DecisionForms.recognitionDecision(
        models,
        document: .init(
          issuedOn: "\(year)-12-15", issuer: "Huyện ủy Chợ Đồn",
          subject: "Công nhận \(what) “Dân vận khéo” cấp huyện năm \(year) (mô phỏng)"),
        level: "HUYEN", year: year, title: title, filedOn: "\(year)-12-18"), role: .evidence)
  }

  /// The model of Hội Nông dân xã Nghĩa Tá; the year is simulated, the article gives none.
  private static func recogniseCentrally(_ book: inout DossierBook) {
    book.file(
      .recognitionDecision, prefix: "CD-2020-QD", campaign: "CD-2020", unit: district,
      content: DecisionForms.recognitionDecision(
        [ChoDonModels.named],
        document: .init(
          issuer: centralIssuer, subject: "Công nhận mô hình “Dân vận khéo” (chưa rõ số, ngày; năm mô phỏng)"),
        level: "TRUNG_UONG", year: 2020, title: "mo_hinh", filedOn: "2020-12-28"), role: .evidence, source: "article")
  }
}
