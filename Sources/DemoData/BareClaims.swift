extension Claims {
  /// Figures that nothing registered here can count: kept with excerpt and source only.
  static let bare: [Claim] = {
    let hoaBinh: [(String, String, String)] = [
      ("reported_only[0].communes", "82", "tổng số xã về đích NTM của tỉnh là 82 xã"),
      ("reported_only[0].percent", "42.9", "82 xã, chiếm 42,9% tổng số xã"),
      ("reported_only[1].x", "55", "số xã thực hiện dồn điền, đổi thửa là 55/191 xã"),
      ("reported_only[1].y", "191", "số xã thực hiện dồn điền, đổi thửa là 55/191 xã"),
      ("reported_only[1].percent", "28.8", "55/191 xã (chiếm 28,8%)"),
      ("reported_only[2].hectares", "4657", "đến tháng 4/2019, toàn tỉnh đã thực hiện được hơn 4.657 ha"),
      ("reported_only[2].percent", "5.82", "chiếm 5,82% diện tích đất trồng trọt của tỉnh"),
      ("reported_only[3].x", "216", "216/221 thành viên của mô hình được mua thẻ BHYT"),
      ("reported_only[3].y", "221", "216/221 thành viên của mô hình được mua thẻ BHYT"),
      ("reported_only[3].percent", "97.7", "216/221 thành viên … (đạt 97,7%)"),
      ("reported_only[4].from", "71", "Đầu năm 2017, toàn xã có 71% người dân tham gia BHYT"),
      ("reported_only[4].to", "86.1", "nâng tỷ lệ bao phủ BHYT toàn xã lên 86,1%"),
      ("reported_only[5].from", "40", "mới có 40% hội viên tham gia BHYT"),
      ("reported_only[5].to", "70", "tỷ lệ hội viên phụ nữ … đã tăng lên hơn 70%"),
    ]
    let agencies = Claim(
      locality: .provincialAgencies, figure: "reported_only[0].percent", value: "100",
      excerpt: "100% các chi, đảng bộ trực thuộc đăng ký thực hiện và nhân rộng")
    return [agencies]
      + hoaBinh.map { Claim(locality: .hoaBinh, figure: $0.0, value: $0.1, excerpt: $0.2) }
  }()
}
