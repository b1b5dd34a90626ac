import Testing
import VietnameseText

/// A text and the references a careful reader finds in it, in order.
///
/// A reference is written `number[suffix][/year] type issuer date system`, `-` where it says nothing, `!` behind it if the
/// symbol had to be mended.
struct ReferenceCase: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: [String]

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }
}

/// Strings written from the descriptions of the domain before the reader was tuned on them.
enum ReferenceCases {
  /// References of the State, the Party, the Front and the organisations, well written and damaged.
  static let found: [ReferenceCase] = party + state + frontAndOrganisations + damaged + withoutSymbol + dates + lists

  static let party: [ReferenceCase] = [
    .init("Kết luận số 120-KL/TW của Bộ Chính trị về", "120 KL TW - dang"),
    .init("Quy chế số 12-QC/TU ngày 26/6/2019 về công tác dân vận", "12 QC TU 2019-06-26 dang"),
    .init("Hướng dẫn 12-HD/BCĐDVK về quy trình", "12 HD BCĐDVK - dang"),
    .init("(Đề án 06-ĐA/TU), đã được các cấp ủy", "6 ĐA TU - dang"),
    .init("Số 36-HD/VPTW", "36 HD VPTW - dang"),
    .init("Quy định số 399-QĐ/TW, ngày 09/01/2026", "399 QĐ TW 2026-01-09 dang"),
    .init("Số 12-TB/ĐU", "12 TB ĐU - dang"),
    .init("Chương trình hành động số 25-CTr/HU ngày 3/4/2021 của Huyện ủy", "25 CTr HU 2021-04-03 dang"),
    .init("Tờ trình số 7-TTr/BDV", "7 TTr BDV - dang"),
    .init("Kế hoạch số 45-KH/BTGDVTU", "45 KH BTGDVTU - dang"),
    .init("Quyết định số 1579-QĐNS/TW", "1579 QĐNS TW - dang"),
    .init("Nghị quyết số 18-NQ/TƯ", "18 NQ TW - dang"),
    .init("Báo cáo số 12a-BC/ĐUCCQ", "12a BC ĐUCCQ - dang"),
    .init("Quy định 08-QĐi/TU", "8 QĐi TU - dang"),
    .init("Nghị quyết số 03-NQ/CB của Chi bộ", "3 NQ CB - dang"),
  ]

  static let state: [ReferenceCase] = [
    .init("Quyết định số 12/QĐ-UBND", "12 QĐ UBND - nha_nuoc"),
    .init("Quyết định 19/2025/QĐ-TTg ngày 30/06/2025", "19/2025 QĐ TTg 2025-06-30 nha_nuoc"),
    .init("Nghị định số 152/2025/NĐ-CP", "152/2025 NĐ CP - nha_nuoc"),
    .init("Thông tư số 15/2025/TT-BNV ngày 04/8/2025", "15/2025 TT BNV 2025-08-04 nha_nuoc"),
    .init("05/2020/TTLT-BCA-BQP", "5/2020 TTLT BCA-BQP - nha_nuoc"),
    .init("Luật Thi đua, khen thưởng số 06/2022/QH15", "6/2022 Luật QH15 - nha_nuoc"),
    .init("Luật số 72/2025/QH15", "72/2025 Luật QH15 - nha_nuoc"),
    .init("theo 91/2025/QH15 thì", "91/2025 Luật QH15 - nha_nuoc"),
    .init("Nghị quyết số 202/2025/QH15, ngày 12/06/2025", "202/2025 NQ QH15 2025-06-12 nha_nuoc"),
    .init("Nghị quyết số 237/NQ-UBTVQH16", "237 NQ UBTVQH16 - nha_nuoc"),
    .init("Kế hoạch số 5/KH-UBND-MTTQ", "5 KH UBND-MTTQ - nha_nuoc"),
    .init("Công văn số 1234/UBND-NC", "1234 CV UBND-NC - nha_nuoc"),
    .init("công văn 88/BTC-TĐKT ngày 5 tháng 3 năm 2024", "88 CV BTC-TĐKT 2024-03-05 nha_nuoc"),
    .init("Chỉ thị số 40/CT-UBND", "40 CT UBND - nha_nuoc"),
    .init("Tờ trình số 102/TTr-SNV", "102 TTr SNV - nha_nuoc"),
    .init("QĐ 17/2018/QĐ-UBND, thay bằng 06/2021/QĐ-UBND", "17/2018 QĐ UBND - nha_nuoc", "6/2021 QĐ UBND - nha_nuoc"),
    .init("Công điện số 05/CĐ-TTg", "5 CĐ TTg - nha_nuoc"),
    .init("Nghị định số 64/CP", "64 NĐ CP - nha_nuoc"),
    .init("Kế hoạch số 15/UBND-KH", "15 KH UBND - nha_nuoc"),
    .init("Thông báo số 345/TB-VPCP", "345 TB VPCP - nha_nuoc"),
  ]

  static let frontAndOrganisations: [ReferenceCase] = [
    .init("công văn 249/MTTQ-BTT", "249 CV MTTQ-BTT - mat_tran"),
    .init("Kế hoạch số 31/KH-MTTQ-BTT ngày 02/3/2026", "31 KH MTTQ-BTT 2026-03-02 mat_tran"),
    .init("Thông tri số 22/TTr-MTTW-BTT", "22 TTr MTTW-BTT - mat_tran"),
    .init("Kế hoạch 18/KH-LĐLĐ", "18 KH LĐLĐ - doan_the"),
    .init("Hướng dẫn số 09-HD/HND", "9 HD HND - doan_the"),
    .init("Kế hoạch số 27/KH-HPN", "27 KH HPN - doan_the"),
    .init("Báo cáo số 14/BC-HCCB", "14 BC HCCB - doan_the"),
    .init("Kế hoạch số 61-KH/TĐTN-BTG", "61 KH TĐTN-BTG - doan_the"),
    .init("Quyết định số 77/QĐ-CTY", "77 QĐ CTY - khac"),
  ]

  static let damaged: [ReferenceCase] = [
    .init("Kết luận số 03 – KL/TU ngày10/12/2020 của", "3 KL TU 2020-12-10 dang"),
    .init("Hướng dẫn số 01- HD/ BDVTU ngày 20/4/2021", "1 HD BDVTU 2021-04-20 dang"),
    .init("Kế hoạch số 16 KH/BCĐ ngày 25/1/2021", "16 KH BCĐ 2021-01-25 dang !"),
    .init("Công văn số 144 –CV/TU ngày 26/2/2021", "144 CV TU 2021-02-26 dang"),
    .init("Đề án số 06- ĐA/TU tại", "6 ĐA TU - dang"),
    .init("Kế hoạch số 10 -KH/BCĐ, ngày 3-2-2025", "10 KH BCĐ 2025-02-03 dang"),
    .init("số\u{A0}02\u{A0}-\u{A0}HD/BCĐ", "2 HD BCĐ - dang"),
    .init("số 06\u{2212}ĐA\u{A0}/\u{A0}TU", "6 ĐA TU - dang"),
    .init("Quyết định số 12 / QĐ - UBND", "12 QĐ UBND - nha_nuoc"),
    .init("Quyết định số 19/2025QĐ-TTg", "19/2025 QĐ TTg - nha_nuoc !"),
    .init("Quyết định số 19/2025 QĐ-TTg", "19/2025 QĐ TTg - nha_nuoc !"),
    .init("Quyết định số 12 QĐ UBND", "12 QĐ UBND - nha_nuoc !"),
    .init("Kết luận số 03 KL TU", "3 KL TU - dang !"),
    .init("Kế hoạch số 16KH/BCĐ", "16 KH BCĐ - dang !"),
    .init("Quyết định số 12/QĐUBND", "12 QĐ UBND - nha_nuoc !"),
    .init("Kết luận số 03-KLTU", "3 KL TU - dang !"),
    .init("Nghị định 152/2025/NĐ CP", "152/2025 NĐ CP - nha_nuoc !"),
    .init("quyết định số 12/qđ-ubnd", "12 QĐ UBND - nha_nuoc"),
    .init("QUYẾT ĐỊNH SỐ 12/QĐ-UBND", "12 QĐ UBND - nha_nuoc"),
    .init("Quye\u{302}\u{301}t đi\u{323}nh so\u{302}\u{301} 12/QĐ-TU\u{31B}", "12 QĐ TW - dang"),
    .init("Kế hoạch số 16-KH/BC\u{D0}", "16 KH BCĐ - dang !"),
    .init("Quyet dinh so 12/QD-UBND", "12 QĐ UBND - nha_nuoc !"),
    .init("Quyết định số 12/QĐ-CT.UBND", "12 QĐ CT.UBND - nha_nuoc"),
    .init("Quyết định số 12/QĐ.UBND", "12 QĐ UBND - nha_nuoc !"),
    .init("12/QĐ_UBND", "12 QĐ UBND - nha_nuoc !"),
    .init("Quyết định số 12 A/QĐ-UBND", "12A QĐ UBND - nha_nuoc"),
    .init("Quyết định số 12 bis/QĐ-UBND", "12bis QĐ UBND - nha_nuoc"),
    .init("Số12/QĐ-UBNDngày 05/3/2021", "12 QĐ UBND 2021-03-05 nha_nuoc"),
  ]

  static let withoutSymbol: [ReferenceCase] = [
    .init("theo tinh thần Chỉ thị số 35, ngày 22/12/2017 của BTV Tỉnh uỷ.", "35 CT - 2017-12-22 dang"),
    .init("gắn với Chỉ thị số 05 về học tập", "5 CT - - -"),
    .init("Nghị quyết số 12 của HĐND tỉnh", "12 NQ - - nha_nuoc"),
    .init("Nghị định số 30/2020", "30/2020 NĐ - - nha_nuoc"),
    .init("Kế hoạch số 8 năm 2021 của Hội Nông dân xã", "8 KH - 2021 doan_the"),
    .init("thực hiện Chỉ thị 05 của Bộ Chính trị", "5 CT - - dang"),
    .init("Nghị quyết số 04-NQ của Tỉnh ủy", "4 NQ - - dang"),
  ]

  static let dates: [ReferenceCase] = [
    .init("Số: 5/QĐ-UBND      Hà Nội, ngày 15 tháng 3 năm 2021", "5 QĐ UBND 2021-03-15 nha_nuoc"),
    .init("Số: 05/TB-ĐU\tTP. Bắc Kạn, ngày 04 tháng 02 năm 2026", "5 TB ĐU 2026-02-04 dang"),
    .init("Số 144-CV/TU V/v đôn đốc đăng ký mô hình, ngày 26/2/2021", "144 CV TU 2021-02-26 dang"),
    .init("Quyết định số 9/QĐ-UBND về việc khen thưởng, ngày 5/3/2021", "9 QĐ UBND 2021-03-05 nha_nuoc"),
    .init(
      "Số: 249/MTTQ-BTT V/v đăng ký mô hình   Thanh Khê, ngày 12 tháng 3 năm 2026",
      "249 CV MTTQ-BTT 2026-03-12 mat_tran"),
    .init("06-ĐA/TU ngày 14/12/ 2017 về", "6 ĐA TU 2017-12-14 dang"),
    .init("12-HD/BCĐDVK, 4/7/2019", "12 HD BCĐDVK 2019-07-04 dang"),
    .init("01-HD/BDVTU (20/4/2021)", "1 HD BDVTU 2021-04-20 dang"),
    .init("Kế hoạch 10-KH/BCĐ tháng 2/2025", "10 KH BCĐ 2025-02 dang"),
    .init("Kế hoạch 10-KH/BCĐ tháng 2 năm 2025", "10 KH BCĐ 2025-02 dang"),
    .init("12/QĐ-UBND ngày 15/10", "12 QĐ UBND - nha_nuoc"),
    .init("12/QĐ-UBND ngày     tháng 3 năm 2021", "12 QĐ UBND - nha_nuoc"),
    .init("12/QĐ-UBND ngày 31/02/2021", "12 QĐ UBND - nha_nuoc"),
    .init("12/QĐ-UBND ngày 5/3/21", "12 QĐ UBND - nha_nuoc"),
    .init("17/2018/QĐ-UBND của Quảng Ninh", "17/2018 QĐ UBND - nha_nuoc"),
    .init("Sau 12/QĐ-UBND, từ ngày 5/3/2021 các xã triển khai", "12 QĐ UBND - nha_nuoc"),
    .init("ngày 5/3/2021 họp triển khai Quyết định số 12/QĐ-UBND", "12 QĐ UBND - nha_nuoc"),
    .init("Nghị quyết 18-NQ/TW của Ban Chấp hành Trung ương ngày 25/10/2017", "18 NQ TW - dang"),
    .init("Kế hoạch số 12-KH/TU của Tỉnh ủy ngày 5/6/2024", "12 KH TU - dang"),
  ]

  static let lists: [ReferenceCase] = [
    .init("các Quyết định số 12/QĐ-UBND và 13/QĐ-UBND", "12 QĐ UBND - nha_nuoc", "13 QĐ UBND - nha_nuoc"),
    .init(
      "Nghị quyết số 19-NQ/TW, 20-NQ/TW ngày 25/10/2017; Kết luận 03-KL/TU",
      "19 NQ TW - dang", "20 NQ TW 2017-10-25 dang", "3 KL TU - dang"),
    .init("các Nghị quyết số 5, 6 của HĐND tỉnh", "5 NQ - - nha_nuoc", "6 NQ - - nha_nuoc"),
    .init("Quyết định số 12/QĐ-UBND,13/QĐ-UBND", "12 QĐ UBND - nha_nuoc", "13 QĐ UBND - nha_nuoc"),
  ]

  /// Texts with numbers, slashes, dashes and capitals that are no documents.
  static let none: [String] = [
    "trực 24/7 để tiếp dân", "127 mô hình dân vận khéo của 30/47 chi, đảng bộ", "24 mô hình/11 chi, đảng bộ",
    "số 12/5 Nguyễn Trãi", "17 52/QĐ-UBND", "Quyết định số 17 52/QĐ-UBND", "12/3A đường Trường Chinh", "nhà số 7/KP3",
    "tổ 5/KP3, phường Sông Cầu",
    "điện thoại 0209.3870.123", "thắng 2-1 ở phút 90", "ngày truyền thống công tác dân vận (15/10)",
    "phòng, chống Covid-19",
    "lĩnh vực QP-AN 1.102 mô hình", "theo NQ của Đảng", "biển số 97-B1 123.45", "xe 29A-123.45", "đạt 97,7%, tăng 5-7%",
    "Ban Chỉ đạo 441", "Kế hoạch 5 năm 2021-2025", "báo cáo 6 tháng đầu năm", "200 250 triệu/ha",
    "giai đoạn 2021 -2025",
    "24/02/2025 - 21:22", "tháng 6/2017", "chi hội cựu chiến binh tổ 11A", "2 thẻ/chi hội/năm", "SARS-CoV-2",
    "quyết định số phận", "phương án số 1", "thông báo số 0912 345 678", "Nghị quyết Đại hội XII Đảng bộ tỉnh",
    "Nghị quyết Trung ương 4 khóa XII", "3 nhiệm vụ trọng tâm", "Hai chân - Ba mũi", "12 QĐ, 5 KH đã ban hành",
    "khoản 2 Điều 5",
    "https://vanban.vn/12-qd-ubnd/13", "4 quy trình, 5 biểu mẫu", "sinh năm 1985, CCCD 006085001234",
    "Quốc lộ 3, km 12+500",
    "55/191 xã (chiếm 28,8%)", "Sở KH&ĐT; Sở NN&PTNT", "tỷ số 3-0/HN",
  ]
}
