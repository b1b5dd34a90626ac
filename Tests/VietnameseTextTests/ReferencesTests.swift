import Testing
import VietnameseText

@Suite struct ReferencesTests {
  @Test(
    "references are found and read as a careful reader does", arguments: ReferenceCases.found + ReferenceCases.unseen)
  func found(one: ReferenceCase) {
    #expect(documentReferences(in: one.text).map(\.summary) == one.expected)
  }

  @Test("what is no document is not taken for one", arguments: ReferenceCases.none + ReferenceCases.noneUnseen)
  func none(text: String) {
    #expect(documentReferences(in: text).map(\.summary) == [])
  }

  @Test("precision and recall over all strings are at least 0.98")
  func score() {
    var found = 0
    var expected = 0
    var right = 0
    let texts = ReferenceCases.none + ReferenceCases.noneUnseen
    for one in ReferenceCases.found + ReferenceCases.unseen + texts.map({ ReferenceCase($0) }) {
      var wanted = one.expected
      expected += wanted.count
      for summary in documentReferences(in: one.text).map(\.summary) {
        found += 1
        guard let index = wanted.firstIndex(of: summary) else { continue }
        wanted.remove(at: index)
        right += 1
      }
    }
    #expect(Double(right) / Double(found) >= 0.98, "\(right) of \(found) found are right")
    #expect(Double(right) / Double(expected) >= 0.98, "\(right) of \(expected) expected are found")
  }
}

extension DocumentReference {
  /// The fields in the order of `ReferenceCase`.
  var summary: String {
    let year = yearInNumber.map { "/\($0)" } ?? ""
    return "\(number)\(suffix ?? "")\(year) \(typeCode ?? "-") \(issuerCode ?? "-") \(date ?? "-") "
      + "\(system?.rawValue ?? "-")\(repaired ? " !" : "")"
  }
}
