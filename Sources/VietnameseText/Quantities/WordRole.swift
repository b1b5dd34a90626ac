/// What a word means beside a number.
struct WordRole: OptionSet {
  let rawValue: UInt64

  static let day = WordRole(rawValue: 1 << 0)
  static let month = WordRole(rawValue: 1 << 1)
  static let year = WordRole(rawValue: 1 << 2)
  /// gần, dưới.
  static let under = WordRole(rawValue: 1 << 3)
  /// hơn, trên.
  static let over = WordRole(rawValue: 1 << 4)
  /// khoảng, chừng, ước.
  static let about = WordRole(rawValue: 1 << 5)
  /// trên, dưới: of place as well as of number.
  static let place = WordRole(rawValue: 1 << 6)
  /// cao, thấp, nhiều: before “hơn” they compare.
  static let comparing = WordRole(rawValue: 1 << 7)
  /// từ.
  static let from = WordRole(rawValue: 1 << 8)
  /// đến, tới.
  static let to = WordRole(rawValue: 1 << 9)
  static let before = WordRole(rawValue: 1 << 10)
  /// đầu, giữa, cuối, hết: before a month or year.
  static let partOfTime = WordRole(rawValue: 1 << 11)
  /// dịp, lễ, sáng: a day without a year may follow.
  static let dateCue = WordRole(rawValue: 1 << 12)
  /// mỗi, hàng: no date follows, but a rate.
  static let each = WordRole(rawValue: 1 << 13)
  /// A number behind it is always a name: thứ, điều, phường.
  static let named = WordRole(rawValue: 1 << 14)
  /// A number behind it is a name unless something countable follows: tổ, đường, cấp.
  static let oftenNamed = WordRole(rawValue: 1 << 15)
  /// Behind a small number it makes a slogan: không, sạch.
  static let slogan = WordRole(rawValue: 1 << 16)
  /// Never what is counted: được, của, trong.
  static let idle = WordRole(rawValue: 1 << 17)
  /// thu nhập, kinh phí: a bare “20 triệu” near it is money.
  static let moneyCue = WordRole(rawValue: 1 << 18)
  /// Before a share that belongs to the figure in front: đạt, chiếm, bằng.
  static let shareCue = WordRole(rawValue: 1 << 19)
  /// A telephone or fax number follows.
  static let telephone = WordRole(rawValue: 1 << 20)
  /// Before “số” in words such as tổng số, dân số, hệ số.
  static let countedNumber = WordRole(rawValue: 1 << 21)
  static let number = WordRole(rawValue: 1 << 22)
  static let hour = WordRole(rawValue: 1 << 23)
  /// tết, hè, học: a bare year may follow.
  static let yearCue = WordRole(rawValue: 1 << 24)
  /// “4 lĩnh vực”: behind “trên” a place, not more than four.
  static let area = WordRole(rawValue: 1 << 25)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The roles of a word or of a pair of words, by its hash.
  init(_ hash: UInt64) { self = wordRoles[hash] ?? [] }

  static func known(_ word: String) -> UInt64 { wordHash(word) }
}

private let wordRoles: WordTable<WordRole> = {
  var roles: [UInt64: WordRole] = [:]
  func add(_ role: WordRole, _ words: String) {
    for word in words.split(separator: ",") { roles[wordHash(String(word)), default: []].formUnion(role) }
  }
  add(.day, "ngày,mùng,mồng")
  add(.month, "tháng")
  add(.year, "năm")
  add(.under, "gần,dưới")
  add(.over, "hơn,trên")
  add(.about, "khoảng,chừng,ước,tầm,xấp xỉ,ước tính,ước đạt")
  add(.place, "trên,dưới")
  add(.comparing, "cao,thấp,nhiều,ít,lớn,nhỏ,tốt,sớm,muộn,dài,ngắn,xa,rộng,nhanh,chậm,kém,giỏi")
  add(.from, "từ")
  add(.to, "đến,tới")
  add(.before, "trước")
  add(.partOfTime, "đầu,giữa,cuối,hết")
  add(.dateCue, "dịp,lễ,sáng,chiều,tối,trưa,đêm,hôm,vào,từ,đến,tới,trước,sau,hết,khánh,niệm,nhất,là,họp")
  add(.yearCue, "từ,đến,tới,đầu,giữa,cuối,hết,hè,tết,xuân,đoạn,kỳ,kì,học,khóa,khoá")
  add(.each, "mỗi,hàng,hằng,một,mấy,nhiều,các")
  add(.named, "thứ,điều,khoản,mục,chương,quận,phường,trang,phụ lục,quốc lộ,tỉnh lộ,hương lộ,ql,tl,đt,mẫu")
  add(.named, "chỉ đạo,chỉ thị,nghị quyết,nghị định,quyết định,chương trình,dự án,đề án,kế hoạch,kết luận,thông tư")
  add(.named, "quy định,hướng dẫn,công văn,trung ương,trung đoàn,sư đoàn,tiểu đoàn,lữ đoàn,quân khu,thế kỷ,thế kỉ")
  add(.named, "thập niên,thập kỷ,giai đoạn,phiên bản,tỷ số,tỉ số,khóa,khoá,ngõ,ngách,hẻm,kiệt,số nhà,cv,qđ,nq")
  add(.oftenNamed, "tổ,thôn,xóm,ấp,bản,làng,khu,đội,nhóm,lớp,cấp,loại,hạng,mức,bước,đợt,kỳ,kì,vòng,lần,phần,hình")
  add(
    .oftenNamed,
    "bảng,tuyến,đường,phố,phòng,tầng,lô,buôn,khóm,khối,cụm,xã,huyện,bài,biểu,câu,mã,chi bộ,chi hội,chi đoàn,đảng bộ,trường,trạm,xưởng,quý,tuần,độ,tập"
  )
  add(.slogan, "không,sạch,có,cùng,tốt,rõ,giỏi,nhất,biết,an,xung,sẵn,giảm,tăng,đúng,chủ,tự,chống,dám,thật,xây,yên")
  add(.slogan, "đủ,mới,tiên,nêu,kịp,xanh,gương,bám,sát,khéo,biến,hóa,hoá,tại,trong,coi,phải,cần,vì,thông,gắn,đẹp")
  add(.idle, "được,đã,đang,là,và,của,cho,trong,trên,có,không,với,về,theo,để,đạt,chiếm,so,tại,ở,từ,đến,còn,thì")
  add(.idle, "mà,nên,do,bởi,này,đó,nay,trở,lên,xuống,hơn,gần,khoảng,đều,vẫn,sẽ,cũng,như,hay,hoặc,thuộc,gồm,bao")
  add(.idle, "nhằm,vì,tới,lại,rồi,nữa,các,những,mỗi,tăng,giảm,bằng,dưới,trước,sau,khi,nếu,đồng,hằng,hàng,chưa,mới")
  add(.moneyCue, "thu,nhập,phí,trị,giá,tiền,vốn,quỹ,ủng,hỗ,trợ,lãi,doanh,lợi,nhuận,tiết,kiệm,thưởng,vay,chi,ngân")
  add(.moneyCue, "đóng,góp,quyên,tặng,nợ,lương")
  add(.shareCue, "đạt,chiếm,bằng,tỷ,tỉ,lệ,tương,đương,ứng")
  add(.telephone, "điện thoại,đt,sđt,hotline,fax,tel,zalo,di động")
  add(.countedNumber, "tổng,trong,con,dân,hệ,đa,chỉ,doanh,sĩ,quân,điểm")
  add(.number, "số")
  add(.hour, "giờ,h,g")
  add(.area, "lĩnh,mặt,tuyến,địa,phương,nội,khía,hình")
  return WordTable(roles)
}()

/// The number that a word stands for as the name of a month (tháng Giêng … tháng Chạp).
func monthNamed(_ hash: UInt64) -> Int? { monthNames[hash] }

private let monthNames = WordTable(
  Dictionary(
    uniqueKeysWithValues: [
      ("giêng", 1), ("một", 1), ("hai", 2), ("ba", 3), ("tư", 4), ("bốn", 4), ("sáu", 6), ("bảy", 7), ("bẩy", 7),
      ("tám", 8), ("chín", 9), ("mười", 10), ("chạp", 12),
    ].map { (wordHash($0.0), $0.1) }))

/// How many zeros a word adds to the number in front.
func scale(_ hash: UInt64) -> Int? { scales[hash] }

private let scales = WordTable(
  Dictionary(
    uniqueKeysWithValues: [
      ("chục", 1), ("trăm", 2), ("nghìn", 3), ("ngàn", 3), ("vạn", 4), ("triệu", 6), ("tr", 6), ("tỷ", 9), ("tỉ", 9),
    ].map { (wordHash($0.0), $0.1) }))
