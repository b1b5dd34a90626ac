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
      guard let first = word.utf8.first, (0x30...0x39).contains(first) else { continue }
      if words[at + 1].isSame(as: "%") || isMeasure(words[at + 1]) { return true }
      // “40ha” measures, “11A” is a name.
      let unit = word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "" : String(word.drop { $0.isNumber })
      if !unit.isEmpty {
        if isMeasure(unit) { return true }
        continue
      }
      if slogans.contains(words[at + 1]) { continue }
      let isTotal = words[at - 1].isSame(as: "số") && at > 1 && words[at - 2].isSame(as: "tổng")
      if namers.contains(words[at - 1]), !isTotal { continue }
      return true
    }
    return false
  }

  /// More scalars of a word are left out: no known word has so many, and hashing a long run of marks takes seconds.
  private static let longestWord = 64

  /// Runs of letters and digits, in small letters; a percent sign is a word.
  ///
  /// Words in another script are cut at its first letter: nothing is known of them, and to hash one costs ten times as much.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt32] = []
    var isForeign = false
    func take(_ scalar: Unicode.Scalar) {
      if isWordScalar(scalar) {
        if !isForeign, !isLatin(scalar.value) {
          isForeign = true
          word.append(foreign)
        }
        if !isForeign, word.count < longestWord { word.append(scalar.value) }
        return
      }
      if !word.isEmpty { words.append(string(of: word[...])) }
      word.removeAll(keepingCapacity: true)
      isForeign = false
      if scalar == "%" { words.append("%") }
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: take(Unicode.Scalar(UInt8(scalar.value) + 0x20))
      case 0..<0x80: take(scalar)
      default: scalar.properties.lowercaseMapping.unicodeScalars.forEach(take)
      }
    }
    take(" ")
    return words
  }

  /// Stands for all from the first letter of another script on.
  private static let foreign: UInt32 = 0x7E

  /// Latin letters, their marks and digits of any kind that a unit may hold: m², µm.
  private static func isLatin(_ value: UInt32) -> Bool { value < 0x370 || (0x1E00...0x1EFF).contains(value) }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
