/// The commendations of huyện Chợ Đồn: three authorities, of which only one names the form.
extension ChoDon {
  /// Files proposals, then the decisions of the three authorities.
  ///
  /// No recipient is a real person.
  static func commend(_ exemplary: [ModelPlan], in book: inout DossierBook) {
    let communes = PlaceNames.units(of: PlaceNames.choDon, province: "tỉnh Bắc Kạn").dropFirst()
    var individuals = 0
    func person(_ unit: FilingUnit) -> DecisionForms.Recipient {
      individuals += 1
      return DecisionForms.Recipient(
        kind: "individual", name: "Cá nhân mô phỏng \(individuals < 10 ? "0" : "")\(individuals)", unit: unit.text,
        position: "Hội viên, \(unit.short)")
    }
    func body(_ name: String, _ unit: FilingUnit) -> DecisionForms.Recipient {
      DecisionForms.Recipient(kind: "collective", name: "\(name) \(unit.short)", unit: unit.text)
    }
    let places = Array(communes)
    let central = [
      DecisionForms.Recipient(
        kind: "collective", name: "Hội Nông dân xã Nghĩa Tá", unit: "Xã Nghĩa Tá, huyện Chợ Đồn, tỉnh Bắc Kạn",
        model: ChoDonModels.named.reference)
    ]
    let provincial =
      [
        DecisionForms.Recipient(
          kind: "collective", name: "Chi bộ Nà Duồng, xã Bằng Lãng", unit: "Xã Bằng Lãng, huyện Chợ Đồn, tỉnh Bắc Kạn"),
        DecisionForms.Recipient(
          kind: "collective", name: "Hội Nông dân xã Bằng Phúc", unit: "Xã Bằng Phúc, huyện Chợ Đồn, tỉnh Bắc Kạn"),
      ] + places[0..<4].map(person)
    let names = ["Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh"]
    let bodies = places.enumerated().map { body(names[$0.offset % 3], $0.element) }.filter {
      !["Hội Nông dân xã Nghĩa Tá", "Hội Nông dân xã Bằng Phúc"].contains($0.name)
    }
    let ofDistrict = Array(bodies.prefix(15)) + places[4..<13].map(person)

    // More were proposed than commended: a proposal counts for nothing.
    let proposed = ofDistrict + bodies.dropFirst(15) + places[13..<16].map(person)
    file(proposed, level: "HUYEN", form: "giay_khen", filedOn: "2020-11-20", in: &book)
    file(
      central, level: "TRUNG_UONG", form: "bang_khen", filedOn: "2020-12-28", in: &book,
      document: .init(issuer: centralIssuer, subject: "Tặng Bằng khen phong trào “Dân vận khéo” giai đoạn 2018-2020"))
    file(
      provincial, level: "TINH", form: nil, filedOn: "2020-12-28", in: &book,
      document: .init(issuer: provincialIssuer, subject: "Khen phong trào “Dân vận khéo” giai đoạn 2018-2020"))
    file(
      ofDistrict, level: "HUYEN", form: nil, filedOn: "2020-12-28", in: &book,
      document: .init(issuer: districtIssuer, subject: "Khen phong trào “Dân vận khéo” giai đoạn 2018-2020"))
  }

  private static func file(
    _ recipients: [DecisionForms.Recipient], level: String, form: String?, filedOn: String, in book: inout DossierBook,
    document: DecisionForms.Document? = nil
  ) {
    book.file(
      document == nil ? .commendationProposal : .commendationDecision,
      prefix: document == nil ? "CD-2020-DK" : "CD-2020-QK",
      campaign: "CD-2020", unit: district,
      content: DecisionForms.commendation(
        recipients, level: level, form: form, period: "2018-2020",
        reason: "Có thành tích trong phong trào thi đua “Dân vận khéo” giai đoạn 2018-2020", filedOn: filedOn,
        document: document), role: .evidence)
  }
}
