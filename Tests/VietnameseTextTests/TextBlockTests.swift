import Testing
import VietnameseText

private func piece(_ scalars: [UInt32], _ range: Range<Int>) -> String {
  String(String.UnicodeScalarView(scalars[range].compactMap(Unicode.Scalar.init)))
}

@Suite struct TextBlockTests {
  private let boilerplate = Boilerplate(
    csv: """
      phrase,kind,place
      Block_BanTin,leftover,anywhere
      Chia sẻ,leftover,line
      Bình luận,leftover,line
      Các tin khác,related,line
      Bài trước,neighbour,start
      broken row
      """)

  private func kinds(_ text: String) -> [TextBlock.Kind] {
    let scalars = scalarValues(of: text)
    return textBlocks(of: scalars, paragraphs: paragraphRanges(in: scalars), boilerplate: boilerplate).map(\.kind)
  }

  @Test("the article is told from what the portal put around it")
  func article() {
    let text = """
      PublishingPortal - Block_BanTin_Toolbar
      Xã có 12 mô hình.

      CHIA SẺ – BÌNH LUẬN
      Bài trướcChợ Đồn có 01 ca
      Các xã khác làm theo, chia sẻ kinh nghiệm.
      Các tin khác
      Tỉnh dẫn đầu 2/8 chỉ số
      """
    #expect(kinds(text) == [.article, .article, .leftover, .related, .article, .related, .related])
    let scalars = scalarValues(of: text)
    #expect(
      articleBody(of: scalars, boilerplate: boilerplate).map { piece(scalars, $0) } == [
        "PublishingPortal - Block_BanTin_Toolbar", "Xã có 12 mô hình.", "Các xã khác làm theo, chia sẻ kinh nghiệm.",
      ])
  }

  @Test(
    "a phrase counts only at its place",
    arguments: ["Các tin khác nhau được bàn", "Theo bài trước, xã có 5 hộ", "Chia sẻ kinh nghiệm", "Bình luận sôi nổi"])
  func elsewhere(text: String) {
    #expect(kinds(text) == [.article])
  }

  @Test(
    "sentences end where a reader ends them",
    arguments: [
      ("Xã có 4.648 mô hình. Huyện có 5!", ["Xã có 4.648 mô hình.", "Huyện có 5!"]),
      ("TP.Bắc Kạn và TP. Hòa Bình, P. Sông Cầu.", ["TP.Bắc Kạn và TP. Hòa Bình, P. Sông Cầu."]),
      ("đời sống Nhân dân”.Các mô hình", ["đời sống Nhân dân”.", "Các mô hình"]),
      ("1. Tổ chức. 2. Vận động", ["1. Tổ chức.", "2. Vận động"]),
      ("vững mạnh./.", ["vững mạnh./."]), ("Ba Tri,… đã làm", ["Ba Tri,…", "đã làm"]),
      ("“A nói.” B đáp", ["“A nói.”", "B đáp"]),
    ])
  func sentences(text: String, expected: [String]) {
    let scalars = scalarValues(of: text)
    #expect(sentenceRanges(in: scalars, paragraph: scalars.indices).map { piece(scalars, $0) } == expected)
  }
}

@Suite struct LegacyReadingTests {
  @Test(
    "the proposed conversion says what was meant",
    arguments: [
      ("D©n vËn khÐo", LegacyEncoding.tcvn3, "Dân vận khéo"), ("Uû ban nh©n d©n x·", .tcvn3, "Uỷ ban nhân dân xã"),
      ("§¶ng bé, QuyÕt ®Þnh", .tcvn3, "Đảng bộ, Quyết định"), ("ph­êng, t¨ng c­êng", .tcvn3, "phường, tăng cường"),
      ("Daân vaän kheùo", .vni, "Dân vận khéo"), ("UÛy ban nhaân daân xaõ", .vni, "Ủy ban nhân dân xã"),
      ("Quyeát ñònh cuûa Ñaûng", .vni, "Quyết định của Đảng"), ("phöôøng, ngöôøi, naêm", .vni, "phường, người, năm"),
      ("DÃ¢n váº­n khÃ©o", .mojibake, "Dân vận khéo"), ("Äáº£ng á»§y xÃ£", .mojibake, "Đảng ủy xã"),
      ("phong trÃ o thi Ä‘ua", .mojibake, "phong trào thi đua"),
    ])
  func conversion(text: String, encoding: LegacyEncoding, meant: String) throws {
    let reading = try #require(legacyReading(of: text))
    #expect(reading.encoding == encoding)
    #expect(reading.converted == meant)
    #expect(reading.certainty == 1)
  }

  @Test(
    "every letter of the old encodings is known",
    arguments: [
      (
        "D©n vËn khÐo ¡¢£¤¥¦§¨©ª«¬\u{AD}® µ¶·¸¹ »¼½¾Æ ÇÈÉÊË ÌÎÏÐÑ ÒÓÔÕÖ ×ØÜÝÞ ßáâãä åæçèé êëìíî ïñòóô õö÷øù úûüýþ",
        "Dân vận khéo ĂÂÊÔƠƯĐăâêôơưđ àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ"
      ),
      (
        "Daân vaän aùaøaûaõaï aêaéaèaúaüaë aâaáaàaåaãaä eùeøeûeõeï eâeáeàeåeãeä íìæóò oùoøoûoõoï oâoáoàoåoãoä ôùôøôûôõôï "
          + "uùuøuûuõuï öùöøöûöõöï yùyøyûyõî ñ Ñ AÂ AÉ",
        "Dân vận áàảãạ ăắằẳẵặ âấầẩẫậ éèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ đ Đ Â Ắ"
      ),
    ])
  func letters(text: String, meant: String) {
    #expect(legacyReading(of: text)?.converted == meant)
  }

  @Test("what does not become Vietnamese is less certain, and Unicode has no other reading")
  func certainty() throws {
    let reading = try #require(legacyReading(of: "D©n vËn khÐo w©x zËz kkÐo"))
    #expect(reading.certainty < 0.6)
    #expect(legacyReading(of: "Dân vận khéo, café, Björn") == nil)
  }
}

@Suite struct OpenListTests {
  @Test(
    "a list of names with dots behind it is open",
    arguments: [
      ("của Huyện ủy Châu Thành, Bình Đại, Ba Tri,… nhằm", "Ba Tri,…"),
      ("Hội Phụ nữ, Hội Nông dân, ...", "Hội Nông dân, ..."),
      ("xã Nghĩa Tá, xã Bằng Phúc v.v.", "xã Bằng Phúc v.v."),
    ])
  func open(text: String, end: String) throws {
    let scalars = scalarValues(of: text)
    let found = try #require(openLists(in: scalars).first)
    #expect(piece(scalars, found).hasSuffix(end))
  }

  @Test(
    "other dots are no open list of names",
    arguments: [
      "chuyển đổi số,…", "an toàn xã hội,... nhằm", "(15/10), …Qua ghi nhận", "kết luận…của Trung ương",
      "Ba Tri, Bình Đại.",
      "Xã làm tốt... Huyện khen", "1, 2, 3,…",
    ])
  func closed(text: String) {
    #expect(openLists(in: scalarValues(of: text)) == [])
  }
}
