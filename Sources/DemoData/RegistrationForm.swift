/// Fills the registration form (phiếu đăng ký) of a model.
///
/// No article gives these texts, so the first of them says that they are simulated.
enum RegistrationForm {
  /// What kind of registration is filed (kiểu đăng ký).
  enum Kind: String, Sendable {
    case new
    case maintained
    case replicated
  }

  /// Content of a registration, with all ten items of the form.
  static func content(
    of model: ModelPlan, year: Int, kind: Kind, using generator: inout SeededGenerator
  ) -> JSONValue {
    let place = model.places.first ?? model.unit
    let households = generator.number(12...90)
    let meetings = generator.number(2...9)
    var form: JSONValue = ["name": .text(model.name), "field": .text(model.field), "places": .texts(model.places)]
    if let source = model.source {
      form["source"] = ["unit": .text(source.unit), "name": .text(source.name)]
    }
    var content: JSONValue = [
      "filed_on": .text(day(in: year, months: 1...4, using: &generator)),
      "year": .int(year),
      "type": .text(kind.rawValue),
      "model": form,
      "subjects": .array(model.subjects.map(\.json)),
      "situation": .text(
        "Mô phỏng (lĩnh vực, thời gian và số liệu do bộ sinh dữ liệu đặt): \(generator.pick(situations)) tại \(place)."),
      "goals": .text("Có \(households) hộ tham gia \(model.topic.lowercasedFirst); \(generator.pick(goals))."),
      "content": .text(generator.pick(methods)),
      "scope": .text("Thực hiện tại \(model.places.joined(separator: "; "))."),
      "forces": .text("\(model.subjects[0].name) chủ trì; \(generator.pick(forces))."),
      "resources": .text(generator.pick(resources)),
      "schedule": .text("Tổ chức \(meetings) buổi vận động, sơ kết tháng 6, tổng kết tháng 11 năm \(year)."),
      "outputs": .text("\(households) hộ ký cam kết, \(meetings) buổi sinh hoạt có biên bản, 01 báo cáo kết quả."),
      "sustainability": .text(generator.pick(sustainability)),
      "starts_on": .text("\(year)-\(two(generator.number(3...5)))-01"),
      "ends_on": .text("\(year)-11-30"),
    ]
    if model.hasOpenSubjectList { content["open_subject_list"] = .bool(true) }
    return content
  }

  /// A day of the year in one of the months, as ISO text.
  static func day(in year: Int, months: ClosedRange<Int>, using generator: inout SeededGenerator) -> String {
    "\(year)-\(two(generator.number(months)))-\(two(generator.number(3...27)))"
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  private static let situations = [
    "việc tham gia của người dân chưa đều", "cách làm cũ còn phân tán, chưa có người đầu mối",
    "một số hộ còn e ngại, chưa nắm rõ chủ trương", "kết quả năm trước đã có nhưng chưa lan tỏa",
    "nhu cầu của Nhân dân cao nhưng chưa có tổ chức đứng ra",
  ]
  private static let goals = [
    "không còn hộ nào chưa được tuyên truyền", "mỗi tháng có ít nhất 01 buổi sinh hoạt chung",
    "100% hộ tham gia ký cam kết", "cuối năm đánh giá được kết quả bằng số liệu",
  ]
  private static let methods = [
    "Tuyên truyền tại cuộc họp, đến từng nhà vận động, phân công đảng viên phụ trách nhóm hộ.",
    "Họp bàn dân chủ, công khai kế hoạch, cùng làm thử ở một nhóm hộ rồi mở rộng.",
    "Ký cam kết, lập tổ tự quản, hằng tháng kiểm tra và công khai kết quả.",
    "Mời người có uy tín tham gia vận động, hướng dẫn cách làm, giúp nhau thực hiện.",
  ]
  private static let forces = [
    "các đoàn thể cùng cấp phối hợp", "đảng viên, hội viên nòng cốt tham gia", "tổ dân vận và người có uy tín tham gia",
    "Ban Công tác Mặt trận phối hợp",
  ]
  private static let resources = [
    "Nhân dân đóng góp ngày công; lồng ghép kinh phí hoạt động của đơn vị.",
    "Đóng góp tự nguyện, công khai thu chi; đơn vị hỗ trợ tài liệu.",
    "Quỹ của chi hội và ngày công của các hộ tham gia.",
  ]
  private static let sustainability = [
    "Duy trì qua tổ tự quản; có thể áp dụng ở địa bàn lân cận.",
    "Đưa vào quy ước, hằng năm rà soát và đăng ký lại.",
    "Bàn giao cho chi hội quản lý, chia sẻ cách làm cho đơn vị khác.",
  ]
}

extension String {
  /// The text with a small first letter, for use inside a sentence.
  var lowercasedFirst: String {
    guard let first else { return self }
    return first.lowercased() + dropFirst()
  }
}
