import Testing
import VietnameseText

@testable import DanVanKheo

@Suite struct DocumentRuleTests {
  @Test("papers", arguments: cases) func judges(example: DocumentCase) throws { try example.check() }

  @Test(
    "every rule has at least two examples that pass and two that fail", arguments: documentRules.flatMap { $0.codes })
  func covered(code: RuleCode) {
    let own = Self.cases.filter { $0.code == code }
    #expect(own.count { $0.path == nil } >= 2)
    #expect(own.count { $0.path != nil } >= 2)
  }

  @Test("every code of papers has a rule")
  func complete() {
    #expect(Set(documentRules.flatMap { $0.codes }) == Set(RuleCode.allCases.filter { $0.rawValue.hasPrefix("TB-") }))
  }

  @Test("an empty paper and one of placeholders have no finding but the missing “Lưu”")
  func empty() throws {
    var facts = DocumentFacts()
    let today = try #require(CalendarDay(year: 2026, month: 9, day: 1))
    #expect(documentFindings(facts, catalogue: try FactsDraft.catalogue(), today: today).map(\.code) == [.tb007])
    facts.system = .party
    facts.number = "Số ……-TB/……"
    facts.placeDate = "[địa danh], ngày …… tháng …… năm ……"
    facts.signature = ["[quyền hạn, chức vụ của người ký]", "[chữ ký, dấu]"]
    facts.recipients = ["- Lưu Văn phòng."]
    #expect(documentFindings(facts, catalogue: try FactsDraft.catalogue(), today: today).isEmpty)
  }

  @Test("the messages name what an officer must know")
  func messages() throws {
    var facts = DocumentFacts.state
    facts.bases[1] = "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ."
    facts.list.removeLast()
    facts.body.append("Gửi báo cáo trước ngày 25/10/2026.")
    let today = try #require(CalendarDay(year: 2026, month: 9, day: 1))
    #expect(
      documentFindings(facts, catalogue: try FactsDraft.catalogue(), today: today).map(\.message) == [
        "Căn cứ 98/2023/NĐ-CP đã hết hiệu lực ngày 30/06/2025.",
        "Số tập thể, cá nhân ở Điều 1 (2 tập thể, 1 cá nhân) khác danh sách kèm theo (2 tập thể).",
        "Thời hạn 25/10/2026 rơi vào ngày nghỉ (Chủ nhật).",
      ])
  }

  @Test(
    "days of the week",
    arguments: [
      (2026, 10, 25, Weekday.sunday), (2026, 10, 26, .monday), (2000, 2, 29, .tuesday), (1999, 12, 31, .friday),
      (2024, 1, 6, .saturday),
    ])
  func weekdays(year: Int, month: Int, day: Int, weekday: Weekday) throws {
    #expect(try #require(CalendarDay(year: year, month: month, day: day)).weekday == weekday)
  }

  static let cases: [DocumentCase] = [
    .passes(.tb001, "state"),
    .passes(.tb001, "Party", .party),
    .passes(.tb001, "with the year") { $0.number = "Số: 19/2026/QĐ-UBND" },
    .passes(.tb001, "a letter without type") {
      $0.number = "Số: 249/MTTQ-BTT"; $0.system = .front
    },
    .passes(.tb001, "number with a letter") { $0.number = "Số: 12a/KH-UBND-NV" },
    .fails(.tb001, "/number", "state order under a Party header", .party) { $0.number = "Số 12/TB-ĐU" },
    .fails(.tb001, "/number", "Party order under the Quốc hiệu") { $0.number = "Số: 12-QĐ/UBND" },
    .fails(.tb001, "/number", "no zero in front") { $0.number = "Số: 5/QĐ-UBND" },
    .fails(.tb001, "/number", "blanks inside", .party) { $0.number = "Số 12 - TB/ĐU" },
    .fails(.tb001, "/number", "no number", .party) { $0.number = "Số TB/ĐU" },
    .passes(.tb002, "the next number") { $0.usedNumbers = [10, 11, 13] },
    .passes(.tb002, "a draft without number") {
      $0.number = "Số: ……/QĐ-UBND"; $0.usedNumbers = [12]
    },
    .fails(.tb002, "/number", "twice") { $0.usedNumbers = [11, 12] },
    .fails(.tb002, "/number", "twice in the Party", .party) { $0.usedNumbers = [12] },
    .passes(.tb003, "day and month with zeros") { $0.placeDate = "Nghĩa Tá, ngày 04 tháng 02 năm 2026" },
    .passes(.tb003, "March has none") { $0.placeDate = "Nghĩa Tá, ngày 14 tháng 3 năm 2026" },
    .passes(.tb003, "figures") { $0.body.append("Từ ngày 4/2/2026 đến ngày 5/3/2026.") },
    .fails(.tb003, "/place_date", "no zeros") { $0.placeDate = "Nghĩa Tá, ngày 4 tháng 2 năm 2026" },
    .fails(.tb003, "/place_date", "no zero before the month") { $0.placeDate = "Nghĩa Tá, ngày 14 tháng 1 năm 2026" },
    .fails(.tb003, "/body/1", "in the text") { $0.body.append("họp ngày 9 tháng 12 năm 2025.") },
    .fails(.tb003, "/place_date", "a day that does not exist") { $0.placeDate = "Nghĩa Tá, ngày 31 tháng 02 năm 2026" },
    .passes(.tb004, "a deputy of the State") { $0.signature = ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hà Văn Cẩn"] },
    .passes(.tb004, "a deputy of the Party", .party) { $0.signature = ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"] },
    .passes(.tb004, "the head himself") { $0.signature = ["CHỦ TỊCH", "Hà Văn Cẩn"] },
    .fails(.tb004, "/signature", "the Party's mark on a state paper") {
      $0.signature = ["K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    },
    .fails(.tb004, "/signature", "the State's mark on a Party paper", .party) {
      $0.signature = ["TM. BAN THƯỜNG VỤ", "BÍ THƯ"]
    },
    .fails(.tb004, "/signature", "no full stop") { $0.signature = ["TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] },
    .fails(.tb004, "/signature", "for the chairman, but no deputy") { $0.signature = ["KT. CHỦ TỊCH", "CHỦ TỊCH"] },
    .fails(.tb004, "/signature", "no blank behind the Party's mark", .party) {
      $0.signature = ["TM.BAN THƯỜNG VỤ", "BÍ THƯ"]
    },
    .passes(.tb005, "in force in 2026"),
    .passes(.tb005, "then in force") {
      $0.date = CalendarDay(year: 2025, month: 6, day: 30)
      $0.bases = ["Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ."]
    },
    .passes(.tb005, "another decree whose symbol ends alike") { $0.bases = ["Căn cứ Nghị định số 198/2023/NĐ-CP."] },
    .fails(.tb005, "/bases/0", "the decree before") {
      $0.bases = ["Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023."]
    },
    .fails(.tb005, "/bases/0", "the law before, by name and day") {
      $0.bases = ["Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003."]
    },
    .passes(.tb006, "as many as listed"),
    .passes(.tb006, "no list") { $0.list = [] },
    .passes(.tb006, "15 collectives, 9 persons and 24 rows") {
      $0.body = ["Điều 1. Tặng Giấy khen cho 15 tập thể, 9 cá nhân."]
      $0.list = Self.subjects(15, 9)
      $0.approved = nil
    },
    .fails(.tb006, "/body/0", "15 against 14") {
      $0.body = ["Điều 1. Tặng Giấy khen cho 15 (mười lăm) tập thể, 09 (chín) cá nhân."]
      $0.list = Self.subjects(14, 9)
      $0.approved = nil
    },
    .fails(.tb006, "/body/0", "a kind that is not counted") {
      $0.body = ["Điều 1. Tặng Giấy khen cho 02 tập thể."]
    },
    .passes(.tb007, "kept in the office"),
    .passes(.tb007, "kept in the Party's office", .party),
    .fails(.tb007, "/recipients", "not kept") { $0.recipients.removeLast() },
    .fails(.tb007, "/recipients/2", "twice") { $0.recipients = ["- Sở Nội vụ;", "- Lưu: VT.", "- Sở nội vụ."] },
    .passes(.tb008, "as filed"),
    .passes(.tb008, "capitals") { $0.list[2].name = "VŨ THỊ THUỲ TRANG" },
    .fails(.tb008, "/list/2", "changed by a style pass") { $0.list[2].name = "Vũ Thị Thùy Trang" },
    .fails(.tb008, "/list/1", "somebody else") { $0.list[1].name = "Hội Phụ nữ xã Nghĩa Tá" },
    .passes(.tb009, "one head"),
    .passes(.tb009, "one head of the Party", .party),
    .fails(.tb009, "/header", "both") { $0.header.append("ĐẢNG CỘNG SẢN VIỆT NAM") },
    .fails(.tb009, "/header", "the motto under the Party's name", .party) {
      $0.header.append("Độc lập – Tự do – Hạnh phúc")
    },
    .fails(.tb009, "/header", "old tone style, too", .party) { $0.header.append("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM") },
    .passes(.tb010, "a Monday") { $0.body.append("Gửi về Ủy ban trước ngày 26/10/2026.") },
    .passes(.tb010, "no deadline") { $0.body.append("Ngày hội tổ chức vào ngày 25/10/2026.") },
    .passes(.tb010, "a deadline long ago") { $0.body.append("Hướng dẫn cũ: nộp trước ngày 25/10/2020.") },
    .fails(.tb010, "/body/1", "a Sunday") { $0.body.append("Gửi về Ủy ban trước ngày 25/10/2026.") },
    .fails(.tb010, "/body/1", "a Saturday in words") { $0.body.append("chậm nhất ngày 24 tháng 10 năm 2026") },
    .fails(.tb010, "/body/1", "a public holiday") {
      $0.body.append("đến hết ngày 30/4/2026")
      $0.holidays = Set([CalendarDay(year: 2026, month: 4, day: 30)].compactMap(\.self))
    },
    .passes(.tb011, "number and day") {
      $0.subject = "Về việc đính chính Quyết định số 10/QĐ-UBND ngày 12 tháng 01 năm 2026"
    },
    .passes(.tb011, "in the first article") {
      $0.subject = "Về việc thu hồi Giấy khen"
      $0.body = ["Điều 1. Thu hồi Quyết định số 10/QĐ-UBND ngày 12/01/2026 đối với 02 tập thể, 01 cá nhân."]
    },
    .fails(.tb011, "/subject", "the decision before") { $0.subject = "Về việc đính chính quyết định trước" },
    .fails(.tb011, "/subject", "no day") { $0.subject = "Về việc thu hồi Quyết định số 10/QĐ-UBND" },
    .passes(.tb012, "history") { $0.body.append("Huyện ủy Chợ Đồn (trước 01/7/2025) đã phát động.") },
    .passes(.tb012, "an old decision") {
      $0.body.append("Quyết định số 15/QĐ-UBND ngày 04/01/2021 của UBND huyện Chợ Đồn.")
    },
    .passes(.tb012, "an old year") { $0.body.append("Năm 2020, Huyện ủy Chợ Đồn phát động phong trào.") },
    .passes(.tb012, "before the level ended") {
      $0.date = CalendarDay(year: 2025, month: 6, day: 30)
      $0.recipients.insert("- Huyện ủy Chợ Đồn;", at: 0)
    },
    .fails(.tb012, "/recipients/0", "a recipient") { $0.recipients.insert("- Huyện ủy Chợ Đồn;", at: 0) },
    .fails(.tb012, "/body/1", "an addressee") { $0.body.append("Giao Ủy ban nhân dân huyện Chợ Đồn thực hiện.") },
  ]

  private static func subjects(_ collectives: Int, _ individuals: Int) -> [DocumentFacts.Subject] {
    (0..<collectives).map { DocumentFacts.Subject(kind: "collective", name: "Chi bộ \($0)") }
      + (0..<individuals).map { DocumentFacts.Subject(kind: "individual", name: "Người \($0)") }
  }
}
