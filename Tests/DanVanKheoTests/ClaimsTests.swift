import Testing
import VietnameseText

@testable import DanVanKheo

@Suite struct ClaimsTests {
  @Test(
    "figures of a text become claims with sign, unit and reading; dates and doubtful figures do not",
    arguments: [
      ("Năm 2021 có 127 mô hình của 30/47 chi, đảng bộ", ["count 127 mô hình", "fraction 30 chi, đảng bộ 30/47"]),
      ("216/221 thành viên (đạt 97,7%)", ["fraction 216 thành viên 216/221 = 97,7%"]),
      ("hơn 4.657 ha (chiếm 5,82% diện tích)", ["measure >~ 4657 ha", "percent 5.82 %"]),
      ("lãi 6-7 triệu đồng/ha", ["range VND/ha 6.000.000–7.000.000"]),
      ("gần 2 tỷ đồng; 0,5 ha", ["money <~ 2000000000 VND", "measure 0.5 ha"]),
      ("200 250 triệu/ha, 4.65 ha, giai đoạn 2021-2025, trước ngày 25/10/2026", []),
      ("mô hình “4 không” của Tổ 11A", []),
    ])
  func texts(text: String, expected: [String]) { #expect(claims(in: text).map(notation) == expected) }

  @Test("figures of related news behind the article are no claims of it, and are not judged")
  func relatedNews() {
    let news = Boilerplate([Boilerplate.Row(phrase: "Các tin khác", kind: .related, place: .line)])
    let text = "Toàn huyện có 808 mô hình.\nCác tin khác\nXã có 221/216 hộ."
    #expect(claims(in: text, boilerplate: news).map(notation) == ["count 808 mô hình"])
    #expect(figureFindings(in: text, boilerplate: news).isEmpty)
    #expect(figureFindings(in: text, boilerplate: Boilerplate()).map(\.code) == [.bc002])
  }

  @Test("an excerpt is the words around a figure, in one line; a claim is named by its place")
  func excerpts() throws {
    let text = "Dòng đầu.\nToàn huyện có 808 mô hình đăng ký.\nDòng cuối."
    let claim = try #require(claims(in: text).first)
    #expect(claim.excerpt == "Toàn huyện có 808 mô hình đăng ký.")
    #expect(claim.figure == "/narrative#24")
    let long = String(repeating: "chữ ", count: 50) + "15 hộ" + String(repeating: " chữ", count: 50)
    let cut = try #require(claims(in: long).first).excerpt
    #expect(cut.hasPrefix("chữ ") && cut.hasSuffix(" chữ") && cut.contains("15 hộ") && cut.count < 140)
  }

  @Test("a report states figures in its narrative, indicators and tables; the verdict of a valid one carries them")
  func reports() throws {
    var report = try FactsDraft(.report)
    report.set("content/narrative", "Có gần 300 hộ.")
    let verdict = try report.verdict()
    #expect(
      verdict.claims.map(notation) == ["count <~ 300 hộ", "count 85 hộ", "count 216 hộ", "count 127"])
    #expect(verdict.claims.map(\.figure) == ["/narrative#3", "/indicators/0", "/indicators/1", "/tables/0/total"])
    let first = try #require(verdict.json["claims"]?.elements?.first)
    #expect(
      first.written
        == #"{"figure":"/narrative#3","kind":"count","value":300,"unit":"hộ","op":"<~","excerpt":"Có gần 300 hộ."}"#)
    report.set("content/narrative", "221/216 hộ")
    #expect(try report.verdict().claims.isEmpty)
    #expect(try FactsDraft(.registration).verdict().claims.isEmpty)
  }

  @Test("approximate indicators keep their sign; a percentage alone has no other unit")
  func signs() throws {
    var report = try FactsDraft(.report)
    report.set("content/narrative", "Không có số.")
    report.set("content/indicators/0/value", "hơn 20")
    for member in ["value", "x", "y"] { report.set("content/indicators/1/\(member)", nil) }
    report.set("content/tables/0/total", "gần 1,2 triệu")
    let content = try #require(report.facts["content"])
    #expect(
      claims(ofReport: content, boilerplate: Boilerplate()).map(notation)
        == ["count >~ 20 hộ", "percent 97.7 %", "count <~ 1200000"])
  }

  private func notation(_ claim: Claim) -> String {
    [claim.kind.rawValue, claim.approximation?.rawValue, claim.value?.plain, claim.unit, claim.reading]
      .compactMap { $0 }.joined(separator: " ")
  }
}
