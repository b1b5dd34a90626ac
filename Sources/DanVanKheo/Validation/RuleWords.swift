/// Words that rules go by; data, read with the rule set (từ ngữ dùng khi kiểm tra).
///
/// Without any of a family the rules that ask for it find less, never more.
public struct RuleWords: Sendable {
  /// Family names (họ), each with its capital: what begins with one may be a person's name.
  let familyNames: Set<String>
  /// Words that name no model in particular, as in comparison keys.
  let genericModelWords: Set<String>
  /// Words that start an address, as in comparison keys.
  let addressNouns: Set<String>
  /// Bodies of the district level, word by word in small letters.
  let districtBodies: [[String]]

  /// Sorts words by their families; unknown families are ignored.
  init(_ rows: [(family: String, word: String)]) {
    func words(_ family: String) -> [String] { rows.filter { $0.family == family }.map(\.word) }
    familyNames = Set(words("family_name"))
    genericModelWords = Set(words("generic_model_word"))
    addressNouns = Set(words("address_noun"))
    districtBodies = words("district_body").map { $0.split(separator: " ").map(String.init) }
  }

  /// Reads `[{"family", "word"}]`, as `registry.rule_set` gives it; nil gives none.
  init(json: JSON?) {
    self.init(
      (json?.elements ?? []).compactMap { item in
        guard let family = item["family"]?.text, let word = item["word"]?.text else { return nil }
        return (family, word)
      })
  }

  /// Reads the text of `words.csv`: family, word.
  init(csv: String) {
    self.init(CSVTable(csv).rows.map { ($0["family"] ?? "", $0["word"] ?? "") })
  }
}
