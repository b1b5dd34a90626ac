/// The field sets (bộ lĩnh vực) of the articles; no two articles use the same one.
enum FieldSets {
  static let bacKanCity = SetUpPlan.FieldSet(
    code: "BK-TP-2021", name: "Lĩnh vực của thành phố Bắc Kạn, 2021",
    fields: [
      ("nong_thon_moi", "Nông thôn mới"), ("do_thi_van_minh", "Đô thị văn minh"),
      ("tu_thien_nhan_dao", "Từ thiện - nhân đạo"),
      ("tuyen_truyen_phap_luat", "Tuyên truyền, phổ biến giáo dục pháp luật"),
      ("he_thong_chinh_tri", "Xây dựng hệ thống chính trị"), ("van_hoa_cong_so", "Văn hóa công sở"),
      ("hoc_tap_bac", "Học tập và làm theo Bác"),
    ])
  static let provincialAgencies = SetUpPlan.FieldSet(
    code: "CCQT-BK-2018", name: "Lĩnh vực của Đảng bộ Các cơ quan tỉnh Bắc Kạn, 2018–2020",
    fields: [
      ("nong_thon_moi", "Xây dựng nông thôn mới"),
      ("cai_cach_hanh_chinh", "Cải cách hành chính, xây dựng cơ quan, công sở"),
      ("mat_tran_doan_the", "Xây dựng tổ chức Mặt trận Tổ quốc, đoàn thể vững mạnh"),
      ("xay_dung_dang", "Vận động cán bộ, Nhân dân đóng góp xây dựng Đảng, chính quyền"),
    ])
  static let benTre = SetUpPlan.FieldSet(
    code: "BT-2025", name: "Lĩnh vực của tỉnh Bến Tre, 2025",
    fields: [
      ("kinh_te", "Kinh tế"), ("van_hoa_xa_hoi", "Văn hóa - xã hội"), ("an_ninh_quoc_phong", "An ninh - quốc phòng"),
      ("he_thong_chinh_tri", "Xây dựng Đảng và hệ thống chính trị"),
    ])
  static let hoaBinh = SetUpPlan.FieldSet(
    code: "HB-2019", name: "Lĩnh vực của tỉnh Hòa Bình, 2019–2020",
    fields: [
      ("kinh_te", "Kinh tế"), ("van_hoa_xa_hoi", "Văn hóa - xã hội"), ("quoc_phong_an_ninh", "Quốc phòng - an ninh"),
      ("he_thong_chinh_tri", "Xây dựng hệ thống chính trị"),
    ])
  /// The article names no list: the four usual fields, simulated.
  static let choDon = SetUpPlan.FieldSet(
    code: "CD-2018", name: "Lĩnh vực của huyện Chợ Đồn (mô phỏng)",
    fields: [
      ("kinh_te", "Kinh tế"), ("van_hoa_xa_hoi", "Văn hóa - xã hội"), ("quoc_phong_an_ninh", "Quốc phòng - an ninh"),
      ("he_thong_chinh_tri", "Xây dựng hệ thống chính trị"),
    ])
}
