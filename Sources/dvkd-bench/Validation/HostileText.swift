import Foundation

/// A text of the largest allowed size that repeats one piece: what somebody sends who means harm, or a broken program.
///
/// Random pieces were tried by the thousand; those that once took long are here.
struct HostileText {
  /// The largest text that a submission may hold.
  static let size = 128 * 1024

  /// What the table calls it.
  let shape: String
  let text: String

  /// Repeats a piece up to the allowed size, with whole pieces only.
  init(_ shape: String, _ piece: String, end: String = "") {
    self.shape = shape
    text = String(repeating: piece, count: (Self.size - end.utf8.count) / piece.utf8.count) + end
  }

  /// Every shape that once was slow, and those that stand for a family of input.
  static let all: [HostileText] = [
    // Numbers.
    HostileText("1+", "1+"), HostileText("1 2", "1 2 "), HostileText("1", "1 "), HostileText("digits", "7"),
    HostileText("1/", "1/"), HostileText("1-", "1-"), HostileText("1,", "1,"), HostileText("1.000.", "1.000."),
    HostileText("1%", "1% "), HostileText("(1)", "(1) "), HostileText("1:1", "1:11 "),
    HostileText("400 digits", String(repeating: "9", count: 400) + " "), HostileText("1 hộ", "1 hộ "),
    HostileText("2 triệu", "2 triệu "), HostileText("gần 5%", "gần 5% "), HostileText("7/9 xã", "7/9 xã (70%), "),
    HostileText("từ 1 đến 2", "từ 1 đến 2 "), HostileText("ngày 30/2", "ngày 30/2/2025 "),
    HostileText("ngày 1, 2", "ngày 1, 2, "), HostileText("tháng 1", "tháng 1 "), HostileText("năm 2025", "năm 2025 "),
    HostileText("tuần thứ", "tuần thứ hai của "), HostileText("tháng 31/2", "tháng -)31/2ủy"),
    HostileText("8 giờ 30", "8 giờ 30 ngày "),
    HostileText("tổng 9", "tổng 9 hộ: 4 hộ, "), HostileText("1\\n", "1\n"), HostileText("1 hộ lines", "1 hộ\n"),
    // Document symbols.
    HostileText("số 1/QĐ", "số 1/QĐ-UBND ngày 1/1/2025 "), HostileText("số 1", "số 1 "),
    HostileText("12/QĐ-UBND-", "12/QĐ-UBND-"), HostileText("1/2020/QH15", "1/2020/QH15,a,"),
    HostileText("UBND1/", "UBND1/"), HostileText("Nghị quyết 1", "Nghị quyết 1, "),
    HostileText("Chỉ thị số", "Chỉ thị số 1 của "), HostileText("V/v", "1/QĐ-A V/v "), HostileText("a-b-", "a-b-"),
    // Letters and marks.
    HostileText("one letter", "a"), HostileText("one word", "ủy"), HostileText("a b", "a b "),
    HostileText("A B", "A B "), HostileText("2 marks", "a\u{302}\u{323}"), HostileText("marks", "\u{301}"),
    HostileText("3 marks", "o\u{31B}\u{323}\u{301}"), HostileText("mark runs", "\u{323}\u{302}\u{301}"),
    HostileText("70 marks", "a" + String(repeating: "\u{301}", count: 70)),
    HostileText("mark, tab", "\t\u{323}"), HostileText("dotted I", "\t|\u{130}"),
    HostileText("alphabet NFD", decomposedAlphabet), HostileText("alphabet", alphabet),
    HostileText("tíên", "tíên "), HostileText("hoà hòa", "hoà hòa "), HostileText("Ð", "Ð "), HostileText("ÐA", "ÐA "),
    // Blanks, signs and what cannot be seen.
    HostileText("spaces", " "), HostileText("newlines", "\n"), HostileText("CRLF", "\r\n"),
    HostileText("letter lines", "a\n"), HostileText("nbsp", "\u{A0}"), HostileText("zero-width", "\u{200B}"),
    HostileText("a zero-width", "a\u{200B}"), HostileText("soft hyphen", "\u{AD}"), HostileText("BOM", "\u{FEFF}"),
    HostileText("RTL", "\u{202E}"), HostileText("RTL %", "\u{202E}%"), HostileText("control", "\u{7}"),
    HostileText("controls", "\u{1}\u{2}\u{1B}\u{7F}\u{85}"), HostileText("U+FFFD", "\u{FFFD}"),
    HostileText("quotes", "\""), HostileText("open “", "“"), HostileText("“a”", "“a” "), HostileText("'", "'"),
    HostileText("brackets", "(["), HostileText("(a)", "(a) "), HostileText("slashes", "/"), HostileText("hyphens", "-"),
    HostileText("percents", "%"), HostileText("dots", "."), HostileText("dots, words", ".", end: sentence),
    HostileText("…", "…"), HostileText("A,…", "A, B,… "),
    HostileText("a. B", "Aa bb cc. "), HostileText("; ,", "; , "),
    // Other scripts and misread ones.
    HostileText("emoji", "😀"), HostileText("ZWJ", "👩‍👩‍👧‍👦"), HostileText("flags", "🇻🇳"), HostileText("CJK", "漢"),
    HostileText("hangul", "\u{1100}\u{1161}"), HostileText("hebrew", "שָׁ"), HostileText("point 31/2", "b \u{5B0}31/2a"),
    HostileText("vowel 31/2", "b \u{64B}31/2a"), HostileText("mojibake", "DÃ¢n váº­n khÃ©o "),
    HostileText("á»", "á»"), HostileText("Latin-1", "Ã"), HostileText("TCVN3", "QuyÕt ®Þnh, D©n vËn khÐo "),
    HostileText("TCVN3 lines", "D©n vËn\n"), HostileText("VNI", "Daân vaän kheùo "),
    HostileText("VNI lines", "Daân vaän\n"),
    // Markup, formulas, portals.
    HostileText("tags", "<a "), HostileText("<", "<"), HostileText("&", "&#"),
    HostileText("script", "<script>x</script>"),
    HostileText("tag lines", "<b>\n"), HostileText("=cmd|", "=cmd|"), HostileText("=", "="), HostileText("=A(", "=A("),
    HostileText("=cmd lines", "=cmd|' /C calc'!A0\n"), HostileText("-+", "-+"), HostileText("Chia sẻ", "Chia sẻ "),
    HostileText("Chia sẻ lines", "Chia sẻ\n"), HostileText("Các tin", "Các tin khác "),
    HostileText("same lines", sentence + "\n"),
    HostileText("same text", sentence + " "),
  ]

  private static let sentence = "Chi bộ thôn Bản Bung có 12 hộ trồng chuối tây, thu 20 triệu đồng mỗi năm."

  private static let alphabet =
    "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ g h i ì ỉ ĩ í ị k l m n o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ "
    + "ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v x y ỳ ỷ ỹ ý ỵ "

  private static let decomposedAlphabet = alphabet.decomposedStringWithCanonicalMapping
}
