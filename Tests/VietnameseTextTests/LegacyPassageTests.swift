import Testing
import VietnameseText

@Suite struct LegacyPassageTests {
  private static let unicode = "Đảng ủy xã Nghĩa Tá lãnh đạo phong trào trồng quế ở các thôn bản"

  private func passages(_ text: String) -> [String] {
    let scalars = scalarValues(of: text)
    return legacyPassages(in: scalars).map { passage in
      "\(passage.encoding.rawValue): \(passage.reading(in: scalars).converted)"
    }
  }

  @Test(
    "lines in an old encoding are told from those that can be read",
    arguments: [
      ("\(unicode)\nD©n vËn khÐo\n\(unicode)", ["TCVN3: Dân vận khéo"]),
      ("\(unicode)\n  §¶ng bé QuyÕt ®Þnh\t\r\n\(unicode)", ["TCVN3: Đảng bộ Quyết định"]),
      ("D©n vËn khÐo\nM« h×nh 12 hé\n\(unicode)", ["TCVN3: Dân vận khéo\nMô hình 12 hộ"]),
      // What no one can tell from Unicode goes with its neighbours.
      ("\(unicode)\nD©n vËn khÐo\nSè hé\n\n1.\nQuyÕt ®Þnh", ["TCVN3: Dân vận khéo\nSố hộ\n\n1.\nQuyết định"]),
      ("D©n vËn khÐo\n\(unicode)\nQuyÕt ®Þnh", ["TCVN3: Dân vận khéo", "TCVN3: Quyết định"]),
      (
        "D©n vËn khÐo\nDaân vaän kheùo\nDÃ¢n váº­n khÃ©o\n\(unicode)",
        ["TCVN3: Dân vận khéo", "VNI: Dân vận khéo", "UTF-8/Latin-1: Dân vận khéo"]
      ),
      ("Sè: 12\nD©n vËn khÐo\nSè hé", ["TCVN3: Số: 12\nDân vận khéo\nSố hộ"]),
      // Of lines that else are Unicode only the odd words.
      (String(repeating: "\(unicode) nh©n\n", count: 3), ["TCVN3: nhân", "TCVN3: nhân", "TCVN3: nhân"]),
      (
        "\(unicode), D©n vËn khÐo nh©n d©n x· khÐo \(unicode) nh©n",
        ["TCVN3: Dân vận khéo nhân dân xã khéo", "TCVN3: nhân"]
      ),
      ("\(unicode)\n\(unicode) nh©n", []), ("\(unicode)\nÔng Björn Müller, café\n© Ảnh: Citroën", []), ("", []),
      ("\n \n", []), (unicode, []),
    ])
  func cut(text: String, expected: [String]) {
    #expect(passages(text) == expected)
  }

  @Test("a text of one line is judged as a whole", arguments: ["D©n vËn khÐo", "Quü ®Êt", "nh©n", "Dân vận", "Björn"])
  func oneLine(text: String) {
    #expect(legacyPassages(in: scalarValues(of: text)).first?.encoding == legacyEncoding(of: text))
  }
}
