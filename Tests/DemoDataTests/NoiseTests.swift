import Testing

@testable import DemoData

@Suite("What must not count")
struct NoiseTests {
  private let plan = DemoPlanTests.plan

  private var faulty: [(rule: String, dossier: Dossier)] {
    plan.dossiers.compactMap { dossier in
      if case .invalid(let rule) = dossier.role { (rule, dossier) } else { nil }
    }
  }

  @Test("three faulty dossiers for each blocking rule, sixty or more together")
  func everyRule() {
    let rules = [
      "VB-001", "VB-008", "VB-011", "DV-001", "DV-002", "DV-004", "DK-001", "DK-002", "DK-003", "DK-004", "DK-006",
      "DK-008",
      "DK-014", "BC-002", "BC-003", "BC-004", "BC-006", "BC-007", "CN-001", "CN-004", "CN-010",
    ]
    for rule in rules { #expect(faulty.filter { $0.rule == rule }.count == 3, "\(rule)") }
    #expect(faulty.count >= 60)
    #expect(Set(faulty.map(\.rule)) == Set(rules))
  }

  @Test("faulty dossiers are filed where no supplement is taken")
  func strict() {
    let strict = Set(plan.campaigns.filter { $0.supplementLimit == 0 }.map(\.code))
    #expect(faulty.allSatisfy { strict.contains($0.dossier.campaign) })
    // Beside them only the reports that some of them need, so that they break one rule and no other.
    #expect(plan.dossiers.filter { strict.contains($0.campaign) && $0.role != .evidence }.count == faulty.count)
  }

  @Test("twins differ from the original in key and spelling only")
  func twins() {
    let twins = plan.dossiers.filter { if case .noise(let text) = $0.role { text.hasPrefix("twin") } else { false } }
    #expect(twins.count == 16)
    for twin in twins {
      let original = plan.dossiers.first { $0.role == .counted && twin.key.hasPrefix("\($0.key)-B") }
      #expect(original?.unit == twin.unit)
      #expect(original?.content["year"] == twin.content["year"])
      #expect(original?.content.json != nil)
    }
  }

  @Test("decomposed text has more scalars, old tone marks move, words stay")
  func spellings() {
    #expect(Array(Spelling.oldTones("Hòa Bình, ủy ban, văn hóa").utf8) == Array("Hoà Bình, uỷ ban, văn hoá".utf8))
    #expect(Spelling.oldTones("hoàn toàn, quý, thuyền") == "hoàn toàn, quý, thuyền")
    #expect(Spelling.decomposed("hòa").unicodeScalars.count == 4)
  }

  @Test("some are withdrawn, some are sent twice, some lie next door or in other years")
  func kinds() {
    #expect(plan.dossiers.filter { $0.withdrawal != nil }.count == 18)
    #expect(plan.dossiers.filter { $0.repeats > 0 }.count >= 10)
    #expect(plan.dossiers.filter { $0.role == .noise("neighbour") }.count > 30)
    #expect(plan.dossiers.filter { $0.role == .noise("other year") }.count == 40 + 60 + 12)
  }

  @Test("a supplemented dossier is filed with a fault first and whole afterwards")
  func supplements() {
    for supplement in plan.supplements {
      let first = plan.dossiers.first { $0.key == supplement.key && $0.source == supplement.source }
      #expect(first?.content != supplement.content)
      #expect(first?.unit == supplement.unit)
    }
    #expect(plan.supplements.filter { $0.role == .counted }.count >= 10)
  }
}
