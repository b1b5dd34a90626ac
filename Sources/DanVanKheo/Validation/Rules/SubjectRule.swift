/// DK-004: subjects are of the kinds that the campaign admits, and a collective does not bear a person's name.
struct SubjectRule: Rule {
  static let codes: [RuleCode] = [.dk004]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .registration else { return }
    let admitted = examination.facts.campaign.subjectKinds
    for (index, subject) in examination.list("subjects").enumerated() {
      // A kind that is missing is DK-001's.
      guard let kind = subject["kind"]?.words else { continue }
      if !admitted.contains(kind) {
        examination.report(.dk004, at: "/subjects/\(index)/kind", .text("kind", kind))
      } else if kind == "collective", let name = subject["name"]?.words,
        isPersonName(name, among: examination.catalogue.words.familyNames)
      {
        examination.report(.dk004, at: "/subjects/\(index)/name", .text("name", name))
      }
    }
  }
}

/// Tells whether a name is that of a person: a family name and two to four given names, all with a capital.
///
/// A title in front (ông, bà, đồng chí) is no doubt at all. Two words are not judged: “Dương Quang” is a commune.
func isPersonName(_ name: String, among familyNames: Set<String>) -> Bool {
  var words = name.split(separator: " ").map(String.init)
  if let first = words.first?.lowercased() {
    if ["ông", "bà", "anh", "chị", "đ/c"].contains(first) {
      words.removeFirst()
    } else if first == "đồng", words.count > 1, words[1].lowercased() == "chí" {
      words.removeFirst(2)
    }
  }
  guard (3...5).contains(words.count), familyNames.contains(words[0]) else { return false }
  return words.allSatisfy { $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "’" || $0 == "'" } }
}
