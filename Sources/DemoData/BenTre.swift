/// Tỉnh Bến Tre, 2025: four models recognised at province level and chosen for replication by Kế hoạch 10-KH/BCĐ.
///
/// The article does not say when they were recognised, so that decision carries no number, no date and no year; the year of
/// registration is simulated.
enum BenTre {
  static let committee = "Ban Chỉ đạo thực hiện quy chế dân chủ và phong trào thi đua “Dân vận khéo” tỉnh Bến Tre"

  static func plan(seed: UInt64) -> LocalityPlan {
    var plan = LocalityPlan()
    plan.fieldSets = [FieldSets.benTre]
    plan.campaigns = [2024, 2025].map { year in
      SetUpPlan.Campaign(
        code: "BT-\(year)", name: "Phong trào thi đua “Dân vận khéo” tỉnh Bến Tre năm \(year)", unit: "83",
        period: String(year), fieldSet: FieldSets.benTre.code, tree: "hanh_chinh")
    }
    var book = DossierBook(locality: .benTre, seed: seed)
    for model in chosen { book.register(model, year: 2024, kind: .new, campaign: "BT-2024", role: .counted) }
    for model in others {
      book.register(model, year: 2024, kind: .new, campaign: "BT-2024", role: .noise("recognised, not chosen"))
    }
    let unknown = DecisionForms.Document(
      issuer: committee, subject: "Công nhận mô hình “Dân vận khéo” cấp tỉnh (chưa rõ số, ngày)")
    decide(chosen, title: "mo_hinh", year: nil, filedOn: "2025-02-20", document: unknown, source: "article", in: &book)
    decide(others, title: "mo_hinh", year: nil, filedOn: "2025-02-20", document: unknown, source: "demo", in: &book)
    decide(
      chosen, title: "nhan_rong", year: 2025, filedOn: "2025-02-24",
      document: .init(
        symbol: "10-KH/BCĐ", issuedOn: "2025-02-03", issuer: committee,
        subject: "Xây dựng và nhân rộng các mô hình “Dân vận khéo” cấp tỉnh giai đoạn 2025 - 2030 và năm 2025"),
      source: "article", in: &book)
    plan.dossiers = book.dossiers
    plan.registered = [2024: chosen + others]
    return plan
  }

  private static func decide(
    _ models: [ModelPlan], title: String, year: Int?, filedOn: String, document: DecisionForms.Document,
    source: String, in book: inout DossierBook
  ) {
    book.file(
      .recognitionDecision, prefix: "BT-2025-QD", campaign: "BT-2025", unit: "Tỉnh Bến Tre",
      content: DecisionForms.recognitionDecision(
        models, document: document, level: "TINH", year: year, title: title, filedOn: filedOn), role: .evidence,
      source: source)
  }

  private static let chosen = [
    ModelPlan(
      unit: "Huyện Châu Thành, tỉnh Bến Tre",
      name: "Vận động nhân dân đồng thuận giao đất giải phóng mặt bằng thực hiện các công trình, dự án",
      field: "Kinh tế", places: ["Huyện Châu Thành", "Huyện Bình Đại", "Huyện Ba Tri"],
      subjects: [
        .init(name: "Ban Dân vận Huyện ủy Châu Thành"),
        .init(name: "Ban Dân vận Huyện ủy Bình Đại", role: "coordinate"),
        .init(name: "Ban Dân vận Huyện ủy Ba Tri", role: "coordinate"),
      ], hasOpenSubjectList: true, isNamed: true, topic: "Đồng thuận giao đất giải phóng mặt bằng"),
    ModelPlan(
      unit: "Huyện Bình Đại, tỉnh Bến Tre", name: "Họ đạo liên giao tự quản về an ninh, trật tự",
      field: "An ninh - quốc phòng", places: ["Các họ đạo Cao Đài, huyện Bình Đại"],
      subjects: [.init(name: "Công an huyện Bình Đại")], isNamed: true, topic: "Tự quản về an ninh, trật tự"),
    ModelPlan(
      unit: "Huyện Thạnh Phú, tỉnh Bến Tre",
      name:
        "Tuyên truyền, vận động đoàn viên, hội viên và Nhân dân chấp hành đúng quy định của pháp luật về hụi, họ, biêu, phường",
      field: "Văn hóa - xã hội", places: ["Huyện Thạnh Phú"], subjects: [.init(name: "Ban Dân vận Huyện ủy Thạnh Phú")],
      isNamed: true, topic: "Chấp hành pháp luật về hụi, họ, biêu, phường"),
    ModelPlan(
      unit: "Xã Thành Thới B, huyện Mỏ Cày Nam, tỉnh Bến Tre",
      name: "Vận động nhân dân tham gia phân loại, xử lý rác tại nguồn", field: "Văn hóa - xã hội",
      places: ["Xã Thành Thới B"], subjects: [.init(name: "Hội Liên hiệp Phụ nữ xã Thành Thới B")], isNamed: true,
      topic: "Phân loại, xử lý rác tại nguồn"),
  ]

  /// Recognised like the four, but not in the plan: they must stay out of its count.
  private static let others = ["Huyện Giồng Trôm", "Huyện Chợ Lách", "Huyện Mỏ Cày Bắc"].map { district in
    ModelPlan(
      unit: "\(district), tỉnh Bến Tre", name: "Trữ nước ngọt mùa hạn mặn ở \(district.lowercasedFirst)",
      field: "Kinh tế",
      places: [district], subjects: [.init(name: "Hội Nông dân \(district.lowercasedFirst)")],
      topic: "Trữ nước ngọt mùa hạn mặn")
  }
}
