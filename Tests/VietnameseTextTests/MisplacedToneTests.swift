import Testing
import VietnameseText

@Suite struct MisplacedToneTests {
  private func repaired(_ text: String) -> [String] {
    let scalars = scalarValues(of: text)
    return misplacedTones(in: scalars, words: wordRanges(in: scalars)).map(\.expected)
  }

  @Test(
    "a mark on the wrong letter is found and put right",
    arguments: [
      ("tíên", "tiến"), ("chúyên", "chuyến"), ("tứơng", "tướng"), ("hòan", "hoàn"), ("HÒAN", "HOÀN"),
      ("Ngòai", "Ngoài"), ("qúa", "quá"), ("qúy", "quý"), ("gía", "giá"), ("gíup", "giúp"), ("Hùynh", "Huỳnh"),
      ("thủơ", "thuở"), ("khủyu", "khuỷu"), ("Tòan", "Toàn"), ("lúôn", "luốn"), ("nhịêm", "nhiệm"), ("bìên", "biền"),
      ("đựơc", "được"), ("ngừơi", "người"), ("gíêng", "giếng"), ("xóay", "xoáy"),
    ])
  func found(wrong: String, right: String) {
    #expect(repaired("Các \(wrong), ở xã") == [right])
  }

  @Test(
    "what is right, and what is no Vietnamese syllable, is left alone",
    arguments: [
      "tiến", "chuyến tướng hoàn toàn ngoài xoáy khuỷu thuyền quyết khuấy", "hoà hòa khoẻ khỏe uỷ ủy thúy thuý",
      "quà quý quỳ quỵ già giá gìn gì giờ giếng giết", "múa mùa của cúi chịu kỹ kĩ Lý Lí Mỹ Mĩ Vy Vi",
      "H'Hen Niê, Y Ngông, K'sor, Ksorr, Đắk Lắk, Cư M'gar, Krông Pắc, Buôn Ma Thuột, Ê Ban, Êa Súp, H’Rưm",
      "café, Huawei, Citroën, Müller, José María, Zoé, résumé, naïve, São Paulo, Béla Bartók", "HÒA BÌNH, HOÀ BÌNH",
      "khuya, khuỵu, ngoằn ngoèo, ngoáo, xoong, boóng, huơ, quở, quới, thuở, uể oải, yếu, yểng, ưỡn, ỉa", "QCDCvà",
      "hòà",
      "oái oăm, tuýp, Phúc Ấm, Thị Nở, Nguyễn Thuỵ, Võ Thuỳ Uyên, Uý, Úy", "lìa thìa bìa đĩa mía tía nghĩa",
    ])
  func leftAlone(text: String) {
    #expect(repaired(text) == [])
  }

  @Test("the place of a repaired word is that of its scalars")
  func range() {
    let scalars = scalarValues(of: "a 😀 tíên")
    #expect(misplacedTones(in: scalars, words: wordRanges(in: scalars)).map(\.range) == [4..<8])
  }
}

@Suite struct MixedToneStylesTests {
  private func mixed(_ text: String) -> [String]? {
    let scalars = scalarValues(of: text)
    guard let found = mixedToneStyles(in: scalars, words: wordRanges(in: scalars)) else { return nil }
    return [found.old, found.new].map { String(String.UnicodeScalarView(scalars[$0].compactMap(Unicode.Scalar.init))) }
  }

  @Test(
    "both styles in one text are found",
    arguments: [
      ("Hòa Bình và Hoà Bình", ["Hoà", "Hòa"]), ("Tỉnh uỷ, Đảng ủy", ["uỷ", "ủy"]), ("văn hoá, xóa", ["hoá", "xóa"]),
      ("THUỶ, HÒA", ["THUỶ", "HÒA"]),
    ])
  func found(text: String, words: [String]) {
    #expect(mixed(text) == words)
  }

  @Test(
    "one style, and syllables that have one only, are no mixture",
    arguments: ["hòa … thủy", "hoà … thuỷ", "quý, quỳ, hòa", "hoà, hoàn toàn, quý", "Hoa, khoe, huy", ""])
  func one(text: String) {
    #expect(mixed(text) == nil)
  }
}
