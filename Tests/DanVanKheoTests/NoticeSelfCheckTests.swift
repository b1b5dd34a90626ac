import Foundation
import Testing
import VietnameseText

@testable import DanVanKheo

/// What the notices print breaks none of the rules about papers.
@Suite struct NoticeSelfCheckTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var notice: String
    var issuer: String
    var symbol: String?
    var day: String?
    var testDescription: String { "\(notice) of \(issuer), \(symbol ?? "no number")" }
  }

  static let samples: [Sample] = ["N07", "N08"].flatMap { notice in
    [
      Sample(notice: notice, issuer: "Ủy ban nhân dân xã Nghĩa Tá", symbol: "5/QĐ-UBND", day: "2026-02-04"),
      Sample(notice: notice, issuer: "Ủy ban nhân dân xã Nghĩa Tá", symbol: "12/2026/QĐ-UBND", day: "2026-12-15"),
      Sample(notice: notice, issuer: "Đảng ủy xã Nghĩa Tá", symbol: "12-QĐ/ĐU", day: "2026-02-04"),
      Sample(notice: notice, issuer: "Ủy ban Mặt trận Tổ quốc Việt Nam xã", symbol: "24/MTTQ-BTT", day: "2026-02-04"),
      Sample(notice: notice, issuer: "Cụm thi đua số 3", symbol: nil, day: nil),
    ]
  }

  @Test("a drafted notice passes its own rules", arguments: samples)
  func passes(sample: Sample) throws {
    let facts = try Self.facts(sample)
    let document = DocumentFacts(NoticeContent(facts), facts: facts)
    #expect(try Self.findings(document).map(\.message) == [])
  }

  @Test("a name changed on the way from the record to the page is found")
  func changedName() throws {
    let facts = try Self.facts(Self.samples[0])
    var document = DocumentFacts(NoticeContent(facts), facts: facts)
    document.list[2].name = "Vũ Thị Thùy Trang"
    #expect(try Self.findings(document).map(\.code) == [.tb008])
    document.list.removeLast()
    #expect(try Self.findings(document).map(\.code) == [.tb006])
  }

  @Test("a notice in the name of a body that has ended is found")
  func endedIssuer() throws {
    var sample = Self.samples[5]
    sample.issuer = "Ủy ban nhân dân huyện Chợ Đồn"
    let facts = try Self.facts(sample)
    #expect(try Self.findings(DocumentFacts(NoticeContent(facts), facts: facts)).map(\.code).contains(.tb012))
  }

  private static func findings(_ document: DocumentFacts) throws -> [Finding] {
    let today = try #require(CalendarDay(year: 2026, month: 9, day: 1))
    return documentFindings(document, catalogue: try FactsDraft.catalogue(), today: today)
  }

  private static func facts(_ sample: Sample) throws -> NoticeFacts {
    func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    var subjects = [
      #"{"kind":"individual","name":"Vũ Thị Thuỳ Trang","unit":"Xã Nghĩa Tá","position":"Trưởng thôn","subject_id":3}"#
    ]
    if sample.notice == "N07" {
      subjects =
        (1...2).map {
          #"{"kind":"collective","name":"Chi bộ thôn \#($0)","unit":"Xã Nghĩa Tá","model":"Trồng quế","subject_id":\#($0)}"#
        } + subjects
    }
    let json = """
      {"notice":"\(sample.notice)","object_id":7,"document_id":3,"template":{"code":"\(sample.notice)","version":1,"file":"x"},
       "demo":false,"decision":{"symbol":\(quoted(sample.symbol)),"issued_on":\(quoted(sample.day)),"issuer":"\(sample.issuer)",
       "subject":null},"form":"Giấy khen","movement":"Dân vận khéo","period":"2025","reason":null,
       "recipients":[\(subjects.joined(separator: ","))],"bases":[
        {"document_id":1,"symbol":"98/2023/NĐ-CP","type":"NĐ","issuer":"Chính phủ","title":"Quy định chi tiết",
         "issued_on":"2023-12-31","system":"nha_nuoc","valid_from":"2024-01-01","valid_until":"2025-06-30"},
        {"document_id":2,"symbol":"152/2025/NĐ-CP","type":"NĐ","issuer":"Chính phủ","title":"Quy định chi tiết",
         "issued_on":"2025-06-14","system":"nha_nuoc","valid_from":"2025-07-01","valid_until":null}]}
      """
    return try JSONDecoder().decode(NoticeFacts.self, from: Data(json.utf8))
  }
}
