import VietnameseText

/// DK-002: the model has a name of its own and an address.
struct ModelNameRule: Rule {
  static let codes: [RuleCode] = [.dk002]

  static func examine(_ examination: inout Examination) {
    // Without a name DK-001 speaks.
    guard examination.facts.kind == .registration, let name = examination.text("model", "name") else { return }
    let generic = examination.catalogue.words.genericModelWords
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
      return words.count >= 2 && examination.catalogue.words.addressNouns.contains(String(words[0]))
    }
  }
}
