/// Tells what a title is about from where it takes place: “trồng cây quế | tại thôn Tân Thành xã Nông Thượng”.
///
/// Titles are made from templates with a place at their end. `registry.title_core` cuts the same way in SQL.
enum TitleCore {
  /// Words that start an address (thôn, xã…), each with the words that may not follow it there (“xã hội”, “tổ chức”).
  static let placeNouns: [String: Set<String>] = [
    "thôn": ["bản", "xóm", "làng", "văn"], "xóm": ["làng", "thôn"], "bản": ["sắc", "lĩnh", "thân", "làng", "tin"],
    "ấp": ["ủ", "văn"],
    "tổ": [
      "chức", "tự", "tiết", "hợp", "hoà", "liên", "quốc", "ấm", "phụ", "nhân", "an", "tiên", "vay", "hội", "xung",
    ], "khu": ["vực", "công", "vui", "du"], "khối": ["đoàn", "đại"], "làng": ["nghề", "văn", "xóm"],
    "buôn": ["bán", "làng"],
    "phum": [], "sóc": [], "xã": ["hội", "viên", "đạt"], "phường": ["hội"], "huyện": ["đội"], "tỉnh": ["đoàn"],
  ]
  /// Words behind which such a word starts no address (“nông thôn”, “hợp tác xã”).
  static let notAfter: [String: Set<String>] = [
    "thôn": ["nông"], "xã": ["tác", "thị"], "bản": ["cơ", "văn", "căn", "kịch"], "tổ": ["tiên", "mỗi"],
    "làng": ["dân"], "khu": ["đặc", "chiến"], "khối": ["liên"], "phường": ["biêu"],
  ]
  /// Words that lead to an address.
  static let connectors: Set<String> = ["tại", "ở", "thuộc", "trên", "địa", "bàn", "của", "trong", "cho"]
  /// Words that any title may have or not have.
  static let dull: Set<String> = [
    "mô", "hình", "khéo", "vận", "động", "tuyên", "truyền", "nhân", "dân", "thực", "hiện", "trong", "và", "của", "cho",
    "các", "tham", "gia", "phong", "trào", "góp", "phần", "gắn", "với",
  ]
  /// An address has no longer name than this after each noun.
  private static let longestName = 4
  /// What is left of a title must say something.
  private static let shortestCore = 2

  /// Where the address at the end of a title starts; the number of its words if it has none.
  static func end(of words: KeyWords) -> Int {
    guard words.count > shortestCore else { return words.count }
    var start = words.count
    var length = 0
    // Backwards: every noun found with a name behind it moves the start of the address.
    for index in stride(from: words.count - 1, through: shortestCore, by: -1) {
      // “thôn | Bản Bung” is one address.
      let isInFront = length == 0 && start < words.count && placeNouns[words.text(index)] != nil
      if isInFront || length > 0 && startsPlace(words, index) {
        start = index
        length = 0
      } else {
        length += 1
        if length > longestName { break }
      }
    }
    guard start < words.count else { return start }
    var end = start
    while end > shortestCore, connectors.contains(words.text(end - 1)) { end -= 1 }
    return end
  }

  /// Tells whether a name of a place follows this word; false for the last one.
  static func startsPlace(_ words: KeyWords, _ index: Int) -> Bool {
    guard index + 1 < words.count, words[index].count <= 6 else { return false }
    let noun = words.text(index)
    let next = words.text(index + 1)
    guard let excluded = placeNouns[noun], !excluded.contains(next) else { return false }
    if next == "nông", index + 2 < words.count, words.text(index + 2) == "thôn" { return false }
    return index == 0 || notAfter[noun]?.contains(words.text(index - 1)) != true
  }
}
