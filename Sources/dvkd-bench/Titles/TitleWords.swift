/// What titles of models are made of: everyday wording of the movement, none taken from a particular dossier.
enum TitleWords {
  static let actions = [
    "", "vận động nhân dân", "vận động hội viên", "tuyên truyền, vận động nhân dân", "chi hội phụ nữ",
    "chi hội nông dân",
    "cựu chiến binh", "đoàn thanh niên", "dân vận khéo trong", "phát huy vai trò người có uy tín trong", "tổ tự quản",
    "khu dân cư", "giúp hội viên nghèo", "đảng viên gương mẫu", "nhóm hộ",
  ]
  static let objects = [
    "trồng cây quế", "trồng cây chuối tây", "hiến đất làm đường", "thu gom rác thải", "phân loại rác tại nguồn",
    "thắp sáng đường quê", "camera an ninh", "đường hoa nông thôn mới", "nuôi dê sinh sản", "trồng bí xanh thơm",
    "xóa nhà tạm", "mua bảo hiểm y tế", "tiết kiệm xoay vòng vốn", "phòng chống tội phạm", "giữ gìn vệ sinh môi trường",
    "nuôi heo đất", "chăm sóc người già neo đơn", "trồng rừng gỗ lớn", "cải tạo vườn tạp", "nuôi ong lấy mật",
    "xây dựng nhà văn hóa", "kiên cố hóa kênh mương", "dồn điền đổi thửa", "chăn nuôi gà thả vườn", "nuôi bò vỗ béo",
    "hũ gạo tình thương", "biến rác thành tiền", "cổng rào xanh", "giao thông an toàn", "đám cưới văn minh",
    "đưa trẻ đến trường", "hiến máu nhân đạo", "phòng cháy chữa cháy", "hòa giải cơ sở", "tiếng kẻng an ninh",
    "trồng chè hữu cơ", "trồng dược liệu dưới tán rừng", "học tập suốt đời", "giữ nghề dệt truyền thống",
    "đờn ca tài tử",
    "giải phóng mặt bằng", "thanh toán không dùng tiền mặt", "dịch vụ công trực tuyến", "nước sạch hợp vệ sinh",
    "bảo vệ rừng đầu nguồn", "thả cá tái tạo nguồn lợi", "trồng lúa chất lượng cao", "xen canh dưa và lúa",
  ]
  static let purposes = [
    "", "phát triển kinh tế gia đình", "giảm nghèo bền vững", "xây dựng nông thôn mới nâng cao",
    "xây dựng đô thị văn minh",
    "gắn với học tập và làm theo Bác", "bảo đảm an ninh trật tự", "xanh sạch đẹp", "nâng cao thu nhập cho hộ dân",
    "vì sức khỏe cộng đồng", "góp phần bảo vệ môi trường", "tạo sinh kế cho phụ nữ", "giữ gìn bản sắc văn hóa",
  ]
  static let hamletNouns = ["thôn", "xóm", "bản", "ấp", "tổ dân phố", "khu dân cư"]
  static let nameWords = [
    "An", "Bình", "Bung", "Cao", "Châu", "Chiềng", "Cường", "Dương", "Đại", "Đoàn", "Đông", "Đồng", "Giang", "Hà",
    "Hải",
    "Hiệp", "Hòa", "Hồng", "Hưng", "Khánh", "Kim", "Lâm", "Liên", "Long", "Lương", "Mai", "Minh", "Mỹ", "Nà", "Nam",
    "Nghĩa",
    "Ngọc", "Phong", "Phú", "Phúc", "Quang", "Quyết", "Sơn", "Tân", "Tây", "Thành", "Thắng", "Thịnh", "Thọ", "Thuận",
    "Thượng", "Thủy", "Tiến", "Trung", "Vân", "Vĩnh", "Xuân", "Yên", "Lạc", "Tràng", "Khe", "Suối", "Đá", "Cẩm", "Bắc",
  ]
  /// Words of titles that come once.
  static let rareWords = [
    "gốm", "lưới", "sen", "tre", "mây", "thuyền", "chợ", "bến", "trống", "khăn", "sáo", "nón", "tơ", "lụa", "mắm",
    "muối",
    "cốm", "bánh", "mật", "hến", "sò", "ngao", "tôm", "cua", "ruốc", "nấm", "măng", "trám", "hồi", "sả", "nghệ", "gừng",
    "tiêu", "điều", "cà phê", "ca cao", "sầu riêng", "bơ", "mít", "ổi", "na", "vải", "nhãn", "cam", "quýt", "bưởi",
    "thanh long",
    "đàn", "sách", "thư viện", "bóng chuyền", "xe đạp", "cầu", "phà", "giếng", "bể", "lò", "ủ phân", "giun quế", "dế",
    "tằm",
    "yến", "bồ câu", "ngựa", "hươu", "trâu", "vịt", "lươn", "ếch", "ba ba", "cá lồng", "rô phi", "chạch", "hoa đào",
    "hoa mai",
    "lan rừng", "bonsai", "mộc", "rèn", "đan lát", "thêu", "may", "in", "giấy dó", "tranh", "múa lân", "hát then",
    "xòe",
    "cồng chiêng", "võ", "cờ", "vật", "bơi", "phao", "mũ bảo hiểm", "gương cầu", "biển báo", "loa", "mạng", "mã số",
    "sổ tay",
  ]
}
