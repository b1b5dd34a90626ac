import Testing

@testable import Reports

@Suite("Report in words")
struct ReportNarrativeTests {
  private func paragraph(_ replacements: (String, String)...) throws -> String {
    let json = replacements.reduce(ReportFixture.data) { $0.replacing($1.0, with: $1.1) }
    return ReportNarrative(try Report(json: json, words: ReportFixture.words)).paragraph
  }

  @Test("counts below ten are padded, thousands have dots, rates decimal commas")
  func numbers() throws {
    let text = try paragraph()
    for sentence in [
      "Tính đến ngày 31 tháng 12 năm 2021, Thành phố có 4.648 mô hình “Dân vận khéo” đăng ký trong năm 2021, "
        + "trong đó có 08 mô hình đăng ký mới và 4.640 mô hình duy trì.",
      "Tổng số lượt đăng ký là 4.650", "So với năm 2020, số mô hình tăng 648 (tăng 16,2%).",
      "Có 30/47 đơn vị trực thuộc có mô hình, đạt 63,8%.",
      "Có 05 mô hình được công nhận, bằng 0,1% số mô hình trong kỳ.",
      "Đối chiếu 02 số liệu báo cáo với số đếm được: 01 số khớp, 01 số chênh lệch.",
      "Còn 07 cảnh báo chưa được xác nhận, thuộc 01 quy tắc.",
    ] {
      #expect(text.contains(sentence), "\(text)")
    }
    #expect(!text.contains("{") && !text.contains("điển hình"))
  }

  @Test(
    "the comparison says more, fewer, as many, or why there is none",
    arguments: [
      (#""base": 4650"#, "giảm 02 (giảm 0,0%)"), (#""base": 4648"#, "không thay đổi so với năm 2020"),
      (#""base": 0"#, "So với năm 2020 (chưa có mô hình nào), số mô hình tăng 4.648."),
      (#""base": null"#, "Chưa so sánh được với năm 2020"),
    ])
  func comparison(base: String, sentence: String) throws {
    #expect(try paragraph((#""base": 4000"#, base)).contains(sentence))
  }

  @Test("types that overlap are not called parts of the whole")
  func overlap() throws {
    let text = try paragraph((#""value": 8"#, #""value": 9"#))
    #expect(
      text.contains("tính theo kiểu đăng ký có 09 mô hình đăng ký mới và 4.640 mô hình duy trì")
        && !text.contains("trong đó"))
  }

  @Test("a unit without models is said to have none, and has no rates")
  func none() throws {
    let text = try paragraph((#""value": 4648"#, #""value": 0"#))
    #expect(text.contains("chưa có mô hình “Dân vận khéo” nào đăng ký trong năm 2021."))
    #expect(text.contains("Có 05 mô hình được công nhận."))
  }

  @Test("a commune without units below it says nothing of them")
  func commune() throws {
    #expect(try !paragraph((#""part": 30, "whole": 47"#, #""part": null, "whole": null"#)).contains("trực thuộc"))
    #expect(try !paragraph((#""part": 30, "whole": 47"#, #""part": 0, "whole": 0"#)).contains("trực thuộc"))
  }
}
