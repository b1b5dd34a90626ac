@testable import DanVanKheo

extension RuleExampleTests {
  /// How texts are written: VB-004 to 010, DK-015.
  private static let paragraph = "Các mô hình có sự đa dạng, thể hiện ở nhiều lĩnh vực gắn với nhiệm vụ chuyên môn."

  static let writing: [RuleCase] = [
    .passes(.vb004, .registration, ("content/model/name", "Trồng cây quế")),
    .passes(.vb004, .registration, ("content/goals", "Chia sẻ kinh nghiệm, tìm kiếm việc làm; xem thêm phụ lục.")),
    .fails(.vb004, .registration, "/goals", ("content/goals", "Tăng cỡ chữ Giảm cỡ chữ")),
    .fails(.vb004, .registration, "/goals", ("content/goals", "Trồng quế.\nCHIA SẺ BÀI VIẾT\nGiảm nghèo.")),
    .fails(.vb004, .registration, "/goals", ("content/goals", "Trồng quế.\nBài trướcChợ Đồn có 01 ca")),
    .passes(.vb005, .registration, ("content/goals", "“Dân vận khéo”")),
    .passes(.vb005, .registration, ("content/goals", "\"Dân vận khéo”, H’Hen, 24\" và phong trào “ Dân vận khéo”.")),
    .fails(.vb005, .registration, "/goals", ("content/goals", "‘Dân vận khéo”")),
    .fails(.vb005, .registration, "/goals", ("content/goals", "xây dựng “Bến Tre xanh; thực hiện các biện pháp")),
    .passes(.vb006, .registration, ("content/goals", "Đảng")),
    .passes(.vb006, .registration, ("content/goals", "Ông Guðmundur Sigurðsson thăm xã")),
    .fails(.vb006, .registration, "/goals", ("content/goals", "Ðảng")),
    .fails(.vb006, .registration, "/goals", ("content/goals", "hội nghị HÐND và Ɖoàn xã")),
    .passes(.vb007, .registration, ("content/goals", .string(paragraph + "\nHai đoạn khác nhau thì không sao cả."))),
    .passes(.vb007, .registration, ("content/goals", "Dân vận khéo\nNội dung\nDân vận khéo\nNội dung")),
    .fails(.vb007, .registration, "/goals", ("content/goals", .string(paragraph + "\n" + paragraph))),
    .fails(
      .vb007, .registration, "/goals",
      ("content/goals", .string(paragraph + "\nPhong trào trong đời sống “Nhân dân”." + paragraph))),
    .passes(.vb009, .registration, ("content/goals", "hòa thuận, thủy lợi")),
    .passes(.vb009, .registration, ("content/goals", "Hoà Bình, quý III, hoàn thành, Tỉnh uỷ")),
    .fails(.vb009, .registration, "/goals", ("content/goals", "Hòa Bình, Hoà Bình")),
    .fails(.vb009, .registration, "/subjects/0/name", ("content/subjects/0/name", "Đảng ủy, Tỉnh uỷ Bắc Kạn")),
    .passes(.vb010, .registration, ("content/goals", "tiến")),
    .passes(.vb010, .registration, ("content/subjects/0/name", "H'Hen Niê, Y Ngông, K'sor, Đắk Lắk, José María")),
    .fails(.vb010, .registration, "/goals", ("content/goals", "tíên bộ")),
    .fails(.vb010, .registration, "/goals", ("content/goals", "hòan thành chúyên đi")),
    .passes(.dk015, .registration, ("content/forces", "Châu Thành; Bình Đại; Ba Tri")),
    .passes(.dk015, .registration, ("content/forces", "Trong chuyển đổi số,… an toàn xã hội,... và kết luận…")),
    .fails(.dk015, .registration, "/forces", ("content/forces", "Huyện ủy Châu Thành, Bình Đại, Ba Tri,…")),
    .fails(.dk015, .registration, "/forces", ("content/forces", "Hội Phụ nữ, Hội Nông dân, v.v.")),
    .fails(.dk015, .registration, "/subjects/0/name", ("content/subjects/0/name", "Chi bộ Nà Duồng...")),
  ]
}
