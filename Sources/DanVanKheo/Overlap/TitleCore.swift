/// Tells what a title is about from where it takes place: “trồng cây quế | tại thôn Tân Thành xã Nông Thượng”.
///
/// Titles are made from templates with a place at their end. `registry.title_core` cuts the same way in SQL.
enum TitleCore {
  /// Words that start an address (thôn, xã…), each with the words that may not follow it there (“xã hội”, “tổ chức”).
  private static let placeNouns: KeyValuePairs<String, WordSet> = [
    "thôn": ["bản", "xóm", "làng", "văn"], "xóm": ["làng", "thôn"], "bản": ["sắc", "lĩnh", "thân", "làng", "tin"],
    "ấp": ["ủ", "văn"],
    "tổ": [
      "chức", "tự", "tiết", "hợp", "hoà", "liên", "quốc", "ấm", "phụ", "nhân", "an", "tiên", "vay", "hội", "xung",
    ], "khu": ["vực", "công", "vui", "du"], "khối": ["đoàn", "đại"], "làng": ["nghề", "văn", "xóm"],
    "buôn": ["bán", "làng"],
    "phum": [], "sóc": [], "xã": ["hội", "viên", "đạt"], "phường": ["hội"], "huyện": ["đội"], "tỉnh": ["đoàn"],
  ]
  /// Words behind which such a word starts no address (“nông thôn”, “hợp tác xã”).
  private static let notAfter: [String: WordSet] = [
    "thôn": ["nông"], "xã": ["tác", "thị"], "bản": ["cơ", "văn", "căn", "kịch"], "tổ": ["tiên", "mỗi"],
    "làng": ["dân"], "khu": ["đặc", "chiến"], "khối": ["liên"], "phường": ["biêu"],
  ]
  /// Words that lead to an address.
  static let connectors: WordSet = ["tại", "ở", "thuộc", "trên", "địa", "bàn", "của", "trong", "cho"]
  /// Words that any title may have or not have.
  static let dull: WordSet = [
    "mô", "hình", "khéo", "vận", "động", "tuyên", "truyền", "nhân", "dân", "thực", "hiện", "trong", "và", "của", "cho",
    "các", "tham", "gia", "phong", "trào", "góp", "phần", "gắn", "với",
  ]
  /// The nouns above, and for each the words that may not follow it and not stand before it.
  private static let nouns = WordSet(placeNouns.map(\.key))
  private static let excluded = placeNouns.map { (after: $0.value, before: notAfter[$0.key] ?? []) }
  private static let newCountryside: (WordSet, WordSet) = (["nông"], ["thôn"])
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
      let isInFront = length == 0 && start < words.count && nouns.contains(words[index])
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
    while end > shortestCore, connectors.contains(words[end - 1]) { end -= 1 }
    return end
  }

  /// Tells whether a name of a place follows this word; false for the last one.
  static func startsPlace(_ words: KeyWords, _ index: Int) -> Bool {
    guard index + 1 < words.count, let noun = nouns.place(of: words[index]) else { return false }
    guard !excluded[noun].after.contains(words[index + 1]) else { return false }
    if newCountryside.0.contains(words[index + 1]), index + 2 < words.count,
      newCountryside.1.contains(words[index + 2])
    {
      return false
    }
    return index == 0 || !excluded[noun].before.contains(words[index - 1])
  }
}
