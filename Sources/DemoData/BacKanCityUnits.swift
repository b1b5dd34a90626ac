/// The 47 party units under Đảng bộ thành phố Bắc Kạn: eight of wards and communes are real, the others have simulated names.
extension BacKanCity {
  /// All units, the committee first.
  static var units: [SetUpPlan.Unit] {
    let committees = [
      SetUpPlan.Unit(
        code: "DB-T-BACKAN", name: "Đảng bộ tỉnh Bắc Kạn", type: "dang_bo", validUntil: lastDay,
        note: "Kết thúc khi sắp xếp đơn vị hành chính ngày 01/7/2025"),
      SetUpPlan.Unit(
        code: committee, name: "Đảng bộ thành phố Bắc Kạn", type: "dang_bo", parent: "DB-T-BACKAN", validUntil: lastDay,
        note: "Cấp huyện, kết thúc ngày 30/6/2025"),
      SetUpPlan.Unit(
        code: "BCD-TP-BACKAN",
        name: "Ban Chỉ đạo thực hiện quy chế dân chủ và phong trào “Dân vận khéo” thành phố Bắc Kạn",
        type: "ban_chi_dao", tree: "mat_tran", validUntil: lastDay, note: "Đơn vị lập Kế hoạch 16-KH/BCĐ năm 2021"),
    ]
    return committees
      + shapes.flatMap { shape in
        names(of: shape).enumerated().map { index, name in
          SetUpPlan.Unit(
            code: code(shape.code, index), name: name, type: name.hasPrefix("Đảng bộ") ? "dang_bo" : "chi_bo",
            parent: committee, validUntil: lastDay,
            note: shape.code == "XP" ? "Đảng bộ cơ sở xã, phường" : "Tên mô phỏng")
        }
      }
  }

  /// The four blocks with all 47 units; which of them the 17 without models belong to is simulated.
  static var blocks: [SetUpPlan.Block] {
    shapes.map { shape in
      SetUpPlan.Block(
        committee: committee, code: "BK-\(shape.code)", name: shape.name,
        units: names(of: shape).indices.map { code(shape.code, $0) })
    }
  }

  static func code(_ block: String, _ index: Int) -> String {
    "\(committee)-\(block)-\(index < 9 ? "0" : "")\(index + 1)"
  }

  static func names(of shape: BlockShape) -> [String] {
    switch shape.code {
    case "HCSN":
      [
        "Chi bộ Phòng Tài chính - Kế hoạch", "Chi bộ Phòng Giáo dục và Đào tạo", "Chi bộ Phòng Kinh tế",
        "Chi bộ Phòng Quản lý đô thị", "Chi bộ Phòng Văn hóa và Thông tin", "Chi bộ Phòng Lao động, Người có công",
        "Chi bộ Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Chi bộ Khối Mặt trận, đoàn thể",
        "Chi bộ Trường học mô phỏng số 01", "Chi bộ Trường học mô phỏng số 02", "Chi bộ Trung tâm Y tế",
        "Chi bộ Trường học mô phỏng số 03", "Chi bộ Trường học mô phỏng số 04", "Chi bộ Trung tâm Văn hóa",
        "Chi bộ Trung tâm Bồi dưỡng chính trị", "Chi bộ Phòng Tài nguyên và Môi trường", "Chi bộ Phòng Nội vụ",
      ].map { "\($0) thành phố Bắc Kạn" }
    case "NC":
      [
        "Đảng bộ Công an", "Đảng bộ Quân sự", "Chi bộ Viện Kiểm sát nhân dân", "Chi bộ Tòa án nhân dân",
        "Chi bộ Chi cục Thi hành án dân sự", "Chi bộ Thanh tra", "Chi bộ Phòng Tư pháp",
      ].map { "\($0) thành phố Bắc Kạn" }
    case "XP":
      [
        "phường Sông Cầu", "xã Dương Quang", "xã Nông Thượng", "phường Đức Xuân", "phường Nguyễn Thị Minh Khai",
        "phường Phùng Chí Kiên", "phường Huyền Tụng", "phường Xuất Hóa",
      ].map { "Đảng bộ \($0)" }
    default:
      (1...15).map { "Chi bộ doanh nghiệp mô phỏng số \($0 < 10 ? "0" : "")\($0) thành phố Bắc Kạn" }
    }
  }
}
