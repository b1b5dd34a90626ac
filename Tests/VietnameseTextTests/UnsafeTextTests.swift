import Testing
import VietnameseText

@Suite struct UnsafeTextTests {
  @Test(
    "HTML is recognised",
    arguments: [
      "<script>", "a<SCRIPT src=x", "</p>", "<b>đậm</b>", "<br/>", "<img src=x onerror=alert(1)", "<!-- x -->",
      "<!DOCTYPE html>", "a&nbsp;b", "&#60;", "&lt;b&gt;", "<script",
    ])
  func markup(text: String) {
    #expect(hasMarkup(text))
    #expect(TextSurvey(text).contains(.mayHoldMarkup))
  }

  @Test(
    "what only looks like HTML passes",
    arguments: [
      "4 không", "3<5", "a < b", "x <b và c", "<họ và tên>", "<ten don vi>", "R&D; AT&T;", "a & b", "<>", "<", "&", "→",
    ])
  func noMarkup(text: String) {
    #expect(!hasMarkup(text))
  }

  @Test(
    "formulas are recognised",
    arguments: [
      "=HYPERLINK(\"http://x\")", "= sum(A1)", "=1+1", "=A1+B2", "=$C$3", "+SUM(1)", "-2+3+cmd|' /C calc'!A0",
      "@SUM(1)", "=cmd|' /C calc'!A0", "  =Sheet1!A1", "=-1",
    ])
  func formula(text: String) {
    #expect(isFormula(text))
    #expect(TextSurvey(text).contains(.mayBeFormula))
  }

  @Test(
    "what only looks like a formula passes",
    arguments: [
      "- Hỗ trợ 5 hộ", "-Hỗ trợ người dân(40 suất)", "+ Năm 2020: 4.648", "-5", "+3,5%", "=> kết quả", "@nguyenvana",
      "-QL3 đoạn qua xã", "=", "", "4 không",
    ])
  func noFormula(text: String) {
    #expect(!isFormula(text))
  }
}
