/// Dossiers that must leave every published figure as it is: twins, withdrawn ones, neighbours, faulty ones.
enum Noise {
  /// Campaigns of the surroundings and of the years around, where valid dossiers are filed.
  static let years = [2019, 2020, 2021, 2026]
  /// Campaigns that take no supplement, so that faulty dossiers end as invalid; held where their figures would be counted.
  static let strict: [(code: String, unit: String, year: Int)] = [
    ("KT-HB-2020", "17", 2020), ("KT-CD-2020", "064", 2020), ("KT-CD-2021", "064", 2021), ("KT-2025", "06", 2025),
    ("KT-2026", "19", 2026),
  ]
  static func neighbourCampaign(_ year: Int) -> String { "LC-\(year)" }

  static var campaigns: [SetUpPlan.Campaign] {
    years.map { year in
      SetUpPlan.Campaign(
        code: neighbourCampaign(year), name: "Địa bàn lân cận năm \(year) (mô phỏng)", unit: year < 2026 ? "06" : "19",
        period: String(year), fieldSet: FieldSets.hoaBinh.code, tree: "hanh_chinh")
    }
      + strict.map { campaign in
        SetUpPlan.Campaign(
          code: campaign.code, name: "Đợt không nhận bổ sung năm \(campaign.year) (mô phỏng)", unit: campaign.unit,
          period: String(campaign.year), fieldSet: FieldSets.hoaBinh.code, tree: "hanh_chinh", supplementLimit: 0)
      }
  }

  /// Equal to counted registrations but for the key and the spelling: each breaks DK-006.
  static func twins(of dossiers: [Dossier]) -> [Dossier] {
    let spellings: [(name: String, spell: (String) -> String)] = [
      ("same text", { $0 }), ("NFD", Spelling.decomposed), ("old tone marks", Spelling.oldTones),
      ("stray spaces", Spelling.withStraySpaces),
    ]
    let originals = dossiers.filter { $0.role == .counted && $0.content["type"] != "replicated" }
    let step = originals.count / 16
    return (0..<16).map { index in
      let original = originals[index * step + 7]
      let spelling = spellings[index % spellings.count]
      var twin = original
      twin.source = "demo"
      twin.key = "\(original.key)-B\(index + 1)"
      twin.role = .noise("twin: \(spelling.name)")
      if var model = twin.content["model"], let name = model["name"]?.string {
        model["name"] = .text(spelling.spell(name))
        twin.content["model"] = model
        twin.content["goals"] = Spelling.respell(twin.content["goals"] ?? .null, spelling.spell)
      }
      return twin
    }
  }

  /// Valid dossiers withdrawn before anybody checked them.
  static func withdrawn(_ spare: [ModelPlan], year: Int, campaign: String, in book: inout DossierBook) {
    for model in spare {
      let content = RegistrationForm.content(of: model, year: year, kind: .new, using: &book.generator)
      book.file(
        .registration, prefix: "\(campaign)-RUT", campaign: campaign, unit: model.unit, content: content,
        role: .noise("withdrawn"), withdrawal: "Đơn vị rút hồ sơ để đăng ký năm sau (mô phỏng)")
    }
  }

  /// Valid registrations next door, some in namesakes of the demo's communes, and recognitions that are not theirs.
  static func neighbours(in book: inout DossierBook) {
    var factory = ModelFactory(village: "thôn", prefix: "LC")
    let places: [(year: Int, unit: String)] = [
      (2020, "Xã Ngọc Sơn, huyện Hiệp Hòa, tỉnh Bắc Giang"), (2020, "Xã Ngọc Sơn, huyện Quỳnh Lưu, tỉnh Nghệ An"),
      (2019, "Xã Yên Lạc, huyện Phú Lương, tỉnh Thái Nguyên"), (2019, "Xã Yên Lạc, huyện Nguyên Bình, tỉnh Cao Bằng"),
      (2021, "Xã Dương Quang, huyện Gia Lâm, thành phố Hà Nội"), (2021, "Xã Cẩm Giàng, huyện Bạch Thông, tỉnh Bắc Kạn"),
      (2020, "Xã Cao Sơn, huyện Bạch Thông, tỉnh Bắc Kạn"), (2019, "Xã Hà Hiệu, huyện Ba Bể, tỉnh Bắc Kạn"),
      (2020, "Xã Đồng Phúc, huyện Ba Bể, tỉnh Bắc Kạn"), (2021, "Xã Quảng Khê, huyện Ba Bể, tỉnh Bắc Kạn"),
      (2020, "Xã Nông Hạ, huyện Chợ Mới, tỉnh Bắc Kạn"), (2026, "Xã Nghĩa Tá, tỉnh Thái Nguyên"),
    ]
    var recognised: [ModelPlan] = []
    for place in places {
      let parts = place.unit.split(separator: ",").map { $0.trimmed }
      let unit = FilingUnit(text: place.unit, short: parts[0].lowercasedFirst, district: parts[1])
      for topic in Topics.economy.prefix(3) {
        let model = factory.model(topic, at: unit, field: "Kinh tế", using: &book.generator)
        book.register(
          model, year: place.year, kind: .new, campaign: neighbourCampaign(place.year), role: .noise("neighbour"))
        if place.year == 2020 && place.unit.contains("Ba Bể") { recognised.append(model) }
      }
    }
    for model in recognised { book.report(model, year: 2020, campaign: neighbourCampaign(2020)) }
    book.file(
      .recognitionDecision, prefix: "LC-2020-QD", campaign: neighbourCampaign(2020), unit: "Huyện Ba Bể, tỉnh Bắc Kạn",
      content: DecisionForms.recognitionDecision(
        recognised,
        document: .init(
          issuedOn: "2020-12-15", issuer: "Huyện ủy Ba Bể",
          subject: "Công nhận mô hình “Dân vận khéo” năm 2020 (mô phỏng)"),
        level: "HUYEN", year: 2020, title: "mo_hinh", filedOn: "2020-12-18"), role: .noise("neighbour"))
  }

  /// A registration of 2026 in the commune that inherited the name Nghĩa Tá, for proposals of a level that no longer exists.
  static var ofNghiaTa2026: ModelPlan {
    let unit = "Xã Nghĩa Tá, tỉnh Thái Nguyên"
    return ModelPlan(
      unit: unit, name: "\(Topics.economy[0]) ở xã Nghĩa Tá", field: "Kinh tế", places: [unit], subjects: [],
      topic: Topics.economy[0])
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
