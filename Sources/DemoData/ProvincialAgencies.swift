/// Đảng bộ Các cơ quan tỉnh (Bắc Kạn), 2018–2020: 112 recognised models in four fields.
///
/// The article gives neither the cells nor the years: both are simulated.
enum ProvincialAgencies {
  static let committee = "DB-CCQT-BACKAN"

  private static let quotas: [(field: String, models: Int, topics: [String])] = [
    (
      "Xây dựng nông thôn mới", 40,
      [
        "Giúp xã khó khăn làm đường bê tông", "Giúp xã khó khăn làm nhà văn hóa", "Đồng hành cùng hợp tác xã",
        "Hỗ trợ lò đốt rác và nhà tiêu hợp vệ sinh",
      ]
    ),
    (
      "Cải cách hành chính, xây dựng cơ quan, công sở", 33,
      ["Cơ quan xanh, sạch, đẹp", "Nụ cười công sở", "Giải quyết hồ sơ đúng hẹn", "Tiết kiệm điện, văn phòng phẩm"]
    ),
    (
      "Xây dựng tổ chức Mặt trận Tổ quốc, đoàn thể vững mạnh", 5,
      ["Thu hút hội viên vào hợp tác xã kiểu mới", "Đoàn viên giúp nhau làm kinh tế"]
    ),
    (
      "Vận động cán bộ, Nhân dân đóng góp xây dựng Đảng, chính quyền", 34,
      [
        "Sinh hoạt chi bộ gắn với nêu gương", "Góp ý xây dựng Đảng, chính quyền", "Hành lang lưới điện an toàn",
        "Đồng thuận giải phóng mặt bằng",
      ]
    ),
  ]

  static func plan(seed: UInt64) -> LocalityPlan {
    var plan = LocalityPlan()
    plan.fieldSets = [FieldSets.provincialAgencies]
    plan.units = units
    var book = DossierBook(locality: .provincialAgencies, seed: seed)
    var (chosen, spare) = models(using: &book.generator)
    plan.unused = spare
    for (year, count) in [(2018, 30), (2019, 38), (2020, 44)] {
      let campaign = "CQ-\(year)"
      plan.campaigns.append(
        SetUpPlan.Campaign(
          code: campaign, name: "Phong trào thi đua “Dân vận khéo” Đảng bộ Các cơ quan tỉnh năm \(year)",
          unit: committee, period: String(year), fieldSet: FieldSets.provincialAgencies.code, tree: "dang"))
      let models = Array(chosen.prefix(count))
      chosen.removeFirst(count)
      for model in models { book.register(model, year: year, kind: .new, campaign: campaign, role: .counted) }
      for model in models { book.report(model, year: year, campaign: campaign) }
      recognise(models, year: year, campaign: campaign, in: &book)
      plan.registered[year] = models
    }
    plan.dossiers = book.dossiers
    return plan
  }

  private static func recognise(_ models: [ModelPlan], year: Int, campaign: String, in book: inout DossierBook) {
    // The article of 23 September 2020 already counts this year's recognitions.
    let month = year == 2020 ? "09" : "12"
    book.file(
      .recognitionProposal, prefix: "\(campaign)-DN", campaign: campaign, unit: committee,
      content: DecisionForms.recognitionProposal(
        models, level: "HUYEN", year: year, title: "mo_hinh", filedOn: "\(year)-\(month)-02"), role: .evidence)
    book.file(
      .recognitionDecision, prefix: "\(campaign)-QD", campaign: campaign, unit: committee,
      content: DecisionForms.recognitionDecision(
        models,
        document: .init(
          issuedOn: "\(year)-\(month)-15", issuer: "Đảng ủy Các cơ quan tỉnh",
          subject: "Công nhận mô hình “Dân vận khéo” năm \(year) (mô phỏng)"),
        level: "HUYEN", year: year, title: "mo_hinh", filedOn: "\(year)-\(month)-16"), role: .evidence)
  }

  private static func models(using generator: inout SeededGenerator) -> (chosen: [ModelPlan], spare: [ModelPlan]) {
    var factory = ModelFactory(village: "tổ", prefix: "CQ")
    let cells = units.dropFirst().map { FilingUnit(text: $0.code, short: $0.name.lowercasedFirst, district: "tỉnh") }
    var chosen: [ModelPlan] = []
    var spare: [ModelPlan] = []
    for quota in quotas {
      let invented = ModelFactory.pairs(quota.topics, cells, using: &generator).map { topic, unit in
        var model = factory.model(topic, at: unit, field: quota.field, using: &generator)
        model.places = ["Trụ sở và địa bàn phụ trách của \(unit.short)"]
        model.subjects[0].name = unit.short.capitalisedFirst
        return model
      }
      chosen += invented.prefix(quota.models)
      spare += invented.dropFirst(quota.models).prefix(4)
    }
    return (chosen.shuffled(using: &generator), spare)
  }

  /// The committee and its cells; the cells are simulated.
  static var units: [SetUpPlan.Unit] {
    let names = [
      "Sở Nông nghiệp và Phát triển nông thôn", "Sở Nội vụ", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Xây dựng",
      "Sở Giao thông vận tải", "Sở Công Thương", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tư pháp",
      "Sở Khoa học và Công nghệ", "Sở Tài nguyên và Môi trường", "Sở Thông tin và Truyền thông",
      "Sở Văn hóa, Thể thao và Du lịch", "Sở Lao động - Thương binh và Xã hội", "Thanh tra tỉnh", "Ban Dân tộc tỉnh",
      "Văn phòng Tỉnh ủy", "Văn phòng Ủy ban nhân dân tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh", "Hội Nông dân tỉnh",
      "Hội Liên hiệp Phụ nữ tỉnh", "Tỉnh Đoàn", "Liên đoàn Lao động tỉnh",
    ]
    return [
      SetUpPlan.Unit(
        code: committee, name: "Đảng bộ Các cơ quan tỉnh Bắc Kạn", type: "dang_bo", parent: "DB-T-BACKAN",
        validUntil: BacKanCity.lastDay, note: "Đảng bộ cấp trên trực tiếp cơ sở")
    ]
      + names.enumerated().map { index, name in
        SetUpPlan.Unit(
          code: "\(committee)-\(index < 9 ? "0" : "")\(index + 1)", name: "Đảng bộ \(name) Bắc Kạn", type: "dang_bo",
          parent: committee, validUntil: BacKanCity.lastDay, note: "Chi, đảng bộ trực thuộc (mô phỏng)")
      }
  }
}
