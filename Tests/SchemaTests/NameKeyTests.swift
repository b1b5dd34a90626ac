import Foundation
import Postgres
import TestSupport
import Testing
import VietnameseText

/// `registry.name_key` and Swift's `nameKey` are one function, written twice; so are `search_key` and `searchKey`.
@Suite struct NameKeyTests {
  private let dictionary: AbbreviationDictionary
  private let database: TestDatabase
  private static let shared = Result { try TestDatabase.migrated() }

  init() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../sql/reference/abbreviations.csv").standardized
    database = try Self.shared.get()
    dictionary = AbbreviationDictionary(csv: try String(contentsOf: file, encoding: .utf8))
  }

  @Test("every syllable, in every writing, has the same key in SQL and in Swift")
  func syllables() throws {
    var names: [String] = []
    for onset in Syllables.onsets {
      for rhyme in Syllables.rhymes {
        let forms = Syllables.toned(rhyme).map { onset + $0 }
        names.append(forms.joined(separator: " "))
        names.append(forms.map { $0.decomposedStringWithCanonicalMapping.uppercased() }.joined(separator: ", "))
      }
    }
    #expect(names.count > 7000)
    try compare(names)
  }

  @Test("every name of a unit has the same key in SQL and in Swift")
  func units() throws {
    let rows = try database.connect().query("select distinct name from registry.unit_name")
    let names = try (0..<rows.count).map { try rows.text($0, 0) }
    #expect(names.count > 5000)
    try compare(names)
  }

  @Test("text of any origin has the same key in SQL and in Swift")
  func anything() throws {
    var generator = Syllables.Generator(state: 7)
    let pieces =
      Syllables.oddities + [
        "TP", "TP.", "TT", "Huyện", "ủy.", "tx.", "P.", "x.", "H", "LHPN", "bhyt.", "QP-AN", "qp", "an", "UBND",
        "GD&ĐT", "hòa", "ủy", "QUÝ",
        "13", "4.648",
      ]
    try compare(
      (0..<6000).map { _ in (0..<generator.below(12)).map { _ in pieces[generator.below(pieces.count)] }.joined() })
    try compare(
      (0..<6000).map { _ in
        (0..<generator.below(9)).map { _ in pieces[generator.below(pieces.count)] }.joined(separator: " ")
      })
  }

  @Test(
    "the pairs of the domain are equal or different in SQL too",
    arguments: [
      ("Tỉnh ủy Bắc Kạn", "Tỉnh uỷ Bắc Kạn", true), ("TT Huyện ủy", "Thị trấn Huyện ủy", false),
      ("hoa\u{300}", "hòa", true),
      ("TP.Bắc Kạn", "Thành phố Bắc Kạn", true),
      ("Hội LHPN xã", "Hội Liên hiệp Phụ nữ xã", true), ("Ma Thị Na", "Mã Thị Na", false),
      ("Thành Thới B", "Thành Thới", false),
      ("Lý", "Lí", false), ("quý", "qúy", true), ("đầu tư", "đầu TW", false),
    ])
  func pairs(left: String, right: String, equal: Bool) throws {
    let rows = try database.connect().query(
      "select registry.name_key($1) = registry.name_key($2)", [.text(left), .text(right)])
    #expect(try rows.bool(0, 0) == equal)
  }

  @Test("a key is its own key")
  func idempotent() throws {
    let rows = try database.connect().query(
      "select count(*) from registry.unit_name n where registry.name_key(registry.name_key(n.name)) <> registry.name_key(n.name)"
    )
    #expect(try rows.int8(0, 0) == 0)
  }

  private func compare(_ names: [String]) throws {
    let rows = try database.connect().query(
      "select registry.name_key(n), registry.search_key(n) from unnest($1::text[]) with ordinality u (n, i) order by i",
      [.textArray(names)])
    #expect(rows.count == names.count)
    var differences: [String] = []
    for (index, name) in names.enumerated() where differences.count < 5 {
      for (column, swift) in [nameKey(name, dictionary: dictionary), searchKey(name, dictionary: dictionary)]
        .enumerated()
      {
        let sql = try rows.text(index, column)
        if !sql.unicodeScalars.elementsEqual(swift.unicodeScalars) {
          differences.append("\(name.debugDescription): SQL \(sql.debugDescription), Swift \(swift.debugDescription)")
        }
      }
    }
    #expect(differences == [])
  }
}

/// What Vietnamese syllables are made of.
enum Syllables {
  static let onsets = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r",
    "s", "t", "th", "tr", "v", "x",
  ]

  static let rhymes = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ă", "ăc", "ăm", "ăn", "ăng", "ăp",
    "ăt",
    "â", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch",
    "êm",
    "ên", "ênh", "êp", "êt", "êu", "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im", "in",
    "inh",
    "ip", "it", "iu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oăc",
    "oăm",
    "oăn", "oăng", "oăt", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "oong", "op", "ot", "ô", "ôc", "ôi",
    "ôm",
    "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "u", "ua", "uâc", "uân", "uâng", "uât", "uây", "uc",
    "uê",
    "uêch", "uênh", "ui", "um", "un", "ung", "uơ", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "up", "ut", "uy", "uya",
    "uych",
    "uyên", "uyêt", "uynh", "uyt", "uyu", "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ươc", "ươi", "ươm", "ươn", "ương",
    "ươp",
    "ươt", "ươu", "ưt", "ưu", "y", "yêm", "yên", "yêng", "yêt", "yêu",
  ]

  /// The rhyme with each tone on each of its vowels, right or wrong, precomposed.
  static func toned(_ rhyme: String) -> [String] {
    let vowels = Set("aăâeêioôơuưy")
    return rhyme.indices.filter { vowels.contains(rhyme[$0]) }.flatMap { at in
      ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"].map { tone in
        (rhyme[...at] + tone + rhyme[rhyme.index(after: at)...]).precomposedStringWithCanonicalMapping
      }
    }
  }

  /// Characters that keys drop, keep or take for a space; each may meet any other.
  static let oddities: [String] =
    ((0x20...0x7E).map { $0 } + (0xA0...0xFF).map { $0 } + (0x2000...0x206F).map { $0 })
    .filter { !(0x2065...0x2065).contains($0) }.compactMap(Unicode.Scalar.init).map(String.init) + [
      "\t", "\n", "\r", "\u{1}", "\u{7F}", "\u{85}", "\u{90}", "\u{1680}", "\u{3000}", "\u{3001}", "\u{FEFF}",
      "\u{FE0F}", "ﬁ", "ß", "ẞ", "İ",
      "Σ", "ς", "Ǆ", "ſ", "Ω", "Å", "Ð", "Ɖ", "Đ", "đ", "Ơ", "Ư", "a\u{323}\u{302}", "\u{301}", "o\u{31B}", "→", "★",
      "（", "）", "＇", "１", "漢", "😀",
      "\u{FFFD}", "ʼ", "′", "´", "`", "ª", "²",
    ]

  /// The same sequence of numbers for the same start.
  struct Generator {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}
