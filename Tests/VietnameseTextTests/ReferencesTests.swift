import Testing
import VietnameseText

@Suite struct ReferencesTests {
  @Test("references are found and read as a careful reader does", arguments: ReferenceCases.found)
  func found(one: ReferenceCase) {
    #expect(documentReferences(in: one.text).map(\.summary) == one.expected)
  }

  @Test("what is no document is not taken for one", arguments: ReferenceCases.none)
  func none(text: String) {
    #expect(documentReferences(in: text).map(\.summary) == [])
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
