/// The types of documents: abbreviation, who uses it, and the nouns that name it (tên loại văn bản).
///
/// From the annexes on document format of the State (Phụ lục III) and of the Party, with the forms seen in practice.
enum DocumentTypes {
  /// Who writes papers of a type; a lost hyphen is mended only between a type and an issuer that go together.
  struct Users: OptionSet, Sendable {
    let rawValue: UInt8
    static let party = Users(rawValue: 1)
    static let state = Users(rawValue: 2)
    static let all: Users = [.party, .state]
  }

  /// How much of a symbol must stand beside the noun for a number to be a document's.
  enum Bare: Sendable {
    /// A symbol is needed: “phương án số 1” is no document.
    case never
    /// “số” is enough: `Kế hoạch số 8`.
    case withNumberWord
    /// The capitalised noun alone is enough: `Chỉ thị 05`.
    case always
  }

  struct Row: Sendable {
    let code: String
    let users: Users
    let bare: Bare
    let nouns: [String]

    init(_ code: String, _ users: Users, _ bare: Bare, _ nouns: String...) {
      self.code = code
      self.users = users
      self.bare = bare
      self.nouns = nouns
    }
  }

  static let rows: [Row] = [
    Row("NQ", .all, .always, "nghị quyết"), Row("CT", .all, .always, "chỉ thị"),
    Row("QĐ", .all, .always, "quyết định", "quy định"), Row("KL", .all, .always, "kết luận"),
    Row("NĐ", .state, .always, "nghị định"), Row("TT", .all, .always, "thông tư", "thông tri"),
    Row("TTLT", .state, .always, "thông tư liên tịch"), Row("ĐA", .all, .always, "đề án"),
    Row("QC", .all, .withNumberWord, "quy chế"), Row("TB", .all, .withNumberWord, "thông báo", "thông báo kết luận"),
    Row("HD", .all, .withNumberWord, "hướng dẫn"), Row("KH", .all, .withNumberWord, "kế hoạch", "kế hoạch hành động"),
    Row("CTr", .all, .withNumberWord, "chương trình", "chương trình hành động", "chương trình công tác"),
    Row("BC", .all, .withNumberWord, "báo cáo"), Row("TTr", .all, .withNumberWord, "tờ trình"),
    Row("CV", .all, .withNumberWord, "công văn", "công thư"), Row("CĐ", .state, .withNumberWord, "công điện"),
    Row("PL", .state, .withNumberWord, "pháp lệnh"), Row("Luật", .state, .never, "luật", "bộ luật"),
    Row("L", .state, .never, "lệnh"), Row("BB", .all, .never, "biên bản"), Row("HĐ", .all, .never, "hợp đồng"),
    Row("PA", .all, .never, "phương án"), Row("DA", .all, .never, "dự án"), Row("TC", .all, .never, "thông cáo"),
    Row("GM", .all, .never, "giấy mời"), Row("GGT", .all, .never, "giấy giới thiệu"),
    Row("GNP", .all, .never, "giấy nghỉ phép"), Row("GUQ", .all, .never, "giấy uỷ quyền"),
    Row("GCN", .all, .never, "giấy chứng nhận"), Row("PG", .all, .never, "phiếu gửi"),
    Row("PC", .all, .never, "phiếu chuyển"), Row("PB", .all, .never, "phiếu báo"), Row("TL", .all, .never, "thể lệ"),
    Row("BGN", .all, .never, "bản ghi nhớ"), Row("VBHN", .state, .never, "văn bản hợp nhất"),
    Row("QyĐ", .state, .never), Row("QĐi", .party, .never), Row("QĐNS", .party, .never), Row("QĐCB", .party, .never),
    Row("TBKL", .all, .never), Row("CTHĐ", .all, .never), Row("NQLT", .all, .never, "nghị quyết liên tịch"),
    Row("TTLB", .state, .never, "thông tư liên bộ"), Row("KHLT", .all, .never, "kế hoạch liên tịch"),
    Row("KHPH", .all, .never, "kế hoạch phối hợp"), Row("CTPH", .all, .never, "chương trình phối hợp"),
    Row("CTLT", .all, .never, "chương trình liên tịch"), Row("QCPH", .all, .never, "quy chế phối hợp"),
    Row("HDLT", .all, .never, "hướng dẫn liên tịch"), Row("HDLN", .all, .never, "hướng dẫn liên ngành"),
    Row("KHLN", .all, .never, "kế hoạch liên ngành"), Row("QCLN", .all, .never, "quy chế liên ngành"),
    Row("KLTTr", .state, .never, "kết luận thanh tra"), Row("KLTT", .state, .never), Row("TTri", .all, .never),
    Row("ĐC", .all, .never, "đề cương"), Row("TM", .all, .never, "thư mời"), Row("GK", .all, .never, "giấy khen"),
    Row("BK", .all, .never, "bằng khen"),
    Row("GXN", .all, .never, "giấy xác nhận"),
  ]

  /// Spellings of a code that are mended: another list's, or without Đ.
  static let spellings: [(written: String, code: String, isDamage: Bool)] = [
    ("QCh", "QC", false), ("DAn", "DA", false), ("TTRi", "TTri", false), ("QD", "QĐ", true), ("ND", "NĐ", true),
    ("CD", "CĐ", true), ("QDi", "QĐi", true),
  ]

  /// Codes that name the type even behind the issuer (`15/UBND-KH`); others are an office there (`UBND-TH`, `BTP-PC`).
  static let reversible: Set<String> = [
    "QĐ", "KH", "HD", "BC", "TB", "TTr", "NQ", "CTr", "KL", "QC", "ĐA", "CV", "BB", "GM",
  ]
}
