import VietnameseText

/// Names and articles made of phrases written for the benchmark.
enum TextSamples {
  /// Names of about 60 characters, with abbreviations, both tone styles and quotes.
  static let names: [String] = SubmissionMix.stems.enumerated().map { index, stem in
    let hamlet = SubmissionMix.hamlets[index % SubmissionMix.hamlets.count]
    let owner = ["Hội LHPN xã Hoà An", "Chi bộ", "Đoàn TN phường", "Hội CCB TP. Bắc Kạn", "Tỉnh uỷ"][index % 5]
    return String("“\(stem)” \(hamlet), \(owner), thủy lợi và hòa giải ở cơ sở năm 2026".prefix(60))
  }

  /// Articles of about 5 KB: figures, dates and documents in running text, each with another start.
  static let articles: [String] = (0..<8).map { start in
    var text = ""
    var number = start * 5
    while text.utf8.count < 5000 {
      text += SubmissionMix.sentences[number % SubmissionMix.sentences.count] + " "
      if number % 3 == 0 { text += figures[number % figures.count] + "\n" }
      number += 1
    }
    return text
  }

  static let dictionary = AbbreviationDictionary([
    .init(short: "TP.", long: "thành phố", isPrefix: true),
    .init(short: "LHPN", long: "liên hiệp phụ nữ", isPrefix: false),
    .init(short: "CCB", long: "cựu chiến binh", isPrefix: false),
    .init(short: "TN", long: "thanh niên", isPrefix: false),
  ])

  static func meanLength(_ texts: [String]) -> Int { texts.reduce(0) { $0 + $1.count } / texts.count }

  private static let figures = [
    "Toàn huyện có 31 mô hình/12 chi, đảng bộ, tăng 8 mô hình so với năm 2025.",
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ và Hướng dẫn số 07-HD/BDVTU, ngày 3-2-2024.",
    "Đã có 3.215 lượt hộ tham gia, thu nhập bình quân 40-45 triệu đồng/ha, hơn 70% số hộ khá.",
    "Quyết định số 12/QĐ-UBND ngày 04 tháng 02 năm 2026 tặng Giấy khen cho 15 tập thể, 09 cá nhân.",
    "Trước ngày 26/10/2026 các chi bộ gửi báo cáo 9 tháng; giai đoạn 2021 – 2025 có 118/126 mô hình phát huy hiệu quả.",
  ]
}
