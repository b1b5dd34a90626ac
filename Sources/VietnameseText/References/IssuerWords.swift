/// Whose document it is, from the issuer's name behind the reference: “của BTV Tỉnh uỷ” (tên cơ quan ban hành).
enum IssuerWords {
  private static let names: [(phrase: String, system: DocumentReference.System)] = [
    ("tỉnh ủy", .party), ("thành ủy", .party), ("huyện ủy", .party), ("quận ủy", .party), ("thị ủy", .party),
    ("đảng ủy", .party), ("bộ chính trị", .party), ("ban bí thư", .party), ("chi bộ", .party), ("đảng bộ", .party),
    ("ban dân vận", .party), ("ban tuyên giáo", .party), ("ban chấp hành trung ương", .party), ("btv", .party),
    ("trung ương đảng", .party), ("ban thường vụ", .party),
    ("ubnd", .state), ("ủy ban nhân dân", .state), ("hđnd", .state), ("hội đồng nhân dân", .state),
    ("chính phủ", .state), ("thủ tướng", .state), ("quốc hội", .state), ("chủ tịch nước", .state), ("sở", .state),
    ("bộ", .state), ("công an", .state),
    ("mặt trận tổ quốc", .front), ("mttq", .front), ("ủy ban mttq", .front),
    ("hội nông dân", .organisation), ("hội liên hiệp", .organisation), ("hội lhpn", .organisation),
    ("hội phụ nữ", .organisation), ("hội cựu chiến binh", .organisation), ("hội ccb", .organisation),
    ("liên đoàn lao động", .organisation), ("lđlđ", .organisation), ("công đoàn", .organisation),
    ("đoàn thanh niên", .organisation), ("tỉnh đoàn", .organisation), ("thành đoàn", .organisation),
    ("huyện đoàn", .organisation), ("trung ương đoàn", .organisation),
  ]

  /// By the first word, longer phrases first.
  private static let table: [UInt64: [(rest: [UInt64], system: DocumentReference.System)]] = {
    var table: [UInt64: [(rest: [UInt64], system: DocumentReference.System)]] = [:]
    for (phrase, system) in names {
      let words = phrase.split(separator: " ").map { FoldedText.key(String($0)) }
      table[words[0], default: []].append((Array(words.dropFirst()), system))
    }
    return table.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
  }()

  private static let of = FoldedText.key("của")

  /// Reads the name behind “của” at an index; nil if there is none or nothing is known of it.
  static func system(_ text: FoldedText, after index: Int) -> DocumentReference.System? {
    let scan = DateScan(text: text)
    var at = skipDate(text, scan, index)
    let first = scan.word(at: at)
    guard text.key(first) == of else { return nil }
    at = text.skipBlanks(first.upperBound)
    var weak: DocumentReference.System?
    for _ in 0..<8 {
      let word = scan.word(at: at)
      if word.isEmpty { break }
      for (rest, system) in table[text.key(word)] ?? [] {
        var next = word.upperBound
        let isThere = rest.allSatisfy { key in
          let word = scan.word(at: text.skipBlanks(next))
          next = word.upperBound
          return text.key(word) == key
        }
        // “bộ” and “sở” are words of many meanings in small letters.
        guard isThere, !rest.isEmpty || text.isCapital(word.lowerBound) else { continue }
        // The standing committee may be that of an organisation: “BTV Hội Nông dân”.
        if system == .party, isStandingCommittee(text.key(word), rest) { weak = .party } else { return system }
        break
      }
      at = text.skipBlanks(word.upperBound)
    }
    return weak
  }

  private static let dateWords = Set(["ngày", "tháng", "năm"].map(FoldedText.key))

  /// The index behind a date that could not be read: “Quyết định số 12, ngày 5/3 của …”.
  private static func skipDate(_ text: FoldedText, _ scan: DateScan, _ index: Int) -> Int {
    var at = index
    while at - index < 40 {
      switch text.letter(at) {
      case 0x20, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x2F, 0x30...0x39: at += 1
      default:
        let word = scan.word(at: at)
        guard !word.isEmpty, dateWords.contains(text.key(word)) else { return at }
        at = word.upperBound
      }
    }
    return at
  }

  private static let btv = FoldedText.key("btv")
  private static let vu = FoldedText.key("vụ")

  private static func isStandingCommittee(_ first: UInt64, _ rest: [UInt64]) -> Bool {
    first == btv || rest.last == vu
  }
}
