/// Nouns that are counted and units of measure, as far as they are known; any other noun is read as its first word.
struct UnitNoun {
  /// The hashes of the words and commas behind the first word.
  var rest: [UInt64]
  var isMeasure: Bool
}

/// The units that begin with a word, the longest first.
func unitNouns(_ firstWord: UInt64) -> [UnitNoun] { unitTable[firstWord] ?? [] }

private let unitTable: WordTable<[UnitNoun]> = {
  var table: [UInt64: [UnitNoun]] = [:]
  func add(_ list: String, isMeasure: Bool) {
    for name in list.split(separator: "|") {
      let words = name.split(separator: " ").map { $0 == "," ? UInt64(0x2C) : wordHash(String($0)) }
      table[words[0], default: []].append(UnitNoun(rest: Array(words.dropFirst()), isMeasure: isMeasure))
    }
  }
  add(
    "ha|hecta|héc ta|m|m²|m³|km|km²|cm|mm|dm|kg|g|gam|gram|tấn|tạ|yến|lít|ml|sào|mẫu|mét|mét vuông|mét khối|mét dài|"
      + "ki lô mét|kilômét|kilomet|kwh|kw|mw|ki lô gam|độ c", isMeasure: true)
  add(
    "mô hình|điển hình|hộ|hộ dân|hộ gia đình|số hộ|người|người dân|lượt|lượt người|lượt hộ|tập thể|cá nhân|"
      + "tập thể , cá nhân|gia đình|xã|phường|thị trấn|huyện|tỉnh|thành phố|xã , phường|xã , thị trấn|phường , xã|"
      + "xã , phường , thị trấn|thôn|xóm|bản|ấp|buôn|làng|khu dân cư|khu phố|tổ dân phố|tổ|thôn , xóm|thôn , bản|"
      + "chi bộ|đảng bộ|chi , đảng bộ|chi bộ , đảng bộ|chi ủy|đảng ủy|đảng uỷ|chi hội|chi đoàn|hội viên|đoàn viên|"
      + "đảng viên|thành viên|cán bộ|công chức|viên chức|cán bộ , đảng viên|cán bộ , hội viên|đoàn viên , hội viên|"
      + "đồng chí|đ/c|đồng bào|đại biểu|học sinh|sinh viên|giáo viên|công nhân|lao động|nông dân|phụ nữ|thanh niên|"
      + "cơ quan|đơn vị|cơ quan , đơn vị|tổ chức|doanh nghiệp|hợp tác xã|htx|trường|trường học|lớp|lớp tập huấn|"
      + "câu lạc bộ|clb|đoàn|đoàn kiểm tra|đoàn công tác|đội|nhóm|ban|ngành|dòng họ|họ đạo|khối|cụm|"
      + "hội nghị|cuộc|cuộc họp|buổi|đợt|lần|vụ|vụ việc|trường hợp|ca|thẻ|thẻ bhyt|giấy khen|bằng khen|"
      + "suất|suất quà|phần quà|ngôi nhà|căn nhà|nhà|nhà văn hóa|nhà văn hoá|công trình|phần việc|dự án|tuyến|"
      + "tuyến đường|cây cầu|cầu|cây|con|cái|chiếc|bộ|cuốn|quyển|tờ|tin|bài|tin , bài|ý kiến|kiến nghị|đơn|đơn thư|"
      + "hồ sơ|văn bản|quy trình|biểu mẫu|nhiệm vụ|giải pháp|tiêu chí|chỉ tiêu|chỉ số|nội dung|lĩnh vực|hình thức|"
      + "phong trào|chuyên đề|điểm|mô hình điểm|ngày|ngày công|ngày làm việc|công|giờ|phút|tuần|tháng|quý|năm|"
      + "phiếu|khóa|khoá|ủy viên|uỷ viên|thùng rác|thùng|bóng|bóng đèn|camera|vườn|vườn mẫu|chuồng|trại|trang trại|"
      + "khẩu|nhân khẩu|xe|máy|giếng|bể|hố|hố rác|cổng|quyết định|kế hoạch|chỉ thị|nghị quyết|công văn|bước|khâu|"
      + "mặt|loại|nơi|chốt|tổ tự quản|tổ liên gia|tổ hợp tác|tổ chức đảng|cấp ủy|cấp uỷ|vị trí|hạng mục|sản phẩm|"
      + "cơ sở|hoạt động|sáng kiến|địa phương|địa chỉ|chương trình|vấn đề|gương|tấm gương|thí sinh|tiết mục|"
      + "gian hàng|tủ sách|trạm|cột|bao|viên|tuyên truyền viên|báo cáo viên|hòa giải viên|tổ hòa giải|hội|hội thi|"
      + "hội thảo|tọa đàm|phòng|dân tộc|tôn giáo|chức sắc|già làng|người có uy tín|đối tượng|chuyến|gói|hộp|"
      + "nhà đại đoàn kết|nhà tình nghĩa|thửa|đầu mối|đầu việc|thủ tục|thủ tục hành chính|quy chế|quy ước|hương ước|"
      + "cam kết|bản cam kết|bài viết|ảnh|phản ánh|khiếu nại|cuộc đối thoại|cuộc giám sát|diễn đàn|chiến sĩ|"
      + "cựu chiến binh|người cao tuổi|trẻ em|diện tích|dân số|khu vực|mắt camera|hồ sơ công việc|khách|chai|cửa hàng|"
      + "đảng bộ , chi bộ|chi , đảng ủy|ban , ngành|sở , ngành|tổ , đội|thôn , tổ|ủy ban|uỷ ban|nhân viên|giải|giải thưởng",
    isMeasure: false)
  for word in table.keys { table[word]?.sort { $0.rest.count > $1.rest.count } }
  return WordTable(table)
}()
