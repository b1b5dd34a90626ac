/// Strings of administrative articles and papers that were written after the reader and tried on it unseen.
extension ReferenceCases {
  static let unseen: [ReferenceCase] = [
    .init(
      "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
      "72/2025 Luật QH15 2025-06-16 nha_nuoc"),
    .init(
      "(Kèm theo Quyết định số 1234/QĐ-UBND ngày 05 tháng 02 năm 2026 của Chủ tịch UBND tỉnh)",
      "1234 QĐ UBND 2026-02-05 nha_nuoc"),
    .init("Quyết định số 1.234/QĐ-UBND ngày 5/3/2021", "1234 QĐ UBND 2021-03-05 nha_nuoc"),
    .init(
      "Kế hoạch số 123/KH-BCĐ, Kế hoạch 45-KH/BCĐDVK và Công văn số 99-CV/BCĐ", "123 KH BCĐ - nha_nuoc",
      "45 KH BCĐDVK - dang", "99 CV BCĐ - dang"),
    .init(
      "Pháp lệnh số 34/2007/PL-UBTVQH11, Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
      "34/2007 PL UBTVQH11 - nha_nuoc", "10/2022 Luật QH15 - nha_nuoc"),
    .init("Nghị quyết số 1211/2016/UBTVQH13 về tiêu chuẩn", "1211/2016 NQ UBTVQH13 - nha_nuoc"),
    .init("Nghị quyết liên tịch số 88/2016/NQLT-CP-ĐCTUBTWMTTQVN", "88/2016 NQLT CP-ĐCTUBTWMTTQVN - nha_nuoc"),
    .init("Kế hoạch số 05/KHLT-MTTQ-CCB-HND", "5 KHLT MTTQ-CCB-HND - mat_tran"),
    .init("Đề án 06 của Chính phủ, Đề án 938, Đề án 939", "6 ĐA - - nha_nuoc", "938 ĐA - - -", "939 ĐA - - -"),
    .init(
      "Nghị quyết 57-NQ/TW, Nghị quyết 59, 66, 68 của Bộ Chính trị", "57 NQ TW - dang", "59 NQ - - dang",
      "66 NQ - - dang", "68 NQ - - dang"),
    .init("Kế hoạch số 12/KH-BCĐ389", "12 KH BCĐ389 - nha_nuoc"),
    .init("Hướng dẫn số 08 HD/HNDT ngày 5/5/2025", "8 HD HNDT 2025-05-05 doan_the !"),
    .init(
      "Quyết định 327-CT ngày 15/9/1992, Nghị định 64-CP ngày 27/9/1993, Chỉ thị 406-TTg", "327 QĐ CT 1992-09-15 -",
      "64 NĐ CP 1993-09-27 nha_nuoc", "406 CT TTg - nha_nuoc"),
    .init("số 3457/BGDĐT-GDTrH", "3457 CV BGDĐT-GDTrH - nha_nuoc"),
    .init("Nghị quyết số 45, 46/NQ-HĐND", "45 NQ - - -", "46 NQ HĐND - nha_nuoc"),
    .init("Công văn số 123-CV/BTGDVTU,ngày 12/6/2025", "123 CV BTGDVTU 2025-06-12 dang"),
    .init("nghị quyết 202/2025/qh15", "202/2025 NQ QH15 - nha_nuoc"),
    .init("Công văn 249/BTT-MTTQ", "249 CV BTT-MTTQ - mat_tran"),
    .init("Số: 249/MTTQ - BTT", "249 CV MTTQ-BTT - mat_tran"),
    .init("Quyết định số 12/QĐ-UBND - UBND tỉnh ban hành", "12 QĐ UBND - nha_nuoc"),
    .init("theo Kết luận số 03-KL/TU.Các chi bộ", "3 KL TU - dang"),
    .init("Nghị quyết số 18-NQ/T.Ư của Trung ương", "18 NQ TW - dang"),
    .init("Kế hoạch số 42/KH-BTV ngày 3/4/2024 của Ban Thường vụ Hội LHPN tỉnh", "42 KH BTV 2024-04-03 doan_the"),
    .init("Quyết định số 12-QĐ-TU, Quyết định số 12/QĐ/UBND", "12 QĐ TU - dang !", "12 QĐ UBND - nha_nuoc !"),
    .init(
      "Nghị định 152/2025/NĐCP; Quyết định 19/2025/QĐTTg", "152/2025 NĐ CP - nha_nuoc !", "19/2025 QĐ TTg - nha_nuoc !"),
    .init("Kế hoạch số 16 KHBCĐ", "16 KH BCĐ - dang !"),
    .init("Kế hoạch 16\u{AD}KH/BCĐ", "16 KH BCĐ - dang !"),
    .init("Quyết định số 12, ngày 5/3 của UBND", "12 QĐ - - nha_nuoc"),
    .init("Chỉ thị số 05, 06 và 07 của Ban Thường vụ Tỉnh ủy", "5 CT - - dang", "6 CT - - dang", "7 CT - - dang"),
    .init("ĐẢNG ỦY XÃ CHỢ ĐỒN * Số 12-TB/ĐU Chợ Đồn, ngày 04 tháng 02 năm 2026", "12 TB ĐU 2026-02-04 dang"),
    .init("Số: 5/QĐ-UBND … Hà Nội, ngày 15 tháng 3 năm 2021", "5 QĐ UBND 2021-03-15 nha_nuoc"),
    .init("Số: 5/QĐ-UBND Hà Nội, ngày … tháng 3 năm 2021", "5 QĐ UBND - nha_nuoc"),
    .init(
      "Số: 12-CV/ĐU, V/v tổ chức hội nghị ngày 18/11/2025, Bắc Kạn, ngày 10 tháng 11 năm 2025",
      "12 CV ĐU 2025-11-10 dang"),
    .init("Quyết định số 9/QĐ-UBND về việc tổ chức hội nghị ngày 5/3/2021 tại xã", "9 QĐ UBND - nha_nuoc"),
    .init("Kế hoạch số 9/KH-UBND V/v tổ chức ngày hội từ ngày 1/11/2025 đến ngày 18/11/2025", "9 KH UBND - nha_nuoc"),
    .init("Quyết định số 12/QĐ-UBND có hiệu lực từ ngày 5/3/2021", "12 QĐ UBND - nha_nuoc"),
    .init("Quyết định số 12/QĐ-UBND năm 2021 - 2025", "12 QĐ UBND - nha_nuoc"),
    .init("Quyết định số 12/QĐ-UBND ngày 10 và 12/3/2021", "12 QĐ UBND - nha_nuoc"),
    .init("Kế hoạch 15/KH-SVHTT&DL, 16/TB-UBND.HC", "15 KH SVHTT&DL - nha_nuoc", "16 TB UBND.HC - nha_nuoc"),
    .init("Quyết định số 12/QĐ-\nUBND", "12 QĐ UBND - nha_nuoc"),
    .init("Thông báo số 12-TBKL/TU", "12 TBKL TU - dang"),
    .init("Giấy khen số 123/GK-UBND, số 45/ABC-UBND", "123 GK UBND - nha_nuoc", "45 ABC UBND - nha_nuoc"),
    .init("Hướng dẫn số 12/HD - MTTQ - BTT, ngày: 05/01/2024", "12 HD MTTQ-BTT 2024-01-05 mat_tran"),
    .init("Kế hoạch 12-TU/KH, Quyết định số 15/MTTQ-QĐ", "12 KH TU - dang", "15 QĐ MTTQ - mat_tran"),
    .init("số 12KL/TU; số 12 KL-TU; 144 CV/TU", "12 KL TU - dang !", "12 KL TU - dang !", "144 CV TU - dang !"),
    .init("Số 15 QĐ/UBND ngày 01/02/2020", "15 QĐ UBND 2020-02-01 nha_nuoc !"),
    .init(
      "Nghị quyết của HĐND tỉnh số 25/2022/NQ-HĐND, Bộ luật Lao động số 45/2019/QH14", "25/2022 NQ HĐND - nha_nuoc",
      "45/2019 Luật QH14 - nha_nuoc"),
    .init("Quyết định số 45-QĐI/ĐU, Quy định 11-QĐi/TW", "45 QĐI ĐU - dang", "11 QĐi TW - dang"),
    .init("Kế hoạch số 15-KH/BCĐQCDC&DVK", "15 KH BCĐQCDC&DVK - dang"),
    .init("Thông tư liên tịch số 01/2019/TTLT/BNV-BTC", "1/2019 TTLT BNV-BTC - nha_nuoc"),
    .init("NQ18-NQ/TW, QĐ12/QĐ-UBND", "18 NQ TW - dang", "12 QĐ UBND - nha_nuoc"),
    .init("Hướng dẫn số 12 HD BCĐDVK", "12 HD BCĐDVK - dang !"),
    .init("Quyết định số 12QĐUBND, Kết luận số 03KLTU", "12 QĐ UBND - nha_nuoc !", "3 KL TU - dang !"),
    .init(
      "Kế hoạch số 249/MTTQ-BTT, Văn bản số 250/MTTQ-BTT", "249 KH MTTQ-BTT - mat_tran", "250 CV MTTQ-BTT - mat_tran"),
    .init("văn bản số 12 ngày 5/3/2021 của UBND xã", "12 - - 2021-03-05 nha_nuoc"),
    .init("Luật số 31/2024 về đất đai", "31/2024 Luật - - nha_nuoc"),
  ]

  /// More texts without a document.
  static let noneUnseen: [String] = [
    "số 45/3A/12 đường Lê Lợi; hẻm 12/B", "ngõ 5/KĐT Linh Đàm; lô 5-KCN; căn 12-A1", "hotline 1900-1234; 091.234.5678",
    "TCVN 6909:2001, ISO 9001:2015", "KT-XH đạt 12 KT-XH; 19/19 tiêu chí NTM", "khu phố 3/P.Sông Cầu; thôn 2/xã 5",
    "2-3 triệu/hộ/năm; 200 triệu/ha; 12 kg/m2", "lớp 12/A3, khóa 12/2021", "QL 3/Km12, tỉnh lộ ĐT 254/257",
    "Kế hoạch 2026, báo cáo 2025, chương trình 135, Chương trình 30a", "Dự án 3, tiểu dự án 1, Hợp phần 2",
    "Thông báo số tài khoản 12345678", "Tờ trình 3 nội dung, Quyết định 5 vấn đề, Kết luận 2 điểm, Nghị quyết 5 năm",
    "05 CT, 12 HD, 3 KL đã ban hành; 10 BC/tháng", "2 DA/xã; 12 CLB/HND xã; 5 HTX/UBND",
    "Tiểu đoàn 5-E12; Đại đội 1/d2",
    "Phòng số 5/TB-12; xe số 29/HC-123", "MST 4700123456-001; mã số 12-34/KH",
    "a12-kl/tu@x.vn; https://x.gov.vn/12-KL/TU",
    "Luật 2022, Luật số 1", "quyết định số 3 trường hợp", "12 UBND xã/phường; 3 MTTQ-đoàn thể", "gửi 05 BC UBND tỉnh",
    "NQ18 và CT05, COVID19/TB", "Số:      /QĐ-UBND", "Số: 00/QĐ-UBND", "quý I/2021, tháng 5-2021, ngày 8/3",
    "Nhà máy Z12/BQP",
    "Tổ 35/BCĐ; Đề án 5 triệu",
  ]
}
