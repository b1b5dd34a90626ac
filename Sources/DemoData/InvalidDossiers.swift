/// Faulty dossiers, each breaking exactly one rule, three for every rule of severity L.
///
/// All are filed in campaigns that take no supplement, so they end as invalid.
struct InvalidDossiers {
  /// What the faulty dossiers are made of.
  struct Material {
    /// Models of Hòa Bình that nobody registers.
    var spare: [ModelPlan]
    /// Models of Chợ Đồn registered in 2021 without a report.
    var of2021: [ModelPlan]
    /// Models of Chợ Đồn recognised at district level in 2020.
    var recognised2020: [ModelPlan]
    /// Registered at Hòa Bình in 2020, not recognised.
    var plain2020: [ModelPlan]
  }

  var book: DossierBook
  var material: Material

  init(_ material: Material, seed: UInt64) {
    self.material = material
    book = DossierBook(locality: .hoaBinh, seed: seed)
  }

  /// All faulty dossiers.
  static func all(_ material: Material, seed: UInt64) -> [Dossier] {
    var maker = InvalidDossiers(material, seed: seed)
    maker.breakText()
    maker.breakUnits()
    maker.breakRegistrations()
    maker.breakFigures()
    maker.breakProposals()
    return maker.book.dossiers
  }

  /// A good registration of an unused model of 2020; the caller damages it.
  mutating func registration(year: Int = 2020, kind: RegistrationForm.Kind = .new) -> (JSONValue, ModelPlan) {
    let model = material.spare.removeFirst()
    return (RegistrationForm.content(of: model, year: year, kind: kind, using: &book.generator), model)
  }

  /// A good report of a registered model of 2021; the caller damages it.
  mutating func report() -> (JSONValue, ModelPlan) {
    let model = material.of2021.removeFirst()
    return (ReportForm.content(of: model, year: 2021, indicators: nil, using: &book.generator), model)
  }

  mutating func file(
    _ rule: String, _ kind: Dossier.Kind, _ content: JSONValue, unit: String, campaign: String
  ) {
    book.file(
      kind, prefix: "SAI-\(rule)", campaign: campaign, unit: unit, content: content,
      role: .invalid(rule: rule))
  }

  private mutating func breakText() {
    for text in [
      "VËn ®éng nh©n d©n x©y dùng n«ng th«n míi", "§¶ng bé x· tæ chøc thùc hiÖn", "Uû ban nh©n d©n x· phèi hîp",
    ] {
      var (content, model) = registration()
      content["situation"] = .text(text)
      file("VB-001", .registration, content, unit: model.unit, campaign: "KT-HB-2020")
    }
    for text in ["<script>alert(1)</script>", "=HYPERLINK(\"http://x.invalid\")", "Có ký tự chuông \u{7} trong câu"] {
      var (content, model) = registration()
      content["resources"] = .text(text)
      file("VB-008", .registration, content, unit: model.unit, campaign: "KT-HB-2020")
    }
    for text in ["đề ngh\u{FFFD}\u{FFFD} xét công nhận", "Nhân d\u{FFFD}n tham gia", "tổ d\u{FFFD}n vận phối hợp"] {
      var (content, model) = report()
      content["narrative"] = .text(text)
      file("VB-011", .report, content, unit: model.unit, campaign: "KT-CD-2021")
    }
  }

  private mutating func breakUnits() {
    for unit in ["Xã Nghiã Tá Mới, huyện Chợ Đồn, tỉnh Bắc Kạn", "Xã Không Có, tỉnh Hòa Bình", "DB-TP-KHONGCO-99"] {
      let (content, _) = registration()
      file("DV-001", .registration, content, unit: unit, campaign: "KT-HB-2020")
    }
    for (unit, day) in [
      ("Huyện Chợ Đồn, tỉnh Bắc Kạn", "2025-08-05"), ("Xã Tòng Đậu, huyện Mai Châu, tỉnh Hòa Bình", "2025-09-10"),
      ("Phường Sông Cầu, thành phố Bắc Kạn, tỉnh Bắc Kạn", "2025-07-01"),
    ] {
      var (content, _) = registration(year: 2025)
      content["filed_on"] = .text(day)
      file("DV-002", .registration, content, unit: unit, campaign: "KT-2025")
    }
    book.report(Noise.ofNghiaTa2026, year: 2026, campaign: "KT-2026")
    for title in ["mo_hinh", "dien_hinh", "nhan_rong"] {
      let model = Noise.ofNghiaTa2026
      let content = DecisionForms.recognitionProposal(
        [model], level: "HUYEN", year: 2026, title: title, filedOn: "2026-05-12")
      file("DV-004", .recognitionProposal, content, unit: model.unit, campaign: "KT-2026")
    }
  }

  private mutating func breakProposals() {
    for _ in 0..<3 {
      let model = material.spare.removeFirst()
      let content = DecisionForms.recognitionProposal(
        [model], level: "HUYEN", year: 2020, title: "mo_hinh", filedOn: "2020-12-04")
      file("CN-001", .recognitionProposal, content, unit: model.district, campaign: "KT-HB-2020")
    }
    for criterion in ["novelty", "practicality", "effectiveness"] {
      let model = material.plain2020.removeFirst()
      book.report(model, year: 2020, campaign: "KT-HB-2020")
      var content = DecisionForms.recognitionProposal(
        [model], level: "HUYEN", year: 2020, title: "mo_hinh", filedOn: "2020-12-04")
      var item = content["models"]?.elements.first ?? [:]
      item["criteria"]?[criterion] = nil
      content["models"] = .array([item])
      file("CN-004", .recognitionProposal, content, unit: model.district, campaign: "KT-HB-2020")
    }
    for model in material.recognised2020.prefix(3) {
      let content = DecisionForms.recognitionProposal(
        [model], level: "HUYEN", year: 2020, title: "mo_hinh", filedOn: "2020-12-28")
      file("CN-010", .recognitionProposal, content, unit: ChoDon.district, campaign: "KT-CD-2020")
    }
  }
}

extension ModelPlan {
  /// The district of a model's commune, with its province; the unit itself where it is a district.
  fileprivate var district: String {
    let parts = unit.split(separator: ", ").map(String.init)
    return parts.count > 2 ? "\(parts[1].capitalisedFirst), \(parts[2])" : unit
  }
}
