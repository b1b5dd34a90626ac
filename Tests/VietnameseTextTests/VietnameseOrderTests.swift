import Testing
import VietnameseText

@Suite struct VietnameseOrderTests {
  @Test(
    "names stand in the order of the Vietnamese alphabet",
    arguments: [
      [
        "An Giang", "Ăn", "Ân Thi", "Ba Bể", "Bắc Kạn", "Bến Tre", "Cà Mau", "Dương Quang", "Đà Nẵng", "Đắk Lắk",
        "Điện Biên", "Đồng Nai", "Ea Súp", "Ê đê", "Hoà Bình", "Hòa Bình", "Huế", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ",
        "Thái Nguyên", "Thanh Hóa", "Thành phố", "Uông Bí", "Ưng Hòa", "Ý Yên",
      ],
      ["Tổ 2", "Tổ 08", "Tổ 9", "Tổ 10", "Tổ 11A", "Tổ 11B", "Tổ B"], ["Phường 1", "Phường 13", "Phường Sông Cầu"],
      ["Lan", "lán", "Lán", "lạn"], ["", " ", "-", "'", "1", "a", "漢"], ["xã A", "xã\u{A0}A", "xã B"],
    ])
  func alphabet(names: [String]) {
    #expect(names.reversed().sorted { VietnameseOrder($0) < VietnameseOrder($1) } == names)
  }

  @Test("a decomposed name stands beside its precomposed form")
  func normalForm() {
    let names = ["Hà", "Ha\u{300}", "Hả"]
    #expect(names.sorted { VietnameseOrder($0) < VietnameseOrder($1) }.last == "Hả")
  }

  @Test("people are sorted by given name, then family name, then middle names")
  func people() {
    let names = [
      "Lê Thị An", "Nguyễn Văn An", "Nguyễn Viết An", "Trần An", "Trần Thị Ân", "Hoàng Thị Duyên", "Triệu Đình Đường",
      "Đặng Văn Lê", "Ma Thị Na", "Mã Thị Na", "Y Ngông",
    ]
    #expect(names.reversed().sorted { PersonNameOrder($0) < PersonNameOrder($1) } == names)
    #expect(PersonNameOrder("Hòa") < PersonNameOrder("An Hòa"))
    #expect(PersonNameOrder("Hoa Bình An") < PersonNameOrder("Hòa An Bình"))
  }
}
