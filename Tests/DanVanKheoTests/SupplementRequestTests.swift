import Foundation
import Testing

@testable import DanVanKheo

@Suite struct SupplementRequestTests {
  private func content(
    until: String? = "2026-12-05", contact: String? = "Ban Dân vận, 0209", issuer: String = "Huyện ủy Chợ Đồn",
    unit: String = "Xã Nghĩa Tá", demo: Bool = false
  ) throws -> NoticeContent {
    func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    let json = """
      {"notice":"N02","object_id":7,"version":1,"demo":\(demo),"template":{"code":"N02","version":1,"file":"N02"},
       "issuer":"\(issuer)","campaign":"CD-2026","kind_name":"Hồ sơ đăng ký","unit":"\(unit)","model":"Trồng quế",
       "round":1,"limit":2,"until":\(quoted(until)),"contact":\(quoted(contact)),"findings":[
        {"code":"DK-001","severity":"L","message":"Thiếu mục bắt buộc: Mục tiêu.","place":"Mục tiêu","action":"Bổ sung."},
        {"code":"DK-012","severity":"L","message":"Thiếu xác nhận.","place":"Tệp kèm theo","action":null},
        {"code":"DK-011","severity":"C","message":"Chưa đo được.","place":"Kết quả","action":"Ghi số."}]}
      """
    return NoticeContent(try JSONDecoder().decode(SupplementRequestFacts.self, from: Data(json.utf8)))
  }

  @Test("names each finding by rule, message, place and remedy, errors before warnings")
  func items() throws {
    #expect(
      try content().paragraphs == [
        "Qua kiểm tra, Huyện ủy Chợ Đồn đề nghị Xã Nghĩa Tá bổ sung, chỉnh sửa hồ sơ số 7 (Hồ sơ đăng ký, mô hình "
          + "“Trồng quế”, đợt CD-2026) theo các nội dung sau (lần thứ 1, được bổ sung tối đa 2 lần):",
        "1. [DK-001] Thiếu mục bắt buộc: Mục tiêu. (Mục: Mục tiêu.) Bổ sung.",
        "2. [DK-012] Thiếu xác nhận. (Mục: Tệp kèm theo.)",
        "Các nội dung sau đề nghị giải trình, hoặc chỉnh sửa trong cùng lần bổ sung:",
        "3. [DK-011] Chưa đo được. (Mục: Kết quả.) Ghi số.",
        "Thời hạn bổ sung: đến hết ngày 05 tháng 12 năm 2026.", "Người liên hệ: Ban Dân vận, 0209.",
      ])
  }

  @Test(
    "the issuer comes first and is named once",
    arguments: [
      ("Tỉnh Bắc Kạn", "Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn", "Xã Nghĩa Tá, Huyện Chợ Đồn"),
      ("Huyện Chợ Đồn", "Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn", "Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn"),
      ("Tỉnh Bắc Kạn", "Tỉnh Bắc Kạn", "Tỉnh Bắc Kạn"),
    ])
  func opening(issuer: String, unit: String, addressee: String) throws {
    let opening = try content(issuer: issuer, unit: unit).paragraphs.first
    #expect(
      opening?.hasPrefix("Qua kiểm tra, \(issuer) đề nghị \(addressee) bổ sung, chỉnh sửa hồ sơ số 7 (") == true,
      "\(opening ?? "")")
  }

  @Test("what the campaign does not say is a placeholder, number, day and signature too")
  func placeholders() throws {
    let content = try content(until: nil, contact: nil, issuer: "Tỉnh Bắc Kạn")
    #expect(
      content.paragraphs.suffix(2) == ["Thời hạn bổ sung: [cần bổ sung].", "Người liên hệ: [cần bổ sung]."])
    #expect(content.system == nil)
    #expect(content.header.title == nil)
    #expect(content.signature.allSatisfy { $0.hasPrefix("[") })
    #expect(content.watermark == nil)
  }

  @Test("it bears the head of the issuer's system, and the watermark of simulated data")
  func head() throws {
    let content = try content(demo: true)
    #expect(content.kind == .supplementRequest)
    #expect(content.header.number == "Số ……-TB/……")
    #expect(content.header.title == "ĐẢNG CỘNG SẢN VIỆT NAM")
    #expect(content.watermark != nil)
    #expect(content.recipients == ["- Xã Nghĩa Tá;", "- Lưu Văn phòng."])
  }
}
