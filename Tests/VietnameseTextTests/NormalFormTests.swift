import Testing
import VietnameseText

@Suite struct NormalFormTests {
  @Test(
    "every spelling of a syllable becomes the precomposed one",
    arguments: [
      ("hoa\u{300}", "hoà"), ("a\u{323}\u{302}", "ậ"), ("a\u{302}\u{323}", "ậ"), ("\u{E2}\u{323}", "ậ"),
      ("o\u{31B}\u{301}", "ớ"), ("D\u{323}", "Ḍ"), ("Dân vận khéo", "Dân vận khéo"), ("", ""),
    ])
  func precomposes(text: String, expected: String) {
    #expect(Array(precomposed(text).unicodeScalars) == Array(expected.unicodeScalars))
    #expect(isPrecomposed(precomposed(text)))
  }

  @Test(
    "only scalar by scalar precomposed text counts as precomposed",
    arguments: [
      ("hoà", true), ("hoa\u{300}", false), ("â\u{323}", false), ("đ Đ Ð Ɖ", true), ("“Dân vận khéo” – 2021…", true),
      ("\u{2126}", false), ("x\u{301}", true),
    ])
  func recognises(text: String, expected: Bool) {
    #expect(isPrecomposed(text) == expected)
  }

  @Test("đ and its look-alikes stay what they are")
  func keepsDe() {
    #expect(Array(precomposed("đĐÐƉa\u{300}").unicodeScalars.map(\.value)) == [0x111, 0x110, 0xD0, 0x189, 0xE0])
  }
}

@Suite struct LongRunsOfMarksTests {
  @Test("marks beyond any letter compose as Unicode orders them, in linear time")
  func ordered() {
    for marks in ["\u{302}\u{323}", "\u{301}\u{344}\u{323}", "\u{301}\u{345}\u{5B0}"] {
      // Short enough for the standard library's own sort, long enough for ours.
      let short = "a" + String(repeating: marks, count: 20)
      let long = "a" + String(repeating: marks, count: 60)
      #expect(precomposed(short) == short)
      #expect(precomposed(long) == long)
      #expect(isPrecomposed(precomposed(long)))
    }
    let start = ContinuousClock.now
    #expect(precomposed(String(repeating: "\u{302}\u{323}", count: 30_000)).unicodeScalars.count == 60_000)
    #expect(ContinuousClock.now - start < .seconds(2))
  }
}
