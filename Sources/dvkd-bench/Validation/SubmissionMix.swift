import Foundation

/// Submissions of mixed quality, about 2 KB each, made of phrases written for the benchmark; the same ones each time.
struct SubmissionMix {
  /// A submission to hand in.
  struct Item {
    let kind: String
    let key: String
    let unit: String
    let content: String
  }

  /// Communes that may file, by name and path.
  let communes: [String]

  /// Of twenty submissions twelve are without a flaw, the others carry one each.
  private enum Flaw: Int {
    case decomposed = 12
    case spaces, noOutputs, oldEncoding, markup, neverRegistered, unmeasured, report
  }

  /// The number-th submission.
  func item(_ number: Int) -> Item {
    let unit = communes[number % communes.count]
    let flaw = Flaw(rawValue: number % 20)
    let content = flaw == .report ? report(number) : registration(number, flaw)
    let text = flaw == .decomposed ? content.decomposedStringWithCanonicalMapping : content
    return Item(
      kind: flaw == .report ? "report" : "registration", key: "bench \(number)", unit: unit, content: text)
  }

  /// The name of the number-th model; names come again in other communes.
  static func name(_ number: Int, communes: Int) -> String {
    let turn = number / communes
    return "\(stems[turn % stems.count]) \(hamlets[(turn / stems.count + number) % hamlets.count])"
  }

  private func registration(_ number: Int, _ flaw: Flaw?) -> String {
    let name = "\(Self.stems[number % Self.stems.count]) \(Self.hamlets[number % Self.hamlets.count]) đợt \(number)"
    var members: [(String, String)] = [
      ("situation", Self.paragraph(number, 2)), ("goals", Self.paragraph(number + 1, 2)),
      ("content", Self.paragraph(number + 2, 3)), ("scope", Self.paragraph(number + 3, 1)),
      ("forces", Self.paragraph(number + 4, 1)), ("resources", Self.paragraph(number + 5, 1)),
      ("schedule", "Từ ngày 01/3/2026 đến ngày 30/11/2026"), ("sustainability", Self.paragraph(number + 6, 2)),
      (
        "outputs",
        "\(60 + number % 40)/\(100 + number % 7) hộ tham gia; \(5 + number % 9) ha, thu nhập 35,5 triệu đồng/hộ"
      ),
    ]
    switch flaw {
    case .spaces: members[0].1 = members[0].1.replacing(" ", with: "\u{A0} ", maxReplacements: 4)
    case .noOutputs: members.removeLast()
    case .oldEncoding: members[1].1 = "VËn ®éng nh©n d©n hiÕn ®Êt lµm ®­êng giao th«ng n«ng th«n"
    case .markup: members[2].1 += " <script>x</script>"
    case .unmeasured: members[8].1 = "nâng cao nhận thức của nhân dân"
    default: break
    }
    let texts = members.map { "\"\($0.0)\": \"\($0.1)\"" }.joined(separator: ", ")
    return """
      {"filed_on": "2026-03-02", "year": 2026, "type": "\(flaw == .neverRegistered ? "maintained" : "new")",
       "model": {"name": "\(name)", "field": "Kinh tế", "places": ["\(Self.hamlets[number % Self.hamlets.count])"]},
       "subjects": [{"kind": "collective", "name": "Chi bộ \(Self.hamlets[number % Self.hamlets.count])", "role": "lead"}],
       \(texts), "starts_on": "2026-03-01", "ends_on": "2026-11-30"}
      """
  }

  private func report(_ number: Int) -> String {
    """
    {"filed_on": "2026-03-02", "year": 2025, "model": {"name": "\(Self.name(number % communes.count, communes: communes.count))"},
     "narrative": "\(Self.paragraph(number, 8))",
     "indicators": [{"name": "Hộ tham gia", "unit": "hộ", "x": "216", "y": "221", "percent": "97,7"},
      {"name": "Diện tích", "unit": "ha", "value": "4,5"}, {"name": "Đường bê tông", "unit": "km", "value": "\(number % 30)"}],
     "tables": [{"name": "Mô hình theo khối", "total": "\(number % 3 == 0 ? 128 : 127)", "parts": [{"name": "Xã, phường", "value": "89"},
      {"name": "Hành chính", "value": "24"}, {"name": "Nội chính", "value": "08"}, {"name": "Doanh nghiệp", "value": "06"}]}]}
    """
  }

  private static func paragraph(_ number: Int, _ sentences: Int) -> String {
    (0..<sentences).map { Self.sentences[(number * 7 + $0 * 3) % Self.sentences.count] }.joined(separator: " ")
  }

  static let stems = [
    "Trồng rừng gỗ lớn", "Nuôi ong lấy mật", "Đường hoa nông thôn", "Tổ thu gom rác", "Thắp sáng đường quê",
    "Camera an ninh", "Hũ gạo tình thương", "Tiếng kẻng khuyến học", "Dòng họ không tội phạm", "Chợ phiên ba sạch",
    "Cánh đồng một giống", "Tủ sách thôn bản", "Vườn mẫu nhà sạch", "Góp công làm thủy lợi", "Hòa giải từ gia đình",
    "Chi hội cùng tiết kiệm", "Mái ấm tình đồng đội", "Bữa sáng cho em", "Giữ tiếng hát then", "Trồng chè an toàn",
    "Tổ tự quản bờ suối", "Ngày thứ Bảy vì dân", "Một cửa thân thiện", "Nước sạch về bản",
  ]

  static let hamlets = [
    "thôn Nà Lẹng", "thôn Khuổi Sao", "bản Pác Cáp", "thôn Đồng Tâm", "tổ 4", "thôn Bình Minh", "bản Nà Khoang",
    "thôn Cốc Lùng", "tổ 11", "thôn Phia Đén", "thôn Quyết Tiến", "bản Lũng Tao", "thôn Tân Hợp", "khu phố 6",
    "thôn Nà Pán", "bản Khau Mòn", "thôn Vằng Doọc", "ấp Bình Thới", "thôn Khuổi Luông", "tổ 2A",
  ]

  static let sentences = [
    "Đường vào thôn còn lầy lội, xe chở nông sản khó đi vào mùa mưa.",
    "Chi bộ họp bàn, phân công từng đảng viên phụ trách năm hộ.",
    "Nhân dân hiến 1.250 m2 đất và góp 320 ngày công.",
    "Từ tháng 3 đến tháng 11 năm 2026 mỗi tuần ra quân một buổi.",
    "Kinh phí 185 triệu đồng, trong đó nhân dân đóng góp 60%.",
    "Ban công tác Mặt trận công khai thu, chi tại nhà văn hóa thôn.",
    "Có 85/92 hộ ký cam kết, đạt 92,4%.",
    "Hội Phụ nữ, Đoàn thanh niên và Hội Cựu chiến binh cùng tham gia.",
    "Mỗi hộ trồng thêm 50 cây keo, cây mỡ quanh vườn đồi.",
    "Thực hiện Kế hoạch số 16-KH/ĐU ngày 25/1/2026 của Đảng ủy xã.",
    "Tổ tự quản kiểm tra hằng tháng, nhắc nhở hộ chưa làm tốt.",
    "Sau một năm, 12 hộ đã thoát nghèo bền vững.",
    "Mô hình được phổ biến cho các thôn lân cận học tập.",
    "Người có uy tín vận động con cháu bỏ hủ tục trong việc cưới, việc tang.",
  ]
}
