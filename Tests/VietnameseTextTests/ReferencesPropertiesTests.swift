@_spi(_Unicode) import Swift
import Testing
import VietnameseText

@Suite struct ReferencesPropertiesTests {
  @Test(
    "raw is what stands between the offsets, without the noun unless the symbol is missing",
    arguments: [
      ("Kết luận số 03 – KL/TU ngày10/12/2020", "03 – KL/TU", 12, 22),
      ("theo Chỉ thị số 35, ngày 22/12/2017", "Chỉ thị số 35", 5, 18),
      ("Ke\u{302}\u{301}t lua\u{323}\u{302}n so\u{302}\u{301} 12-TB/TU\u{31B}\u{301}c", "12-TB", 18, 23),
      ("😀 số 12-NQ/TU\u{31B}.", "12-NQ/TU\u{31B}", 5, 14), ("\u{FEFF}1\u{AD}2-KL/TU", "1\u{AD}2-KL/TU", 1, 10),
    ])
  func offsets(text: String, raw: String, start: Int, end: Int) {
    let found = documentReferences(in: text)
    #expect(found.first?.raw ?? "" == raw)
    #expect(found.first.map { [$0.start, $0.end] } ?? [0, 0] == [start, end])
  }

  @Test("decomposed text gives the same references, raw apart", arguments: ReferenceCases.found + ReferenceCases.unseen)
  func decomposed(one: ReferenceCase) {
    var text = String.UnicodeScalarView()
    for scalar in one.text._nfd { text.append(scalar) }
    #expect(documentReferences(in: String(text)).map(\.summary) == one.expected)
  }

  @Test("special blanks read as blanks", arguments: ReferenceCases.found)
  func blanks(one: ReferenceCase) {
    var text = String.UnicodeScalarView()
    for scalar in one.text.unicodeScalars { text.append(scalar == " " ? "\u{A0}" : scalar) }
    #expect(documentReferences(in: String(text)).map(\.summary) == one.expected)
  }

  @Test(
    "what surrounds a reference does not change it", arguments: [("(", ")"), ("“", "”;"), ("- ", "."), ("\n", "\n")])
  func surroundings(before: String, after: String) {
    for one in ReferenceCases.party + ReferenceCases.state + ReferenceCases.damaged {
      #expect(documentReferences(in: before + one.text + after).map(\.summary) == one.expected, "\(one.text)")
    }
  }

  @Test("any mixture of pieces gives references in order, within the text and without overlap")
  func mixtures() {
    let pieces = [
      "12", "/", "-", " ", "QĐ", "UBND", "số", "Chỉ thị", "ngày", "2021", "/3/", "năm", "tháng", "V/v", "về việc", ",",
      ".", ";", "TU",
      "KL", "của", "a", "\u{301}", "\u{AD}", "\u{A0}", "TTg", "QH15", "\n", "(", ")", "&", "T.Ư", "1.234", "–", "và",
      "😀", "đ", "Ð", "MTTQ",
      "BTT", "hiệu", "văn bản", "các", "\u{200F}",
    ]
    var state: UInt64 = 0x5DEE_CE66
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let scalars = Array(text.unicodeScalars)
      var last = 0
      for reference in documentReferences(in: text) {
        #expect(reference.start >= last && reference.end > reference.start && reference.end <= scalars.count, "\(text)")
        guard reference.end <= scalars.count, reference.start < reference.end else { continue }
        #expect(Array(reference.raw.unicodeScalars) == Array(scalars[reference.start..<reference.end]), "\(text)")
        last = reference.end
      }
    }
  }

  @Test(
    "hostile text is read without deep calls", .timeLimit(.minutes(1)),
    arguments: [
      "1 ", "1/", "1-", "số 1 ", "1/QĐ-A V/v ", "12/QĐ-UBND-", "1/2020/QH15,a,", "UBND1/", "\u{301}1", "Nghị quyết 1, ",
      "1/QĐ-UBND V/v ngày ", "số\u{A0}", "Chỉ thị số 1 của ",
    ])
  func hostile(piece: String) {
    let text = String(repeating: piece, count: (1 << 16) / piece.utf8.count)
    #expect(documentReferences(in: text).count <= text.utf8.count / 4)
  }

  @Test("numbers too long, of nothing or of another script are no document's")
  func numbers() {
    for text in [
      "số 0/QĐ-UBND", "số 1234567/QĐ-UBND", "số ١٢/QĐ-UBND", "số " + String(repeating: "9", count: 400) + "/QĐ-UBND",
    ] {
      #expect(documentReferences(in: text).isEmpty, "\(text)")
    }
  }
}
