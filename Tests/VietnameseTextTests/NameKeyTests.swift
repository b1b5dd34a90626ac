import Testing
import VietnameseText

@Suite struct NameKeyTests {
  let dictionary = AbbreviationDictionary(
    csv: """
      short,long,kind
      TP,thành phố,prefix
      TT,thị trấn,prefix
      P.,phường,prefix
      X.,xã,prefix
      LHPN,liên hiệp phụ nữ,word
      BHYT,bảo hiểm y tế,word
      UBND,ủy ban nhân dân,word
      QP-AN,quốc phòng an ninh,word

      """)

  @Test(
    "names of one thing have one key",
    arguments: [
      ("Tỉnh ủy Bắc Kạn", "Tỉnh uỷ Bắc Kạn"), ("hoa\u{300}", "hòa"), ("TP.Bắc Kạn", "Thành phố Bắc Kạn"),
      ("TP Bắc Kạn", "thành  phố Bắc\u{A0}Kạn"), ("Hội LHPN xã", "Hội Liên hiệp Phụ nữ xã"), ("hoà", "hòa"),
      ("Hoà Bình", "Hòa Bình"), ("uỷ", "ủy"), ("thuỷ", "thủy"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("loè", "lòe"),
      ("nguỵ", "ngụy"), ("hoá", "hóa"), ("H’Hen Niê", "H'Hen Niê"), ("K’sor", "Ksor"),
      ("P. Sông Cầu", "phường Sông Cầu"),
      ("P.13", "Phường 13"), ("“Dân vận khéo”", "Dân vận khéo"), ("kinh tế – xã hội", "kinh tế - xã hội"),
      ("UBND xã", "Uỷ ban nhân dân xã"), ("QP-AN", "quốc phòng, an ninh"), ("dân\u{200B} vận\u{AD}", "DÂN VẬN"),
      ("TT. Bằng Lũng", "Thị trấn Bằng Lũng"), ("(TP.Bắc Kạn)", "thành phố Bắc Kạn"),
      ("TT Tỉnh uỷ.", "tt tỉnh ủy"), ("TT. Nà Phặc", "thị trấn Nà Phặc"),
    ])
  func equal(left: String, right: String) {
    #expect(nameKey(left, dictionary: dictionary) == nameKey(right, dictionary: dictionary))
  }

  @Test(
    "names of different things have different keys",
    arguments: [
      ("Ma Thị Na", "Mã Thị Na"), ("Thành Thới B", "Thành Thới"), ("Lý", "Lí"), ("thủy", "thúy"), ("Đảng", "Ðảng"),
      (
        "Phụ nữ tiết kiệm mua bảo hiểm y tế (BHYT) vì sức khỏe gia đình",
        "Vận động phụ nữ tiết kiệm mua BHYT vì sức khỏe gia đình"
      ),
      ("quý", "quy"), ("đầu tư", "đầu trung ương"), ("Nguyễn Văn X.", "Nguyễn Văn xã"),
      ("TT Huyện ủy", "Thị trấn Huyện ủy"), ("TT. Thành uỷ", "thị trấn Thành ủy"),
    ])
  func different(left: String, right: String) {
    #expect(nameKey(left, dictionary: dictionary) != nameKey(right, dictionary: dictionary))
  }

  @Test(
    "syllables with one style only keep it",
    arguments: [
      "quà", "quý", "quỳ", "quỵ", "già", "giá", "gìn", "hoàn", "toàn", "ngoài", "xoáy", "khuỷu", "thuyền", "quyết",
      "khuấy", "múa", "mùa", "của",
    ])
  func untouched(syllable: String) {
    #expect(nameKey(syllable, dictionary: dictionary) == syllable)
  }

  @Test("a text without letters has an empty key", arguments: ["", " ", "…", "- . -", "\u{FEFF}"])
  func empty(text: String) {
    #expect(nameKey(text, dictionary: dictionary).isEmpty)
  }

  @Test("the tone mark of an open rhyme ends up on its last vowel")
  func style() {
    #expect(nameKey("Hòa khỏe ủy", dictionary: dictionary) == "hoà khoẻ uỷ")
  }
}
