/// Tỉnh Hòa Bình: 1,203 models in 2019 and 4,648 in 2020, of which 646 replicate recognised ones.
enum HoaBinh {
  static let province = "tỉnh Hòa Bình"
  /// Ended on 2019-12-31, so its model of 2019 is a source of replications but is not registered in 2020.
  static let yenLac = FilingUnit(
    text: "Xã Yên Lạc, huyện Yên Thủy, tỉnh Hòa Bình", short: "xã Yên Lạc", district: "huyện Yên Thủy")

  /// How the models of a field came about; the totals of 2020 are the article's, the rest is simulated.
  struct FieldShape: Sendable {
    var field: String
    var topics: [String]
    var of2019: Int
    var maintained: Int
    var replicated: Int
    var new: Int
    /// Models recognised in 2019 that others replicate.
    var sources: Int
  }

  static let shapes = [
    FieldShape(
      field: "Kinh tế", topics: Topics.economy, of2019: 360, maintained: 310, replicated: 194, new: 888, sources: 12),
    FieldShape(
      field: "Văn hóa - xã hội", topics: Topics.society, of2019: 390, maintained: 340, replicated: 209, new: 954,
      sources: 13),
    FieldShape(
      field: "Quốc phòng - an ninh", topics: Topics.security, of2019: 286, maintained: 250, replicated: 153, new: 699,
      sources: 10),
    FieldShape(
      field: "Xây dựng hệ thống chính trị", topics: Topics.politics, of2019: 167, maintained: 146, replicated: 90,
      new: 415, sources: 8),
  ]

  static func plan(seed: UInt64) -> LocalityPlan {
    var plan = LocalityPlan()
    plan.fieldSets = [FieldSets.hoaBinh]
    plan.campaigns = [2019, 2020, 2021].map { year in
      SetUpPlan.Campaign(
        code: "HB-\(year)", name: "Phong trào thi đua “Dân vận khéo” tỉnh Hòa Bình năm \(year)", unit: "17",
        period: String(year), fieldSet: FieldSets.hoaBinh.code, tree: "hanh_chinh")
    }
    var book = DossierBook(locality: .hoaBinh, seed: seed)
    let pools = HoaBinhModels.pools(using: &book.generator)
    for pool in pools {
      for model in pool.of2019 { book.register(model, year: 2019, kind: .new, campaign: "HB-2019", role: .counted) }
    }
    recogniseSources(pools, in: &book)
    for pool in pools {
      for model in pool.maintained {
        book.register(model, year: 2020, kind: .maintained, campaign: "HB-2020", role: .counted)
      }
      for model in pool.new { book.register(model, year: 2020, kind: .new, campaign: "HB-2020", role: .counted) }
      for model in pool.replicated {
        book.register(model, year: 2020, kind: .replicated, campaign: "HB-2020", role: .counted)
      }
    }
    for model in pools.flatMap({ $0.maintained.suffix(15) }) {
      book.register(model, year: 2021, kind: .maintained, campaign: "HB-2021", role: .noise("other year"))
    }
    plan.dossiers = book.dossiers
    plan.registered = [
      2019: pools.flatMap(\.of2019), 2020: pools.flatMap { $0.maintained + $0.new + $0.replicated },
    ]
    plan.unused = pools.flatMap(\.spare)
    return plan
  }

  /// Report, proposal and decision behind every source, one decision a district at the end of 2019.
  private static func recogniseSources(_ pools: [HoaBinhModels.Pool], in book: inout DossierBook) {
    let sources = pools.flatMap(\.sources)
    for model in sources {
      let indicators =
        model.unit == yenLac.text
        ? [ReportForm.indicator("Thành viên có thẻ BHYT", unit: "thành viên", 216, of: 221)] : nil
      book.report(model, year: 2019, campaign: "HB-2019", indicators: indicators)
    }
    for row in PlaceNames.hoaBinh {
      let unit = "\(row.district.capitalisedFirst), \(province)"
      let models = sources.filter { $0.unit.lowercasedFirst.hasSuffix("\(row.district), \(province)") }
      guard !models.isEmpty else { continue }
      book.file(
        .recognitionProposal, prefix: "HB-2019-DN", campaign: "HB-2019", unit: unit,
        content: DecisionForms.recognitionProposal(
          models, level: "HUYEN", year: 2019, title: "mo_hinh", filedOn: "2019-12-02"), role: .evidence)
      book.file(
        .recognitionDecision, prefix: "HB-2019-QD", campaign: "HB-2019", unit: unit,
        content: DecisionForms.recognitionDecision(
          models,
          document: .init(
            issuedOn: "2019-12-20", issuer: "Ban Chỉ đạo phong trào thi đua “Dân vận khéo” \(row.district)",
            subject: "Công nhận mô hình “Dân vận khéo” năm 2019 (mô phỏng)"),
          level: "HUYEN", year: 2019, title: "mo_hinh", filedOn: "2019-12-23"), role: .evidence)
    }
  }
}
