import VietnameseText

/// DK-011: the outputs of a registration name a number, a measure or a day by which they can be checked.
struct OutputsRule: Rule {
  static let codes: [RuleCode] = [.dk011]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .registration, let text = examination.text("outputs"), !isMeasurable(text) else {
      return
    }
    examination.report(.dk011, at: "/outputs", .text("text", text))
  }

  /// Words before a number that is a name or a reference: “tổ 11”, “Nghị quyết số 05”.
  private static let namers: Set<String> = [
    "tổ", "thôn", "ấp", "khối", "khu", "xóm", "đội", "số", "phường", "quận", "lớp", "điều", "khoản", "covid", "cv",
  ]
  /// Words after a number of a slogan: “4 không”, “3 sạch”.
  private static let slogans: Set<String> = ["không", "sạch"]
  /// Numbers in words that are nothing else.
  private static let numerals: Set<String> = [
    "hai", "bốn", "sáu", "bảy", "tám", "chín", "mười", "chục", "trăm", "nghìn", "ngàn", "vạn",
  ]

  static func isMeasurable(_ text: String) -> Bool {
    // One word more than needed on either side, so that neighbours need no bounds.
    let words = [""] + words(of: text) + [""]
    for at in words.indices.dropFirst().dropLast() {
      let word = words[at]
      if numerals.contains(word), !slogans.contains(words[at + 1]) { return true }
      guard let first = word.unicodeScalars.first, ("0"..."9").contains(first) else { continue }
      if words[at + 1] == "%" || isMeasure(words[at + 1]) { return true }
      // “40ha” measures, “11A” is a name.
      let unit = String(word.drop { $0.isNumber })
      if !unit.isEmpty {
        if isMeasure(unit) { return true }
        continue
      }
      if slogans.contains(words[at + 1]) { continue }
      let isTotal = words[at - 1] == "số" && at > 1 && words[at - 2] == "tổng"
      if namers.contains(words[at - 1]), !isTotal { continue }
      return true
    }
    return false
  }

  /// Runs of letters and digits, in small letters; a percent sign is a word.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(scalar)
      } else {
        end()
        if scalar == "%" { words.append("%") }
      }
    }
    end()
    return words
  }
}
