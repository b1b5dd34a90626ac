/// What models do, by field: everyday subjects of the movement, none taken from a particular dossier.
enum Topics {
  static let economy = [
    "Hiến đất làm đường giao thông nông thôn", "Chuyển đổi cơ cấu cây trồng trên đất ruộng kém hiệu quả",
    "Trồng cây ăn quả có múi theo tổ hợp tác", "Chăn nuôi bò sinh sản giúp hộ nghèo",
    "Dồn điền, đổi thửa gắn với cánh đồng mẫu", "Trồng rừng gỗ lớn", "Nuôi cá theo tổ tự quản",
    "Nuôi ong lấy mật gắn với bảo vệ rừng", "Trồng rau an toàn theo nhóm hộ", "Góp vốn xoay vòng phát triển chăn nuôi",
    "Đổi công, giúp nhau thu hoạch mùa vụ", "Kiên cố hóa kênh mương nội đồng", "Phát triển du lịch cộng đồng",
    "Trồng cây dược liệu dưới tán rừng", "Cải tạo vườn tạp thành vườn mẫu", "Liên kết tiêu thụ nông sản sạch",
    "Phát triển nghề dệt thổ cẩm", "Sử dụng giống lúa chất lượng cao", "Chăn nuôi gà thả đồi an toàn sinh học",
    "Tiết kiệm giúp hội viên thoát nghèo",
  ]
  static let society = [
    "Ngày chủ nhật xanh", "Phân loại rác thải tại hộ gia đình", "Đám cưới, đám tang văn minh",
    "Dòng họ học tập, không có con em bỏ học", "Giữ gìn tiếng nói, trang phục dân tộc",
    "Câu lạc bộ văn nghệ, thể thao thôn bản", "Xóa nhà tạm, giúp ngày công làm nhà", "Con nuôi của hội",
    "Gia đình no ấm, hạnh phúc, không bạo lực", "Tham gia bảo hiểm y tế toàn dân", "Đường hoa nông thôn mới",
    "Nhà sạch, vườn đẹp", "Hũ gạo tình thương", "Chuồng trại xa nhà, hố xí hợp vệ sinh",
    "Giữ gìn nghề chiêng và dân ca", "Hiến máu tình nguyện", "Tủ sách cộng đồng",
    "Phòng, chống tảo hôn và hôn nhân cận huyết", "Chăm sóc người cao tuổi neo đơn", "Nước sạch về xóm",
  ]
  static let security = [
    "Tổ liên gia tự quản về an ninh trật tự", "Camera an ninh, thắp sáng đường quê",
    "Phòng, chống tội phạm và tệ nạn xã hội", "Dòng họ tự quản không có người vi phạm pháp luật",
    "Vận động thanh niên lên đường nhập ngũ", "Giúp đỡ người lầm lỗi tái hòa nhập", "Phòng cháy, chữa cháy liên gia",
    "Tiếng kẻng an ninh", "Cổng trường an toàn giao thông", "Giao nộp vũ khí, vật liệu nổ, công cụ hỗ trợ",
    "Bảo vệ rừng tận gốc theo tổ cộng đồng", "Hòa giải mâu thuẫn từ gia đình", "Dân quân giúp dân ngày mùa",
    "Không vi phạm nồng độ cồn khi lái xe", "Quản lý con em trên không gian mạng", "Xóm bình yên",
  ]
  static let politics = [
    "Chi bộ bốn tốt", "Sinh hoạt chi bộ theo chuyên đề", "Ngày tiếp dân, lắng nghe ý kiến Nhân dân",
    "Công khai, dân chủ trong quản lý quỹ", "Phát triển đảng viên ở địa bàn khó", "Cán bộ gần dân, sát việc",
    "Giải quyết thủ tục đúng hẹn", "Đảng viên phụ trách nhóm hộ", "Thu hút đoàn viên, hội viên vào tổ chức",
    "Đối thoại giữa người đứng đầu với Nhân dân", "Thực hiện quy chế dân chủ ở cơ sở", "Nêu gương, nói đi đôi với làm",
  ]
  static let office = [
    "Cơ quan xanh, sạch, đẹp", "Một cửa thân thiện, đúng hẹn", "Nụ cười công sở", "Tiết kiệm điện, văn phòng phẩm",
    "Bữa sáng yêu thương cho người bệnh", "Nhận đỡ đầu học sinh nghèo", "Tuyên truyền pháp luật lưu động",
    "Giúp xã khó khăn làm đường bê tông", "Giúp xã khó khăn làm nhà văn hóa",
    "Học tập và làm theo Bác mỗi ngày một việc tốt",
    "Hướng dẫn nộp hồ sơ trực tuyến", "Đồng hành cùng hợp tác xã", "Sinh hoạt chi bộ gắn với nêu gương",
    "Tủ quần áo nghĩa tình", "Không hẹn lại lần hai",
  ]
}
