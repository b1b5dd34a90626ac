import Testing
import VietnameseText

@Suite struct SearchKeyTests {
  private let dictionary = AbbreviationDictionary([.init(short: "TP", long: "thành phố", isPrefix: true)])

  @Test(
    "a search key has no diacritics and no đ",
    arguments: [
      ("Tỉnh uỷ Đắk Lắk", "tinh uy dak lak"), ("TP.Bắc Kạn", "thanh pho bac kan"), ("Ma Mã Mạ", "ma ma ma"),
      ("đường ưỡn Ử ợ", "duong uon u o"), ("Ðảng Ɖảng", "dang dang"), ("Müller, Citroën", "muller citroen"),
      ("hoa\u{300} \u{301}", "hoa "), ("H’Hen Niê", "hhen nie"), ("漢字 한글", "漢字 한글"), ("", ""),
    ])
  func keys(name: String, key: String) {
    #expect(searchKey(name, dictionary: dictionary).unicodeScalars.elementsEqual(key.unicodeScalars))
  }
}
