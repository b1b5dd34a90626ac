import Testing
import VietnameseText

@testable import DanVanKheo

/// Texts made to be slow: everything that reads them takes four times as long for four times the text, no longer.
@Suite struct LinearTimeTests {
  /// A piece that is repeated, and what stands behind the last.
  typealias Shape = (piece: String, end: String)

  private static let signs: [Shape] = [
    (".", "a"), (".", " Bản Bung trồng chuối tây"), ("\"", ""), ("“", ""), ("“a” ", ""), ("(", "a"), ("…", ""),
    ("A,…", ""),
    (" ", "a"), ("\n", "a"), ("a\n", ""), ("\u{200B}", "a"), ("\u{202E}", ""), ("\u{7}", ""), ("/", ""), ("-", "1"),
    ("<a ", ""), ("<b\n", ""), ("&#", ""), ("=A(", ""), ("=cmd|", ""),
  ]
  private static let letters: [Shape] = [
    ("a", ""), ("tíên ", ""), ("hoà hòa ", ""), ("Ð ", ""), ("Aa bb cc. ", ""), ("a\u{302}\u{323}", ""),
    ("\u{301}", "a"), ("\u{323}\u{302}\u{301}", "a"), ("\t\u{323}", ""), ("\u{5B0}\u{5C1}", ""),
    ("\u{1100}\u{1161}", ""), ("👩‍👧", ""), ("漢", ""), ("D©n vËn ", ""), ("Daân vaän ", ""), ("DÃ¢n váº­n ", ""),
    ("á»", ""),
    ("Chia sẻ ", ""), ("Các tin khác\n", ""), ("Các Các tin ", ""),
  ]
  private static let numbers: [Shape] = [
    ("1", ""), ("1 ", ""), ("1+", ""), ("1/", ""), ("1-", ""), ("1.000.", ""), ("1% ", ""), ("1\n", ""), ("1 hộ\n", ""),
    ("tháng -)31/2ủy", ""), ("b \u{5B0}31/2a", ""), ("từ 1 đến 2 ", ""), ("ngày 1, 2, ", ""), ("tổng 9 hộ: 4 hộ, ", ""),
    ("7/9 xã (70%), ", ""),
    ("số 1/QĐ-UBND ngày 1/1/2025 ", ""), ("12/QĐ-UBND-", ""), ("1/2020/QH15,a,", ""), ("1/QĐ-A V/v ", ""),
    ("Nghị quyết 1, ", ""),
  ]

  private func expectLinear(
    _ name: String, _ shapes: [Shape], bytes: Int = 8192, _ read: (String) -> Int
  ) {
    for shape in shapes {
      func text(_ size: Int) -> String {
        String(repeating: shape.piece, count: size / shape.piece.utf8.count) + shape.end
      }
      let (small, large) = (text(bytes), text(4 * bytes))
      let factor = Growth.factor(small: { read(small) }, large: { read(large) })
      #expect(factor <= Growth.bound, "\(name) of \(shape.piece.debugDescription)")
    }
  }

  @Test("the text check", arguments: [0, 1, 2])
  func check(family: Int) throws {
    let day = try #require(CalendarDay(year: 2026, month: 1, day: 1))
    let catalogue = try FactsDraft.catalogue()
    expectLinear("checkText", [Self.signs, Self.letters, Self.numbers][family], bytes: 4096) {
      checkText($0, catalogue: catalogue, on: day).count
    }
  }

  @Test("quantities, references and claims")
  func figures() {
    expectLinear("quantities", Self.numbers) { quantities(in: $0).count }
    expectLinear("documentReferences", Self.numbers) { documentReferences(in: $0).count }
    expectLinear("claims", Self.numbers) { claims(in: $0).count }
  }

  @Test("claims of a report's narrative")
  func narrative() throws {
    let catalogue = try FactsDraft.catalogue()
    let shapes: [Shape] = [
      ("2 hộ, tăng 1 hộ so với năm trước (1 hộ) ", ""), ("2 hộ, tăng 1 hộ so với năm trước.\n", ""),
      ("2 mô hình đăng ký, trong đó 1 mô hình được công nhận\n", ""), ("1 hộ\n", "so với"), ("trong đó ", "1 2 3"),
    ]
    for shape in shapes {
      func facts(_ size: Int) throws -> SubmissionFacts {
        var draft = try FactsDraft(.report)
        let text = String(repeating: shape.piece, count: size / shape.piece.utf8.count) + shape.end
        draft.set("content/narrative", .string(text))
        return try SubmissionFacts(json: draft.facts.written)
      }
      let (small, large) = (try facts(8192), try facts(32_768))
      func judge(_ facts: SubmissionFacts) -> Int { validate(facts, catalogue: catalogue).findings.count }
      #expect(Growth.factor(small: { judge(small) }, large: { judge(large) }) <= Growth.bound, "\(shape.piece)")
    }
  }

  @Test("paragraphs, sentences and repetitions")
  func sentences() {
    expectLinear("sentenceRanges", Self.signs + Self.letters) { text in
      let scalars = scalarValues(of: text)
      let paragraphs = paragraphRanges(in: scalars)
      return paragraphs.reduce(repeatedPassages(in: scalars, paragraphs: paragraphs).count) {
        $0 + sentenceRanges(in: scalars, paragraph: $1).count
      }
    }
  }

  @Test("normal forms, spaces, keys and signatures")
  func keys() {
    let dictionary = AbbreviationDictionary()
    let shapes = Self.letters + [(String(repeating: "\u{301}", count: 70) + "a", "")]
    expectLinear("precomposed", shapes) { precomposed(tidySpaces($0)).utf8.count }
    expectLinear("legacyPassages", Self.letters + [("D©n vËn\n", ""), ("D©n vËn\nĐảng ủy xã\n", "")]) {
      legacyPassages(in: scalarValues(of: $0)).count
    }
    expectLinear("legacyReading", Self.letters) { legacyReading(of: $0)?.converted.utf8.count ?? 0 }
    expectLinear("searchKey", shapes) { searchKey($0, dictionary: dictionary).utf8.count }
    expectLinear("signature", shapes, bytes: 32_768) {
      TitleSignature(key: nameKey($0, dictionary: dictionary)).parts.count
    }
  }

  @Test(
    "a submission whose names, codes and texts are one long run of marks",
    arguments: ["model/name", "model/field", "subjects/0/role", "subjects/0/name", "outputs"])
  func submissions(path: String) throws {
    let catalogue = try FactsDraft.catalogue()
    func facts(_ count: Int) throws -> SubmissionFacts {
      var draft = try FactsDraft(.registration)
      draft.set("content/\(path)", .string(String(repeating: "\u{323}\u{302}\u{301}", count: count)))
      return try SubmissionFacts(json: draft.facts.written)
    }
    let (small, large) = (try facts(5000), try facts(20_000))
    func judge(_ facts: SubmissionFacts) -> Int {
      let subject = OverlapSubject(facts, dictionary: catalogue.abbreviations)
      return validate(facts, catalogue: catalogue).findings.count + (subject == nil ? 0 : 1)
    }
    #expect(Growth.factor(small: { judge(small) }, large: { judge(large) }) <= Growth.bound)
  }
}
