import Postgres
import TestSupport
import Testing

@Suite("registry.apply_claims")
struct RegistryClaimsTests {
  private static let stated = """
    [{"figure": "/narrative#3", "kind": "count", "value": 300, "unit": "hộ", "op": "<~", "excerpt": "Có gần 300 hộ."},
     {"figure": "/indicators/0", "kind": "fraction", "value": 216, "unit": "hộ", "reading": "216/221 = 97,7%", "excerpt": "BHYT"}]
    """

  @Test("figures of a valid report are kept as bare claims; a second run changes nothing, and nothing counts them")
  func kept() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("r", kind: "report", Self.report)
    let unit = try fixture.facts(id, "unit,candidates,0,id") ?? ""
    for _ in 1...2 {
      try fixture.run("select registry.validation_apply($1)", [.text(verdict(id, unit, "valid"))])
      #expect(
        try fixture.rows(
          "select figure, measure is null, unit_code, period, value, approximation, reading is null, excerpt from stats.reported_figure order by id"
        ) == [
          "\(id)/1 /narrative#3 hộ|t|02071|2021|300|~<|t|Có gần 300 hộ.",
          "\(id)/1 /indicators/0 hộ|t|02071|2021|216|=|f|BHYT",
        ])
    }
  }

  @Test("a report that is not valid states nothing")
  func notValid() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("r", kind: "report", Self.report)
    let unit = try fixture.facts(id, "unit,candidates,0,id") ?? ""
    try fixture.run("select registry.validation_apply($1)", [.text(verdict(id, unit, "needs_supplement"))])
    #expect(try fixture.rows("select figure from stats.reported_figure") == [])
  }

  private static let report = #"{"filed_on": "2021-03-02", "year": 2021, "model": {"name": "Trồng quế"}}"#

  private func verdict(_ id: Int64, _ unit: String, _ state: String) -> String {
    """
    [{"id": \(id), "version": 1, "rule_set": 1, "state": "\(state)", "unit_id": \(unit), "findings": [],
      "claims": \(Self.stated)}]
    """
  }
}
