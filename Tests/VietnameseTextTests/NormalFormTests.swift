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
