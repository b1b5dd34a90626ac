/// Every figure of the five articles that the demo compares or keeps as a bare claim.
enum Claims {
  static let all = bacKanCity + provincialAgencies + benTre + hoaBinh + choDon + choDonAwards + bare

  private static let bacKanCity: [Claim] = {
    func claim(_ figure: String, _ measure: String, _ value: Int, _ excerpt: String, _ dimensions: JSONValue = [:])
      -> Claim
    {
      Claim(
        locality: .bacKanCity, figure: figure, measure: measure, unit: BacKanCity.committee, period: "2021",
        dimensions: dimensions, value: String(value), excerpt: excerpt)
    }
    var maintained = claim(
      "maintained", "M03", 90, "127 mô hình … (bao gồm mô hình duy trì, đăng ký mới)")
    maintained.isInferred = true
    let blocks = [
      ("Khối hành chính sự nghiệp", 24, 11, "Khối hành chính sự nghiệp: 24 mô hình/11 chi, đảng bộ"),
      ("Khối Nội chính", 8, 5, "Khối Nội chính: 08 mô hình/05 chi, đảng bộ"),
      ("Khối xã, phường", 89, 8, "Khối xã, phường: 89 mô hình/08 chi, đảng bộ"),
      ("Khối doanh nghiệp", 6, 6, "Khối doanh nghiệp: 06 mô hình/06 chi, đảng bộ"),
    ]
    return [
      claim("models", "M01", 127, "hiện có 127 mô hình dân vận khéo của 30/47 chi, đảng bộ"),
      claim("new", "M02", 37, "Từ đầu năm 2021 đến nay, Thành phố Bắc Kạn có 37 mô hình mới"),
      maintained,
      claim("units_with_models.x", Measures.unitsWithModels, 30, "127 mô hình dân vận khéo của 30/47 chi, đảng bộ"),
      claim("units_with_models.y", Measures.units, 47, "127 mô hình dân vận khéo của 30/47 chi, đảng bộ"),
    ]
      + blocks.enumerated().flatMap { index, block in
        [
          claim("by_block[\(index)].models", "M01", block.1, block.3, ["block": .text(block.0)]),
          claim("by_block[\(index)].units", Measures.unitsWithModels, block.2, block.3, ["block": .text(block.0)]),
        ]
      } + [
        claim("inspection_teams", Measures.inspectionTeams, 3, "thành lập 03 Đoàn kiểm tra Ban Chỉ đạo thành phố"),
        claim("units_inspected", Measures.inspectedUnits, 12, "tiến hành kiểm tra được 12 chi, đảng bộ"),
      ]
  }()

  private static let provincialAgencies: [Claim] = {
    func claim(_ figure: String, _ value: Int, _ excerpt: String, field: String? = nil) -> Claim {
      Claim(
        locality: .provincialAgencies, figure: figure, measure: "M08", unit: ProvincialAgencies.committee,
        period: "2018-2020", dimensions: field.map { ["level": "HUYEN", "field": .text($0)] } ?? ["level": "HUYEN"],
        value: String(value), excerpt: excerpt)
    }
    return [
      claim("recognised", 112, "112 mô hình … được Đảng ủy Các cơ quan tỉnh công nhận"),
      claim(
        "recognised_by_field[0].models", 40, "40 mô hình khéo trong xây dựng nông thôn mới",
        field: "Xây dựng nông thôn mới"),
      claim(
        "recognised_by_field[1].models", 33, "33 mô hình khéo trong vận động thực hiện tốt cải cách hành chính",
        field: "Cải cách hành chính, xây dựng cơ quan, công sở"),
      claim(
        "recognised_by_field[2].models", 5, "05 mô hình khéo trong xây dựng tổ chức Mặt trận Tổ quốc, đoàn thể",
        field: "Xây dựng tổ chức Mặt trận Tổ quốc, đoàn thể vững mạnh"),
      claim(
        "recognised_by_field[3].models", 34, "34 mô hình khéo trong vận động cán bộ, Nhân dân đóng góp",
        field: "Vận động cán bộ, Nhân dân đóng góp xây dựng Đảng, chính quyền"),
    ]
  }()

  private static let benTre = [
    Claim(
      locality: .benTre, figure: "recognised_at_province_chosen_for_replication",
      measure: Measures.chosenForReplication,
      unit: "83", period: "2025", dimensions: ["level": "TINH"], value: "4",
      excerpt: "4 mô hình đã được công nhận mô hình “Dân vận khéo” cấp tỉnh")
  ]

  private static let hoaBinh: [Claim] = {
    func claim(
      _ figure: String, _ measure: String, _ value: Int, _ excerpt: String, period: String = "2020",
      field: String? = nil
    ) -> Claim {
      Claim(
        locality: .hoaBinh, figure: figure, measure: measure, unit: "17", period: period,
        dimensions: field.map { ["field": .text($0)] } ?? [:], value: String(value), excerpt: excerpt)
    }
    var base = claim("base_2019", "M01", 1203, "4.648 mô hình (tăng 3.445 mô hình so với năm 2019)", period: "2019")
    base.isInferred = true
    var increase = claim("increase_over_2019", "M14", 3445, "tăng 3.445 mô hình so với năm 2019")
    increase.dimensions = ["of": "M01", "base": "2019"]
    var replicated = claim("replicated", "M04", 646, "toàn tỉnh đã nhân rộng được 646 mô hình hiệu quả")
    replicated.reading = "M04: lượt đăng ký nhân rộng (bài báo không nêu rõ)"
    return [
      claim("models", "M01", 4648, "toàn tỉnh có 4.648 mô hình"),
      increase,
      base,
      claim("by_field[0].models", "M01", 1392, "lĩnh vực kinh tế 1.392 mô hình", field: "Kinh tế"),
      claim("by_field[1].models", "M01", 1503, "lĩnh vực văn hóa-xã hội 1.503 mô hình", field: "Văn hóa - xã hội"),
      claim("by_field[2].models", "M01", 1102, "lĩnh vực QP-AN 1.102 mô hình", field: "Quốc phòng - an ninh"),
      claim(
        "by_field[3].models", "M01", 651, "lĩnh vực xây dựng hệ thống chính trị 651 mô hình",
        field: "Xây dựng hệ thống chính trị"),
      replicated,
    ]
  }()

  private static let choDon: [Claim] = {
    func claim(
      _ figure: String, _ measure: String, _ value: Int, _ excerpt: String, _ dimensions: JSONValue = [:],
      period: String = "2018-2020", reading: String? = nil
    ) -> Claim {
      Claim(
        locality: .choDon, figure: figure, measure: measure, unit: "064", period: period, dimensions: dimensions,
        value: String(value), excerpt: excerpt, reading: reading)
    }
    return [
      claim(
        "registered", "M06", 808, "đã có 808 mô hình",
        reading: "M06: lượt đăng ký (M07, mô hình khác nhau, ít hơn)"),
      claim(
        "recognised_at_district", "M08", 179, "trong đó có 179 mô hình cấp huyện được công nhận", ["level": "HUYEN"]),
      claim(
        "exemplary", "M09", 47, "47 mô hình điển hình", ["level": "HUYEN"],
        reading: "M09 phương án A: tập con của mô hình được công nhận"),
      claim(
        "recognised_at_central", "M08", 1, "được Ban Dân vận Trung ương công nhận là mô hình dân vận khéo",
        ["level": "TRUNG_UONG"]),
      claim(
        "registered_2021_subjects.collectives", "M10", 196, "196 tập thể, 176 cá nhân đã đăng ký thực hiện",
        ["subject_kind": "collective"], period: "2021"),
      claim(
        "registered_2021_subjects.individuals", "M10", 176, "196 tập thể, 176 cá nhân đã đăng ký thực hiện",
        ["subject_kind": "individual"], period: "2021"),
    ]
  }()

  private static let choDonAwards: [Claim] = {
    let authorities = [
      (ChoDon.centralIssuer, 1, 0, "01 tập thể được Ban Dân vận Trung ương tặng Bằng khen"),
      (ChoDon.provincialIssuer, 2, 4, "02 tập thể … và 04 cá nhân được Ban Dân vận tỉnh khen"),
      (ChoDon.districtIssuer, 15, 9, "15 tập thể, 9 cá nhân được UBND huyện khen"),
    ]
    return authorities.enumerated().flatMap { index, authority in
      [("collectives", "collective", authority.1), ("individuals", "individual", authority.2)].map {
        name, kind, value in
        Claim(
          locality: .choDon, figure: "commended[\(index)].\(name)", measure: "M12", unit: "064", period: "2018-2020",
          dimensions: ["authority": .text(authority.0), "subject_kind": .text(kind)], value: String(value),
          excerpt: authority.3)
      }
    }
  }()
}
