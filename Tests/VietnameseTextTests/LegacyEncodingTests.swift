import Testing
import VietnameseText

@Suite struct LegacyEncodingTests {
  @Test(
    "text in an old encoding is recognised",
    arguments: [
      ("D©n vËn khÐo", LegacyEncoding.tcvn3), ("Uû ban nh©n d©n", .tcvn3), ("QuyÕt ®Þnh", .tcvn3), ("§¶ng bé", .tcvn3),
      ("Héi N«ng d©n x· NghÜa T¸", .tcvn3), ("b¸o c¸o kÕt qu¶", .tcvn3),
      ("Daân vaän kheùo", .vni), ("UÛy ban nhaân daân", .vni), ("Quyeát ñònh cuûa Ñaûng", .vni),
      ("DÃ¢n váº­n khÃ©o", .mojibake), ("Äáº£ng á»§y xÃ£", .mojibake), ("phong trÃ o thi Ä‘ua", .mojibake),
    ])
  func recognised(text: String, encoding: LegacyEncoding) {
    #expect(legacyEncoding(of: text) == encoding)
    #expect(TextSurvey(text).contains(.mayBeLegacy))
  }

  @Test(
    "text in Unicode is left alone, whatever it quotes",
    arguments: [
      "Dân vận khéo", "Hòa Bình, hoá hoà hoã", "ĐẢNG ỦY XÃ”", "«Dân vận khéo»", "“đó là…”", "Ông Björn Müller thăm xã",
      "Café résumé naïve Ångström Zürich", "Citroën", "Microsoft® Windows", "25°C, 5 m², ½ diện tích",
      "© 2021 Cổng thông tin", "Ðảng ủy",
      "đã quân và Ôn hoà",
      "DÂN VẬN KHÉO XÃ", "", "QUYẾT ĐỊNH", "khu phố Nguyễn Huệ – Võ Thị Sáu", "xã\u{A0}Nông Thượng",
    ])
  func leftAlone(text: String) {
    #expect(legacyEncoding(of: text) == nil)
  }

  @Test("one slip in a long Unicode text is no encoding")
  func slip() {
    #expect(legacyEncoding(of: String(repeating: "Nhân dân xã Nghĩa Tá trồng quế ở đồi. ", count: 5) + "nh©n") == nil)
  }
}
