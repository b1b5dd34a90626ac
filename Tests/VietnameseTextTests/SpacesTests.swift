import Testing
import VietnameseText

@Suite struct SpacesTests {
  @Test(
    "special and superfluous spaces go, line ends stay",
    arguments: [
      ("tập thể\u{A0}trên", "tập thể trên"), (" a  b ", "a b"), ("a\u{A0} b", "a b"), ("a\tb", "a b"),
      ("a\r\nb", "a\nb"),
      ("a \n b", "a\nb"), ("a\n\nb", "a\n\nb"), ("\u{FEFF}a\u{200B}b\u{AD}c", "abc"), ("\na\n", "a"), ("", ""),
      ("a\u{3000}b", "a b"), ("👨\u{200D}👩", "👨\u{200D}👩"), ("a\u{2028}b", "a\nb"),
    ])
  func tidied(text: String, expected: String) {
    #expect(tidySpaces(text) == expected)
    #expect(tidySpaces(expected) == expected)
  }

  @Test(
    "the survey sees whatever the tidying would change",
    arguments: [
      "tập thể\u{A0}trên", " a", "a ", "a  b", "a\tb", "a\r\nb", "a \nb", "a\n b", "a\u{200B}b", "a\u{AD}b", "\na",
      "a\n", "a\u{85}b",
    ])
  func surveyed(text: String) {
    #expect(TextSurvey(text).contains(.untidySpaces))
  }

  @Test(
    "the survey passes tidy text",
    arguments: ["", "a", "a b", "a\nb", "a\n\nb", "Dân vận khéo – “mô hình”, 4.648; 97,7%"])
  func tidy(text: String) {
    #expect(TextSurvey(text).isEmpty)
  }

  @Test(
    "the survey names control characters and lost text",
    arguments: [
      ("a\u{1}b", TextSurvey.control), ("a\u{7F}", .control), ("a\u{202E}b", .control),
      ("đề ngh\u{FFFD}\u{FFFD} xét", .replacement), ("a\u{90}", .control),
    ])
  func bad(text: String, expected: TextSurvey) {
    #expect(TextSurvey(text).contains(expected))
  }

  @Test(
    "a text says something with its first letter or digit",
    arguments: [
      ("", false, false), ("…", false, false), ("\u{0301}\u{0323}", false, false), ("–\u{0301}", false, false),
      ("👍 ★ №\u{3164}\u{FFFD}", false, false), ("7", true, false), ("٣", true, false), ("ư", true, true),
      ("u\u{031B}", true, true), (" - Đ", true, true), ("H’", true, true),
    ])
  func words(text: String, says: Bool, hasLetter: Bool) {
    #expect(hasWords(text) == says)
    #expect(hasLetters(text) == hasLetter)
  }
}
