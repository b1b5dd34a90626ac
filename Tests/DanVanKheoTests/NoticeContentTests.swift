import DanVanKheo
import Foundation
import Testing

/// Facts of one notice with everything that matters replaceable.
private func facts(
  notice: String = "N07", symbol: String? = "5/QĐ-UBND", issuedOn: String? = "2020-12-04",
  issuer: String = "Ủy ban nhân dân huyện Chợ Đồn", form: String? = "Giấy khen", demo: Bool = true,
  collectives: Int = 15, individuals: Int = 9, reason: String? = nil
) throws -> NoticeFacts {
  func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
  let people =
    (0..<collectives).map { #"{"kind":"collective","name":"Chi bộ thôn \#($0)","unit":"Xã Nghĩa Tá","subject_id":1}"# }
    + (0..<individuals).map {
      #"{"kind":"individual","name":"Người \#($0)","unit":"Xã Nghĩa Tá","subject_id":1,"position":"Trưởng thôn"}"#
    }
  let json = """
    {"notice":"\(notice)","object_id":7,"document_id":3,"template":{"code":"N07","version":1,"file":"N07"},"demo":\(demo),
     "decision":{"symbol":\(quoted(symbol)),"issued_on":\(quoted(issuedOn)),"issuer":"\(issuer)","subject":null},
     "form":\(quoted(form)),"movement":"Dân vận khéo","period":"2018-2020","reason":\(quoted(reason)),
     "recipients":[\(people.joined(separator: ","))],
     "bases":[
      {"document_id":1,"symbol":"15/2003/QH11","type":"Luật","title":"Luật Thi đua, Khen thưởng","issued_on":"2003-11-26",
       "system":"nha_nuoc","valid_from":"2004-07-01","valid_until":"2023-12-31"},
      {"document_id":2,"symbol":"06/2022/QH15","type":"Luật","title":"Luật Thi đua, khen thưởng","issued_on":"2022-06-15",
       "system":"nha_nuoc","valid_from":"2024-01-01","valid_until":null},
      {"document_id":3,"symbol":"98/2023/NĐ-CP","type":"NĐ","issuer":"Chính phủ","title":"Quy định chi tiết","issued_on":"2023-12-31",
       "system":"nha_nuoc","valid_from":"2024-01-01","valid_until":"2025-06-30"},
      {"document_id":4,"symbol":"152/2025/NĐ-CP","type":"NĐ","issuer":"Chính phủ","title":"Quy định chi tiết","issued_on":"2025-06-14",
       "system":"nha_nuoc","valid_from":"2025-07-01","valid_until":null},
      {"document_id":5,"symbol":"15/2025/TT-BNV","type":"TT","issuer":"Bộ Nội vụ","title":"Hướng dẫn","issued_on":"2025-08-04",
       "system":"nha_nuoc","valid_from":null,"valid_until":null},
      {"document_id":6,"symbol":"9/X","type":"X","issuer":null,"title":null,"issued_on":null,
       "system":"khac","valid_from":"2000-01-01","valid_until":null}]}
    """
  return try JSONDecoder().decode(NoticeFacts.self, from: Data(json.utf8))
}

@Suite("NoticeContent")
struct NoticeContentTests {
  @Test(
    "bases are those in force on the decision's day, to the day",
    arguments: [
      ("2023-12-31", ["15/2003/QH11"]), ("2024-01-01", ["06/2022/QH15", "98/2023/NĐ-CP"]),
      ("2025-06-30", ["06/2022/QH15", "98/2023/NĐ-CP"]), ("2025-07-01", ["06/2022/QH15", "152/2025/NĐ-CP"]),
      ("2004-06-30", []),
    ])
  func basesByDate(day: String, symbols: [String]) throws {
    let content = NoticeContent(try facts(issuedOn: day))
    #expect(content.citedSymbols == symbols)
    if symbols.isEmpty { #expect(content.bases == ["[căn cứ: cần bổ sung]."]) }
  }

  @Test("laws are cited by name, decrees by symbol, in the state's punctuation")
  func citations() throws {
    let content = NoticeContent(try facts(issuedOn: "2025-06-30"))
    #expect(
      content.bases == [
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết.",
      ])
    #expect(content.citedDocumentIDs == [2, 3])
  }

  @Test("an unknown day cites nothing")
  func unknownDay() throws {
    let content = NoticeContent(try facts(symbol: nil, issuedOn: nil))
    #expect(content.bases == ["[căn cứ: cần bổ sung]."])
    #expect(content.citedSymbols.isEmpty)
    #expect(content.header.placeDate.hasSuffix("ngày …… tháng …… năm ……"))
  }

  @Test("a Party issuer never cites the state's law, and its last basis ends with a comma")
  func partyBases() throws {
    let content = NoticeContent(try facts(symbol: "12-QĐ/HU", issuer: "Huyện ủy Chợ Đồn"))
    #expect(content.system == .party)
    #expect(content.bases == ["[căn cứ: cần bổ sung],"])
  }

  @Test("a paper has the Quốc hiệu or the Party title, never both")
  func header() throws {
    let state = NoticeContent(try facts()).header
    #expect(state.title == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    #expect(state.motto == "Độc lập - Tự do - Hạnh phúc")
    #expect(state.number == "Số: 05/QĐ-UBND")
    #expect(state.issuer == "ỦY BAN NHÂN DÂN HUYỆN CHỢ ĐỒN")
    #expect(state.placeDate == "[địa danh], ngày 04 tháng 12 năm 2020")
    let party = NoticeContent(try facts(symbol: "12-QĐ/HU", issuer: "Huyện ủy Chợ Đồn")).header
    #expect(party.title == "ĐẢNG CỘNG SẢN VIỆT NAM")
    #expect(party.motto == nil)
    #expect(party.star)
    #expect(party.number == "Số 12-QĐ/HU")
  }

  @Test("an issuer of an unknown system gets no guessed title")
  func unknownSystem() throws {
    let content = NoticeContent(try facts(symbol: nil, issuer: "Cụm thi đua số 3"))
    #expect(content.system == nil)
    #expect(content.header.title == nil)
    #expect(content.citedSymbols.isEmpty)
  }

  @Test("Điều 1 counts in figures and words, equal to the list and its total")
  func counts() throws {
    let content = NoticeContent(try facts())
    let article = try #require(content.articles.first)
    #expect(article.text.hasPrefix("Tặng Giấy khen cho 15 (mười lăm) tập thể, 09 (chín) cá nhân "))
    #expect(article.text.contains("giai đoạn 2018–2020"))
    #expect(content.rows.count == 24)
    #expect(content.total == "Tổng cộng: 15 (mười lăm) tập thể, 09 (chín) cá nhân.")
  }

  @Test(
    "the reason joins the sentence whatever it begins with, movement and period said once",
    arguments: [
      (
        "Có thành tích trong phong trào thi đua “Dân vận khéo” giai đoạn 2018-2020",
        "đã có thành tích trong phong trào thi đua “Dân vận khéo” giai đoạn 2018-2020 (có danh sách kèm theo)"
      ),
      ("Đã vận động tốt", "đã vận động tốt (phong trào thi đua “Dân vận khéo”), giai đoạn 2018–2020 (có danh sách"),
      ("Vận động tốt", "đã có thành tích: Vận động tốt (phong trào"),
    ])
  func reason(given: String, printed: String) throws {
    let content = NoticeContent(try facts(reason: given))
    #expect(try #require(content.articles.first).text.contains(printed))
  }

  @Test("a form that the record does not give is said to be missing")
  func missingForm() throws {
    let decision = NoticeContent(try facts(form: nil))
    #expect(try #require(decision.articles.first).text.contains("khen (hình thức chưa nêu)"))
    #expect(decision.rows.allSatisfy { $0.form == "khen (hình thức chưa nêu)" })
    let notice = NoticeContent(try facts(notice: "N08", form: nil, collectives: 1, individuals: 0))
    #expect(try #require(notice.paragraphs.first).contains("được khen (hình thức chưa nêu)"))
  }

  @Test("a notice to a subject reports the decision and leaves its own number to people")
  func toSubject() throws {
    let content = NoticeContent(try facts(notice: "N08", collectives: 0, individuals: 1))
    #expect(content.typeName == "THÔNG BÁO")
    #expect(content.header.number == "Số: ……/TB-UBND")
    #expect(
      content.bases == ["Căn cứ Quyết định số 05/QĐ-UBND ngày 04 tháng 12 năm 2020 của Ủy ban nhân dân huyện Chợ Đồn."])
    #expect(try #require(content.paragraphs.first).contains("Người 0, Trưởng thôn, Xã Nghĩa Tá được tặng Giấy khen"))
    #expect(content.rows.isEmpty)
  }

  @Test("a notice of a decision without number says what is missing")
  func missingDecision() throws {
    let content = NoticeContent(
      try facts(
        notice: "N08", symbol: nil, issuedOn: nil, issuer: "Ban Dân vận Trung ương", collectives: 1, individuals: 0))
    #expect(
      content.bases == ["Căn cứ quyết định khen thưởng của Ban Dân vận Trung ương [căn cứ: cần bổ sung],"])
    #expect(content.header.number == "Số ……-TB/……")
  }

  @Test("only simulated data is watermarked", arguments: [true, false])
  func watermark(demo: Bool) throws {
    #expect((NoticeContent(try facts(demo: demo)).watermark == "DỮ LIỆU MÔ PHỎNG – BẢN DỰ THẢO") == demo)
  }
}
