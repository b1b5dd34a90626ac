/// Thành phố Bắc Kạn, 2021: 127 models of 30 of 47 party units in four blocks, 37 of them new.
enum BacKanCity {
  static let committee = "DB-TP-BACKAN"
  static let lastDay = "2025-06-30"

  /// A block of the article and how its models spread over its units; the units without models are simulated.
  struct BlockShape: Sendable {
    var code: String
    var name: String
    /// Models registered by each unit that has some.
    var models: [Int]
    var new: Int
    var unitsWithout: Int
  }

  static let shapes = [
    BlockShape(
      code: "HCSN", name: "Khối hành chính sự nghiệp", models: [3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2], new: 6,
      unitsWithout: 6),
    BlockShape(code: "NC", name: "Khối Nội chính", models: [2, 2, 2, 1, 1], new: 2, unitsWithout: 2),
    BlockShape(
      code: "XP", name: "Khối xã, phường", models: [12, 11, 11, 11, 11, 11, 11, 11], new: 23, unitsWithout: 0),
    BlockShape(code: "DN", name: "Khối doanh nghiệp", models: [1, 1, 1, 1, 1, 1], new: 6, unitsWithout: 9),
  ]

  static func plan(seed: UInt64) -> LocalityPlan {
    var plan = LocalityPlan()
    plan.fieldSets = [FieldSets.bacKanCity]
    plan.units = units
    plan.blocks = blocks
    plan.campaigns = [2020, 2021, 2022].map { year in
      SetUpPlan.Campaign(
        code: "BK-\(year)", name: "Phong trào thi đua “Dân vận khéo” thành phố Bắc Kạn năm \(year)", unit: committee,
        period: String(year), fieldSet: FieldSets.bacKanCity.code, tree: "dang")
    }
    var book = DossierBook(locality: .bacKanCity, seed: seed)
    let (maintained, new, spare) = models(using: &book.generator)
    for model in maintained {
      book.register(model, year: 2020, kind: .new, campaign: "BK-2020", role: .predecessor)
    }
    for model in maintained {
      book.register(model, year: 2021, kind: .maintained, campaign: "BK-2021", role: .counted)
    }
    for model in new {
      book.register(model, year: 2021, kind: .new, campaign: "BK-2021", role: .counted)
    }
    book.repeatLast(2)
    inspect(&book)
    reportResults(of: maintained, in: &book)
    for model in maintained.prefix(40) {
      book.register(model, year: 2022, kind: .maintained, campaign: "BK-2022", role: .noise("other year"))
    }
    plan.dossiers = book.dossiers
    plan.registered = [2020: maintained, 2021: maintained + new, 2022: Array(maintained.prefix(40))]
    plan.unused = spare
    return plan
  }

  /// Three teams visited twelve units; the first team came back to one of them, which must not make thirteen.
  private static func inspect(_ book: inout DossierBook) {
    let codes = blocks.flatMap { $0.units.prefix(4) }.prefix(12)
    let visits: [(team: Int, day: String, units: ArraySlice<String>)] = [
      (1, "2021-05-11", codes[0...3]), (2, "2021-06-15", codes[4...7]), (3, "2021-07-20", codes[8...11]),
      (1, "2021-09-14", codes[0...0]),
    ]
    for visit in visits {
      book.file(
        .inspectionRecord, prefix: "BK-2021-KT", campaign: "BK-2021", unit: committee,
        content: [
          "filed_on": .text(visit.day), "year": 2021, "team": .text("Đoàn kiểm tra số \(visit.team)"),
          "inspected_on": .text(visit.day), "units": .texts(Array(visit.units)),
          "topics": ["Thực hiện quy chế dân chủ ở cơ sở", "Phong trào “Dân vận khéo”"],
          "conclusion": "Mô phỏng: đã kiểm tra hồ sơ và thực tế, kiến nghị bổ sung số liệu kết quả.",
        ], role: .evidence)
    }
  }

  private static func reportResults(of models: [ModelPlan], in book: inout DossierBook) {
    for model in models where model.isNamed {
      book.report(
        model, year: 2021, campaign: "BK-2021",
        indicators: [
          ReportForm.indicator("Hộ có đồi quế", unit: "hộ", 85, of: 85),
          ["name": "Diện tích quế", "unit": "ha", "value": "300"],
        ])
    }
    for model in models.filter({ !$0.isNamed }).prefix(24) {
      book.report(model, year: 2021, campaign: "BK-2021")
    }
  }
}
