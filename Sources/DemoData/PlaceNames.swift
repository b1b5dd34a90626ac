/// The communes of the districts the demo plays in, as they were until 2025-06-30 (official list of administrative units).
///
/// The generator is pure, so it cannot ask `registry.unit`; a name that the registry does not know shows up as DV-001.
enum PlaceNames {
  /// Tỉnh Hòa Bình: 10 districts with 151 communes, wards and townships.
  static let hoaBinh: [(district: String, communes: String)] = [
    (
      "thành phố Hòa Bình",
      "Phường Thái Bình|Phường Tân Hòa|Phường Thịnh Lang|Phường Hữu Nghị|Phường Tân Thịnh|"
        + "Phường Đồng Tiến|Phường Phương Lâm|Xã Yên Mông|Phường Quỳnh Lâm|Phường Dân Chủ|"
        + "Xã Hòa Bình|Phường Thống Nhất|Phường Kỳ Sơn|Xã Thịnh Minh|Xã Hợp Thành|Xã Quang Tiến|"
        + "Xã Mông Hóa|Phường Trung Minh|Xã Độc Lập"
    ),
    (
      "huyện Đà Bắc",
      "Thị trấn Đà Bắc|Xã Nánh Nghê|Xã Giáp Đắt|Xã Mường Chiềng|Xã Tân Pheo|Xã Đồng Chum|"
        + "Xã Tân Minh|Xã Đoàn Kết|Xã Đồng Ruộng|Xã Tú Lý|Xã Trung Thành|Xã Yên Hòa|Xã Cao Sơn|"
        + "Xã Toàn Sơn|Xã Hiền Lương|Xã Tiền Phong|Xã Vầy Nưa"
    ),
    (
      "huyện Lương Sơn",
      "Thị trấn Lương Sơn|Xã Lâm Sơn|Xã Hòa Sơn|Xã Tân Vinh|Xã Nhuận Trạch|Xã Cao Sơn|"
        + "Xã Cư Yên|Xã Liên Sơn|Xã Cao Dương|Xã Thanh Sơn|Xã Thanh Cao"
    ),
    (
      "huyện Kim Bôi",
      "Thị trấn Bo|Xã Đú Sáng|Xã Hùng Sơn|Xã Bình Sơn|Xã Tú Sơn|Xã Vĩnh Tiến|Xã Đông Bắc|"
        + "Xã Xuân Thủy|Xã Vĩnh Đồng|Xã Kim Lập|Xã Hợp Tiến|Xã Kim Bôi|Xã Nam Thượng|Xã Cuối Hạ|"
        + "Xã Sào Báy|Xã Mi Hòa|Xã Nuông Dăm"
    ),
    (
      "huyện Cao Phong",
      "Thị trấn Cao Phong|Xã Bình Thanh|Xã Thung Nai|Xã Bắc Phong|Xã Thu Phong|Xã Hợp Phong|"
        + "Xã Tây Phong|Xã Dũng Phong|Xã Nam Phong|Xã Thạch Yên"
    ),
    (
      "huyện Tân Lạc",
      "Thị trấn Mãn Đức|Xã Suối Hoa|Xã Phú Vinh|Xã Phú Cường|Xã Mỹ Hòa|Xã Quyết Chiến|"
        + "Xã Phong Phú|Xã Tử Nê|Xã Thanh Hối|Xã Ngọc Mỹ|Xã Đông Lai|Xã Vân Sơn|Xã Nhân Mỹ|"
        + "Xã Lỗ Sơn|Xã Ngổ Luông|Xã Gia Mô"
    ),
    (
      "huyện Mai Châu",
      "Xã Tân Thành|Thị trấn Mai Châu|Xã Sơn Thủy|Xã Pà Cò|Xã Hang Kia|Xã Đồng Tân|Xã Cun Pheo|"
        + "Xã Bao La|Xã Tòng Đậu|Xã Nà Phòn|Xã Săm Khóe|Xã Chiềng Châu|Xã Mai Hạ|Xã Thành Sơn|"
        + "Xã Mai Hịch|Xã Vạn Mai"
    ),
    (
      "huyện Lạc Sơn",
      "Thị trấn Vụ Bản|Xã Quý Hòa|Xã Miền Đồi|Xã Mỹ Thành|Xã Tuân Đạo|Xã Văn Nghĩa|Xã Văn Sơn|"
        + "Xã Tân Lập|Xã Nhân Nghĩa|Xã Thượng Cốc|Xã Quyết Thắng|Xã Xuất Hóa|Xã Yên Phú|"
        + "Xã Bình Hẻm|Xã Định Cư|Xã Chí Đạo|Xã Ngọc Sơn|Xã Hương Nhượng|Xã Vũ Bình|Xã Tự Do|"
        + "Xã Yên Nghiệp|Xã Tân Mỹ|Xã Ân Nghĩa|Xã Ngọc Lâu"
    ),
    (
      "huyện Yên Thủy",
      "Thị trấn Hàng Trạm|Xã Lạc Sỹ|Xã Lạc Lương|Xã Bảo Hiệu|Xã Đa Phúc|Xã Hữu Lợi|"
        + "Xã Lạc Thịnh|Xã Đoàn Kết|Xã Phú Lai|Xã Yên Trị|Xã Ngọc Lương"
    ),
    (
      "huyện Lạc Thủy",
      "Thị trấn Ba Hàng Đồi|Thị trấn Chi Nê|Xã Phú Nghĩa|Xã Phú Thành|Xã Hưng Thi|Xã Khoan Dụ|"
        + "Xã Đồng Tâm|Xã Yên Bồng|Xã Thống Nhất|Xã An Bình"
    ),
  ]

  /// Huyện Chợ Đồn, tỉnh Bắc Kạn: 20 communes.
  static let choDon: [(district: String, communes: String)] = [
    (
      "huyện Chợ Đồn",
      "Thị trấn Bằng Lũng|Xã Xuân Lạc|Xã Nam Cường|Xã Đồng Lạc|Xã Tân Lập|Xã Bản Thi|"
        + "Xã Quảng Bạch|Xã Bằng Phúc|Xã Yên Thịnh|Xã Yên Thượng|Xã Phương Viên|Xã Ngọc Phái|"
        + "Xã Đồng Thắng|Xã Lương Bằng|Xã Bằng Lãng|Xã Đại Sảo|Xã Nghĩa Tá|Xã Yên Mỹ|Xã Bình Trung|"
        + "Xã Yên Phong"
    )
  ]

  /// The districts of a table, each with its communes, as filing units of a province.
  static func units(
    of table: [(district: String, communes: String)], province: String
  ) -> [FilingUnit] {
    table.flatMap { row in
      [FilingUnit(text: "\(row.district.capitalisedFirst), \(province)", short: row.district)]
        + row.communes.split(separator: "|").map { name in
          FilingUnit(
            text: "\(name), \(row.district), \(province)", short: String(name).lowercasedFirst, district: row.district)
        }
    }
  }
}

extension String {
  /// The text with a capital first letter.
  var capitalisedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
