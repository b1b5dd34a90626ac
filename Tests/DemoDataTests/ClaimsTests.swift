import Testing

@testable import DemoData

@Suite("Claims of the articles")
struct ClaimsTests {
  @Test("every figure of the case is claimed once")
  func figures() {
    let counted = Claims.all.filter { $0.measure != nil }
    let perLocality = Dictionary(grouping: counted, by: \.locality).mapValues(\.count)
    #expect(perLocality == [.bacKanCity: 15, .provincialAgencies: 5, .benTre: 1, .hoaBinh: 8, .choDon: 12])
    #expect(Claims.all.filter { $0.measure == nil }.count == 15)
    let keys = Claims.all.map { "\($0.locality) \($0.figure)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test("inferred figures and readings are marked")
  func marks() {
    #expect(Set(Claims.all.filter(\.isInferred).map(\.figure)) == ["maintained", "base_2019"])
    #expect(Set(Claims.all.filter { $0.reading != nil }.map(\.figure)) == ["replicated", "registered", "exemplary"])
  }

  @Test("excerpts are short")
  func excerpts() {
    for claim in Claims.all {
      #expect(claim.excerpt.split(separator: " ").count <= 15, "\(claim.excerpt)")
      #expect(!claim.excerpt.isEmpty)
    }
  }

  @Test("parts of the blocks and fields add up to the whole")
  func sums() {
    func sum(_ locality: Locality, _ prefix: String, _ suffix: String) -> Int {
      Claims.all.filter { $0.locality == locality && $0.figure.hasPrefix(prefix) && $0.figure.hasSuffix(suffix) }
        .reduce(0) { $0 + (Int($1.value) ?? 0) }
    }
    #expect(sum(.bacKanCity, "by_block", ".models") == 127)
    #expect(sum(.bacKanCity, "by_block", ".units") == 30)
    #expect(sum(.provincialAgencies, "recognised_by_field", ".models") == 112)
    #expect(sum(.hoaBinh, "by_field", ".models") == 4648)
  }
}
