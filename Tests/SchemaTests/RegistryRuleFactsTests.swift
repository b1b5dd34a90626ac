import Postgres
import TestSupport
import Testing

/// What the rules about units, deadlines, attachments and reports read.
@Suite("registry.validation_facts: what the rule book asks")
struct RegistryRuleFactsTests {
  private static let other = "Xã Lương Bằng, huyện Chợ Đồn, tỉnh Bắc Kạn"
  private static let report = #"{"filed_on": "2021-11-01", "year": 2021, "model": {"name": "Trồng quế"}}"#

  @Test(
    "the sender is the unit, directly above it, another or unknown",
    arguments: [
      (RegistryFixture.unit, "self"), ("Huyện Chợ Đồn, tỉnh Bắc Kạn", "parent"), ("064", "parent"), (other, "other"),
      ("Tỉnh Bắc Kạn", "other"), ("Xã Không Có, huyện Chợ Đồn", "unknown"),
    ])
  func sender(text: String, relation: String) throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("A", extra: ", \"sender_unit\": \"\(text)\""))
    #expect(try fixture.facts(id, "sender") == "{\"text\": \"\(text)\", \"relation\": \"\(relation)\"}")
  }

  @Test("without a sender, or with one of another type, there is none", arguments: ["null", "7", "{}", "\" \""])
  func noSender(value: String) throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("A", extra: ", \"sender_unit\": \(value)"))
    #expect(try fixture.facts(id, "sender") == "null")
  }

  @Test("the block is that of the unit or of the nearest unit above, where the campaign's committee has blocks")
  func block() throws {
    let fixture = try RegistryFixture()
    let first = try fixture.submit("a", RegistryFixture.registration("A"))
    #expect(try fixture.facts(first, "campaign,has_blocks") == "false")
    #expect(try fixture.facts(first, "block") == "null")
    try fixture.run("select registry.define_block('064', 'xa', 'Khối xã')")
    #expect(try fixture.facts(first, "campaign,has_blocks") == "true")
    #expect(try fixture.facts(first, "block") == "null")
    try fixture.run(
      """
      select registry.assign_block(f.code, '064', 'xa', null, '2025-06-30')
      from registry.find_unit('\(RegistryFixture.unit)', '2021-03-02') f where f.alive
      """)
    #expect(try fixture.facts(first, "block") == "\"xa\"")
    let second = try fixture.submit("b", unit: Self.other, RegistryFixture.registration("A"))
    #expect(try fixture.facts(second, "block") == "null")
  }

  @Test("a supplement keeps the day and the attachments of the first version")
  func supplement() throws {
    let fixture = try RegistryFixture()
    func handIn(_ content: String, file: String) throws -> Int64 {
      let attachments = """
        [{"name": "\(file)", "kind": "confirmation", "sha256": "\(String(repeating: "0a", count: 32))"}]
        """
      let id = try fixture.text(
        "select registry.submit('t', 'k', 'registration', 'CD-2021', $1, $2, $3)::text",
        [.text(RegistryFixture.unit), .jsonb(content), .jsonb(attachments)])
      return try #require(id.flatMap { Int64($0) })
    }
    let id = try handIn(RegistryFixture.registration("A"), file: "1.pdf")
    #expect(try fixture.facts(id, "first_filed_on") == "null")
    try fixture.judge(state: "needs_supplement")
    #expect(
      try handIn(#"{"filed_on": "05/4/2021", "year": 2021, "type": "new", "model": {"name": "A"}}"#, file: "2.pdf")
        == id)
    #expect(try fixture.facts(id, "filed_on") == "\"2021-04-05\"")
    #expect(try fixture.facts(id, "first_filed_on") == "\"2021-03-02\"")
    #expect(try fixture.facts(id, "attachments,0,name") == "\"1.pdf\"")
    #expect(try fixture.facts(id, "attachments,1,name") == "\"2.pdf\"")
    #expect(try fixture.facts(id, "attachments,1,kind") == "\"confirmation\"")
  }

  @Test("a report knows the reports in front of it, and waits for those not decided yet")
  func otherReports() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    try fixture.judge()
    let first = try fixture.submit("r1", kind: "report", Self.report)
    let half = try fixture.submit(
      "r2", kind: "report",
      #"{"filed_on": "2021-11-01", "year": 2021, "period": "2021-H1", "model": {"name": "trồng QUẾ"}}"#)
    let elsewhere = try fixture.submit("r3", kind: "report", unit: Self.other, Self.report)
    #expect(try fixture.facts(first, "blocked_by") == "[]")
    #expect(try fixture.facts(half, "blocked_by") == "[\(first)]")
    try fixture.judge([first])
    #expect(try fixture.facts(first, "other_reports") == "[]")
    #expect(
      try fixture.facts(half, "other_reports") == "[{\"id\": \(first), \"year\": 2021, \"period\": \"2021\"}]")
    #expect(try fixture.facts(elsewhere, "other_reports") == "[]")
    try fixture.judge([half])
    let third = try fixture.submit("r4", kind: "report", Self.report)
    #expect(try fixture.facts(third, "other_reports,1,period") == "\"2021-H1\"")
    try fixture.run("select registry.withdraw(\(first), 'nhầm')")
    #expect(try fixture.facts(third, "other_reports,0,id") == "\(half)")
  }

  @Test("a registration waits for no report, and a report of another year is no duplicate's business")
  func reportsOnly() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("r1", kind: "report", Self.report)
    let id = try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    #expect(try fixture.facts(id, "blocked_by") == "[]")
    #expect(try fixture.facts(id, "other_reports") == "null")
    #expect(try fixture.facts(id, "closed_figures") == "[]")
  }

  @Test("a model goes on in the unit that took its unit over")
  func mergedUnit() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("a", RegistryFixture.registration("Trồng quế"))
    try fixture.judge()
    let report = try fixture.submit(
      "r", kind: "report", unit: "Xã Nghĩa Tá, tỉnh Thái Nguyên",
      #"{"filed_on": "2025-11-01", "year": 2021, "model": {"name": "Trồng quế"}}"#)
    #expect(try fixture.facts(report, "unit,candidates,0,valid_until") == "null")
    #expect(try fixture.facts(report, "registered_years") == "[2021]")
    #expect(try fixture.facts(report, "duplicates") == "[]")
  }

  @Test("a unit that was divided is told from one that was merged")
  func split() throws {
    let fixture = try RegistryFixture()
    let merged = try fixture.submit("a", RegistryFixture.registration("A"))
    #expect(try fixture.facts(merged, "unit,candidates,0,split") == "false")
    let name = try #require(
      try fixture.text(
        """
        select u.path from registry.unit u
        where (select count(*) from registry.unit_successor x where x.from_id = u.id) > 1
          and (select count(*) from registry.unit_matches(array[u.path])) = 1
        order by u.id limit 1
        """))
    let divided = try fixture.submit("b", unit: name, RegistryFixture.registration("A"))
    #expect(try fixture.facts(divided, "unit,candidates,0,split") == "true")
  }
}
