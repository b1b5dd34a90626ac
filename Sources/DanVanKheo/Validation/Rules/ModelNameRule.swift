import VietnameseText

/// DK-002: the model has a name of its own and an address.
struct ModelNameRule: Rule {
  static let codes: [RuleCode] = [.dk002]

  /// Words that name no model in particular.
  private static let generic: Set<String> = [
    "mô", "hình", "dân", "vận", "khéo", "điển", "tiêu", "biểu", "tiên", "tiến", "xây", "dựng", "thực", "hiện", "phong",
    "trào", "thi", "đua", "năm", "số", "về", "và", "của", "các", "cụ", "thể",
  ]
  /// Words that start an address.
  private static let places: Set<String> = [
    "thôn", "xóm", "bản", "ấp", "tổ", "khu", "khối", "làng", "buôn", "phum", "sóc", "xã", "phường", "thị",
  ]

  static func examine(_ examination: inout Examination) {
    // Without a name DK-001 speaks.
    guard examination.facts.kind == .registration, let name = examination.text("model", "name") else { return }
    let words = examination.key(name).split(separator: " ").map(String.init)
    if words.allSatisfy({ generic.contains($0) || $0.allSatisfy(\.isNumber) }) {
      examination.report(.dk002, at: "/model/name", .text("name", name))
    } else if !hasPlace(examination.content["model"]?["places"]), !endsWithAddress(name, &examination) {
      examination.report(.dk002, at: "/model/places", .text("name", name))
    }
  }

  private static func hasPlace(_ places: JSON?) -> Bool {
    ([places] + (places?.elements ?? [])).contains { $0?.text.map(hasLetters) == true }
  }

  /// “Trồng cây quế – thôn Tân Thành, xã Nông Thượng”.
  private static func endsWithAddress(_ name: String, _ examination: inout Examination) -> Bool {
    name.split(whereSeparator: { "–—,;(".contains($0) }).dropFirst().contains { part in
      let words = examination.key(String(part)).split(separator: " ")
      return words.count >= 2 && places.contains(String(words[0]))
    }
  }
}
