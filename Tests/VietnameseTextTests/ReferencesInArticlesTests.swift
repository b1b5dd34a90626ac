import Testing
import VietnameseText

/// The documents that the domain's articles name, in the phrases they name them with.
@Suite struct ReferencesInArticlesTests {
  @Test(
    "every document of the articles is found, with all that is written of it",
    arguments: [
      ReferenceCase("Kết luận số 120-KL/TW của Bộ Chính trị về “Tiếp tục đẩy mạnh", "120 KL TW - dang"),
      .init("Kết luận số 03 – KL/TU ngày10/12/2020 của Ban Thường vụ Tỉnh ủy", "3 KL TU 2020-12-10 dang"),
      .init("Hướng dẫn số 01- HD/ BDVTU ngày 20/4/2021 của Ban Dân vận Tỉnh ủy", "1 HD BDVTU 2021-04-20 dang"),
      .init("Quy chế số 12-QC/TU ngày 26/6/2019 về công tác dân vận", "12 QC TU 2019-06-26 dang"),
      .init("Kế hoạch số 16 KH/BCĐ ngày 25/1/2021 của Ban Chỉ đạo cấp thành phố", "16 KH BCĐ 2021-01-25 dang !"),
      .init("Công văn số 144 –CV/TU ngày 26/2/2021 của Thành ủy", "144 CV TU 2021-02-26 dang"),
      .init("Đề án số 06-ĐA/TU ngày 14/12/2017 của Tỉnh ủy", "6 ĐA TU 2017-12-14 dang"),
      .init("Đề án số 06- ĐA/TU tại hội nghị", "6 ĐA TU - dang"),
      .init("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị", "5 CT TW 2016-05-15 dang"),
      .init("Kế hoạch số 10 -KH/BCĐ, ngày 3-2-2025 về", "10 KH BCĐ 2025-02-03 dang"),
      .init("Hướng dẫn số 02-HD/BCĐ, ngày 4-3-2024 của Ban Chỉ đạo tỉnh", "2 HD BCĐ 2024-03-04 dang"),
      .init("Chỉ thị số 22-CT/TU của Ban Thường vụ Tỉnh ủy", "22 CT TU - dang"),
      // The date stands before the noun, where it may be any day.
      .init("ngày 4/7/2019, Ban Chỉ đạo đã ban hành Hướng dẫn số 12-HD/BCĐDVK về", "12 HD BCĐDVK - dang"),
      .init("Chỉ thị số 35, ngày 22/12/2017 của BTV Tỉnh uỷ", "35 CT - 2017-12-22 dang"),
      .init("Đề án số 06-ĐA/TU ngày 14/12/ 2017 về", "6 ĐA TU 2017-12-14 dang"),
      .init("gắn với Chỉ thị số 05 về học tập làm theo tấm gương đạo đức", "5 CT - - -"),
    ])
  func document(one: ReferenceCase) {
    #expect(documentReferences(in: one.text).map(\.summary) == one.expected)
  }

  @Test(
    "the figures of the articles are no documents",
    arguments: [
      "127 mô hình dân vận khéo của 30/47 chi, đảng bộ", "Khối Nội chính: 08 mô hình/05 chi, đảng bộ",
      "85/85 hộ có đồi quế",
      "dẫn đầu cả nước 2/8 chỉ số thành phần", "(21/4/1950-21/4/2024)", "216/221 thành viên (đạt 97,7%)",
      "kỳ họp thứ 15, nhiệm kỳ 2020 - 2025",
      "Ban Chỉ đạo 441", "BDK.VN - 24/02/2025 - 21:22", "ít nhất 2 thẻ/chi hội, trung bình 18 thẻ/năm",
      "Giai đoạn 2018- 2020",
    ])
  func figure(text: String) {
    #expect(documentReferences(in: text).isEmpty)
  }
}
