import Testing

@testable import DanVanKheo

@Suite struct RuleBookTests {
  @Test("every rule has a row in rules.csv, and every row a rule")
  func catalogueAndCodeAgree() throws {
    let rows = try CommaSeparated.rows(FactsDraft.reference("rules.csv")).filter { $0["rule_set"] == "2" }
      .compactMap { $0["code"] }
    #expect(Set(rows) == Set(RuleCode.allCases.map(\.rawValue)))
    #expect(rows.count == Set(rows).count)
    #expect(try FactsDraft.catalogue().unknownCodes.isEmpty)
  }

  @Test("every code is reported by a rule type that is in use")
  func everyCodeHasAType() {
    #expect(Set(rules.flatMap { $0.codes } + documentRules.flatMap { $0.codes }) == Set(RuleCode.allCases))
  }

  @Test("the valid example of every form is valid, the invalid one is not", arguments: SubmissionKind.allCases)
  func examplesOfForms(kind: SubmissionKind) throws {
    var draft = try FactsDraft(kind)
    let good = try draft.verdict()
    #expect(good.findings.isEmpty, "\(good.findings.map { "\($0.code.rawValue) \($0.path) \($0.message)" })")
    #expect(good.state == .valid)
    #expect(good.unitID == 5)
    #expect(good.repaired == nil)
    draft.set("content", try JSON(parsing: FactsDraft.reference("forms/\(kind.rawValue).v1.invalid.json")))
    #expect(try draft.verdict().state == .needsSupplement)
  }

  @Test("an error asks for a supplement while one is allowed, then makes the submission invalid")
  func states() throws {
    var draft = try FactsDraft(.registration)
    draft.set("content/outputs", nil)
    #expect(try draft.verdict().state == .needsSupplement)
    draft.set("supplements_used", 1)
    #expect(try draft.verdict().state == .invalid)
    draft.set("campaign/parameters/supplement_limit", 2)
    #expect(try draft.verdict().state == .needsSupplement)
    draft.set("supplements_used", 0)
    draft.set("campaign/parameters/supplement_limit", 0)
    #expect(try draft.verdict().state == .invalid)
  }

  @Test(
    "a limit that the facts do not give is an error, not a guess",
    arguments: ["supplement_limit", "change_limit_percent"])
  func missingLimit(name: String) throws {
    var draft = try FactsDraft(.registration)
    for value: JSON? in [nil, "1", .null] {
      draft.set("campaign/parameters/\(name)", value)
      #expect(throws: FactsError.field("campaign.parameters.\(name)")) { try draft.verdict() }
    }
  }

  @Test("a warning and a hint leave the submission valid; without a certain unit there is none")
  func onlyErrorsDecide() throws {
    var draft = try FactsDraft(.registration)
    draft.set("unit/candidates/1/id", 6)
    draft.set("content/goals", "hoa\u{300}  giải")
    let verdict = try draft.verdict()
    #expect(verdict.findings.map(\.code) == [.vb003, .vb002, .dv003])
    #expect(verdict.state == .valid)
    #expect(verdict.unitID == nil)
  }

  @Test("what was tidied is in the repaired content, and later rules read it")
  func repairs() throws {
    var draft = try FactsDraft(.registration)
    draft.set("content/model/field", "Kinh tê\u{301}\u{A0}")
    draft.set("content/starts_on", "1/3/2021")
    draft.set("content/year", "2021")
    let verdict = try draft.verdict()
    #expect(verdict.state == .valid)
    #expect(
      verdict.repaired?["model"]?["field"]?.text.map { Array($0.unicodeScalars) } == Array("Kinh tế".unicodeScalars))
    #expect(verdict.repaired?["starts_on"]?.text == "2021-03-01")
    #expect(verdict.repaired?["year"]?.int == 2021)
    #expect(verdict.repaired?["model"]?["name"]?.text == "Trồng cây quế")
  }

  @Test("text that needs no tidying repairs nothing, whatever it holds", arguments: ["đạt ★★★ → 😀", "漢", "2 m²"])
  func nothingToRepair(text: String) throws {
    var draft = try FactsDraft(.registration)
    draft.set("content/goals", .string(text))
    let verdict = try draft.verdict()
    #expect(verdict.repaired == nil)
    #expect(verdict.findings.isEmpty)
  }

  @Test("a message carries its values, written the Vietnamese way")
  func messages() throws {
    var draft = try FactsDraft(.report)
    draft.set("content/tables/0/total", "4.648")
    #expect(try draft.verdict().findings.map(\.message) == ["Tổng 4.648 khác tổng thành phần 127 (lệch 4.521)."])
    draft = try FactsDraft(.report)
    draft.set("content/indicators/1/percent", "98,7")
    #expect(try draft.verdict().findings.map(\.message) == ["Tỷ lệ 98,7% không khớp 216/221 (đúng: 97,7%)."])
    draft = try FactsDraft(.registration)
    draft.set("filed_on", "2025-08-05")
    #expect(
      try draft.verdict().findings.map(\.message) == [
        "Đơn vị Xã Nông Thượng, Thành phố Bắc Kạn đã kết thúc hoạt động ngày 30/06/2025; đơn vị kế thừa: Phường Bắc Kạn."
      ])
  }

  @Test("a rule outside its days, or without a row, finds nothing")
  func validity() throws {
    var draft = try FactsDraft(.registration)
    draft.set("content/outputs", nil)
    let facts = try SubmissionFacts(json: draft.facts.written)
    func findings(_ rules: String) throws -> Int {
      validate(facts, catalogue: try RuleCatalogue(json: "{\"version\":1,\"rules\":[\(rules)]}")).findings.count
    }
    #expect(
      try findings(#"{"code":"DK-001","severity":"L","message":"x","valid_from":"2021-03-02","valid_until":null}"#) == 1
    )
    #expect(
      try findings(#"{"code":"DK-001","severity":"L","message":"x","valid_from":"2021-03-03","valid_until":null}"#) == 0
    )
    #expect(
      try findings(#"{"code":"DK-001","severity":"L","message":"x","valid_from":null,"valid_until":"2021-03-01"}"#) == 0
    )
    #expect(try findings("") == 0)
  }

  @Test("names and addresses are told by the words of the rule set, not by words of the program")
  func words() throws {
    func findings(_ edits: (String, JSON?)..., words: String) throws -> [String] {
      var draft = try FactsDraft(.registration)
      for edit in edits { draft.set(edit.0, edit.1) }
      let catalogue = try RuleCatalogue(
        version: 2, rules: FactsDraft.reference("rules.csv"), abbreviations: FactsDraft.reference("abbreviations.csv"),
        boilerplate: FactsDraft.reference("boilerplate.csv"), words: "family,word\n" + words)
      return validate(try SubmissionFacts(json: draft.facts.written), catalogue: catalogue).findings.map {
        "\($0.code.rawValue) \($0.path)"
      }
    }
    let subject: (String, JSON?) = ("content/subjects/0/name", "Ksor Nham Bảo")
    #expect(try findings(subject, words: "") == [])
    #expect(try findings(subject, words: "family_name,Ksor\n") == ["DK-004 /subjects/0/name"])
    let name: (String, JSON?) = ("content/model/name", "Hội thi 2021")
    #expect(try findings(name, words: "generic_model_word,hội\n") == [])
    #expect(
      try findings(name, words: "generic_model_word,hội\r\ngeneric_model_word,thi\r\nfamily_name,\r\n,\r\nx") == [
        "DK-002 /model/name"
      ])
    let address: (String, JSON?) = ("content/model/name", "Trồng quế – plei Kép")
    let noPlaces: (String, JSON?) = ("content/model/places", nil)
    #expect(try findings(address, noPlaces, words: "") == ["DK-002 /model/places"])
    #expect(try findings(address, noPlaces, words: "address_noun,plei\n") == [])
  }

  @Test("the verdict is written as registry.validation_apply reads it")
  func written() throws {
    var draft = try FactsDraft(.registration)
    draft.set("content/outputs", nil)
    let json = try draft.verdict().json.written
    #expect(
      json.hasPrefix(
        #"{"id":7,"version":1,"rule_set":2,"state":"needs_supplement","unit_id":5,"findings":[{"code":"DK-001","severity":"L","path":"/outputs","#
      ))
  }
}
