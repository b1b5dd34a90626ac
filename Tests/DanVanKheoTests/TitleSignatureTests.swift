import Testing
import VietnameseText

@testable import DanVanKheo

struct TitleSignatureTests {
  private func signature(_ name: String) -> TitleSignature {
    TitleSignature(key: nameKey(name, dictionary: AbbreviationDictionary()))
  }

  @Test("the trigrams are those of pg_trgm: padded words, each once")
  func trigramsAreThoseOfPgTrgm() {
    // select similarity('word', 'two words') is 0.36363637.
    #expect(abs(Trigrams(key: "word").similarity(to: Trigrams(key: "two words")) - 0.36363637) < 1e-6)
    #expect(Trigrams(key: "a").count == 2)
    #expect(Trigrams(key: "quế quế").count == 4)
    #expect(Trigrams(key: "").similarity(to: Trigrams(key: "")) == 0)
  }

  @Test(
    "the address is cut off the end of a title, and nothing else",
    arguments: [
      ("Trồng cây quế tại thôn Bản Bung, xã Dương Quang", 3), ("Trồng cây quế - thôn Tân Thành", 3),
      ("Trồng cây quế trên địa bàn phường Sông Cầu", 3), ("Thắp sáng đường quê tổ 11A", 4),
      ("Giữ gìn an toàn xã hội", 6), ("Xây dựng xã nông thôn mới", 6), ("Xây dựng nông thôn mới", 5),
      ("Đường hoa nông thôn mới xanh sạch đẹp", 8),
      ("Thành lập hợp tác xã", 5), ("Giữ gìn bản sắc văn hóa", 6), ("Kiện toàn tổ chức hội", 5), ("Thôn bình yên", 3),
      ("Xã văn minh", 3), ("Xóm bình yên ở xóm Tòng, xã Tòng Đậu", 3), ("", 0), ("xã", 1),
    ])
  func addressIsCut(_ name: String, words: Int) {
    let key = KeyWords(nameKey(name, dictionary: AbbreviationDictionary()))
    #expect(TitleCore.end(of: key) == words)
  }

  @Test(
    "titles that differ in place, order, marks or words that any title has share all parts",
    arguments: [
      ("Trồng cây quế tại thôn Tân Thành", "Trồng cây quế, xã Nông Thượng"), ("Trồng cây quế", "Cây quế trồng"),
      ("Trồng cây quế", "Mô hình trồng cây quế"), ("Trồng cây quế", "Trông cây quê"),
    ])
  func sameParts(_ one: String, _ other: String) {
    #expect(signature(one).parts == signature(other).parts)
    #expect(signature(one).coreBits == signature(other).coreBits)
  }

  @Test(
    "titles of other things share no part",
    arguments: [("Thùng rác xanh", "Trồng cây quế"), ("Camera an ninh", "Hũ gạo tình thương")])
  func otherThings(_ one: String, _ other: String) {
    #expect(Set(signature(one).parts).isDisjoint(with: signature(other).parts))
  }

  @Test("two wordings of one title share a part")
  func similarTitlesShareAPart() {
    let one = signature("Phụ nữ tiết kiệm mua bảo hiểm y tế (bảo hiểm y tế) vì sức khỏe gia đình")
    let other = signature("Vận động phụ nữ tiết kiệm mua bảo hiểm y tế vì sức khỏe gia đình")
    #expect(!Set(one.parts).isDisjoint(with: other.parts))
    #expect(TitleSignature.similarity(one.coreBits, other.coreBits) > 0.8)
  }

  @Test("a word mistyped, added or left out leaves two parts of three")
  func oneWordChangesOnePart() {
    let words = "phân loại rác tại nguồn góp phần bảo vệ môi trường xanh sạch đẹp".split(separator: " ").map(
      String.init)
    let parts = signature(words.joined(separator: " ")).parts
    #expect(Set(parts).count == 3)
    for index in words.indices {
      var without = words
      without.remove(at: index)
      #expect(zip(parts, signature(without.joined(separator: " ")).parts).count { $0 == $1 } >= 2)
    }
  }

  @Test("the bits tell the trigram similarity, at most a little too high")
  func bitsTellTheSimilarity() {
    // With its words without marks, as the bits are taken.
    let titles = [
      ("trồng cây quế", "trong cay que"), ("trồng cây chuối tây", "trong cay chuoi tay"), ("quế", "que"),
      ("hũ gạo tình thương", "hu gao tinh thuong"),
    ]
    for (one, plainOne) in titles {
      for (other, plainOther) in titles {
        let exact = Trigrams(key: plainOne).similarity(to: Trigrams(key: plainOther))
        let told = TitleSignature.similarity(TitleSignature(key: one).coreBits, TitleSignature(key: other).coreBits)
        #expect(told >= exact - 0.02 && told <= exact + 0.06)
      }
    }
  }

  @Test("titles that differ in place, order, marks or dull words have one number, others have others")
  func numbers() {
    #expect(
      signature("Trồng cây quế tại thôn Tân Thành").title == signature("Mô hình cây quế trồng, xã Nông Thượng").title)
    let others = ["Trồng cây quế", "Trồng cây", "Trồng cây quế đồi", "Thùng rác xanh", "Camera an ninh", "", "x", "xx"]
    #expect(Set(others.map { signature($0).title }).count == others.count)
  }

  @Test(
    "a title of any length and make has a signature", arguments: ["", " ", "xã", String(repeating: "à", count: 20_000)])
  func anyTitle(_ key: String) {
    #expect(TitleSignature(key: key).parts.count == TitleSignature.partCount)
  }

  @Test("a copied content is seen, another one is not, and a short one tells nothing")
  func contentSketch() throws {
    let text = """
      Đảng viên làm trước, vận động từng hộ, hướng dẫn kỹ thuật trồng và chăm sóc, hỗ trợ cây giống, phân công chi ủy viên phụ trách \
      nhóm hộ, hằng tháng kiểm tra và báo cáo tại sinh hoạt chi bộ
      """
    let other = """
      Mỗi gia đình đặt hai thùng, phân loại rác hữu cơ và vô cơ, tổ thu gom đi hai buổi mỗi tuần, tiền bán phế liệu góp quỹ giúp \
      hội viên nghèo, cuối năm bình xét hộ sạch đẹp
      """
    let sketch = ContentSketch(text)
    #expect(sketch.similarity(to: ContentSketch(text.uppercased() + ".")) == 1)
    #expect(try #require(sketch.similarity(to: ContentSketch(other))) < 0.3)
    #expect(sketch.similarity(to: ContentSketch("Vận động từng hộ")) == nil)
    #expect(ContentSketch(hex: sketch.hex) == sketch)
    #expect(ContentSketch(hex: "12") == nil)
  }
}
